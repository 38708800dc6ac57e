"""What the hallway knows of a kiriman and its files."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant, Json

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _text(name):
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _json(name, empty):
    return sa.Column(name, Json, server_default=sa.text(f"'{empty}'"), nullable=False)


def upgrade() -> None:
    with op.batch_alter_table("naskah", schema=None) as batch_op:
        for name in ("docx", "pdf", "bertanda_tangan"):
            batch_op.create_index(batch_op.f(f"ix_naskah_{name}"), [name], unique=False)
    with op.batch_alter_table("kiriman", schema=None) as batch_op:
        for name in ("akhir", "kode", "siapa", "kembar", "jenis", "berkas", "nomor_daftar"):
            batch_op.add_column(_text(name))
        batch_op.add_column(
            sa.Column("rahasia", sa.Boolean(), server_default=sa.text("false"), nullable=False)
        )
        batch_op.add_column(_json("surat", "{}"))
        batch_op.add_column(sa.Column("fisik", Json, nullable=True))
        batch_op.add_column(_json("usul", "[]"))
        batch_op.add_column(_json("asal", "{}"))
        batch_op.create_index(batch_op.f("ix_kiriman_berkas"), ["berkas"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_kiriman_instansi_rahasia_diterima_id"),
            ["instansi", "rahasia", "diterima", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_kiriman_instansi_diterima_id"),
            ["instansi", "diterima", "id"],
            unique=False,
        )
        batch_op.drop_index(batch_op.f("ix_kiriman_instansi_keadaan_diterima"))
        for name in ("unit", "pintu", "akhir"):
            batch_op.create_index(
                batch_op.f(f"ix_kiriman_instansi_{name}_diterima_id"),
                ["instansi", name, "diterima", "id"],
                unique=False,
            )
        batch_op.create_index(
            batch_op.f("ix_kiriman_instansi_keadaan_diterima_id_rahasia_unit"),
            ["instansi", "keadaan", "diterima", "id", "rahasia", "unit"],
            unique=False,
        )
    with op.batch_alter_table("file", schema=None) as batch_op:
        for name in ("peran", "dari", "akhir"):
            batch_op.add_column(_text(name))
        for name in ("urut", "halaman"):
            batch_op.add_column(sa.Column(name, sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(_json("temuan", "[]"))
        batch_op.add_column(_json("metadata", "{}"))
    _permohonan()
    _keberatan()
    _aturan_pengirim()
    _teks()
    _disposisi()
    _nomor()
    op.create_index(op.f("ix_naskah_instansi_tanggal_id"), "naskah", ["instansi", "tanggal", "id"])
    for name, words in (("keberatan", OBJECTS), ("mungkin_keberatan", MAY_OBJECT)):
        where = sa.text(words)
        op.create_index(
            op.f(f"ix_kiriman_{name}"),
            "kiriman",
            ["instansi", "diterima", "id"],
            sqlite_where=where,
            postgresql_where=where,
        )


def _permohonan():
    op.create_table(
        "permohonan",
        sa.Column("id", sa.String(length=64), nullable=False),
        *(_text(name) for name in ("kiriman", "instansi", "unit", "kode", "keadaan")),
        sa.Column("diterima", Instant(), nullable=False),
        sa.Column("hari_terima", sa.Date(), nullable=False),
        sa.Column("tenggat", sa.Date(), nullable=False),
        _json("isian", "{}"),
        *(_text(name) for name in ("jalan", "nomor_agenda", "nomor_daftar")),
        sa.Column("tanggal_daftar", sa.Date(), nullable=True),
        sa.Column("diperpanjang", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        _json("keputusan", "{}"),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permohonan")),
    )
    _indexes(
        "permohonan",
        ("kiriman",),
        ("kode",),
        ("instansi", "diterima", "id"),
        ("instansi", "nomor_daftar"),
        ("instansi", "keadaan", "tenggat"),
    )


def _keberatan():
    op.create_table(
        "keberatan",
        sa.Column("id", sa.String(length=64), nullable=False),
        *(_text(name) for name in ("kiriman", "instansi", "unit", "kode", "keadaan")),
        sa.Column("diterima", Instant(), nullable=False),
        sa.Column("hari_terima", sa.Date(), nullable=False),
        sa.Column("tenggat", sa.Date(), nullable=False),
        _json("alasan", "[]"),
        _text("permohonan"),
        _json("isian", "{}"),
        _text("jalan"),
        sa.Column("dini", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        *(_text(name) for name in ("nomor_agenda", "nomor")),
        sa.Column("tanggal_daftar", sa.Date(), nullable=True),
        _json("tanggapan", "{}"),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keberatan")),
    )
    _indexes(
        "keberatan",
        ("kiriman",),
        ("kode",),
        ("permohonan",),
        ("instansi", "diterima", "id"),
        ("instansi", "keadaan", "tenggat"),
    )


def _indexes(table, *columns):
    for names in columns:
        op.create_index(op.f(f"ix_{table}_{'_'.join(names)}"), table, list(names), unique=False)


# Each database looks for words in its own way; what it keeps for that is named cari_….
CARI = {
    "sqlite": (
        """CREATE VIRTUAL TABLE cari_teks USING fts5(
            akar, content='teks', content_rowid='urut', tokenize='ascii', prefix='2 3')""",
    ),
    "postgresql": (
        """ALTER TABLE teks ADD COLUMN cari_kata tsvector
            GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, akar)) STORED""",
        # In the row itself: a phrase is looked for in each row that has its words.
        "ALTER TABLE teks ALTER COLUMN cari_kata SET STORAGE MAIN",
        "CREATE INDEX cari_teks_kata ON teks USING gin (cari_kata) WITH (fastupdate = off)",
    ),
}


def _teks():
    op.create_table(
        "teks",
        sa.Column(
            "urut",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("id", sa.String(length=80), nullable=False),
        *(_text(name) for name in ("file", "kiriman", "isi", "akar")),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("urut", name=op.f("pk_teks")),
        sa.UniqueConstraint("id", name=op.f("uq_teks_id")),
    )
    _indexes("teks", ("file",), ("kiriman",))
    for line in CARI[op.get_bind().dialect.name]:
        op.execute(line)


def _disposisi():
    op.create_table(
        "disposisi",
        sa.Column("id", sa.String(length=64), nullable=False),
        *(_text(name) for name in ("kiriman", "instansi", "dari", "dari_sebagai")),
        *(_text(name) for name in ("kepada_jenis", "kepada", "kepada_nama")),
        sa.Column("dibuat", Instant(), nullable=False),
        _json("isi", "[]"),
        *(_text(name) for name in ("catatan", "sifat")),
        sa.Column("batas", sa.Date(), nullable=True),
        *(_text(name) for name in ("keadaan", "asal", "oleh")),
        sa.Column("diterima", Instant(), nullable=True),
        sa.Column("selesai", Instant(), nullable=True),
        _text("hasil"),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disposisi")),
    )
    _indexes("disposisi", ("kiriman",), ("instansi", "kepada", "keadaan", "dibuat"))


def _aturan_pengirim():
    names = ("instansi", "pengirim", "sebutan", "ruas", "nilai", "oleh", "kiriman")
    op.create_table(
        "aturan_pengirim",
        sa.Column("id", sa.String(length=64), nullable=False),
        *(_text(name) for name in names),
        sa.Column("dibuat", Instant(), nullable=False),
        sa.Column("dicabut", Instant(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aturan_pengirim")),
    )
    _indexes("aturan_pengirim", ("instansi",))


SERVES = "untuk <> '' AND keadaan <> 'batal'"
WAITS = "keadaan = 'sementara'"
OBJECTS = "jenis = 'keberatan' AND nomor_daftar = ''"
MAY_OBJECT = "jenis = '' AND CAST(usul AS TEXT) LIKE '%\"keberatan\"%'"


def _nomor():
    """Numbers become rows of their own; those that were drawn before keep their place."""
    op.execute("CREATE TABLE nomor_lama AS SELECT buku, urut, untuk, diambil FROM nomor")
    op.drop_table("nomor")
    op.create_table(
        "nomor",
        sa.Column("id", sa.String(length=200), nullable=False),
        sa.Column("buku", sa.String(length=120), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("untuk", sa.String(length=80), nullable=False),
        sa.Column("diambil", Instant(), nullable=False),
        _text("sisipan"),
        _text("nomor"),
        sa.Column("tanggal", sa.Date(), nullable=True),
        *(_text(name) for name in ("keadaan", "sumber", "perihal", "alasan")),
        *(_text(name) for name in ("oleh", "penyetuju", "pesanan")),
        sa.Column("sampai", sa.Date(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nomor")),
    )
    _indexes("nomor", ("pesanan",), ("buku", "tanggal"))
    _indexes("nomor", ("buku", "urut", "sumber", "sisipan", "keadaan"))
    where = sa.text(SERVES)
    op.create_index(
        op.f("ix_nomor_buku_untuk"),
        "nomor",
        ["buku", "untuk"],
        unique=True,
        sqlite_where=where,
        postgresql_where=where,
    )
    where = sa.text(WAITS)
    op.create_index(
        op.f("ix_nomor_sementara"),
        "nomor",
        ["buku", "urut"],
        sqlite_where=where,
        postgresql_where=where,
    )
    op.execute(
        """INSERT INTO nomor (id, buku, urut, untuk, diambil, nomor, tanggal,
            keadaan, sumber, oleh, versi)
        SELECT l.buku || '/' || l.urut, l.buku, l.urut, l.untuk, l.diambil,
            coalesce((SELECT k.nomor_agenda FROM kiriman k WHERE k.id = l.untuk),
                (SELECT n.nomor FROM naskah n WHERE n.id = l.untuk), ''),
            (SELECT n.tanggal FROM naskah n WHERE n.id = l.untuk),
            'final', 'berkas', 'mesin', 0
        FROM nomor_lama l"""
    )
    op.drop_table("nomor_lama")
    with op.batch_alter_table("buku", schema=None) as batch_op:
        batch_op.add_column(sa.Column("bulan", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(_text("bagian"))
        batch_op.add_column(sa.Column("tanggal", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("diambil", Instant(), nullable=True))
    op.execute(
        """UPDATE buku SET
        tanggal = (SELECT max(n.tanggal) FROM nomor n WHERE n.buku = buku.id),
        diambil = (SELECT max(n.diambil) FROM nomor n WHERE n.buku = buku.id)"""
    )


def _nomor_lagi():
    """As the first ledger kept them; what it had no place for is not in it."""
    op.execute(
        """CREATE TABLE nomor_baru AS SELECT buku, urut, diambil,
            CASE WHEN untuk = '' OR keadaan = 'batal' THEN id ELSE untuk END AS untuk
        FROM nomor WHERE sisipan = '' AND urut > 0"""
    )
    op.drop_table("nomor")
    op.create_table(
        "nomor",
        sa.Column("buku", sa.String(length=120), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("untuk", sa.String(length=80), nullable=False),
        sa.Column("diambil", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("buku", "urut", name=op.f("pk_nomor")),
        sa.UniqueConstraint("buku", "untuk", name=op.f("uq_nomor_buku")),
    )
    op.execute(
        """INSERT INTO nomor (buku, urut, untuk, diambil)
        SELECT buku, urut, substr(untuk, 1, 80), diambil FROM nomor_baru"""
    )
    op.drop_table("nomor_baru")
    with op.batch_alter_table("buku", schema=None) as batch_op:
        for name in ("diambil", "tanggal", "bagian", "bulan"):
            batch_op.drop_column(name)


def downgrade() -> None:
    for name in ("keberatan", "mungkin_keberatan"):
        op.drop_index(op.f(f"ix_kiriman_{name}"), "kiriman")
    with op.batch_alter_table("naskah", schema=None) as batch_op:
        for name in ("docx", "pdf", "bertanda_tangan"):
            batch_op.drop_index(batch_op.f(f"ix_naskah_{name}"))
    _nomor_lagi()
    op.drop_table("aturan_pengirim")
    op.drop_index(op.f("ix_naskah_instansi_tanggal_id"), "naskah")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE cari_teks")
    for table in ("teks", "disposisi"):
        op.drop_table(table)
    for table in ("keberatan", "permohonan"):
        op.drop_table(table)
    with op.batch_alter_table("file", schema=None) as batch_op:
        for name in ("metadata", "temuan", "halaman", "urut", "akhir", "dari", "peran"):
            batch_op.drop_column(name)
    with op.batch_alter_table("kiriman", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_kiriman_instansi_keadaan_diterima"),
            ["instansi", "keadaan", "diterima"],
            unique=False,
        )
        batch_op.drop_index(batch_op.f("ix_kiriman_instansi_keadaan_diterima_id_rahasia_unit"))
        for name in ("unit", "pintu", "akhir"):
            batch_op.drop_index(batch_op.f(f"ix_kiriman_instansi_{name}_diterima_id"))
        batch_op.drop_index(batch_op.f("ix_kiriman_instansi_diterima_id"))
        batch_op.drop_index(batch_op.f("ix_kiriman_instansi_rahasia_diterima_id"))
        batch_op.drop_index(batch_op.f("ix_kiriman_berkas"))
        for name in ("asal", "usul", "fisik", "surat", "rahasia"):
            batch_op.drop_column(name)
        for name in ("nomor_daftar", "berkas", "jenis", "kembar", "siapa", "kode", "akhir"):
            batch_op.drop_column(name)
