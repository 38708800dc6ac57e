"""Every piece of information of an agency for good, and the history of each."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, Table, false

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

MASA = ("terbit_pada", "dimutakhirkan_pada")

informasi = Table(
    "informasi",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "kode", "keadaan", "unit", "kategori", "keamanan")),
    json_("unsur", "{}"),
    json_("pelengkap", "{}"),
    json_("letak", "{}"),
    json_("dik", "{}"),
    text_("salinan_dari", index=True),
    json_("sk", "{}"),
    *(Column(name, Date) for name in MASA),
    Column("dikembalikan", Boolean, nullable=False, server_default=false()),
    versi_(),
    # Whoever is withdrawn, withheld or opened keeps the kode: it is never given twice.
    Index(None, "kode", unique=True),
    Index(None, "instansi", "unit", "kode"),
    Index(None, "instansi", "keadaan", "kode"),
    # What the pictures count is counted without opening a row.
    Index("ix_informasi_gambaran", "instansi", "keadaan", "unit", "kategori", *MASA),
)

riwayat_informasi = Table(
    "riwayat_informasi",
    metadata,
    id_(),
    text_("informasi"),
    Column("urut", Integer, nullable=False),
    *(text_(name) for name in ("dari", "ke", "siapa")),
    Column("pada", Instant, nullable=False),
    *(text_(name) for name in ("alasan", "sk")),
    json_("ruas", "[]"),
    versi_(),
    # One version is left by one act.
    Index(None, "informasi", "urut", unique=True),
    Index(None, "pada"),
)

daftar_masuk = Table(
    "daftar_masuk",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "unit", "keadaan")),
    Column("dibuat", Instant, nullable=False),
    *(text_(name) for name in ("oleh", "file", "nama_file")),
    text_("kiriman", index=True),
    json_("pilihan", "{}"),
    *(text_(name) for name in ("hasil", "kembali")),
    Column("tertutup", Boolean, nullable=False),
    *(text_(name) for name in ("galat", "diterima_oleh")),
    *(Column(name, Integer, nullable=False) for name in ("baru", "berubah", "tertinggal")),
    versi_(),
    Index(None, "instansi", "dibuat"),
)
