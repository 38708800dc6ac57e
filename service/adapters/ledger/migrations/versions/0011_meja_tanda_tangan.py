"""A place for a signature knows its agency, its order and its day; what was looked at is kept."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

OLD, NEW = "ix_tempat_ttd_keadaan_peran", "ix_tempat_ttd_instansi_keadaan_peran"


def upgrade() -> None:
    with op.batch_alter_table("tempat_ttd", schema=None) as batch_op:
        for name in ("instansi", "urutan"):
            batch_op.add_column(_text(name))
        batch_op.add_column(sa.Column("diminta", Instant(), nullable=True))
        batch_op.add_column(sa.Column("jatuh", sa.Date(), nullable=True))
        batch_op.drop_index(batch_op.f(OLD))
        batch_op.create_index(batch_op.f(NEW), ["instansi", "keadaan", "peran"])
    op.create_table(
        "dilihat_ttd",
        sa.Column("id", sa.String(64), nullable=False),
        *(_text(name) for name in ("orang", "tempat", "naskah")),
        sa.Column("terlihat", sa.Integer(), nullable=False),
        _text("pdf"),
        sa.Column("pada", Instant(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dilihat_ttd")),
    )
    named = op.f("ix_dilihat_ttd_tempat_orang")
    op.create_index(named, "dilihat_ttd", ["tempat", "orang"], unique=True)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    op.drop_table("dilihat_ttd")
    with op.batch_alter_table("tempat_ttd", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f(NEW))
        batch_op.create_index(batch_op.f(OLD), ["keadaan", "peran"])
        for name in ("jatuh", "diminta", "urutan", "instansi"):
            batch_op.drop_column(name)
