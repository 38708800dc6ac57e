"""Many papers are begun from one table, and bound into one file."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant, Json

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kumpulan",
        sa.Column("id", sa.String(64), nullable=False),
        *(_text(name) for name in ("instansi", "jenis", "keadaan")),
        sa.Column("dibuat", Instant(), nullable=False),
        *(_text(name) for name in ("oleh", "kunci")),
        sa.Column("berkas", Json, server_default=sa.text("'[]'"), nullable=False),
        sa.Column("tiap_berkas", sa.Boolean(), nullable=False),
        *(_text(name) for name in ("file", "nama_file", "isi")),
        sa.Column("jumlah", sa.Integer(), nullable=False),
        sa.Column("mulai", Instant(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kumpulan")),
    )
    op.create_index(op.f("ix_kumpulan_kunci"), "kumpulan", ["kunci"], unique=True)
    op.create_index(op.f("ix_kumpulan_instansi_dibuat"), "kumpulan", ["instansi", "dibuat"])
    op.create_table(
        "gabungan",
        sa.Column("id", sa.String(64), nullable=False),
        *(_text(name) for name in ("kumpulan", "bentuk", "diminta", "resep", "file")),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gabungan")),
    )
    op.create_index(op.f("ix_gabungan_kumpulan"), "gabungan", ["kumpulan"])


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    op.drop_table("gabungan")
    op.drop_table("kumpulan")
