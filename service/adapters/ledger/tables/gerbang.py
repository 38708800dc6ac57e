"""The file of each piece of information on its way out, and what was decided about it."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table, text

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Bita, Instant

file_keluar = Table(
    "file_keluar",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "informasi", "asal", "mime", "nama", "keadaan")),
    *(
        Column(name, Bita, nullable=False, server_default=text("0"))
        for name in ("ukuran", "hasil_ukuran")
    ),
    Column("aturan", Integer, nullable=False, server_default=text("0")),
    Column("bertanda", Boolean, nullable=False, server_default=text("false")),
    *(json_(name, "[]") for name in ("temuan", "hasil_temuan", "kotak", "lepas")),
    *(text_(name) for name in ("cara", "hasil", "diminta", "pesan", "oleh")),
    Column("pada", Instant),
    versi_(),
    Index(None, "informasi", unique=True),
    Index(None, "instansi", "keadaan"),
)
