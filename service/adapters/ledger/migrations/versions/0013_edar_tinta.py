"""Where the sheets of a paper are that is signed in ink."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "edar_tinta",
        sa.Column("id", sa.String(64), nullable=False),
        _text("naskah"),
        sa.Column("ajuan", sa.Integer(), nullable=False),
        _text("keadaan"),
        sa.Column("pada", Instant(), nullable=False),
        *(_text(name) for name in ("oleh", "kepada")),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edar_tinta")),
    )
    named = op.f("ix_edar_tinta_naskah_ajuan")
    op.create_index(named, "edar_tinta", ["naskah", "ajuan"], unique=True)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    op.drop_table("edar_tinta")
