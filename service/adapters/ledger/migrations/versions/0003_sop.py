"""A matter knows where it stands in its SOP; its passages, things and items have rows."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant, Json

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WORDS = ("sop", "sidik", "bagian", "langkah", "tahap", "pemilik", "hasil", "induk")
MORE_WORDS = ("untuk", "masa", "oleh", "menunggu", "atas_nama")
MOMENTS = ("sejak", "norma", "diterima", "ditunda", "ditutup")
DAYS = ("tenggat", "jatuh")
COUNTS = ("putaran", "perpanjangan")
ASKED = (
    ("instansi", "keadaan", "jatuh", "dibuka", "id"),
    ("instansi", "keadaan", "menunggu", "jatuh", "dibuka", "id"),
    ("instansi", "dibuka", "id"),
    ("instansi", "keadaan", "dibuka", "id"),
    ("pemilik", "keadaan", "jatuh"),
    ("instansi", "keadaan", "tenggat", "rahasia", "unit"),
    ("instansi", "keadaan", "norma", "rahasia", "unit"),
    ("instansi", "sop", "masa", "untuk"),
    ("induk",),
)

FOLLOWS = {
    "sengketa": (
        ("keberatan",),
        ("berkas",),
        ("instansi", "diajukan", "id"),
        ("instansi", "tahap", "diajukan", "id"),
    ),
    "surat_sengketa": (("sengketa",), ("kiriman",)),
    "perpanjangan": (("permohonan",), ("berkas",)),
    "masukan_publik": (("kiriman",), ("kode",), ("berkas",), ("instansi", "diterima", "id")),
}


def _text(name):
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _truth(name):
    return sa.Column(name, sa.Boolean(), server_default=sa.text("false"), nullable=False)


def _json(name, empty):
    return sa.Column(name, Json, server_default=sa.text(f"'{empty}'"), nullable=False)


def _id():
    return sa.Column("id", sa.String(length=64), nullable=False)


def _versi():
    return sa.Column("versi", sa.Integer(), nullable=False)


def upgrade() -> None:
    with op.batch_alter_table("berkas", schema=None) as batch_op:
        for name in (*WORDS, *MORE_WORDS):
            batch_op.add_column(_text(name))
        for name in MOMENTS:
            batch_op.add_column(sa.Column(name, Instant(), nullable=True))
        for name in DAYS:
            batch_op.add_column(sa.Column(name, sa.Date(), nullable=True))
        for name in COUNTS:
            batch_op.add_column(sa.Column(name, sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(_truth("rahasia"))
        batch_op.add_column(sa.Column("jeda", Json, server_default=sa.text("'[]'"), nullable=False))
        batch_op.drop_index(batch_op.f("ix_berkas_instansi_keadaan_dibuka"))
        for columns in ASKED:
            batch_op.create_index(
                batch_op.f(f"ix_berkas_{'_'.join(columns)}"), list(columns), unique=False
            )
    # A matter bears the name of its letter: it is withheld with it from the first moment on.
    op.execute(
        "UPDATE berkas SET rahasia = true WHERE kiriman IN (SELECT id FROM kiriman WHERE rahasia)"
    )
    _jejak()
    _ada()
    _butir()
    _pengingat()
    _komentar()
    _sop_konsep()
    _sop_terbit()
    _rapat()
    op.create_table(
        "sop_versi",
        _id(),
        *(_text(name) for name in ("instansi", "kode")),
        sa.Column("teks", sa.Text(), nullable=False),
        sa.Column("bahan", Json, server_default=sa.text("'[]'"), nullable=False),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sop_versi")),
    )

    _after_a_request()


def _after_a_request():
    """What follows on a request: extension, answer to an objection, dispute; what is suggested."""
    with op.batch_alter_table("keberatan", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("surat", Json, server_default=sa.text("'{}'"), nullable=False)
        )
        for name in ("ditemukan", "batas"):
            batch_op.add_column(sa.Column(name, sa.Date(), nullable=True))
        batch_op.add_column(_truth("lewat"))
    op.create_table(
        "sengketa",
        _id(),
        *(_text(name) for name in ("keberatan", "permohonan", "instansi", "unit", "komisi")),
        _text("nomor"),
        sa.Column("diajukan", sa.Date(), nullable=False),
        sa.Column("dicatat", Instant(), nullable=False),
        _text("tahap"),
        *(sa.Column(name, sa.Date(), nullable=True) for name in ("batas", "batas_mulai", "mulai")),
        sa.Column("batas_selesai", sa.Date(), nullable=True),
        sa.Column("batas_putusan", sa.Date(), nullable=True),
        _truth("lewat"),
        sa.Column("putusan", Json, server_default=sa.text("'{}'"), nullable=False),
        *(_text(name) for name in ("berkas", "oleh")),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sengketa")),
    )
    op.create_table(
        "surat_sengketa",
        _id(),
        *(_text(name) for name in ("sengketa", "kiriman", "hal")),
        sa.Column("pada", Instant(), nullable=False),
        _text("oleh"),
        sa.Column("acara", sa.Date(), nullable=True),
        _truth("dicabut"),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surat_sengketa")),
    )
    op.create_table(
        "perpanjangan",
        _id(),
        *(_text(name) for name in ("instansi", "unit", "permohonan", "berkas", "alasan", "uraian")),
        sa.Column("hari", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Date(), nullable=False) for name in ("dari", "sampai")),
        _text("surat"),
        sa.Column("pada", Instant(), nullable=False),
        *(_text(name) for name in ("oleh", "file", "nomor")),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_perpanjangan")),
    )
    op.create_table(
        "masukan_publik",
        _id(),
        *(_text(name) for name in ("kiriman", "instansi", "unit", "kode")),
        sa.Column("diterima", Instant(), nullable=False),
        sa.Column("isian", Json, server_default=sa.text("'{}'"), nullable=False),
        *(_text(name) for name in ("keadaan", "nomor_agenda", "berkas", "butir")),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_masukan_publik")),
    )
    for table, every in FOLLOWS.items():
        for columns in every:
            name = op.f(f"ix_{table}_{'_'.join(columns)}")
            op.create_index(name, table, list(columns), unique=False)


def _jejak():
    op.create_table(
        "jejak",
        _id(),
        _text("berkas"),
        sa.Column("urut", sa.Integer(), nullable=False),
        *(_text(name) for name in ("langkah", "tahap")),
        sa.Column("masuk", Instant(), nullable=False),
        *(sa.Column(name, Instant(), nullable=True) for name in ("diambil", "keluar")),
        *(_text(name) for name in ("oleh", "hasil")),
        _truth("kembali"),
        _text("alasan"),
        _truth("dilewati"),
        _text("atas_nama"),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jejak")),
    )
    op.create_index(op.f("ix_jejak_berkas_urut"), "jejak", ["berkas", "urut"], unique=True)
    op.create_index(op.f("ix_jejak_keluar"), "jejak", ["keluar"], unique=False)


def _ada():
    op.create_table(
        "ada",
        _id(),
        *(_text(name) for name in ("berkas", "bahan", "keadaan")),
        sa.Column("sejak", Instant(), nullable=False),
        *(_text(name) for name in ("oleh", "file", "nomor", "catatan")),
        sa.Column("dicabut", Instant(), nullable=True),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ada")),
    )
    op.create_index(op.f("ix_ada_berkas"), "ada", ["berkas"], unique=False)


def _butir():
    op.create_table(
        "butir",
        _id(),
        _text("berkas"),
        sa.Column("urut", sa.Integer(), nullable=False),
        *(_text(name) for name in ("judul", "unit", "hasil", "disetujui")),
        sa.Column("uji", Json, server_default=sa.text("'{}'"), nullable=False),
        _truth("dicabut"),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_butir")),
    )
    op.create_index(op.f("ix_butir_berkas"), "butir", ["berkas"], unique=False)
    op.create_index(op.f("ix_butir_hasil"), "butir", ["hasil"], unique=False)


def _pengingat():
    op.create_table(
        "alamat_surel",
        _id(),
        *(_text(name) for name in ("instansi", "alamat")),
        _truth("mati"),
        _truth("ditolak"),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alamat_surel")),
    )
    op.create_table(
        "edaran",
        _id(),
        _text("instansi"),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("dibuat", Instant(), nullable=False),
        sa.Column("surat", sa.Integer(), server_default="0", nullable=False),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edaran")),
    )
    op.create_index(op.f("ix_edaran_instansi_tanggal"), "edaran", ["instansi", "tanggal"])
    op.create_table(
        "surat_pengingat",
        _id(),
        *(_text(name) for name in ("orang", "instansi")),
        sa.Column("tanggal", sa.Date(), nullable=False),
        *(_text(name) for name in ("alamat", "keadaan")),
        sa.Column("dibuat", Instant(), nullable=False),
        sa.Column("diserahkan", sa.Integer(), server_default="0", nullable=False),
        sa.Column("dikirim", Instant(), nullable=True),
        sa.Column("jumlah", sa.Integer(), server_default="0", nullable=False),
        _text("sebab"),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surat_pengingat")),
    )
    for name in ("orang", "instansi"):
        columns = [name, "tanggal"]
        op.create_index(op.f(f"ix_surat_pengingat_{name}_tanggal"), "surat_pengingat", columns)


def _rapat():
    op.create_table(
        "rapat",
        _id(),
        *(_text(name) for name in ("berkas", "langkah")),
        sa.Column("urut", sa.Integer(), nullable=False),
        _text("judul"),
        sa.Column("tanggal", sa.Date(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("mulai", "selesai")),
        *(_text(name) for name in ("cara", "tempat", "tautan")),
        *(
            sa.Column(name, Json, server_default=sa.text("'[]'"), nullable=False)
            for name in ("acara", "peserta")
        ),
        *(
            sa.Column(name, Instant(), nullable=True)
            for name in ("diundang", "dilaporkan", "sejak")
        ),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rapat")),
    )
    op.create_index(op.f("ix_rapat_berkas_urut"), "rapat", ["berkas", "urut"], unique=True)


def _komentar():
    op.create_table(
        "komentar",
        _id(),
        *(_text(name) for name in ("berkas", "oleh")),
        sa.Column("waktu", Instant(), nullable=False),
        _text("teks"),
        sa.Column("sebut", Json, server_default=sa.text("'[]'"), nullable=False),
        _text("jenis"),
        sa.Column("ditarik", Instant(), nullable=True),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_komentar")),
    )
    op.create_index(op.f("ix_komentar_berkas"), "komentar", ["berkas"], unique=False)
    op.create_table(
        "ikut",
        _id(),
        *(_text(name) for name in ("berkas", "orang", "pilihan", "kabar")),
        sa.Column("sejak", Instant(), nullable=True),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ikut")),
    )
    op.create_index(op.f("ix_ikut_berkas"), "ikut", ["berkas"], unique=False)
    asked = ["orang", "kabar", "sejak"]
    op.create_index(op.f("ix_ikut_orang_kabar_sejak"), "ikut", asked, unique=False)


def _sop_konsep():
    op.create_table(
        "sop_konsep",
        _id(),
        *(_text(name) for name in ("instansi", "nama", "keadaan")),
        sa.Column("dibuat", Instant(), nullable=False),
        *(_text(name) for name in ("oleh", "kode")),
        sa.Column("dasar", sa.Integer(), server_default="-1", nullable=False),
        *(_text(name) for name in ("file", "nama_file")),
        sa.Column("tabel", sa.Integer(), server_default="0", nullable=False),
        _json("tabel_lain", "[]"),
        _json("kepala", "{}"),
        _json("langkah", "[]"),
        _json("bahan", "{}"),
        _json("sumber", "[]"),
        _json("ragu", "[]"),
        _json("penyiap", "[]"),
        sa.Column("diubah", Instant(), nullable=True),
        *(_text(name) for name in ("diubah_oleh", "siap", "siap_oleh")),
        sa.Column("siap_sejak", Instant(), nullable=True),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sop_konsep")),
    )
    columns = ["instansi", "keadaan"]
    op.create_index(op.f("ix_sop_konsep_instansi_keadaan"), "sop_konsep", columns, unique=False)


def _sop_terbit():
    op.create_table(
        "sop_terbit",
        _id(),
        *(_text(name) for name in ("instansi", "kode")),
        sa.Column("urut", sa.Integer(), nullable=False),
        _text("nama"),
        sa.Column("teks", sa.Text(), nullable=False),
        _text("bahan"),
        sa.Column("sejak", Instant(), nullable=False),
        _text("oleh"),
        _json("penyiap", "[]"),
        *(_text(name) for name in ("alasan", "konsep")),
        _versi(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sop_terbit")),
    )
    columns = ["instansi", "kode", "urut"]
    op.create_index(op.f("ix_sop_terbit_instansi_kode_urut"), "sop_terbit", columns, unique=True)


def downgrade() -> None:
    for table in ("surat_pengingat", "edaran", "alamat_surel"):
        op.drop_table(table)
    for table in FOLLOWS:
        op.drop_table(table)
    with op.batch_alter_table("keberatan", schema=None) as batch_op:
        for name in ("lewat", "batas", "ditemukan", "surat"):
            batch_op.drop_column(name)
    for table in (
        "sop_terbit",
        "sop_konsep",
        "ikut",
        "komentar",
        "rapat",
        "sop_versi",
        "butir",
        "ada",
        "jejak",
    ):
        op.drop_table(table)
    with op.batch_alter_table("berkas", schema=None) as batch_op:
        for columns in ASKED:
            batch_op.drop_index(batch_op.f(f"ix_berkas_{'_'.join(columns)}"))
        batch_op.create_index(
            batch_op.f("ix_berkas_instansi_keadaan_dibuka"),
            ["instansi", "keadaan", "dibuka"],
            unique=False,
        )
        for name in ("jeda", "rahasia", *COUNTS, *DAYS, *MOMENTS, *MORE_WORDS, *WORDS):
            batch_op.drop_column(name)
