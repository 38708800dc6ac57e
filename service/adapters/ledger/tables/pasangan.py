"""Pairs that are written on pages: drafts, versions in force, what papers were made with."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

pasangan_konsep = Table(
    "pasangan_konsep",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "jenis", "nama", "keadaan")),
    Column("dibuat", Instant, nullable=False),
    text_("oleh"),
    Column("dasar", Integer, nullable=False),
    Column("teks", Text, nullable=False),
    *(text_(name) for name in ("docx", "nama_file", "ringan", "contoh", "contoh_dasar", "galat")),
    json_("penyiap", "[]"),
    Column("diubah", Instant),
    *(text_(name) for name in ("diubah_oleh", "siap", "siap_oleh")),
    Column("siap_sejak", Instant),
    json_("tak_tercetak", "[]"),
    versi_(),
    Index(None, "instansi", "keadaan"),
)

pasangan_terbit = Table(
    "pasangan_terbit",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "jenis")),
    Column("urut", Integer, nullable=False),
    text_("nama"),
    Column("teks", Text, nullable=False),
    text_("docx"),
    Column("sejak", Instant, nullable=False),
    *(text_(name) for name in ("oleh", "asli", "contoh", "contoh_dasar")),
    json_("penyiap", "[]"),
    *(text_(name) for name in ("alasan", "konsep")),
    Column("dari", Integer, nullable=False, server_default="-1"),
    versi_(),
    Index(None, "instansi", "jenis", "urut", unique=True),
)

pasangan_versi = Table(
    "pasangan_versi",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "jenis")),
    Column("teks", Text, nullable=False),
    *(text_(name) for name in ("docx", "asal")),
    versi_(),
)
