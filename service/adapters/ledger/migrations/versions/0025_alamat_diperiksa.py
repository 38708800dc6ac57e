"""The last look at every address that the public lists name."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "alamat_diperiksa",
        sa.Column("id", sa.String(64), nullable=False),
        *(_text(x) for x in ("instansi", "kode", "alamat", "sidik", "hasil", "kata")),
        *(sa.Column(x, Instant(), nullable=False) for x in ("diperiksa", "sejak")),
        sa.Column("diminta", Instant(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alamat_diperiksa")),
    )
    by_state = ["instansi", "hasil"]
    op.create_index(op.f("ix_alamat_diperiksa_instansi_hasil"), "alamat_diperiksa", by_state)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    op.drop_table("alamat_diperiksa")
