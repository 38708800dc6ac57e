"""A list of archives knows the matter that holds its papers."""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    berkas = sa.Column("berkas", sa.Text(), nullable=False, server_default="")
    op.add_column("usul_arsip", berkas)
    op.create_index(op.f("ix_usul_arsip_berkas"), "usul_arsip", ["berkas"])


def downgrade() -> None:
    op.drop_index(op.f("ix_usul_arsip_berkas"), "usul_arsip")
    with op.batch_alter_table("usul_arsip") as batch:
        batch.drop_column("berkas")
