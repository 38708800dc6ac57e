"""A paper knows which thing of its SOP it is and how often it was put forward; its initials."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("naskah", schema=None) as batch_op:
        for name in ("bahan", "token"):
            batch_op.add_column(_text(name))
        count = sa.Column("ajuan", sa.Integer(), server_default="0", nullable=False)
        batch_op.add_column(count)
        batch_op.create_index(batch_op.f("ix_naskah_token"), ["token"], unique=False)
    op.create_table(
        "paraf",
        sa.Column("id", sa.String(64), nullable=False),
        _text("naskah"),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("ajuan", "urut")),
        *(_text(name) for name in ("peran", "keadaan", "oleh")),
        sa.Column("pada", Instant(), nullable=True),
        _text("alasan"),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paraf")),
    )
    op.create_index(
        op.f("ix_paraf_naskah_ajuan_urut"), "paraf", ["naskah", "ajuan", "urut"], unique=True
    )


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    op.drop_table("paraf")
    with op.batch_alter_table("naskah", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_naskah_token"))
        for name in ("ajuan", "token", "bahan"):
            batch_op.drop_column(name)
