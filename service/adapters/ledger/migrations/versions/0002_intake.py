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
            batch_op.f("ix_kiriman_instansi_diterima_id"),
            ["instansi", "diterima", "id"],
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


def downgrade() -> None:
    for table in ("keberatan", "permohonan"):
        op.drop_table(table)
    with op.batch_alter_table("file", schema=None) as batch_op:
        for name in ("metadata", "temuan", "halaman", "urut", "akhir", "dari", "peran"):
            batch_op.drop_column(name)
    with op.batch_alter_table("kiriman", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_kiriman_instansi_diterima_id"))
        batch_op.drop_index(batch_op.f("ix_kiriman_berkas"))
        for name in ("asal", "usul", "fisik", "surat", "rahasia"):
            batch_op.drop_column(name)
        for name in ("nomor_daftar", "berkas", "jenis", "kembar", "siapa", "kode", "akhir"):
            batch_op.drop_column(name)
