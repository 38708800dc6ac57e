"""What is kept of closed matters: schedules, places, archives, loans, holds, lists, counts."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, Table, false, text

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

jadwal_arsip = Table(
    "jadwal_arsip",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "dasar")),
    json_("baris", "[]"),
    text_("penyiap"),
    Column("dibuat", Instant, nullable=False),
    text_("keadaan"),
    Column("diputus", Instant),
    text_("diputus_oleh"),
    versi_(),
    Index(None, "instansi", "keadaan"),
)

arsip = Table(
    "arsip",
    metadata,
    id_(),
    text_("instansi"),
    Column("ditutup", Date, nullable=False),
    *(text_(name) for name in ("keadaan", "kode")),
    json_("retensi", "{}"),
    Column("peristiwa", Date),
    *(text_(name) for name in ("penilaian", "tempat")),
    Column("vital", Boolean, nullable=False, server_default=false()),
    text_("cadangan"),
    Column("jumlah", Integer, nullable=False, server_default=text("0")),
    *(text_(name) for name in ("satuan", "kondisi", "tingkat")),
    *(Column(name, Date) for name in ("aktif_sampai", "inaktif_sampai", "pergi")),
    text_("usul"),
    Column("dicatat", Instant),
    versi_(),
    Index(None, "instansi", "ditutup", "id"),
    Index(None, "instansi", "keadaan", "inaktif_sampai"),
    Index(None, "tempat"),
)

tempat_arsip = Table(
    "tempat_arsip",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "unit", "macam", "nama", "induk")),
    Column("dibuat", Instant),
    Column("ditutup", Instant),
    versi_(),
    Index(None, "instansi"),
)

pinjaman_arsip = Table(
    "pinjaman_arsip",
    metadata,
    id_(),
    text_("arsip", index=True),
    *(text_(name) for name in ("peminjam", "keperluan")),
    Column("dipinjam", Instant, nullable=False),
    Column("kembali_sebelum", Date, nullable=False),
    text_("diserahkan_oleh"),
    Column("kembali", Instant),
    *(text_(name) for name in ("diterima_oleh", "kondisi")),
    Column("perpanjangan", Integer, nullable=False, server_default=text("0")),
    versi_(),
)

penahanan_arsip = Table(
    "penahanan_arsip",
    metadata,
    id_(),
    text_("arsip", index=True),
    *(text_(name) for name in ("sebab", "alasan", "oleh")),
    Column("sejak", Instant, nullable=False),
    Column("dilepas", Instant),
    *(text_(name) for name in ("dilepas_oleh", "alasan_lepas")),
    versi_(),
)

usul_arsip = Table(
    "usul_arsip",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "unit", "macam", "judul")),
    *(json_(name, "[]") for name in ("arsip", "penyiap")),
    Column("dibuat", Instant, nullable=False),
    text_("keadaan"),
    json_("persetujuan", "{}"),
    *(text_(name) for name in ("penyetuju", "pelaksana")),
    json_("saksi", "[]"),
    text_("berita_acara"),
    Column("dilaksanakan", Date),
    text_("berkas", index=True),
    versi_(),
    Index(None, "instansi", "keadaan"),
)

opname_arsip = Table(
    "opname_arsip",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "tempat", "oleh")),
    Column("pada", Instant, nullable=False),
    json_("temuan", "[]"),
    versi_(),
    Index(None, "instansi", "pada"),
)

penghapusan_arsip = Table(
    "penghapusan_arsip",
    metadata,
    id_(),
    text_("instansi", index=True),
    Column("mulai", Instant, nullable=False),
    *(
        Column(name, Integer, nullable=False, server_default=text("0"))
        for name in ("arsip", "file", "bersama")
    ),
    Column("ukuran", BigInteger, nullable=False, server_default=text("0")),
    Column("selesai", Instant),
    versi_(),
)
