"""Books of numbers, and every number that was ever taken."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, String, Table, text

from service.adapters.ledger.tables.kolom import metadata, text_, versi_
from service.adapters.ledger.types import Instant

# One number serves one thing; void and reserved ones serve none.
SERVES = text("untuk <> '' AND keadaan <> 'batal'")
WAITS = text("keadaan = 'sementara'")

buku = Table(
    "buku",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("instansi", String(80), nullable=False),
    Column("seri", String(80), nullable=False),
    Column("tahun", Integer, nullable=False),
    Column("mulai", Integer, nullable=False),
    Column("terakhir", Integer, nullable=False),
    Column("bulan", Integer, nullable=False, server_default="0"),
    text_("bagian"),
    Column("tanggal", Date),
    Column("diambil", Instant),
)

nomor = Table(
    "nomor",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("buku", String(120), nullable=False),
    Column("urut", Integer, nullable=False),
    Column("untuk", String(80), nullable=False),
    Column("diambil", Instant, nullable=False),
    text_("sisipan"),
    text_("nomor"),
    Column("tanggal", Date),
    text_("keadaan"),
    text_("sumber"),
    text_("perihal"),
    text_("alasan"),
    text_("oleh"),
    text_("penyetuju"),
    text_("pesanan", index=True),
    Column("sampai", Date),
    versi_(),
    # A book is counted without opening a row.
    Index(None, "buku", "urut", "sumber", "sisipan", "keadaan"),
    Index(None, "buku", "tanggal"),
    Index(
        "ix_nomor_buku_untuk",
        "buku",
        "untuk",
        unique=True,
        sqlite_where=SERVES,
        postgresql_where=SERVES,
    ),
    Index(
        "ix_nomor_sementara",
        "buku",
        "urut",
        sqlite_where=WAITS,
        postgresql_where=WAITS,
    ),
)
