"""Editions of the two lists: drawn up, frozen, decreed, published."""

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant, Json

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "edisi",
        sa.Column("id", sa.String(64), nullable=False),
        *(_text(x) for x in ("instansi", "daftar", "jenis", "keadaan")),
        *(_int(x) for x in ("tahun", "urut")),
        *(_text(x) for x in ("berkas", "naskah")),
        _json("sk", "{}"),
        *(_text(x) for x in ("sebelum", "isi")),
        _int("banyak"),
        *(sa.Column(x, Instant(), nullable=True) for x in ("mulai", "sampai", "terbit")),
        sa.Column("ditarik", Instant(), nullable=True),
        _text("alasan"),
        _json("penyusun", "[]"),
        _text("penerbit"),
        sa.Column("beku", Instant(), nullable=True),
        sa.Column("kembali", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        _int("versi"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edisi")),
    )
    for column in ("berkas", "naskah"):
        op.create_index(op.f(f"ix_edisi_{column}"), "edisi", [column])
    by_state = ["instansi", "daftar", "keadaan"]
    op.create_index(op.f("ix_edisi_instansi_daftar_keadaan"), "edisi", by_state)
    op.create_index(
        "uq_edisi_bernomor",
        "edisi",
        ["instansi", "daftar", "tahun", "urut"],
        unique=True,
        sqlite_where=sa.text("urut > 0"),
        postgresql_where=sa.text("urut > 0"),
    )
    op.create_table(
        "setelan_edisi",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("penerbit_lain", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        _int("versi"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setelan_edisi")),
    )


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _int(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer(), nullable=False)


def _json(name: str, empty: str) -> "sa.Column[object]":
    return sa.Column(name, Json, server_default=sa.text(f"'{empty}'"), nullable=False)


def downgrade() -> None:
    op.drop_table("setelan_edisi")
    op.drop_table("edisi")
