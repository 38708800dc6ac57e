"""What came back signed and is not taken as it is waits for a person."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant, Json

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kembalian",
        sa.Column("id", sa.String(64), nullable=False),
        _text("naskah"),
        sa.Column("ajuan", sa.Integer(), nullable=False),
        *(_text(name) for name in ("jalan", "file", "nama")),
        sa.Column("datang", Instant(), nullable=False),
        sa.Column("temuan", Json, server_default="[]", nullable=False),
        *(_text(name) for name in ("kiriman", "keadaan", "oleh")),
        sa.Column("pada", Instant(), nullable=True),
        _text("alasan"),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kembalian")),
    )
    named = op.f("ix_kembalian_naskah_ajuan_file")
    op.create_index(named, "kembalian", ["naskah", "ajuan", "file"], unique=True)
    op.create_index(op.f("ix_kembalian_keadaan_datang"), "kembalian", ["keadaan", "datang"])
    op.create_index(op.f("ix_kembalian_file"), "kembalian", ["file"])


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    op.drop_table("kembalian")
