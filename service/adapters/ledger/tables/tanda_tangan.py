"""Who signs a paper and what came of it; the keys they sign with; what came back oddly."""

from __future__ import annotations

from sqlalchemy import Column, Date, Index, Integer, Table

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

tempat_ttd = Table(
    "tempat_ttd",
    metadata,
    id_(),
    text_("naskah"),
    Column("ajuan", Integer, nullable=False),
    Column("urut", Integer, nullable=False),
    *(text_(name) for name in ("peran", "jalan", "keadaan", "oleh")),
    Column("pada", Instant),
    *(text_(name) for name in ("sebelum", "sesudah", "alasan", "cara", "penyewa")),
    Column("sewa_sampai", Instant),
    *(text_(name) for name in ("instansi", "urutan")),
    Column("diminta", Instant),
    Column("jatuh", Date),
    text_("acuan"),
    versi_(),
    Index(None, "naskah", "ajuan", "urut", unique=True),
    Index(None, "instansi", "keadaan", "peran"),
    Index(None, "sesudah"),
)

dilihat_ttd = Table(
    "dilihat_ttd",
    metadata,
    id_(),
    *(text_(name) for name in ("orang", "tempat", "naskah")),
    Column("terlihat", Integer, nullable=False),
    text_("pdf"),
    Column("pada", Instant, nullable=False),
    versi_(),
    Index(None, "tempat", "orang", unique=True),
)

edar_tinta = Table(
    "edar_tinta",
    metadata,
    id_(),
    text_("naskah"),
    Column("ajuan", Integer, nullable=False),
    text_("keadaan"),
    Column("pada", Instant, nullable=False),
    *(text_(name) for name in ("oleh", "kepada")),
    versi_(),
    Index(None, "naskah", "ajuan", unique=True),
)

kunci_ttd = Table(
    "kunci_ttd",
    metadata,
    id_(),
    text_("orang", index=True),
    *(text_(name) for name in ("jenis", "nama")),
    Column("dibuat", Instant, nullable=False),
    text_("file", index=True),
    *(text_(name) for name in ("token", "label", "nik", "pemilik", "penerbit", "sidik")),
    *(Column(name, Instant) for name in ("dari", "sampai", "dilepas")),
    versi_(),
)

tembusan = Table(
    "tembusan",
    metadata,
    id_(),
    *(text_(name) for name in ("naskah", "instansi", "tujuan", "tulisan")),
    Column("sejak", Instant, nullable=False),
    versi_(),
    Index(None, "naskah", "tujuan", unique=True),
    Index(None, "instansi", "tujuan", "sejak"),
)

file_sesat = Table(
    "file_sesat",
    metadata,
    id_(),
    *(text_(name) for name in ("file", "nama")),
    Column("datang", Instant, nullable=False),
    *(text_(name) for name in ("sebab", "keadaan", "naskah", "oleh")),
    Column("pada", Instant),
    text_("alasan"),
    versi_(),
    Index(None, "keadaan", "datang"),
    Index(None, "file"),
)

kembalian = Table(
    "kembalian",
    metadata,
    id_(),
    text_("naskah"),
    Column("ajuan", Integer, nullable=False),
    *(text_(name) for name in ("jalan", "file", "nama")),
    Column("datang", Instant, nullable=False),
    json_("temuan", "[]"),
    *(text_(name) for name in ("kiriman", "keadaan", "oleh")),
    Column("pada", Instant),
    text_("alasan"),
    versi_(),
    Index(None, "naskah", "ajuan", "file", unique=True),
    Index(None, "keadaan", "datang"),
    Index(None, "file"),
)
