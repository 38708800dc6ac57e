"""The meetings of matters."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, Table, Text

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

rapat = Table(
    "rapat",
    metadata,
    id_(),
    *(text_(name) for name in ("berkas", "langkah")),
    Column("urut", Integer, nullable=False),
    text_("judul"),
    Column("tanggal", Date),
    *(Column(name, Text) for name in ("mulai", "selesai")),
    *(text_(name) for name in ("cara", "tempat", "tautan")),
    json_("acara", "[]"),
    json_("peserta", "[]"),
    *(Column(name, Instant) for name in ("diundang", "dilaporkan", "sejak")),
    versi_(),
    # Two who begin the same meeting at once begin one.
    Index(None, "berkas", "urut", unique=True),
)
