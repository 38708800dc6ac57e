"""Many papers begun from one table, and the files that hold them all."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

kumpulan = Table(
    "kumpulan",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "jenis", "keadaan")),
    Column("dibuat", Instant, nullable=False),
    *(text_(name) for name in ("oleh", "kunci")),
    json_("berkas", "[]"),
    Column("tiap_berkas", Boolean, nullable=False),
    *(text_(name) for name in ("file", "nama_file", "isi")),
    Column("jumlah", Integer, nullable=False),
    Column("mulai", Instant),
    text_("dimulai_oleh"),
    versi_(),
    Index(None, "kunci", unique=True),  # the same bytes for the same place are one kumpulan
    Index(None, "instansi", "dibuat"),
)

gabungan = Table(
    "gabungan",
    metadata,
    id_(),
    *(text_(name) for name in ("kumpulan", "bentuk", "diminta", "resep", "file")),
    versi_(),
    Index(None, "kumpulan"),
)
