"""Where two versions of a pair differ: words in their paragraphs, and what their forms ask."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from difflib import SequenceMatcher
from typing import Any

from service.domain.instansi_beda import Perbedaan
from service.domain.klinik.templat import BAGIAN, Alinea
from service.domain.ruas import Pasangan, Ruas

TERBANYAK = 1_500  # paragraphs of one part that are compared
TERPANJANG = 600  # words of a paragraph that are told apart, and what stands between them
TERBERAT = 4_000_000  # words times words of all paragraphs together; beyond, they are shown whole
SEKITAR = 20  # paragraphs in which the one is looked for that another was made from
SAMA, DIBUANG, DITAMBAH = "", "-", "+"
MIRIP = 0.4  # two paragraphs with less in common are told as two
_KATA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\w+|\s+|[^\w\s]", re.DOTALL)
_PASANGAN = {
    "nama": "Nama",
    "bentuk": "Bentuk",
    "tanda_tangan": "Tanda tangan",
    "penandatangan": "Penanda tangan",
    "urutan": "Urutan tanda tangan",
    "paraf": "Paraf",
    "tanggal": "Tanggal",
    "rupa": "Rupa",
    "seri": "Seri nomor",
    "pola": "Pola nomor",
}


@dataclass(frozen=True)
class Potongan:
    """Some words of a paragraph: in both versions, only before, or only after."""

    tanda: str
    teks: str


@dataclass(frozen=True)
class AlineaBeda:
    """One paragraph that is not the same in both, and where it stands."""

    tempat: str
    potongan: tuple[Potongan, ...]

    @property
    def sebelum(self) -> str:
        """How it read before; '' where it was not there."""
        return "".join(one.teks for one in self.potongan if one.tanda != DITAMBAH)

    @property
    def sesudah(self) -> str:
        """How it reads now; '' where it is gone."""
        return "".join(one.teks for one in self.potongan if one.tanda != DIBUANG)


def words(before: str, after: str) -> tuple[Potongan, ...]:
    """Which words of a paragraph stayed, went and came; a tag is one word."""
    was, now = _KATA.findall(before), _KATA.findall(after)
    if max(len(was), len(now)) > TERPANJANG:
        return _whole(before, after)
    found = list[Potongan]()
    # What stands everywhere is no place to begin from: compared by it, the time grows cubic.
    for tag, a, b, c, d in SequenceMatcher(None, was, now).get_opcodes():
        if tag == "equal":
            found.append(Potongan(SAMA, "".join(was[a:b])))
            continue
        if b > a:
            found.append(Potongan(DIBUANG, "".join(was[a:b])))
        if d > c:
            found.append(Potongan(DITAMBAH, "".join(now[c:d])))
    return tuple(found)


def _whole(before: str, after: str) -> tuple[Potongan, ...]:
    return Potongan(DIBUANG, before), Potongan(DITAMBAH, after)


def paragraphs(before: Sequence[Alinea], after: Sequence[Alinea]) -> list[AlineaBeda]:
    """Every paragraph that differs, part by part: heads of pages, tables and feet among them."""
    found, spent = list[AlineaBeda](), _Terpakai()
    for bagian in dict.fromkeys(one.bagian for one in (*before, *after)):
        was, now = (_worded(every, bagian) for every in (before, after))
        found += _of_part(was, now, spent)
    return found


def _worded(every: Sequence[Alinea], bagian: str) -> list[Alinea]:
    return [one for one in every if one.bagian == bagian and one.teks.strip()][:TERBANYAK]


@dataclass
class _Terpakai:
    """How much was compared so far."""

    banyak: int = 0

    def words(self, before: str, after: str) -> tuple[Potongan, ...]:
        """Word by word, while there is room for it; else whole."""
        self.banyak += len(_KATA.findall(before)) * len(_KATA.findall(after))
        return _whole(before, after) if self.banyak > TERBERAT else words(before, after)


def _of_part(was: list[Alinea], now: list[Alinea], spent: _Terpakai) -> Iterator[AlineaBeda]:
    match = SequenceMatcher(None, [one.teks for one in was], [one.teks for one in now])
    for tag, a, b, c, d in match.get_opcodes():
        if tag != "equal":
            yield from _changed(was[a:b], now[c:d], spent)


def _changed(was: list[Alinea], now: list[Alinea], spent: _Terpakai) -> Iterator[AlineaBeda]:
    """Each paragraph beside the one it was made from, in their order; the others by themselves."""
    left = list(was)
    for one in now:
        some = enumerate(left[:SEKITAR])
        near = next((n for n, old in some if _alike(old.teks, one.teks)), None)
        if near is None:
            yield AlineaBeda(place(one), (Potongan(DITAMBAH, one.teks),))
            continue
        yield from (_gone(old) for old in left[:near])
        yield AlineaBeda(place(one), spent.words(left[near].teks, one.teks))
        left = left[near + 1 :]
    yield from (_gone(old) for old in left)


def _gone(one: Alinea) -> AlineaBeda:
    return AlineaBeda(place(one), (Potongan(DIBUANG, one.teks),))


def _alike(before: str, after: str) -> bool:
    was, now = (Counter(_KATA.findall(one)) for one in (before, after))
    for one in (was, now):
        for blank in [word for word in one if word.isspace()]:
            del one[blank]
    return 2 * (was & now).total() >= MIRIP * (was.total() + now.total())


def place(one: Alinea) -> str:
    """Where a paragraph stands, in words."""
    told = BAGIAN.get(one.bagian, one.bagian).capitalize()
    if one.tabel:
        return f"{told}, tabel {one.tabel} baris {one.baris} kolom {one.kolom}"
    return f"{told}, alinea {one.nomor}"


def declared(before: Pasangan, after: Pasangan) -> list[Perbedaan]:
    """What differs in what the pair says of itself, then ruas added, taken out and changed."""
    found = [
        Perbedaan(label, _told(getattr(before, name)), _told(getattr(after, name)))
        for name, label in _PASANGAN.items()
        if getattr(before, name) != getattr(after, name)
    ]
    for one in before.ruas:
        if after.ruas_of(one.nama) is None:
            found.append(Perbedaan(f"Ruas {one.nama} dikeluarkan", one.label, ""))
    for one in after.ruas:
        was = before.ruas_of(one.nama)
        if was is None:
            found.append(Perbedaan(f"Ruas {one.nama} ditambah", "", f"{one.label} ({one.jenis})"))
        elif was != one:
            found += _of_ruas(was, one)
    return found


def _of_ruas(was: Ruas, now: Ruas) -> Iterator[Perbedaan]:
    for field in fields(Ruas):
        one, other = getattr(was, field.name), getattr(now, field.name)
        if one != other:
            name = f"Ruas {now.nama} · {field.name}"
            yield Perbedaan(name, _told(one), _told(other))


def _told(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Ruas):
        return value.label
    if isinstance(value, tuple | list):
        return ", ".join(_told(one) for one in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_told(one)}" for key, one in value.items())
    return str(value)
