"""What the house keeps for itself: work it owes, its journal, its pulse, what lies in the store."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, String, Table, text

from service.adapters.ledger.tables.kolom import id_, metadata, text_, versi_
from service.adapters.ledger.types import Bita, Instant, Json

pekerjaan = Table(
    "pekerjaan",
    metadata,
    Column("job", String(40), nullable=False),
    Column("untuk", String(80), nullable=False),
    Column("jalur", String(20), nullable=False),
    Column("diminta", Integer, nullable=False),
    Column("dibuat", Instant, nullable=False),
    Column("fence", Integer, nullable=False),
    Column("percobaan", Integer, nullable=False),
    Column("hilang", Integer, nullable=False),
    Column("diambil", Instant),
    Column("mulai", Instant),
    Column("sewa", Instant),
    text_("oleh"),
    text_("galat"),
    Column("tunda_sampai", Instant),
    Column("macet", Instant),
    PrimaryKeyConstraint("job", "untuk"),
    Index(None, "jalur", "dibuat"),
    Index(
        "ix_pekerjaan_macet",
        "macet",
        sqlite_where=text("macet IS NOT NULL"),
        postgresql_where=text("macet IS NOT NULL"),
    ),
)

catatan = Table(
    "catatan",
    metadata,
    Column("instansi", String(80), nullable=False),
    Column("urut", Integer, nullable=False),
    Column("waktu", Instant, nullable=False),
    Column("siapa", String(80), nullable=False),
    Column("perbuatan", String(80), nullable=False),
    text_("tentang"),
    Column("rincian", Json, nullable=False),
    Column("ubahan", Json, nullable=False),
    Column("sebelumnya", String(64), nullable=False),
    Column("rantai", String(64), nullable=False),
    PrimaryKeyConstraint("instansi", "urut"),
    Index(None, "tentang"),
    # What is asked for by name, by act or by time is shown by time.
    Index(None, "instansi", "waktu", "urut"),
    Index(None, "instansi", "siapa", "waktu", "urut"),
    Index(None, "instansi", "perbuatan", "waktu", "urut"),
    Index(None, "instansi", "siapa", "perbuatan", "waktu", "urut"),
)

kepala = Table(
    "kepala",
    metadata,
    Column("instansi", String(80), primary_key=True),
    Column("urut", Integer, nullable=False),
    Column("rantai", String(64), nullable=False),
)

riwayat = Table(
    "riwayat",
    metadata,
    Column("jenis", String(40), nullable=False),
    Column("id", String(200), nullable=False),
    Column("versi", Integer, nullable=False),
    Column("isi", Json, nullable=False),
    Column("hash", String(64), nullable=False),
    PrimaryKeyConstraint("jenis", "id", "versi"),
)

detak = Table(
    "detak",
    metadata,
    Column("nama", String(80), primary_key=True),
    Column("jenis", String(40), nullable=False),
    Column("waktu", Instant, nullable=False),
    Column("rincian", Json, nullable=False),
)

simpanan = Table(
    "simpanan",
    metadata,
    id_(),
    Column("ukuran", Bita, nullable=False),
    text_("keadaan"),
    Column("dibuat", Instant, nullable=False),
    versi_(),
    Index(None, "keadaan", "dibuat"),
)
