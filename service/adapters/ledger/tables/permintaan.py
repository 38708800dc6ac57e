"""The two registers of the law: requests and objections."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Table, text

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

permohonan = Table(
    "permohonan",
    metadata,
    id_(),
    text_("kiriman", index=True),
    text_("instansi"),
    text_("unit"),
    text_("kode", index=True),
    text_("keadaan"),
    Column("diterima", Instant, nullable=False),
    Column("hari_terima", Date, nullable=False),
    Column("tenggat", Date, nullable=False),
    json_("isian", "{}"),
    text_("jalan"),
    text_("nomor_agenda"),
    text_("nomor_daftar"),
    Column("tanggal_daftar", Date),
    Column("diperpanjang", Boolean, nullable=False, server_default=text("false")),
    json_("keputusan", "{}"),
    versi_(),
    Index(None, "instansi", "diterima", "id"),
    Index(None, "instansi", "nomor_daftar"),
    Index(None, "instansi", "keadaan", "tenggat"),
)

keberatan = Table(
    "keberatan",
    metadata,
    id_(),
    text_("kiriman", index=True),
    text_("instansi"),
    text_("unit"),
    text_("kode", index=True),
    text_("keadaan"),
    Column("diterima", Instant, nullable=False),
    Column("hari_terima", Date, nullable=False),
    Column("tenggat", Date, nullable=False),
    json_("alasan", "[]"),
    text_("permohonan", index=True),
    json_("isian", "{}"),
    text_("jalan"),
    Column("dini", Boolean, nullable=False, server_default=text("false")),
    text_("nomor_agenda"),
    text_("nomor"),
    Column("tanggal_daftar", Date),
    json_("tanggapan", "{}"),
    json_("surat", "{}"),
    Column("ditemukan", Date),
    Column("batas", Date),
    Column("lewat", Boolean, nullable=False, server_default=text("false")),
    versi_(),
    Index(None, "instansi", "diterima", "id"),
    Index(None, "instansi", "keadaan", "tenggat"),
)
