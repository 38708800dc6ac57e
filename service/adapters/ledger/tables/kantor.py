"""The agency and its people: settings, packs, holidays, who may do what, who is in."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, String, Table, text

from service.adapters.ledger.tables.kolom import id_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

setelan = Table(
    "setelan",
    metadata,
    id_(),
    text_("nama"),
    text_("zona"),
    Column("dibuka", Instant, nullable=False),
    text_("empat_mata"),
    versi_(),
)

paket = Table(
    "paket",
    metadata,
    Column("id", String(200), primary_key=True),
    text_("instansi", index=True),
    text_("teks"),
    versi_(),
)

libur = Table(
    "libur",
    metadata,
    Column("id", String(160), primary_key=True),
    text_("instansi"),
    Column("tanggal", Date, nullable=False),
    text_("nama"),
    text_("jenis"),
    text_("rujukan"),
    Column("sementara", Boolean, nullable=False),
    versi_(),
    Index(None, "instansi", "tanggal"),
)

alasan = Table(
    "alasan",
    metadata,
    id_(),
    text_("instansi"),
    text_("tentang", index=True),
    text_("kata"),
    versi_(),
)

orang = Table(
    "orang",
    metadata,
    id_(),
    text_("instansi", index=True),
    Column("nama_masuk", String(80), nullable=False, unique=True),
    text_("nama"),
    text_("nip"),
    text_("sandi"),
    Column("aktif", Boolean, nullable=False),
    versi_(),
)

pemegang = Table(
    "pemegang",
    metadata,
    id_(),
    text_("orang", index=True),
    text_("instansi", index=True),
    text_("unit"),
    text_("peran"),
    Column("mulai", Date, nullable=False),
    Column("sampai", Date),
    text_("sebagai"),
    text_("dari", index=True),
    text_("dasar"),
    Column("dicabut", Instant),
    versi_(),
)

sesi = Table(
    "sesi",
    metadata,
    id_(),
    text_("orang", index=True),
    Column("dibuat", Instant, nullable=False),
    Column("terakhir", Instant, nullable=False),
    Column("sampai", Instant, nullable=False, index=True),
    text_("alamat"),
    text_("csrf"),
    versi_(),
)

token = Table(
    "token",
    metadata,
    id_(),
    text_("orang"),
    text_("pemegang"),
    text_("instansi"),
    text_("unit"),
    text_("peran"),
    text_("nama"),
    Column("sidik", String(64), nullable=False, unique=True),
    Column("dibuat", Instant, nullable=False),
    text_("oleh"),
    Column("sampai", Date, nullable=False),
    Column("dicabut", Instant),
    versi_(),
)

pakai_token = Table(
    "pakai_token",
    metadata,
    id_(),
    Column("terakhir", Instant, nullable=False),
    versi_(),
)

undangan = Table(
    "undangan",
    metadata,
    id_(),
    text_("untuk"),
    Column("sampai", Instant, nullable=False),
    Column("terpakai", Instant),
    versi_(),
)

gagal_masuk = Table(
    "gagal_masuk",
    metadata,
    id_(),
    Column("kali", Integer, nullable=False),
    Column("terakhir", Instant, nullable=False, index=True),
    Column("sampai", Instant, nullable=False),
    versi_(),
)

alamat_surel = Table(
    "alamat_surel",
    metadata,
    id_(),
    *(text_(name) for name in ("instansi", "alamat")),
    Column("mati", Boolean, nullable=False, server_default=text("false")),
    Column("ditolak", Boolean, nullable=False, server_default=text("false")),
    versi_(),
)

edaran = Table(
    "edaran",
    metadata,
    id_(),
    text_("instansi"),
    Column("tanggal", Date, nullable=False),
    Column("dibuat", Instant, nullable=False),
    Column("surat", Integer, nullable=False, server_default="0"),
    versi_(),
    Index(None, "instansi", "tanggal"),
)

surat_pengingat = Table(
    "surat_pengingat",
    metadata,
    id_(),
    *(text_(name) for name in ("orang", "instansi")),
    Column("tanggal", Date, nullable=False),
    *(text_(name) for name in ("alamat", "keadaan")),
    Column("dibuat", Instant, nullable=False),
    Column("diserahkan", Integer, nullable=False, server_default="0"),
    Column("dikirim", Instant),
    Column("jumlah", Integer, nullable=False, server_default="0"),
    text_("sebab"),
    versi_(),
    Index(None, "orang", "tanggal"),
    Index(None, "instansi", "tanggal"),
)
