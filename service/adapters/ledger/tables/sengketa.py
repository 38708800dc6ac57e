"""What follows on a request: its extension, the dispute about it; and what the public suggests."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, text

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

sengketa = Table(
    "sengketa",
    metadata,
    id_(),
    text_("keberatan", index=True),
    text_("permohonan"),
    *(text_(name) for name in ("instansi", "unit", "komisi", "nomor")),
    Column("diajukan", Date, nullable=False),
    Column("dicatat", Instant, nullable=False),
    text_("tahap"),
    *(Column(name, Date) for name in ("batas", "batas_mulai", "mulai", "batas_selesai")),
    Column("batas_putusan", Date),
    Column("lewat", Boolean, nullable=False, server_default=text("false")),
    json_("putusan", "{}"),
    text_("berkas", index=True),
    text_("oleh"),
    versi_(),
    Index(None, "instansi", "diajukan", "id"),
    Index(None, "instansi", "tahap", "diajukan", "id"),
)

surat_sengketa = Table(
    "surat_sengketa",
    metadata,
    id_(),
    text_("sengketa", index=True),
    text_("kiriman", index=True),
    text_("hal"),
    Column("pada", Instant, nullable=False),
    text_("oleh"),
    Column("acara", Date),
    Column("dicabut", Boolean, nullable=False, server_default=text("false")),
    versi_(),
)

perpanjangan = Table(
    "perpanjangan",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "unit")),
    text_("permohonan", index=True),
    text_("berkas", index=True),
    *(text_(name) for name in ("alasan", "uraian")),
    Column("hari", Integer, nullable=False),
    *(Column(name, Date, nullable=False) for name in ("dari", "sampai")),
    text_("surat"),
    Column("pada", Instant, nullable=False),
    *(text_(name) for name in ("oleh", "file", "nomor")),
    versi_(),
)

masukan_publik = Table(
    "masukan_publik",
    metadata,
    id_(),
    text_("kiriman", index=True),
    *(text_(name) for name in ("instansi", "unit")),
    text_("kode", index=True),
    Column("diterima", Instant, nullable=False),
    json_("isian", "{}"),
    *(text_(name) for name in ("keadaan", "nomor_agenda")),
    text_("berkas", index=True),
    text_("butir"),
    versi_(),
    Index(None, "instansi", "diterima", "id"),
)
