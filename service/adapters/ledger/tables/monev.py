"""What an office chose as evidence for its monev, and the ZIPs that were made of it."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table, text

from service.adapters.ledger.tables.kolom import id_, metadata, text_, versi_
from service.adapters.ledger.types import Bita, Instant

bukti_monev = Table(
    "bukti_monev",
    metadata,
    id_(),
    text_("instansi"),
    Column("tahun", Integer, nullable=False),
    *(text_(name) for name in ("pertanyaan", "jenis", "sasaran", "oleh")),
    Column("pada", Instant, nullable=False),
    Column("dipakai", Boolean, nullable=False, server_default=text("true")),
    versi_(),
    Index(None, "instansi", "tahun"),
)

ekspor_monev = Table(
    "ekspor_monev",
    metadata,
    id_(),
    text_("instansi"),
    Column("tahun", Integer, nullable=False),
    *(text_(name) for name in ("oleh", "keadaan", "hasil", "pesan")),
    *(
        Column(name, Integer, nullable=False, server_default=text("0"))
        for name in ("banyak", "kosong", "tertinggal")
    ),
    Column("ukuran", Bita, nullable=False, server_default=text("0")),
    Column("diminta", Instant, nullable=False),
    Column("jadi", Instant),
    versi_(),
    Index(None, "instansi", "tahun"),
)
