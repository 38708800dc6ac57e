"""What lay among the returned papers and nobody can place waits for a person."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant

revision = "0016"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "file_sesat",
        sa.Column("id", sa.String(64), nullable=False),
        *(_text(name) for name in ("file", "nama")),
        sa.Column("datang", Instant(), nullable=False),
        *(_text(name) for name in ("sebab", "keadaan", "naskah", "oleh")),
        sa.Column("pada", Instant(), nullable=True),
        _text("alasan"),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_sesat")),
    )
    op.create_index(op.f("ix_file_sesat_keadaan_datang"), "file_sesat", ["keadaan", "datang"])
    op.create_index(op.f("ix_file_sesat_file"), "file_sesat", ["file"])


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    op.drop_table("file_sesat")
