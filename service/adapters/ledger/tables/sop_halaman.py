"""SOPs that are written on pages: the drafts, and the versions that were put in force."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

sop_konsep = Table(
    "sop_konsep",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "nama", "keadaan")),
    Column("dibuat", Instant, nullable=False),
    *(text_(name) for name in ("oleh", "kode")),
    Column("dasar", Integer, nullable=False, server_default="-1"),
    *(text_(name) for name in ("file", "nama_file")),
    Column("tabel", Integer, nullable=False, server_default="0"),
    json_("tabel_lain", "[]"),
    json_("kepala", "{}"),
    json_("langkah", "[]"),
    json_("bahan", "{}"),
    json_("sumber", "[]"),
    json_("ragu", "[]"),
    json_("penyiap", "[]"),
    Column("diubah", Instant),
    *(text_(name) for name in ("diubah_oleh", "siap", "siap_oleh")),
    Column("siap_sejak", Instant),
    versi_(),
    Index(None, "instansi", "keadaan"),
)

sop_terbit = Table(
    "sop_terbit",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "kode")),
    Column("urut", Integer, nullable=False),
    text_("nama"),
    Column("teks", Text, nullable=False),
    text_("bahan"),
    Column("sejak", Instant, nullable=False),
    text_("oleh"),
    json_("penyiap", "[]"),
    *(text_(name) for name in ("alasan", "konsep")),
    versi_(),
    Index(None, "instansi", "kode", "urut", unique=True),
)
