"""What was found in the file of a piece of information, and what of it may go out."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant, Json

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "file_keluar",
        sa.Column("id", sa.String(64), nullable=False),
        *(_text(x) for x in ("instansi", "informasi", "asal", "mime", "nama", "keadaan")),
        *(
            sa.Column(name, sa.Integer(), server_default=sa.text("0"), nullable=False)
            for name in ("ukuran", "aturan", "hasil_ukuran")
        ),
        sa.Column("bertanda", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        *(
            sa.Column(name, Json, server_default=sa.text("'[]'"), nullable=False)
            for name in ("temuan", "hasil_temuan", "kotak", "lepas")
        ),
        *(_text(x) for x in ("cara", "hasil", "diminta", "pesan", "oleh")),
        sa.Column("pada", Instant(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_keluar")),
    )
    op.create_index(op.f("ix_file_keluar_informasi"), "file_keluar", ["informasi"], unique=True)
    op.create_index(op.f("ix_file_keluar_instansi_keadaan"), "file_keluar", ["instansi", "keadaan"])


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    op.drop_table("file_keluar")
