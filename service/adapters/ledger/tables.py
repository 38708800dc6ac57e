"""The tables, and which kind of thing lies in which."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    text,
)

from service.adapters.ledger.types import Instant, Json
from service.domain.alasan import Alasan
from service.domain.aturan import AturanPengirim
from service.domain.berkas import Berkas
from service.domain.disposisi import Disposisi
from service.domain.keberatan import Keberatan
from service.domain.kiriman import File, Kiriman
from service.domain.libur import Libur
from service.domain.naskah import Naskah
from service.domain.nomor import Nomor
from service.domain.orang import GagalMasuk, Orang, Pemegang, Sesi, Undangan
from service.domain.paket import Paket
from service.domain.permohonan import Permohonan
from service.domain.setelan import Setelan
from service.domain.simpanan import Simpanan
from service.domain.teks import Teks

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[str]:
    return Column("id", String(64), primary_key=True)


def _text(name: str, *, index: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="", index=index)


def _json(name: str, empty: str) -> Column[Any]:
    return Column(name, Json, nullable=False, server_default=text(f"'{empty}'"))


def _versi() -> Column[int]:
    return Column("versi", Integer, nullable=False)


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
    _text("oleh"),
    _text("galat"),
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

buku = Table(
    "buku",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("instansi", String(80), nullable=False),
    Column("seri", String(80), nullable=False),
    Column("tahun", Integer, nullable=False),
    Column("mulai", Integer, nullable=False),
    Column("terakhir", Integer, nullable=False),
    Column("bulan", Integer, nullable=False, server_default="0"),
    _text("bagian"),
    Column("tanggal", Date),
    Column("diambil", Instant),
)

# One number serves one thing; void and reserved ones serve none.
SERVES = text("untuk <> '' AND keadaan <> 'batal'")
OBJECTS = text("jenis = 'keberatan' AND nomor_daftar = ''")
# What a rule only takes for an objection, as long as nobody has said what it is.
MAY_OBJECT = text("jenis = '' AND CAST(usul AS TEXT) LIKE '%\"keberatan\"%'")
WAITS = text("keadaan = 'sementara'")
nomor = Table(
    "nomor",
    metadata,
    Column("id", String(200), primary_key=True),
    Column("buku", String(120), nullable=False),
    Column("urut", Integer, nullable=False),
    Column("untuk", String(80), nullable=False),
    Column("diambil", Instant, nullable=False),
    _text("sisipan"),
    _text("nomor"),
    Column("tanggal", Date),
    _text("keadaan"),
    _text("sumber"),
    _text("perihal"),
    _text("alasan"),
    _text("oleh"),
    _text("penyetuju"),
    _text("pesanan", index=True),
    Column("sampai", Date),
    _versi(),
    Index(None, "buku", "urut"),
    Index(None, "buku", "tanggal"),
    Index(
        "ix_nomor_buku_untuk",
        "buku",
        "untuk",
        unique=True,
        sqlite_where=SERVES,
        postgresql_where=SERVES,
    ),
    Index(
        "ix_nomor_sementara",
        "buku",
        "urut",
        sqlite_where=WAITS,
        postgresql_where=WAITS,
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
    _text("tentang"),
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

kiriman = Table(
    "kiriman",
    metadata,
    _id(),
    _text("instansi"),
    _text("unit"),
    _text("pintu"),
    _text("nama"),
    _text("keadaan"),
    Column("diterima", Instant, nullable=False),
    _text("nomor_agenda"),
    _text("alasan"),
    _text("akhir"),
    _text("kode"),
    _text("siapa"),
    _text("kembar"),
    Column("rahasia", Boolean, nullable=False, server_default=text("false")),
    _text("jenis"),
    _json("surat", "{}"),
    Column("fisik", Json),
    _json("usul", "[]"),
    _json("asal", "{}"),
    _text("berkas", index=True),
    _text("nomor_daftar"),
    _versi(),
    Index(None, "instansi", "diterima", "id"),
    Index(None, "instansi", "rahasia", "diterima", "id"),
    # Each way the list of kiriman is asked for, in the order in which it is shown.
    Index(None, "instansi", "keadaan", "diterima", "id"),
    Index(None, "instansi", "unit", "diterima", "id"),
    Index(None, "instansi", "pintu", "diterima", "id"),
    Index(None, "instansi", "akhir", "diterima", "id"),
    Index(
        "ix_kiriman_keberatan",
        "instansi",
        "diterima",
        "id",
        sqlite_where=OBJECTS,
        postgresql_where=OBJECTS,
    ),
    Index(
        "ix_kiriman_mungkin_keberatan",
        "instansi",
        "diterima",
        "id",
        sqlite_where=MAY_OBJECT,
        postgresql_where=MAY_OBJECT,
    ),
)

file = Table(
    "file",
    metadata,
    _id(),
    _text("kiriman", index=True),
    _text("nama"),
    _text("sha256", index=True),
    Column("ukuran", Integer, nullable=False),
    _text("mime"),
    Column("urut", Integer, nullable=False, server_default="0"),
    _text("peran"),
    _text("dari"),
    _text("akhir"),
    Column("halaman", Integer, nullable=False, server_default="0"),
    _json("temuan", "[]"),
    _json("metadata", "{}"),
    _versi(),
)

berkas = Table(
    "berkas",
    metadata,
    _id(),
    _text("instansi"),
    _text("unit"),
    _text("judul"),
    _text("kiriman", index=True),
    _text("keadaan"),
    Column("dibuka", Instant, nullable=False),
    _text("dossier"),
    _versi(),
    Index(None, "instansi", "keadaan", "dibuka"),
)

naskah = Table(
    "naskah",
    metadata,
    _id(),
    _text("berkas", index=True),
    _text("instansi"),
    _text("jenis"),
    _text("keadaan"),
    Column("dibuat", Instant, nullable=False),
    Column("isian", Json, nullable=False),
    Column("penyiap", Json, nullable=False),
    _text("nomor"),
    Column("tanggal", Date),
    _text("resep"),
    _text("docx", index=True),  # a paper that comes back is known by its bytes
    _text("pdf", index=True),
    _text("bertanda_tangan", index=True),
    _versi(),
    Index(None, "instansi", "keadaan", "dibuat"),
    Index(None, "instansi", "tanggal", "id"),
)

simpanan = Table(
    "simpanan",
    metadata,
    _id(),
    Column("ukuran", Integer, nullable=False),
    _text("keadaan"),
    Column("dibuat", Instant, nullable=False),
    _versi(),
    Index(None, "keadaan", "dibuat"),
)

orang = Table(
    "orang",
    metadata,
    _id(),
    _text("instansi", index=True),
    Column("nama_masuk", String(80), nullable=False, unique=True),
    _text("nama"),
    _text("nip"),
    _text("sandi"),
    Column("aktif", Boolean, nullable=False),
    _versi(),
)

pemegang = Table(
    "pemegang",
    metadata,
    _id(),
    _text("orang", index=True),
    _text("instansi", index=True),
    _text("unit"),
    _text("peran"),
    Column("mulai", Date, nullable=False),
    Column("sampai", Date),
    _text("sebagai"),
    _text("dari", index=True),
    _text("dasar"),
    Column("dicabut", Instant),
    _versi(),
)

sesi = Table(
    "sesi",
    metadata,
    _id(),
    _text("orang", index=True),
    Column("dibuat", Instant, nullable=False),
    Column("terakhir", Instant, nullable=False),
    Column("sampai", Instant, nullable=False, index=True),
    _text("alamat"),
    _text("csrf"),
    _versi(),
)

undangan = Table(
    "undangan",
    metadata,
    _id(),
    _text("untuk"),
    Column("sampai", Instant, nullable=False),
    Column("terpakai", Instant),
    _versi(),
)

gagal_masuk = Table(
    "gagal_masuk",
    metadata,
    _id(),
    Column("kali", Integer, nullable=False),
    Column("terakhir", Instant, nullable=False, index=True),
    Column("sampai", Instant, nullable=False),
    _versi(),
)

setelan = Table(
    "setelan",
    metadata,
    _id(),
    _text("nama"),
    _text("zona"),
    Column("dibuka", Instant, nullable=False),
    _text("empat_mata"),
    _versi(),
)

libur = Table(
    "libur",
    metadata,
    Column("id", String(160), primary_key=True),
    _text("instansi"),
    Column("tanggal", Date, nullable=False),
    _text("nama"),
    _text("jenis"),
    _text("rujukan"),
    Column("sementara", Boolean, nullable=False),
    _versi(),
    Index(None, "instansi", "tanggal"),
)

paket = Table(
    "paket",
    metadata,
    Column("id", String(200), primary_key=True),
    _text("instansi", index=True),
    _text("teks"),
    _versi(),
)

alasan = Table(
    "alasan",
    metadata,
    _id(),
    _text("instansi"),
    _text("tentang", index=True),
    _text("kata"),
    _versi(),
)

permohonan = Table(
    "permohonan",
    metadata,
    _id(),
    _text("kiriman", index=True),
    _text("instansi"),
    _text("unit"),
    _text("kode", index=True),
    _text("keadaan"),
    Column("diterima", Instant, nullable=False),
    Column("hari_terima", Date, nullable=False),
    Column("tenggat", Date, nullable=False),
    _json("isian", "{}"),
    _text("jalan"),
    _text("nomor_agenda"),
    _text("nomor_daftar"),
    Column("tanggal_daftar", Date),
    Column("diperpanjang", Boolean, nullable=False, server_default=text("false")),
    _json("keputusan", "{}"),
    _versi(),
    Index(None, "instansi", "diterima", "id"),
    Index(None, "instansi", "nomor_daftar"),
    Index(None, "instansi", "keadaan", "tenggat"),
)

keberatan = Table(
    "keberatan",
    metadata,
    _id(),
    _text("kiriman", index=True),
    _text("instansi"),
    _text("unit"),
    _text("kode", index=True),
    _text("keadaan"),
    Column("diterima", Instant, nullable=False),
    Column("hari_terima", Date, nullable=False),
    Column("tenggat", Date, nullable=False),
    _json("alasan", "[]"),
    _text("permohonan", index=True),
    _json("isian", "{}"),
    _text("jalan"),
    Column("dini", Boolean, nullable=False, server_default=text("false")),
    _text("nomor_agenda"),
    _text("nomor"),
    Column("tanggal_daftar", Date),
    _json("tanggapan", "{}"),
    _versi(),
    Index(None, "instansi", "diterima", "id"),
    Index(None, "instansi", "keadaan", "tenggat"),
)

# What looks into it lies beside it, in whatever the database has for that: named cari_….
teks = Table(
    "teks",
    metadata,
    # SQLite's own row number, so that the index may lean on it.
    Column(
        "urut",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("id", String(80), nullable=False, unique=True),
    _text("file", index=True),
    _text("kiriman", index=True),
    _text("isi"),
    _text("akar"),
    _versi(),
)

disposisi = Table(
    "disposisi",
    metadata,
    _id(),
    _text("kiriman", index=True),
    _text("instansi"),
    _text("dari"),
    _text("dari_sebagai"),
    _text("kepada_jenis"),
    _text("kepada"),
    _text("kepada_nama"),
    Column("dibuat", Instant, nullable=False),
    _json("isi", "[]"),
    _text("catatan"),
    _text("sifat"),
    Column("batas", Date),
    _text("keadaan"),
    _text("asal"),
    _text("oleh"),
    Column("diterima", Instant),
    Column("selesai", Instant),
    _text("hasil"),
    _versi(),
    Index(None, "instansi", "kepada", "keadaan", "dibuat"),
)

aturan_pengirim = Table(
    "aturan_pengirim",
    metadata,
    _id(),
    _text("instansi", index=True),
    *(_text(name) for name in ("pengirim", "sebutan", "ruas", "nilai", "oleh", "kiriman")),
    Column("dibuat", Instant, nullable=False),
    Column("dicabut", Instant),
    _versi(),
)

TABLES: dict[type, Table] = {
    AturanPengirim: aturan_pengirim,
    Alasan: alasan,
    Libur: libur,
    Paket: paket,
    Orang: orang,
    Pemegang: pemegang,
    Sesi: sesi,
    Undangan: undangan,
    GagalMasuk: gagal_masuk,
    Kiriman: kiriman,
    File: file,
    Berkas: berkas,
    Naskah: naskah,
    Nomor: nomor,
    Simpanan: simpanan,
    Setelan: setelan,
    Teks: teks,
    Disposisi: disposisi,
    Permohonan: permohonan,
    Keberatan: keberatan,
}
UNJOURNALED: frozenset[type] = frozenset({Simpanan, Sesi, GagalMasuk, Teks})
REMOVABLE: frozenset[type] = frozenset({Libur, Paket})  # a removal stays in the journal
JENIS: dict[str, type] = {str(table.name): kind for kind, table in TABLES.items()}


def rahasia(kind: type) -> frozenset[str]:
    """The fields of a kind whose contents never enter its row versions."""
    return frozenset(f.name for f in fields(kind) if f.metadata.get("rahasia"))
