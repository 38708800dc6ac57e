"""What may stand on other sites, and how it stands with each of them."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "terdorong",
        sa.Column("id", sa.String(64), nullable=False),
        *(_text(x) for x in ("instansi", "tujuan", "nama", "sidik")),
        sa.Column("pada", Instant(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terdorong")),
    )
    op.create_index(op.f("ix_terdorong_tujuan"), "terdorong", ["tujuan"])
    op.create_table(
        "keadaan_dorong",
        sa.Column("id", sa.String(64), nullable=False),
        *(_text(x) for x in ("instansi", "keadaan", "kata")),
        *(sa.Column(x, Instant(), nullable=False) for x in ("dicoba", "sejak")),
        sa.Column("beres", Instant(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keadaan_dorong")),
    )
    op.create_index(op.f("ix_keadaan_dorong_instansi"), "keadaan_dorong", ["instansi"])


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    op.drop_table("keadaan_dorong")
    op.drop_table("terdorong")
