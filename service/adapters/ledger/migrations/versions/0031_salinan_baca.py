"""A file that is no archive is drawn once for all dossiers it goes into."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "salinan_baca",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("salinan", sa.Text(), server_default="", nullable=False),
        sa.Column("dibuat", Instant(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_salinan_baca")),
    )
    op.create_index(op.f("ix_salinan_baca_salinan"), "salinan_baca", ["salinan"])


def downgrade() -> None:
    op.drop_index(op.f("ix_salinan_baca_salinan"), "salinan_baca")
    op.drop_table("salinan_baca")
