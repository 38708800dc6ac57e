"""The books of numbers, and which number comes next."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from service.acts.nomor import buku as buku_nomor
from service.domain.bentuk_json import rincian
from service.domain.refusals import TidakAda
from service.web.api.jalan import looks
from service.web.dasar.auth import hadir, house
from service.web.dasar.sekali import at_work


@dataclass(frozen=True)
class TanyaBuku:
    """Buku nomor instansi mana."""

    instansi: str = field(metadata=rincian(terpendek=1, terpanjang=80))


@dataclass(frozen=True)
class BukuNomor:
    """Satu buku nomor: sampai mana ia, dan adakah lubangnya."""

    id: str
    seri: str
    tahun: int
    bulan: int
    mulai: int
    terakhir: int
    tanggal: date | None
    lubang: int
    berikutnya: str


@dataclass(frozen=True)
class DaftarBuku:
    """Buku-buku nomor yang boleh dilihat."""

    isi: tuple[BukuNomor, ...]


def books(tanya: TanyaBuku) -> DaftarBuku:
    """The books of numbers of an agency."""
    if tanya.instansi not in {one.id for one in at_work()} or not hadir().sees(tanya.instansi):
        raise TidakAda("Buku itu")
    found = buku_nomor.books(house(), hadir(), tanya.instansi)
    return DaftarBuku(
        tuple(
            BukuNomor(
                x.buku.id,
                x.buku.seri,
                x.buku.tahun,
                x.buku.bulan,
                x.mulai,
                x.terakhir,
                x.tanggal,
                x.lubang,
                buku_nomor.coming(house(), x),
            )
            for x in found
        )
    )


JALAN = (
    looks(
        "/buku-nomor",
        "daftar_buku_nomor",
        "Buku nomor dan nomor berikutnya; tidak ada nomor yang diambil.",
        books,
        DaftarBuku,
        TanyaBuku,
    ),
)
