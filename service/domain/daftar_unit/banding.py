"""A list that comes again, held against what is known: added, changed, the same, gone, or a doubt.

By the permanent code where there is one; else by title and unit, exact after folding. What is only
like something known is a doubt, and a person says whether it is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit.hasil import BarisUnit, Hasil
from service.domain.daftar_unit.kata import polos, rapat
from service.domain.daftar_unit.mirip import Calon, Mirip

BARU = ""  # what a person says of a doubtful row that is none of those known
_DIKATAKAN: dict[str, tuple[str, ...]] = {
    lj.JUDUL: (lj.JUDUL,),
    lj.WAKTU_TEMPAT: (lj.WAKTU, lj.TEMPAT),
    lj.WAKTU: (lj.WAKTU,),
    lj.CETAK: (lj.BENTUK,),
    lj.ELEKTRONIK: (lj.BENTUK,),
    lj.AKTIF: (lj.RETENSI, lj.AKTIF),
    lj.INAKTIF: (lj.RETENSI, lj.INAKTIF),
}
_BUKAN = (lj.NO, lj.KODE, lj.ASAL, lj.KATEGORI)


@dataclass(frozen=True, slots=True)
class Terdaftar:
    """One line that is known already."""

    kode: str
    isi: Mapping[str, str] = field(repr=False)
    kategori: str = ""


@dataclass(frozen=True, slots=True)
class Ubahan:
    """A known line that now says something else, and under which names."""

    baris: BarisUnit
    sebelum: Terdaftar
    beda: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ragu:
    """A line that may be one of those known; a person says which, or none."""

    baris: BarisUnit
    calon: tuple[tuple[Terdaftar, float], ...]  # how like it is, 0 to 1


@dataclass(frozen=True)
class Banding:
    """What the list adds to what is known."""

    tambah: tuple[BarisUnit, ...]
    ubah: tuple[Ubahan, ...]
    sama: tuple[Terdaftar, ...]
    hilang: tuple[Terdaftar, ...]
    ragu: tuple[Ragu, ...]
    asing: tuple[BarisUnit, ...]  # a code that nobody gave


def compared(
    sebelum: Sequence[Terdaftar], hasil: Hasil, disahkan: Mapping[int, str] | None = None
) -> Banding:
    """`disahkan`: what a person said of doubtful rows, by their number: a code, or BARU.

    What came back of an earlier list is no whole one: nothing is gone because it is not in there.
    """
    said = disahkan or {}
    pairs, asing, rest = _by_code(sebelum, hasil.diterima, said)
    taken = {one.kode for _, one in pairs}
    left = [one for one in sebelum if one.kode not in taken]
    asked = [one for one in rest if said.get(one.baris) != BARU]
    exact, open_, left = _by_words(left, asked)
    pairs += exact
    ragu = _doubts(left, open_)
    known = {one.baris.baris for one in ragu} | {one.baris for one, _ in exact}
    tambah = [one for one in rest if one.baris not in known]
    ubah, sama = _changes(pairs, _told(hasil))
    hilang = [] if hasil.sebagian else _gone(left, hasil.dikembalikan, ragu)
    by_row = sorted(tambah, key=lambda one: one.baris)
    return Banding(tuple(by_row), tuple(ubah), tuple(sama), tuple(hilang), tuple(ragu), asing)


Pasang = list[tuple[BarisUnit, Terdaftar]]


def _by_code(
    sebelum: Sequence[Terdaftar], rows: Sequence[BarisUnit], said: Mapping[int, str]
) -> tuple[Pasang, tuple[BarisUnit, ...], list[BarisUnit]]:
    """Pairs that a code makes, rows with a code that is not known, and all others."""
    known = {rapat(one.kode): one for one in sebelum}
    pairs: Pasang = []
    asing, rest, used = list[BarisUnit](), list[BarisUnit](), set[str]()
    for one in rows:
        code = rapat(said.get(one.baris) or one.at(lj.KODE))
        if not code:
            rest.append(one)
        elif code in known and code not in used:
            used.add(code)
            pairs.append((one, known[code]))
        else:
            asing.append(one)
    return pairs, tuple(asing), rest


def _by_words(
    left: Sequence[Terdaftar], rows: Sequence[BarisUnit]
) -> tuple[Pasang, list[BarisUnit], list[Terdaftar]]:
    """Pairs of the same title and unit, first those of the same time too; only where one to one."""
    pairs: Pasang = []
    open_, still = list(rows), list(left)
    for timed in (True, False):
        mine, theirs = (
            defaultdict[str, list[BarisUnit]](list),
            defaultdict[str, list[Terdaftar]](list),
        )
        for one in open_:
            mine[_key(one.isi, timed=timed)].append(one)
        for known in still:
            theirs[_key(known.isi, timed=timed)].append(known)
        fresh = [
            (here[0], there[0])
            for key, here in mine.items()
            if len(here) == 1 and len(there := theirs.get(key, [])) == 1
        ]
        pairs += fresh
        gone, codes = {one.baris for one, _ in fresh}, {known.kode for _, known in fresh}
        open_ = [one for one in open_ if one.baris not in gone]
        still = [known for known in still if known.kode not in codes]
    return pairs, open_, still


def _doubts(left: Sequence[Terdaftar], rows: Iterable[BarisUnit]) -> list[Ragu]:
    index = Mirip([Calon(_title(one.isi), _unit(one.isi)) for one in left])
    found = []
    for one in rows:
        near = index.near(_title(one.isi), _unit(one.isi))
        if near:
            found.append(Ragu(one, tuple((left[n], sure) for n, sure in near)))
    return found


def _gone(
    left: Sequence[Terdaftar], back: Sequence[BarisUnit], ragu: Sequence[Ragu]
) -> list[Terdaftar]:
    """What stands nowhere in the list: neither among the rows that went back, nor as a doubt."""
    codes = {rapat(one.at(lj.KODE)) for one in back}
    words = {_key(one.isi, timed=False) for one in back}
    asked = {known.kode for one in ragu for known, _ in one.calon}
    return [
        one
        for one in left
        if rapat(one.kode) not in codes
        and one.kode not in asked
        and _key(one.isi, timed=False) not in words
    ]


def _changes(pairs: Pasang, told: Sequence[str]) -> tuple[list[Ubahan], list[Terdaftar]]:
    ubah, sama = list[Ubahan](), list[Terdaftar]()
    for one, known in sorted(pairs, key=lambda pair: pair[0].baris):
        beda = [name for name in told if _flat(one.at(name)) != _flat(known.isi.get(name, ""))]
        if one.kategori and one.kategori != known.kategori:
            beda.append(lj.KATEGORI)
        if beda:
            ubah.append(Ubahan(one, known, tuple(beda)))
        else:
            sama.append(known)
    return ubah, sama


def _told(hasil: Hasil) -> tuple[str, ...]:
    """The names of which the list's columns speak; about the others it says nothing."""
    columns = hasil.kepala.di
    names = dict.fromkeys(
        name for ruas in columns for name in _DIKATAKAN.get(ruas, (ruas,)) if ruas not in _BUKAN
    )
    return tuple(name for name in names if name not in _BUKAN)


def _flat(text: str) -> str:
    return text if " " not in text and "\n" not in text else " ".join(text.split())


def _title(isi: Mapping[str, str]) -> str:
    return polos(isi.get(lj.JUDUL) or isi.get(lj.RINGKASAN, ""))


def _unit(isi: Mapping[str, str]) -> str:
    return polos(isi.get(lj.PENGUASA, ""))


def _key(isi: Mapping[str, str], *, timed: bool) -> str:
    when = polos(isi.get(lj.WAKTU, "")) if timed else ""
    return f"{_title(isi)}|{_unit(isi)}|{when}"
