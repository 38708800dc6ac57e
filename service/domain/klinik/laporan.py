"""What an examination found: faults, warnings, and where each ruas is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from service.domain.kesalahan import Kesalahan
from service.domain.klinik.templat import Tempat
from service.domain.ruas import Ruas

TERBANYAK = 200  # faults, and as many warnings, that are told one by one
TERPANJANG = 160  # letters of a paragraph that are quoted


@dataclass(frozen=True)
class Cacat:
    """One fault or warning: what is wrong, where, and what to do."""

    sebab: str
    saran: str
    tempat: Tempat = field(default_factory=Tempat)
    ingat: bool = False  # a warning: it stops nothing
    perbaiki: bool = False  # the program can mend it by itself
    berkas: bool = False  # of the file itself, which is better not opened to be looked at

    def __str__(self) -> str:
        where = f"{self.tempat}: " if str(self.tempat) else ""
        near = f" Di: «{quoted(self.tempat.teks)}»." if self.tempat.teks.strip() else ""
        return f"{where}{self.sebab} {self.saran}{near}{_around(self.tempat)}"


@dataclass(frozen=True)
class Pemakaian:
    """One ruas of a pair, and every place in which the template asks for it."""

    ruas: Ruas
    tempat: tuple[Tempat, ...]


@dataclass(frozen=True)
class Laporan:
    """All that an examination has to say of a pair."""

    salah: tuple[Cacat, ...]  # with these it is not taken in
    ingat: tuple[Cacat, ...]
    ruas: tuple[Pemakaian, ...] = ()

    @property
    def sehat(self) -> bool:
        """Whether it may be taken in."""
        return not self.salah

    @property
    def terbelah(self) -> bool:
        """Whether there are tags that the program can join by itself."""
        return any(one.perbaiki for one in (*self.salah, *self.ingat))


def laporan(found: Iterable[Cacat], ruas: Iterable[Pemakaian] = ()) -> Laporan:
    """What was found, in the order of the places, each once."""
    every = sorted(dict.fromkeys(found), key=lambda one: one.tempat.urut)
    return Laporan(
        _some([one for one in every if not one.ingat], "kesalahan"),
        _some([one for one in every if one.ingat], "peringatan"),
        tuple(ruas),
    )


def _some(every: list[Cacat], sebutan: str) -> tuple[Cacat, ...]:
    """No more than anybody reads, and how many more there are."""
    if len(every) <= TERBANYAK:
        return tuple(every)
    more = Cacat(
        f"Masih ada {len(every) - TERBANYAK} {sebutan} lain.",
        "Perbaiki yang disebut dahulu, lalu periksa lagi.",
        ingat=every[0].ingat,
    )
    return (*every[:TERBANYAK], more)


def told(one: Laporan, file: str) -> Iterator[Kesalahan]:
    """The same for the command line."""
    for cacat in (*one.salah, *one.ingat):
        yield Kesalahan(file, 0, str(cacat), cacat.ingat)


def quoted(text: str) -> str:
    """A paragraph in one line, shortened where it is long."""
    words = " ".join(text.split())
    return words if len(words) <= TERPANJANG else f"{words[: TERPANJANG - 1].rstrip()}…"


def _around(tempat: Tempat) -> str:
    pairs = (("Sebelumnya", tempat.sebelum), ("Sesudahnya", tempat.sesudah))
    return "".join(f" {name}: «{quoted(text)}»." for name, text in pairs if text)
