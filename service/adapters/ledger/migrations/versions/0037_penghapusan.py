"""What a destruction took out of the store is told by a row of its own."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "penghapusan_arsip",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("instansi", sa.Text(), server_default="", nullable=False),
        sa.Column("mulai", Instant(), nullable=False),
        *(
            sa.Column(name, sa.Integer(), server_default=sa.text("0"), nullable=False)
            for name in ("arsip", "file", "bersama")
        ),
        sa.Column("ukuran", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("selesai", Instant(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penghapusan_arsip")),
    )
    op.create_index(op.f("ix_penghapusan_arsip_instansi"), "penghapusan_arsip", ["instansi"])


def downgrade() -> None:
    op.drop_table("penghapusan_arsip")
