"""Editions of the two lists of an agency, and what the agency chose for them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table, text

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

BERNOMOR = text("urut > 0")

edisi = Table(
    "edisi",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "daftar", "jenis", "keadaan")),
    Column("tahun", Integer, nullable=False),
    Column("urut", Integer, nullable=False),
    text_("berkas", index=True),
    text_("naskah", index=True),
    json_("sk", "{}"),
    *(text_(name) for name in ("sebelum", "isi")),
    Column("banyak", Integer, nullable=False),
    *(Column(name, Instant) for name in ("mulai", "sampai", "terbit", "ditarik")),
    text_("alasan"),
    json_("penyusun", "[]"),
    text_("penerbit"),
    Column("beku", Instant),
    Column("kembali", Boolean, nullable=False, server_default=text("false")),
    versi_(),
    Index(None, "instansi", "daftar", "keadaan"),
    # Two editions of a year never bear one number.
    Index(
        "uq_edisi_bernomor",
        "instansi",
        "daftar",
        "tahun",
        "urut",
        unique=True,
        sqlite_where=BERNOMOR,
        postgresql_where=BERNOMOR,
    ),
)

alamat_diperiksa = Table(
    "alamat_diperiksa",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "kode", "alamat", "sidik", "hasil", "kata")),
    *(Column(name, Instant, nullable=False) for name in ("diperiksa", "sejak")),
    Column("diminta", Instant),
    versi_(),
    Index(None, "instansi", "hasil"),
)

terdorong = Table(
    "terdorong",
    metadata,
    id_(),
    text_("instansi"),
    text_("tujuan", index=True),
    *(text_(name) for name in ("nama", "sidik")),
    Column("pada", Instant),
    versi_(),
)

keadaan_dorong = Table(
    "keadaan_dorong",
    metadata,
    id_(),
    text_("instansi", index=True),
    *(text_(name) for name in ("keadaan", "kata")),
    *(Column(name, Instant, nullable=False) for name in ("dicoba", "sejak")),
    Column("beres", Instant),
    versi_(),
)

setelan_edisi = Table(
    "setelan_edisi",
    metadata,
    id_(),
    Column("penerbit_lain", Boolean, nullable=False, server_default=text("false")),
    versi_(),
)
