"""Schedules of retention, the archives under them, and how each moves, is lent, held or goes."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

from service.adapters.ledger.types import Instant, Json

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

NAMES = (
    "jadwal_arsip",
    "arsip",
    "tempat_arsip",
    "pinjaman_arsip",
    "penahanan_arsip",
    "usul_arsip",
    "opname_arsip",
)


def upgrade() -> None:
    _table(
        "jadwal_arsip",
        *_texts("instansi", "dasar", "penyiap", "keadaan", "diputus_oleh"),
        _json("baris", "[]"),
        sa.Column("dibuat", Instant(), nullable=False),
        sa.Column("diputus", Instant(), nullable=True),
    )
    _table(
        "arsip",
        *_texts("instansi", "keadaan", "kode", "penilaian", "tempat", "cadangan"),
        *_texts("satuan", "kondisi", "tingkat", "usul"),
        _json("retensi", "{}"),
        sa.Column("ditutup", sa.Date(), nullable=False),
        *_days("peristiwa", "aktif_sampai", "inaktif_sampai", "pergi"),
        sa.Column("vital", sa.Boolean(), server_default=sa.false(), nullable=False),
        _count("jumlah"),
        sa.Column("dicatat", Instant(), nullable=True),
    )
    _table(
        "tempat_arsip",
        *_texts("instansi", "unit", "macam", "nama", "induk"),
        *(sa.Column(x, Instant(), nullable=True) for x in ("dibuat", "ditutup")),
    )
    _table(
        "pinjaman_arsip",
        *_texts("arsip", "peminjam", "keperluan", "diserahkan_oleh", "diterima_oleh", "kondisi"),
        sa.Column("dipinjam", Instant(), nullable=False),
        sa.Column("kembali_sebelum", sa.Date(), nullable=False),
        sa.Column("kembali", Instant(), nullable=True),
        _count("perpanjangan"),
    )
    _table(
        "penahanan_arsip",
        *_texts("arsip", "sebab", "alasan", "oleh", "dilepas_oleh", "alasan_lepas"),
        sa.Column("sejak", Instant(), nullable=False),
        sa.Column("dilepas", Instant(), nullable=True),
    )
    _table(
        "usul_arsip",
        *_texts("instansi", "unit", "macam", "judul", "keadaan", "penyetuju", "pelaksana"),
        *_texts("berita_acara"),
        *(_json(x, "[]") for x in ("arsip", "penyiap", "saksi")),
        _json("persetujuan", "{}"),
        sa.Column("dibuat", Instant(), nullable=False),
        *_days("dilaksanakan"),
    )
    _table(
        "opname_arsip",
        *_texts("instansi", "tempat", "oleh"),
        _json("temuan", "[]"),
        sa.Column("pada", Instant(), nullable=False),
    )
    _index("jadwal_arsip", "instansi", "keadaan")
    _index("arsip", "instansi", "ditutup", "id")
    _index("arsip", "instansi", "keadaan", "inaktif_sampai")
    _index("arsip", "tempat")
    _index("tempat_arsip", "instansi")
    _index("pinjaman_arsip", "arsip")
    _index("penahanan_arsip", "arsip")
    _index("usul_arsip", "instansi", "keadaan")
    _index("opname_arsip", "instansi", "pada")


def _table(name: str, *columns: "sa.Column[object]") -> None:
    op.create_table(
        name,
        sa.Column("id", sa.String(64), nullable=False),
        *columns,
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, [*columns])


def _texts(*names: str) -> "Iterable[sa.Column[str]]":
    return [sa.Column(x, sa.Text(), server_default="", nullable=False) for x in names]


def _days(*names: str) -> "Iterable[sa.Column[object]]":
    return [sa.Column(x, sa.Date(), nullable=True) for x in names]


def _json(name: str, empty: str) -> "sa.Column[object]":
    return sa.Column(name, Json, server_default=sa.text(f"'{empty}'"), nullable=False)


def _count(name: str) -> "sa.Column[int]":
    return sa.Column(name, sa.Integer(), server_default=sa.text("0"), nullable=False)


def downgrade() -> None:
    for name in reversed(NAMES):
        op.drop_table(name)
