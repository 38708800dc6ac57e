"""Programs come in by tokens of their own."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    words = ("orang", "pemegang", "instansi", "unit", "peran", "nama", "oleh")
    op.create_table(
        "token",
        sa.Column("id", sa.String(64), nullable=False),
        *(sa.Column(x, sa.Text(), server_default="", nullable=False) for x in words),
        sa.Column("sidik", sa.String(64), nullable=False),
        sa.Column("dibuat", Instant(), nullable=False),
        sa.Column("sampai", sa.Date(), nullable=False),
        sa.Column("dicabut", Instant(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_token")),
        sa.UniqueConstraint("sidik", name=op.f("uq_token_sidik")),
    )
    op.create_table(
        "pakai_token",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("terakhir", Instant(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pakai_token")),
    )


def downgrade() -> None:
    op.drop_table("pakai_token")
    op.drop_table("token")
