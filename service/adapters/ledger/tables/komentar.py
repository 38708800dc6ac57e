"""What is said about matters, and who is told of it."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

komentar = Table(
    "komentar",
    metadata,
    id_(),
    text_("berkas", index=True),
    text_("oleh"),
    Column("waktu", Instant, nullable=False),
    text_("teks"),
    json_("sebut", "[]"),
    text_("jenis"),
    Column("ditarik", Instant),
    versi_(),
)

ikut = Table(
    "ikut",
    metadata,
    id_(),
    text_("berkas", index=True),
    text_("orang"),
    text_("pilihan"),
    text_("kabar"),
    Column("sejak", Instant),
    versi_(),
    Index(None, "orang", "kabar", "sejak"),
)
