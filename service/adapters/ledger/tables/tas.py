"""The bags of matters."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table, text

from service.adapters.ledger.tables.kolom import id_, metadata, text_, versi_
from service.adapters.ledger.types import Instant

tas_berkas = Table(
    "tas_berkas",
    metadata,
    id_(),
    *(
        text_(name)
        for name in (
            "instansi",
            "berkas",
            "oleh",
            "rantai",
            "keadaan",
            "resep",
            "terbuka",
            "tertutup",
            "pesan",
        )
    ),
    *(
        Column(name, BigInteger, nullable=False, server_default=text("0"))
        for name in (
            "urut",
            "ukuran_terbuka",
            "banyak_terbuka",
            "ukuran_tertutup",
            "banyak_tertutup",
        )
    ),
    Column("diminta", Instant, nullable=False),
    Column("jadi", Instant),
    versi_(),
    Index(None, "berkas"),
)
