"""What an office chose as evidence for its monev, and the ZIPs that were made of it."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bukti_monev",
        sa.Column("id", sa.String(64), nullable=False),
        _text("instansi"),
        sa.Column("tahun", sa.Integer(), nullable=False),
        *(_text(x) for x in ("pertanyaan", "jenis", "sasaran", "oleh")),
        sa.Column("pada", Instant(), nullable=False),
        sa.Column("dipakai", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bukti_monev")),
    )
    where = ["instansi", "tahun"]
    op.create_index(op.f("ix_bukti_monev_instansi_tahun"), "bukti_monev", where)
    op.create_table(
        "ekspor_monev",
        sa.Column("id", sa.String(64), nullable=False),
        _text("instansi"),
        sa.Column("tahun", sa.Integer(), nullable=False),
        *(_text(x) for x in ("oleh", "keadaan", "hasil", "pesan")),
        *(
            sa.Column(x, sa.Integer(), server_default=sa.text("0"), nullable=False)
            for x in ("ukuran", "banyak", "kosong", "tertinggal")
        ),
        sa.Column("diminta", Instant(), nullable=False),
        sa.Column("jadi", Instant(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ekspor_monev")),
    )
    op.create_index(op.f("ix_ekspor_monev_instansi_tahun"), "ekspor_monev", where)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    op.drop_table("ekspor_monev")
    op.drop_table("bukti_monev")
