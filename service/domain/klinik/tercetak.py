"""Whether every sample of a pair stands on the paper that was printed of it.

A tag is compared where what it prints is known for certain: a value, a part of it, a row of a
table it goes through, with the filters of the house. What is worked out in the template is not.
"""

from __future__ import annotations

import re
import unicodedata
from ast import literal_eval
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from service.domain.batang import Batang
from service.domain.klinik.laporan import Cacat
from service.domain.klinik.templat import NILAI, SIFAT, Tanda, Templat
from service.domain.kurang import Kurang
from service.domain.ruas import Pasangan, Ruas
from service.domain.tapis import TAPIS

TERPENDEK = 8  # letters of a piece by which a value that a page cuts is known again
POTONGAN = 40  # pieces into which pages and rows may cut one value
HURUF_SAJA = ("upper", "lower", "title", "capitalize", "trim", "e", "escape")
_NAMA = r"[A-Za-z]\w*(?:\.[A-Za-z]\w*)*"
_SARING = r"\|\s*([a-z_]+)\s*(?:\(([^()]*)\))?\s*"
_NILAI = re.compile(rf"\{{\{{(?:(?:r|p|tr|tc)\s)?-?\s*({_NAMA})\s*((?:{_SARING})*)-?\}}\}}")
_ULANG = re.compile(rf"\{{%(?:p|tr|tc|r)?-?\s*for\s+(\w+)\s+in\s+({_NAMA})\s*-?%\}}")


@dataclass(frozen=True)
class Isi:
    """What a name stands for where a tag reads it: every value it takes on, row by row."""

    kunci: str  # the ruas, and the part of it
    nilai: tuple[Any, ...]


@dataclass
class _Bacaan:
    """Which words the tags of one value print, each tag on its own."""

    cetakan: list[tuple[str, ...]] = field(default_factory=list)

    def lacks(self, paper: Kertas) -> bool:
        """Whether a value of it is printed by none of its tags."""
        return any(not any(map(paper.has, forms)) for forms in zip(*self.cetakan, strict=True))


class Kertas:
    """The words of a printed paper, page by page."""

    def __init__(self, halaman: Sequence[str]) -> None:
        self._huruf = "".join(map(letters, halaman))

    def has(self, words: str) -> bool:
        """Whether these words stand on it; a page or a row may cut them."""
        rest = letters(words)
        for _ in range(POTONGAN):
            if rest in self._huruf:
                return True
            cut = self._longest(rest)
            if cut < TERPENDEK:
                return False
            rest = rest[cut:]
        return False

    def _longest(self, words: str) -> int:
        """How many of the first letters stand together."""
        least, most = 0, len(words)
        while least < most:
            middle = (least + most + 1) // 2
            if words[:middle] in self._huruf:
                least = middle
            else:
                most = middle - 1
        return least


def letters(text: str) -> str:
    """Letters and digits alone: spaces, hyphens and capitals differ with the line and the style."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def unprinted(
    pasangan: Pasangan, templat: Templat, isian: Mapping[str, Any], halaman: Sequence[str]
) -> list[Ruas]:
    """The ruas of which a sample is not read on the pages, though the template prints it."""
    paper = Kertas(halaman)
    read = _Pembaca(templat, isian).read()
    missing = {kunci.partition(".")[0] for kunci, one in read.items() if one.lacks(paper)}
    return [one for one in pasangan.ruas if one.nama in missing]


def of_print(ruas: Ruas) -> Cacat:
    """What is told of such a ruas."""
    return Cacat(
        f"Contoh isian ruas '{ruas.nama}' ({ruas.label}) tidak ditemukan pada contoh cetakan.",
        "Lihat cetakannya: mungkin terpotong kotak atau baris yang terlalu kecil, tersembunyi, "
        "atau syarat di sekitarnya tidak terpenuhi oleh contoh.",
        ingat=True,
    )


class _Pembaca:
    """A template read from the top down, with what the names of its loops stand for."""

    def __init__(self, templat: Templat, isian: Mapping[str, Any]) -> None:
        self._templat, self._isian = templat, isian
        self._loops: list[dict[str, Isi | None]] = []
        self._set = set[str]()
        self._found = dict[str, _Bacaan]()

    def read(self) -> dict[str, _Bacaan]:
        """By value, what its tags print."""
        part = ""
        for tag in self._templat.tanda:
            alinea = self._templat.alinea[tag.alinea]
            if alinea.part != part:
                self._loops, self._set, part = [], set(), alinea.part
            if tag.perintah == NILAI and alinea.bagian != SIFAT:
                self._print(tag)
            self._enter(tag)
        return self._found

    def _enter(self, tag: Tanda) -> None:
        if tag.perintah == "for":
            self._loops.append(dict.fromkeys(tag.sasaran) | self._loop(tag))
        elif tag.perintah == "endfor" and self._loops:
            self._loops.pop()
        elif tag.sasaran:
            self._set |= {*tag.sasaran}

    def _loop(self, tag: Tanda) -> dict[str, Isi | None]:
        found = _ULANG.fullmatch(tag.teks)
        one = self._value(found[2]) if found else None
        if found is None or one is None:
            return {}
        rows = [row for value in one.nilai if isinstance(value, list) for row in value]
        return {found[1]: Isi(f"{one.kunci}.", tuple(rows))}

    def _value(self, path: str) -> Isi | None:
        """What a path stands for; None where that is not known."""
        name, *parts = path.split(".")
        one = self._named(name)
        for part in parts:
            if one is None or not all(isinstance(row, Mapping) for row in one.nilai):
                return None
            one = Isi(f"{one.kunci}.{part}", tuple(row.get(part, "") for row in one.nilai))
        return one

    def _named(self, name: str) -> Isi | None:
        for given in reversed(self._loops):
            if name in given:
                return given[name]
        if name in self._set or name not in self._isian:
            return None
        return Isi(name, (self._isian[name],))

    def _print(self, tag: Tanda) -> None:
        found = _NILAI.fullmatch(tag.teks)
        one = self._value(found[1]) if found else None
        if found is None or one is None:
            return
        try:
            printed = tuple(_filtered(value, found[2]) for value in one.nilai)
        except _TidakPasti:
            return
        self._found.setdefault(one.kunci, _Bacaan()).cetakan.append(printed)


class _TidakPasti(Exception):
    """What a tag prints is not known beforehand."""


def _filtered(value: Any, filters: str) -> str:
    """A value as the filters of its tag print it."""
    for name, told in _steps(filters):
        if name in TAPIS:
            try:
                value = TAPIS[name](value, *told)
            except TypeError as odd:
                raise _TidakPasti from odd
        elif name not in HURUF_SAJA:
            raise _TidakPasti
    if isinstance(value, list | Mapping | Batang):
        raise _TidakPasti
    return "" if isinstance(value, Kurang) else str(value)


def _steps(filters: str) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for name, told in re.findall(_SARING, filters):
        try:
            yield name, literal_eval(f"({told},)") if told else ()
        except (ValueError, SyntaxError, MemoryError, RecursionError) as odd:
            raise _TidakPasti from odd
