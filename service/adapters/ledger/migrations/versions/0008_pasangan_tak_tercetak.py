"""A draft of a pair remembers which samples are not read on its proof."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Json

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("pasangan_konsep", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("tak_tercetak", Json, server_default=sa.text("'[]'"), nullable=False)
        )


def downgrade() -> None:
    with op.batch_alter_table("pasangan_konsep", schema=None) as batch_op:
        batch_op.drop_column("tak_tercetak")
