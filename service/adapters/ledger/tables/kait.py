"""Webhooks, how far each has come, and what was told."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

kait = Table(
    "kait",
    metadata,
    id_(),
    text_("instansi"),
    text_("unit"),
    text_("nama"),
    text_("alamat"),
    json_("peristiwa", "[]"),
    text_("rahasia"),
    Column("dibuat", Instant, nullable=False),
    text_("oleh"),
    Column("dicabut", Instant),
    versi_(),
)

sampai_kait = Table(
    "sampai_kait", metadata, id_(), Column("urut", Integer, nullable=False), versi_()
)

antaran_kait = Table(
    "antaran_kait",
    metadata,
    id_(),
    Column("kait", String(64), nullable=False),
    text_("instansi"),
    Column("urut", Integer, nullable=False),
    text_("peristiwa"),
    text_("tentang"),
    Column("waktu", Instant, nullable=False),
    Column("dibuat", Instant, nullable=False),
    text_("unit"),
    Column("keadaan", String(20), nullable=False),
    Column("dicoba", Integer, nullable=False),
    Column("terakhir", Instant),
    Column("berikut", Instant),
    Column("kode", Integer, nullable=False),
    text_("kata"),
    versi_(),
    Index(None, "kait", "urut"),
    Index(None, "kait", "keadaan"),
    Index(None, "keadaan", "dibuat"),
)
