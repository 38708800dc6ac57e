"""What comes in: kiriman, their files and the words in them, who was told to act."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, String, Table, text

from service.adapters.ledger.tables.kolom import id_, json_, metadata, text_, versi_
from service.adapters.ledger.types import Bita, Instant, Json

# Letters of objection without a line in the register.
OBJECTS = text("jenis = 'keberatan' AND nomor_daftar = ''")
# What a rule only takes for an objection, as long as nobody has said what it is.
MAY_OBJECT = text("jenis = '' AND CAST(usul AS TEXT) LIKE '%\"keberatan\"%'")
# What an earlier Berkas laid out, and nobody has read anew.
EARLIER = text("tata < 1")

kiriman = Table(
    "kiriman",
    metadata,
    id_(),
    text_("instansi"),
    text_("unit"),
    text_("pintu"),
    text_("nama"),
    text_("keadaan"),
    Column("diterima", Instant, nullable=False),
    text_("nomor_agenda"),
    text_("alasan"),
    text_("akhir"),
    text_("kode"),
    text_("siapa"),
    text_("kembar"),
    Column("rahasia", Boolean, nullable=False, server_default=text("false")),
    text_("jenis"),
    json_("surat", "{}"),
    Column("fisik", Json),
    json_("usul", "[]"),
    json_("asal", "{}"),
    text_("berkas", index=True),
    text_("nomor_daftar"),
    versi_(),
    Index(None, "instansi", "diterima", "id"),
    Index(None, "instansi", "rahasia", "diterima", "id"),
    # Each way the list of kiriman is asked for, in the order in which it is shown.
    # With all that says who may see it: what waits is counted without opening a row.
    Index(None, "instansi", "keadaan", "diterima", "id", "rahasia", "unit"),
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
    id_(),
    text_("kiriman", index=True),
    text_("nama"),
    text_("sha256", index=True),
    Column("ukuran", Bita, nullable=False),
    text_("mime"),
    Column("urut", Integer, nullable=False, server_default="0"),
    text_("peran"),
    text_("dari"),
    text_("akhir"),
    Column("halaman", Integer, nullable=False, server_default="0"),
    json_("temuan", "[]"),
    json_("metadata", "{}"),
    versi_(),
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
    text_("file", index=True),
    text_("kiriman", index=True),
    text_("isi"),
    text_("akar"),
    text_("naskah", index=True),
    Column("halaman", Integer, nullable=False, server_default="0"),
    Column("turut", Boolean, nullable=False, server_default=text("false")),
    Column("tertutup", Boolean, nullable=False, server_default=text("false")),
    Column("sumber", Integer, nullable=False, server_default="0"),
    Column("tata", Integer, nullable=False, server_default="0"),
    versi_(),
    Index("ix_teks_lama", "file", sqlite_where=EARLIER, postgresql_where=EARLIER),
)

pencarian = Table(
    "pencarian",
    metadata,
    id_(),
    text_("orang", index=True),
    *(text_(name) for name in ("instansi", "unit", "nama")),
    Column("bersama", Boolean, nullable=False, server_default=text("false")),
    json_("saring", "{}"),
    Column("dibuat", Instant, nullable=False),
    versi_(),
    Index(None, "instansi", "bersama"),
)

disposisi = Table(
    "disposisi",
    metadata,
    id_(),
    text_("kiriman", index=True),
    text_("instansi"),
    text_("dari"),
    text_("dari_sebagai"),
    text_("kepada_jenis"),
    text_("kepada"),
    text_("kepada_nama"),
    Column("dibuat", Instant, nullable=False),
    json_("isi", "[]"),
    text_("catatan"),
    text_("sifat"),
    Column("batas", Date),
    text_("keadaan"),
    text_("asal"),
    text_("oleh"),
    Column("diterima", Instant),
    Column("selesai", Instant),
    text_("hasil"),
    versi_(),
    Index(None, "instansi", "kepada", "keadaan", "dibuat"),
)

aturan_pengirim = Table(
    "aturan_pengirim",
    metadata,
    id_(),
    text_("instansi", index=True),
    *(text_(name) for name in ("pengirim", "sebutan", "ruas", "nilai", "oleh", "kiriman")),
    Column("dibuat", Instant, nullable=False),
    Column("dicabut", Instant),
    versi_(),
)
