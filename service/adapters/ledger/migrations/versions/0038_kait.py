"""Programs elsewhere are told what happens here."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant, Json

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kait",
        sa.Column("id", sa.String(64), nullable=False),
        *(_text(x) for x in ("instansi", "unit", "nama", "alamat")),
        sa.Column("peristiwa", Json, server_default=sa.text("'[]'"), nullable=False),
        _text("rahasia"),
        sa.Column("dibuat", Instant(), nullable=False),
        _text("oleh"),
        sa.Column("dicabut", Instant(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kait")),
    )
    op.create_table(
        "sampai_kait",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sampai_kait")),
    )
    op.create_table(
        "antaran_kait",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kait", sa.String(64), nullable=False),
        _text("instansi"),
        sa.Column("urut", sa.Integer(), nullable=False),
        *(_text(x) for x in ("peristiwa", "tentang")),
        *(sa.Column(x, Instant(), nullable=False) for x in ("waktu", "dibuat")),
        _text("unit"),
        sa.Column("keadaan", sa.String(20), nullable=False),
        sa.Column("dicoba", sa.Integer(), nullable=False),
        *(sa.Column(x, Instant(), nullable=True) for x in ("terakhir", "berikut")),
        sa.Column("kode", sa.Integer(), nullable=False),
        _text("kata"),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_antaran_kait")),
    )
    for columns in (["kait", "urut"], ["kait", "keadaan"], ["keadaan", "dibuat"]):
        op.create_index(op.f(f"ix_antaran_kait_{'_'.join(columns)}"), "antaran_kait", columns)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def downgrade() -> None:
    for name in ("antaran_kait", "sampai_kait", "kait"):
        op.drop_table(name)
