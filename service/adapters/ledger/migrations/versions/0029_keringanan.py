"""What a matter is not asked for any more, with who said so."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "keringanan",
        sa.Column("id", sa.String(64), nullable=False),
        *(
            sa.Column(x, sa.Text(), server_default="", nullable=False)
            for x in ("berkas", "bahan", "alasan", "oleh")
        ),
        sa.Column("pada", Instant(), nullable=False),
        sa.Column("dicabut", Instant(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keringanan")),
    )
    op.create_index(op.f("ix_keringanan_berkas"), "keringanan", ["berkas"])


def downgrade() -> None:
    op.drop_table("keringanan")
