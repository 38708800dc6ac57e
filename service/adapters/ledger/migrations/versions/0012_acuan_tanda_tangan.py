"""A paper that a service signed has an id there, by which it is asked for again."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("tempat_ttd", schema=None) as batch_op:
        batch_op.add_column(sa.Column("acuan", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("tempat_ttd", schema=None) as batch_op:
        batch_op.drop_column("acuan")
