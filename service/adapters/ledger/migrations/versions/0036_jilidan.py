"""A person asks for a matter or a dispute to be bound, out of what they may read."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant, Json

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "jilidan",
        sa.Column("id", sa.String(64), nullable=False),
        *(
            sa.Column(name, sa.Text(), server_default="", nullable=False)
            for name in ("apa", "tentang", "instansi", "unit", "oleh")
        ),
        sa.Column("diminta", Instant(), nullable=False),
        *(
            sa.Column(name, sa.Boolean(), server_default=sa.text("false"), nullable=False)
            for name in ("bolak_balik", "tertutup")
        ),
        sa.Column("resep", sa.Text(), server_default="", nullable=False),
        sa.Column("sumber", Json, server_default="[]", nullable=False),
        sa.Column("kurang", Json, server_default="[]", nullable=False),
        sa.Column("file", sa.Text(), server_default="", nullable=False),
        *(
            sa.Column(name, sa.Integer(), server_default="0", nullable=False)
            for name in ("halaman", "ukuran")
        ),
        sa.Column("sebab", sa.Text(), server_default="", nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jilidan")),
    )
    op.create_index(op.f("ix_jilidan_tentang_oleh"), "jilidan", ["tentang", "oleh"])


def downgrade() -> None:
    op.drop_index(op.f("ix_jilidan_tentang_oleh"), "jilidan")
    op.drop_table("jilidan")
