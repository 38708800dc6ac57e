"""A signed paper has copies for the units and the offices that it names."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tembusan",
        sa.Column("id", sa.String(64), nullable=False),
        *(_text(name) for name in ("naskah", "instansi", "tujuan", "tulisan")),
        sa.Column("sejak", Instant(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tembusan")),
    )
    by_paper = op.f("ix_tembusan_naskah_tujuan")
    op.create_index(by_paper, "tembusan", ["naskah", "tujuan"], unique=True)
    by_goal = op.f("ix_tembusan_instansi_tujuan_sejak")
    op.create_index(by_goal, "tembusan", ["instansi", "tujuan", "sejak"])


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    op.drop_table("tembusan")
