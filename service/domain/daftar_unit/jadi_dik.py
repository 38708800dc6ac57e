"""What a row of a unit's list of what is withheld becomes: a proposal, with its law and its term.

What cannot be read surely stays empty for the test to write; the unit's own words stand whole in
the reason of the proposal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from service.domain.baca_tanggal import dates_in
from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit.banding import Terdaftar
from service.domain.daftar_unit.dasar_hukum import SELAMANYA, letters_of, other_law
from service.domain.daftar_unit.hasil import BarisUnit, Hasil, SalahSel
from service.domain.daftar_unit.kata import huruf, polos
from service.domain.informasi.dik import BarisDik
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import spoken
from service.domain.jangka import PERISTIWA, PRIBADI, TAHUN, TANGGAL, TERLAMA, Jangka
from service.domain.uji import Dasar

MASIH_TERBUKA = (
    "Informasi ini ada di daftar yang terbuka dengan kode {}. Usulkan pengecualiannya di halaman "
    "informasi itu, atau hapus baris ini."
)
TERPANJANG = 1_500  # letters of a reason
_TAHUN = re.compile(
    r"(?:selama\s+)?(\d{1,3})\s*(?:\([a-z\s-]+\)\s*)?tahun(?:\s+sejak\s+(?:tanggal\s+)?(?:ditetapkan|penetapan))?",
    re.IGNORECASE,
)
_SAMPAI = re.compile(r"(?:sampai(?:\s+dengan)?|hingga|s/d|s\.d\.?)\s+(.+)", re.I | re.DOTALL)


def line_of(row: BarisUnit) -> BarisDik:
    """The line as far as it was read surely; nobody has found its words safe yet."""
    ground = row.at(lj.DASAR)
    dasar = grounds(ground)
    return BarisDik(
        dasar=dasar,
        dibuka=row.at(lj.DIBUKA),
        ditutup=row.at(lj.DITUTUP),
        jangka=term(row.at(lj.JANGKA), frozenset(one.huruf for one in dasar)),
    )


def name_of(row: BarisUnit) -> str:
    """What its unit calls it: title and short content, once where they say the same."""
    title, short = (" ".join(row.at(name).split()) for name in (lj.JUDUL, lj.RINGKASAN))
    return f"{title}\n{short}" if title and title != short else short


def proposed(one: Informasi) -> Terdaftar:
    """A proposal as its unit's list would hold it."""
    isi = {
        lj.JUDUL: one.unsur.ringkasan.partition("\n")[0],
        lj.RINGKASAN: one.unsur.ringkasan,
        lj.PENGUASA: one.unsur.penguasa,
    }
    return Terdaftar(spoken(one.kode), isi)


def reason_of(row: BarisUnit) -> str:
    """Why its unit wants it withheld, in the unit's own words."""
    told = f"Diusulkan unit dalam daftarnya: {row.at(lj.DASAR)}. Jangka waktu: {row.at(lj.JANGKA)}."
    return " ".join(told.split())[:TERPANJANG]


def grounds(text: str) -> tuple[Dasar, ...]:
    """The letters of Pasal 17, and for j the other law as the unit cites it."""
    return tuple(
        Dasar(huruf, other_law(text) if huruf == "j" else "") for huruf in sorted(letters_of(text))
    )


@lru_cache(maxsize=5_000)
def term(text: str, huruf: frozenset[str] = frozenset()) -> Jangka:
    """A term as a unit writes it; none where a calendar could read it in two ways."""
    words = " ".join(text.split()).strip(" .;")
    if (years := _TAHUN.fullmatch(words)) and 1 <= int(years[1]) <= TERLAMA:
        return Jangka(TAHUN, tahun=int(years[1]))
    if SELAMANYA.search(words):
        return Jangka(PRIBADI) if huruf & frozenset("gh") else Jangka()
    until = _SAMPAI.fullmatch(words)
    if until is None:
        return Jangka()
    days = dates_in(until[1])
    if len(days) == 1 and days[0].selesai - days[0].mulai == len(until[1]):
        return Jangka(TANGGAL, tanggal=days[0].nilai)
    if any(map(str.isdigit, words)):
        return Jangka()
    return Jangka(PERISTIWA, peristiwa=until[1])


def still_open(hasil: Hasil, terbuka: Iterable[Informasi]) -> Hasil:
    """The list with the rows that stand in the open list among those that go back."""
    known = {polos(one.unsur.ringkasan.partition("\n")[0]): spoken(one.kode) for one in terbuka}
    rows, back = list[BarisUnit](), list(hasil.dikembalikan)
    named = [hasil.kepala.di[name] for name in (lj.JUDUL, lj.RINGKASAN) if name in hasil.kepala.di]
    place = huruf(min(named, default=0))
    for row in hasil.diterima:
        if kode := known.get(polos(row.at(lj.JUDUL))):
            fault = SalahSel(hasil.lembar, row.baris, place, MASIH_TERBUKA.format(kode))
            back.append(replace(row, salah=(*row.salah, fault)))
        else:
            rows.append(row)
    back.sort(key=lambda row: row.baris)
    return replace(hasil, diterima=tuple(rows), dikembalikan=tuple(back))
