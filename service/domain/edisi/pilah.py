"""By what a reader narrows a list: body, kategori, unit, year, form, whether a file is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from service.domain.edisi.edisi import DIP
from service.domain.informasi.beda import Baris
from service.domain.informasi.bentuk import BENTUK, read_bentuk
from service.domain.informasi.sumbu import KATEGORI_DIP

INSTANSI, KATEGORI, UNIT, TAHUN, RUPA, FILE = (
    "instansi",
    "kategori",
    "unit",
    "tahun",
    "bentuk",
    "file",
)
SEBUTAN: dict[str, str] = {
    INSTANSI: "Badan publik",
    KATEGORI: "Kategori",
    UNIT: "Unit yang menguasai",
    TAHUN: "Tahun",
    RUPA: "Bentuk",
    FILE: "File",
}
ADA = "ada"
TERPANJANG = 30  # years that one range may name
_TAHUN = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?!\d)(?:\s*(?:-|–|s\.?d\.?|sampai)\s*((?:19|20)\d\d))?"
)


def years(waktu: str) -> tuple[str, ...]:
    """The years that a line names, and those between the two ends of a range."""
    found: set[int] = set()
    for one in _TAHUN.finditer(waktu):
        first, last = int(one[1]), int(one[2] or one[1])
        found |= set(range(first, last + 1)) if first <= last < first + TERPANJANG else {first}
    return tuple(str(year) for year in sorted(found, reverse=True))


def values(daftar: str, badan: str, baris: Baris, *, file: bool) -> Iterator[tuple[str, str]]:
    """Under what a line is found, by the name of each way."""
    yield INSTANSI, badan
    if daftar != DIP:
        return
    if (kategori := baris.get("kategori", "")) in KATEGORI_DIP:
        yield KATEGORI, kategori
    if unit := " ".join(baris.get("penguasa", "").split()):
        yield UNIT, unit
    yield from ((TAHUN, year) for year in years(baris.get("waktu_tempat", "")))
    yield from ((RUPA, one) for one in read_bentuk(baris.get("bentuk", "")))
    if file:
        yield FILE, ADA


def told(nama: str, nilai: str) -> str:
    """A value as the page prints it."""
    names = {KATEGORI: KATEGORI_DIP, RUPA: BENTUK, FILE: {ADA: "Ada file untuk diunduh"}}
    return names.get(nama, {}).get(nilai, nilai)
