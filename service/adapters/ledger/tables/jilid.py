"""What dossiers are bound from besides the papers themselves, and what people asked for."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table, text

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Bita, Instant

salinan_baca = Table(
    "salinan_baca",
    metadata,
    id_(),
    text_("salinan"),
    Column("dibuat", Instant, nullable=False),
    versi_(),
    Index(None, "salinan"),
)

jilidan = Table(
    "jilidan",
    metadata,
    id_(),
    *(text_(name) for name in ("apa", "tentang", "instansi", "unit", "oleh")),
    Column("diminta", Instant, nullable=False),
    *(
        Column(name, Boolean, nullable=False, server_default=text("false"))
        for name in ("bolak_balik", "tertutup")
    ),
    text_("resep"),
    json_("sumber", "[]"),
    json_("kurang", "[]"),
    text_("file"),
    Column("halaman", Integer, nullable=False, server_default="0"),
    Column("ukuran", Bita, nullable=False, server_default="0"),
    text_("sebab"),
    versi_(),
    Index(None, "tentang", "oleh"),
)
