"""A kumpulan remembers who began its papers; of those begun before, it was who sent the table."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("kumpulan", schema=None) as batch_op:
        batch_op.add_column(sa.Column("dimulai_oleh", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("kumpulan", schema=None) as batch_op:
        batch_op.drop_column("dimulai_oleh")
