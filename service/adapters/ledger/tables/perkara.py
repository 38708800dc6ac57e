"""Matters and their papers."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Table

from service.adapters.ledger.tables.kolom import id_, metadata, text_, versi_
from service.adapters.ledger.types import Instant, Json

berkas = Table(
    "berkas",
    metadata,
    id_(),
    text_("instansi"),
    text_("unit"),
    text_("judul"),
    text_("kiriman", index=True),
    text_("keadaan"),
    Column("dibuka", Instant, nullable=False),
    text_("dossier"),
    versi_(),
    Index(None, "instansi", "keadaan", "dibuka"),
)

naskah = Table(
    "naskah",
    metadata,
    id_(),
    text_("berkas", index=True),
    text_("instansi"),
    text_("jenis"),
    text_("keadaan"),
    Column("dibuat", Instant, nullable=False),
    Column("isian", Json, nullable=False),
    Column("penyiap", Json, nullable=False),
    text_("nomor"),
    Column("tanggal", Date),
    text_("resep"),
    text_("docx", index=True),  # a paper that comes back is known by its bytes
    text_("pdf", index=True),
    text_("bertanda_tangan", index=True),
    versi_(),
    Index(None, "instansi", "keadaan", "dibuat"),
    Index(None, "instansi", "tanggal", "id"),
)
