"""The parts of the picture of the whole, beside those it shares with a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from service.acts.laporan.hitung import Hitung
from service.acts.laporan.putaran import Berlangsung
from service.acts.laporan.tenggat import Sisa
from service.domain.laporan import ketersediaan as k
from service.domain.laporan.umur import UMUR
from service.web.laporan.bagian import coverage
from service.web.laporan.bagian_layanan import withheld
from service.web.laporan.satuan import Angka, Bagian, Nama


def parts(
    angka: Hitung, unit: Nama, rounds: Iterable[Berlangsung], terms: Iterable[Sisa]
) -> Iterator[Bagian]:
    """What there is today, how old it is, what is under way, and what ends soon."""
    yield from coverage(angka, unit)
    yield _ages(angka)
    yield Bagian(
        "putaran",
        "Putaran yang berjalan",
        ("Putaran", "Unit selesai", "Unit belum"),
        tuple((one.judul, one.selesai, one.belum) for one in rounds),
        (1, 2),
        catatan="Unit yang belum tidak menahan yang lain.",
    )
    yield Bagian(
        "tenggat",
        "Tenggat",
        ("Apa", "Sudah lewat", "Dalam 14 hari"),
        tuple((one.apa, one.lewat, one.segera) for one in terms),
        (1, 2),
    )
    yield from withheld(angka)


def _ages(angka: Hitung) -> Bagian:
    """How long ago the public lines were brought up to date, by kategori."""
    found = {(x.umur, x.kategori): x.banyak for x in angka.umur}
    rows: list[tuple[Angka, ...]] = [
        (words, *[found.get((umur, kategori), 0) for kategori in k.KATEGORI])
        for umur, words in UMUR.items()
    ]
    return Bagian(
        "umur",
        "Umur informasi yang terbit",
        ("Terakhir dimutakhirkan", *k.KATEGORI.values()),
        tuple(rows) if found else (),
        (1, 2, 3),
        catatan="Informasi berkala dimutakhirkan paling lama setiap enam bulan.",
    )
