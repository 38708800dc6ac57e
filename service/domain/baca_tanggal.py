"""Dates as letters write them, as precisely as they do, and which of them is the letter's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from service.domain.halaman_teks import Baris, Nilai, best, cells
from service.domain.tanggal import terbilang

CALON = 4
TERTUA = 1945
_BULAN = {
    1: "januari januar jan",
    2: "februari pebruari febuari februwari feb peb",
    3: "maret mar mrt",
    4: "april apr",
    5: "mei mey",
    6: "juni jun",
    7: "juli jul",
    8: "agustus agust agt agu ags",
    9: "september sept sep",
    10: "oktober october okt",
    11: "november nopember nov nop",
    12: "desember december des",
}
BULAN_OF = {name: n for n, names in _BULAN.items() for name in names.split()}
_ROMAWI = "I II III IV V VI VII VIII IX X XI XII"
_ROMAWI_OF = {roman: n for n, roman in enumerate(_ROMAWI.split(), 1)}
_NAMA = "|".join(sorted(BULAN_OF, key=len, reverse=True))
_DEPAN = r"(?<![\w/.,-])"
PANJANG = re.compile(rf"{_DEPAN}(\d{{1,2}})\s*[- ]?\s*({_NAMA})\b\.?,?\s*[- ]?\s*(\d{{4}})\b", re.I)
ANGKA = re.compile(rf"{_DEPAN}(\d{{1,2}})\s?([-/.])\s?(\d{{1,2}})\s?\2\s?(\d{{4}})(?![\w/])")
ISO = re.compile(rf"{_DEPAN}(\d{{4}})-(\d{{2}})-(\d{{2}})(?![\w/-])")
ROMA = re.compile(rf"{_DEPAN}(\d{{1,2}})\s?([-/ .])\s?([IVX]{{1,4}})\s?\2\s?(\d{{4}})(?![\w/])")
SEBULAN = re.compile(rf"(?<!\d)(?<!\d )(?<!\w)({_NAMA})\s+((?:19|20)\d{{2}})\b", re.I)
SETAHUN = re.compile(r"\btahun\s+((?:19|20)\d{2})\b", re.I)
KATA = re.compile(
    rf"tanggal\s+([a-z ]{{3,30}}?)\s+bulan\s+({_NAMA})\s+tahun\s+([a-z ]{{5,60}})", re.I
)
_HARI_OF = {terbilang(n): n for n in range(1, 32)}
_TAHUN_OF = {terbilang(n): n for n in range(1990, 2100)}

_KOTA = re.compile(r"(?:^|\s{2}|\t)[A-Z][\w.' ]{2,40},?\s*(?:tanggal\s*)?$")
_LABEL = re.compile(r"^(?:tanggal|tgl|tertanggal)\b\.?\s*(?:surat|naskah)?\s*[:.]?\s*$", re.I)
_LABEL_LAIN = re.compile(
    r"^(?:tanggal|tgl)\b\.?\s*(?:pembuatan|pengesahan|ditetapkan)\s*[:.]?\s*$", re.I
)
_LABEL_JAUH = re.compile(r"^(?:tanggal|tgl)\b\.?\s*(?:revisi|efektif|berlaku)\s*[:.]?\s*$", re.I)
_DITETAPKAN = re.compile(
    r"(?:ditetapkan|dikeluarkan|dibuat)\b.{0,40}$|^pada\s+tanggal\s*:?\s*$", re.I
)
_HARI_INI = re.compile(r"pada hari ini", re.I)
_KOLOM = re.compile(r"(?:\t| {3,})$")
_LAHIR = re.compile(r"\b(?:lahir|berakhir|paling lambat|sampai dengan|s\.d\.?)\b.{0,25}$", re.I)
_RUJUKAN = re.compile(
    r"\b(?:surat|nomor|undang|peraturan|keputusan|nota|memorandum|tertanggal|hari\s?/\s?tanggal|"
    r"tahun|sejak)\b.{0,80}$",
    re.I,
)


@dataclass(frozen=True)
class Tertulis:
    """A date in a text: as ISO, to the day, the month or the year, and its place."""

    nilai: str
    mulai: int
    selesai: int


def dates(baris: Sequence[Baris], diterima: date | None = None) -> tuple[Nilai, ...]:
    """What may be the date of this letter, surest first; none is after its arrival."""
    return best([*_days(baris, diterima), *_coarse(baris)], CALON)


def dates_in(teks: str) -> list[Tertulis]:
    """Every day that is written in a text, from left to right."""
    found = [*_spelt(teks), *_figures(teks), *_words(teks)]
    return sorted(found, key=lambda one: one.mulai)


def _days(baris: Sequence[Baris], diterima: date | None) -> Iterator[Nilai]:
    for n, one in enumerate(baris):
        above = baris[n - 1].teks if n else ""
        for stands in dates_in(one.teks):
            aturan, sure = _why(one, _beside(one.teks[: stands.mulai]), above)
            if diterima and date.fromisoformat(stands.nilai) > diterima + timedelta(days=1):
                sure = min(sure, 25)
            yield Nilai(stands.nilai, aturan, one.teks, one.halaman, sure)


def _beside(before: str) -> str:
    """What stands before a date in its own column; a short label in the column before counts."""
    parts = cells(before)
    if not parts:
        return ""
    apart = _KOLOM.search(before) is not None
    return "" if apart and re.search(r"\d", parts[-1]) else parts[-1]


def _why(one: Baris, before: str, above: str) -> tuple[str, int]:
    """The rule a date rests on, by what stands before it, and how sure that makes."""
    if _LAHIR.search(before):
        return "tanggal.isi", 20
    if _DITETAPKAN.search(before) or (not before and _DITETAPKAN.search(above)):
        return "tanggal.ditetapkan", 92
    if _HARI_INI.search(before):
        return "tanggal.hari_ini", 88
    if _LABEL.match(before.strip()) and one.kepala:
        return "tanggal.label", 93
    if _LABEL_LAIN.match(before.strip()) and one.kepala:
        return "tanggal.label", 82
    if _LABEL_JAUH.match(before.strip()):
        return "tanggal.label", 50
    if _RUJUKAN.search(before):
        return "tanggal.rujukan", 28
    if _KOTA.search(before) and len(before.strip()) > 2:
        return "tanggal.kota", 95 if one.kepala else 85
    if one.kepala:
        return "tanggal.kepala", 65 if not before.strip() or before.strip()[-1] in ",:" else 45
    return "tanggal.isi", 40 if one.halaman == 1 else 30


def _coarse(baris: Sequence[Baris]) -> Iterator[Nilai]:
    """A month, or a year, where the letter says no more."""
    exact = any(dates_in(one.teks) for one in baris if one.kepala)
    for one in baris:
        for hit in SEBULAN.finditer(one.teks) if one.halaman == 1 else ():
            value = f"{hit[2]}-{BULAN_OF[hit[1].lower()]:02d}"
            alone = hit[0] == one.teks or bool(_KOTA.search(one.teks[: hit.start()]))
            sure = (72 if alone and not exact else 40) if one.kepala else 22
            yield Nilai(value, "tanggal.kepala" if one.kepala else "tanggal.isi", one.teks, 1, sure)
        for hit in SETAHUN.finditer(one.teks) if one.halaman == 1 and one.kepala else ():
            if hit[0].casefold() == one.teks.casefold():
                yield Nilai(hit[1], "tanggal.kepala", one.teks, 1, 35)


def _spelt(teks: str) -> Iterator[Tertulis]:
    for hit in PANJANG.finditer(teks):
        yield from _made(hit, int(hit[3]), BULAN_OF[hit[2].lower()], int(hit[1]))


def _figures(teks: str) -> Iterator[Tertulis]:
    for hit in ANGKA.finditer(teks):
        yield from _made(hit, int(hit[4]), int(hit[3]), int(hit[1]))
    for hit in ISO.finditer(teks):
        yield from _made(hit, int(hit[1]), int(hit[2]), int(hit[3]))
    for hit in ROMA.finditer(teks):
        yield from _made(hit, int(hit[4]), _ROMAWI_OF.get(hit[3], 0), int(hit[1]))


def _words(teks: str) -> Iterator[Tertulis]:
    """`tanggal tiga bulan November tahun dua ribu dua puluh enam`, as a berita acara writes it."""
    for hit in KATA.finditer(teks):
        day = _HARI_OF.get(" ".join(hit[1].lower().split()), 0)
        words = hit[3].lower().split()
        year = next(
            (y for n in range(len(words), 1, -1) if (y := _TAHUN_OF.get(" ".join(words[:n])))), 0
        )
        yield from _made(hit, year, BULAN_OF[hit[2].lower()], day)


def _made(hit: re.Match[str], year: int, month: int, day: int) -> Iterator[Tertulis]:
    if year < TERTUA:
        return
    try:
        value = date(year, month, day).isoformat()
    except ValueError:
        return
    yield Tertulis(value, hit.start(), hit.end())
