"""Tests of what is withheld, its opening by two persons, looks at its event, its closed files."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Table

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

pengujian = Table(
    "pengujian",
    metadata,
    id_(),  # that of the item
    text_("informasi", index=True),
    *(text_(name) for name in ("instansi", "berkas")),
    Column("sejak", Instant, nullable=False),
    text_("hasil"),
    Column("diterapkan", Instant),
    versi_(),
    Index(None, "berkas"),
)

pembukaan = Table(
    "pembukaan",
    metadata,
    id_(),
    text_("informasi", index=True),
    *(text_(name) for name in ("instansi", "unit", "pengujian", "oleh")),
    Column("pada", Instant, nullable=False),
    text_("alasan"),
    json_("sk", "{}"),
    *(text_(name) for name in ("keadaan", "penjawab")),
    Column("dijawab", Instant),
    text_("jawaban"),
    versi_(),
    Index(None, "instansi", "keadaan"),
)

tinjauan = Table(
    "tinjauan",
    metadata,
    id_(),
    text_("informasi", index=True),
    text_("instansi"),
    Column("hari", Date, nullable=False),
    text_("siapa"),
    Column("pada", Instant, nullable=False),
    text_("alasan"),
    versi_(),
)

tutupan = Table(
    "tutupan",
    metadata,
    id_(),
    text_("informasi", index=True),
    text_("instansi"),
    text_("sidik", index=True),
    text_("nama"),
    *(Column(name, Instant) for name in ("sejak", "dibuka")),
    versi_(),
)
