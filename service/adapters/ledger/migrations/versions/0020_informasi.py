"""A piece of information stands in the ledger for good, with its history."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant, Json

revision = "0020"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "informasi",
        sa.Column("id", sa.String(64), nullable=False),
        *(_text(x) for x in ("instansi", "kode", "keadaan", "unit", "kategori", "keamanan")),
        *(_json(name, "{}") for name in ("unsur", "pelengkap", "letak", "dik")),
        _text("salinan_dari"),
        _json("sk", "{}"),
        sa.Column("terbit_pada", sa.Date(), nullable=True),
        sa.Column("dimutakhirkan_pada", sa.Date(), nullable=True),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_informasi")),
    )
    op.create_index(op.f("ix_informasi_kode"), "informasi", ["kode"], unique=True)
    op.create_index(op.f("ix_informasi_salinan_dari"), "informasi", ["salinan_dari"])
    for column in ("unit", "keadaan"):
        name = op.f(f"ix_informasi_instansi_{column}_kode")
        op.create_index(name, "informasi", ["instansi", column, "kode"])
    op.create_table(
        "riwayat_informasi",
        sa.Column("id", sa.String(64), nullable=False),
        _text("informasi"),
        sa.Column("urut", sa.Integer(), nullable=False),
        *(_text(name) for name in ("dari", "ke", "siapa")),
        sa.Column("pada", Instant(), nullable=False),
        *(_text(name) for name in ("alasan", "sk")),
        _json("ruas", "[]"),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_riwayat_informasi")),
    )
    by_version = op.f("ix_riwayat_informasi_informasi_urut")
    op.create_index(by_version, "riwayat_informasi", ["informasi", "urut"], unique=True)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _json(name: str, empty: str) -> "sa.Column[object]":
    return sa.Column(name, Json, server_default=sa.text(f"'{empty}'"), nullable=False)


def downgrade() -> None:
    op.drop_table("riwayat_informasi")
    op.drop_table("informasi")
