"""A unit's list comes in, is judged by a person, and a line that was sent back waits for its unit."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant, Json

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("informasi") as table:
        table.add_column(
            sa.Column("dikembalikan", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
    op.create_table(
        "daftar_masuk",
        sa.Column("id", sa.String(64), nullable=False),
        *(_text(name) for name in ("instansi", "unit", "keadaan")),
        sa.Column("dibuat", Instant(), nullable=False),
        *(_text(name) for name in ("oleh", "file", "nama_file", "kiriman")),
        sa.Column("pilihan", Json, server_default=sa.text("'{}'"), nullable=False),
        *(_text(name) for name in ("hasil", "kembali")),
        sa.Column("tertutup", sa.Boolean(), nullable=False),
        *(_text(name) for name in ("galat", "diterima_oleh")),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("baru", "berubah", "tertinggal")
        ),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_daftar_masuk")),
    )
    op.create_index(op.f("ix_daftar_masuk_kiriman"), "daftar_masuk", ["kiriman"])
    by_day = op.f("ix_daftar_masuk_instansi_dibuat")
    op.create_index(by_day, "daftar_masuk", ["instansi", "dibuat"])


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    op.drop_table("daftar_masuk")
    with op.batch_alter_table("informasi") as table:
        table.drop_column("dikembalikan")
