"""The way of matters through their SOPs: passages, things that are there, items, versions."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text, text

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

jejak = Table(
    "jejak",
    metadata,
    id_(),
    text_("berkas"),
    Column("urut", Integer, nullable=False),
    text_("langkah"),
    text_("tahap"),
    Column("masuk", Instant, nullable=False),
    Column("diambil", Instant),
    Column("keluar", Instant),
    *(text_(name) for name in ("oleh", "hasil")),
    Column("kembali", Boolean, nullable=False, server_default=text("false")),
    text_("alasan"),
    Column("dilewati", Boolean, nullable=False, server_default=text("false")),
    text_("atas_nama"),
    versi_(),
    # A matter stands in one place: two that complete the same step cannot both begin the next.
    Index(None, "berkas", "urut", unique=True),
    Index(None, "keluar"),  # what was left in a month, for what it took
)

ada = Table(
    "ada",
    metadata,
    id_(),
    text_("berkas", index=True),
    text_("bahan"),
    text_("keadaan"),
    Column("sejak", Instant, nullable=False),
    *(text_(name) for name in ("oleh", "file", "nomor", "catatan")),
    Column("dicabut", Instant),
    versi_(),
)

keringanan = Table(
    "keringanan",
    metadata,
    id_(),
    text_("berkas", index=True),
    *(text_(name) for name in ("bahan", "alasan", "oleh")),
    Column("pada", Instant, nullable=False),
    Column("dicabut", Instant),
    versi_(),
)

butir = Table(
    "butir",
    metadata,
    id_(),
    text_("berkas", index=True),
    Column("urut", Integer, nullable=False),
    *(text_(name) for name in ("judul", "unit", "hasil", "disetujui")),
    json_("uji", "{}"),
    Column("dicabut", Boolean, nullable=False, server_default=text("false")),
    versi_(),
    Index(None, "hasil"),  # what was excluded, for when that ends
)

sop_versi = Table(
    "sop_versi",
    metadata,
    id_(),
    text_("instansi"),
    text_("kode"),
    Column("teks", Text, nullable=False),
    json_("bahan", "[]"),
    versi_(),
)
