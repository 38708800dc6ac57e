"""Officials and their terms: who holds an office on a day, and who may sign for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from service.domain.orang import DEFINITIF, PLH, PLT
from service.domain.tanggal import panjang

AN = "an"  # atas nama: signs for the holder
UB = "ub"  # untuk beliau: signs for one who signs for the holder
TERTULIS = {DEFINITIF: "definitif", PLT: "Plt.", PLH: "Plh.", AN: "a.n.", UB: "u.b."}
_URUTAN = (PLH, DEFINITIF, PLT)  # whoever stands in for some days goes before the one away


@dataclass(frozen=True)
class Pejabat:
    """One official in one term of office; an open end means: until further notice."""

    nama: str
    jabatan: str  # the office held, or the one signed for
    sebagai: str = DEFINITIF
    unit: str = ""
    gelar_depan: str = ""
    gelar_belakang: str = ""
    nip: str = ""
    pangkat: str = ""
    jabatan_sendiri: str = ""  # of one who signs a.n. or u.b.
    melalui: str = ""  # the office between, for u.b.
    dasar: str = ""  # the letter that says so
    mulai: date | None = None
    sampai: date | None = None

    @property
    def nama_lengkap(self) -> str:
        """The name with its degrees, as printed."""
        front = f"{self.gelar_depan} {self.nama}".strip()
        return f"{front}, {self.gelar_belakang}" if self.gelar_belakang else front

    @property
    def baris_jabatan(self) -> tuple[str, ...]:
        """The lines over a signature."""
        match TERTULIS[self.sebagai]:
            case "definitif":
                return (self.jabatan,)
            case "a.n.":
                return (f"a.n. {self.jabatan}", self.jabatan_sendiri)
            case "u.b.":
                return (f"a.n. {self.jabatan}", self.melalui, "u.b.", self.jabatan_sendiri)
            case acting:
                return (f"{acting} {self.jabatan}",)

    def serves(self, on: date) -> bool:
        """Whether the term covers a day; both ends count."""
        return (self.mulai or date.min) <= on <= (self.sampai or date.max)


def holder(pejabat: Iterable[Pejabat], jabatan: str, on: date) -> Pejabat | None:
    """Who holds an office on a day: a Plh. while the holder is away, a Plt. while it is vacant."""
    serving = [p for p in pejabat if p.jabatan == jabatan and p.serves(on)]
    for sebagai in _URUTAN:
        # Of two terms that overlap by mistake the later one counts.
        if found := [p for p in serving if p.sebagai == sebagai]:
            return max(found, key=lambda p: p.mulai or date.min)
    return None


def signers(pejabat: Sequence[Pejabat], jabatan: str, on: date) -> list[Pejabat]:
    """Who may sign for an office on a day: its holder, then a.n., then u.b."""
    first = holder(pejabat, jabatan, on)
    serving = [p for p in pejabat if p.jabatan == jabatan and p.serves(on)]
    lent = [p for kind in (AN, UB) for p in serving if p.sebagai == kind]
    return [first, *lent] if first else lent


def term_faults(pejabat: Sequence[Pejabat]) -> Iterator[tuple[int, str]]:
    """What is wrong with the terms: the place in the list, and a sentence."""
    for n, one in enumerate(pejabat):
        for sebab in _own_faults(one):
            yield n, sebab
    for (_, a), (n, b) in combinations(enumerate(pejabat), 2):
        if _clash(a, b):
            yield n, _said_clash(a, b)


def _own_faults(one: Pejabat) -> Iterator[str]:
    kata = TERTULIS[one.sebagai]
    if one.mulai and one.sampai and one.sampai < one.mulai:
        yield f"Masa jabatan {one.nama} berakhir sebelum mulai."
    if one.sebagai in (PLT, PLH) and not (one.mulai and one.sampai and one.dasar):
        yield f"{kata} memerlukan mulai, sampai, dan dasar (nomor surat perintah)."
    if one.sebagai in (AN, UB) and not one.jabatan_sendiri:
        yield f"Penandatangan {kata} memerlukan jabatan_sendiri, jabatannya sendiri."
    if one.sebagai == UB and not one.melalui:
        yield "Penandatangan u.b. memerlukan melalui, yaitu jabatan yang diberi mandat a.n."


def _clash(a: Pejabat, b: Pejabat) -> bool:
    kinds = {a.sebagai, b.sebagai}
    rivals = len(kinds) == 1 and kinds <= set(_URUTAN)
    return (
        a.jabatan == b.jabatan
        and (rivals or kinds == {DEFINITIF, PLT})
        and (a.mulai or date.min) <= (b.sampai or date.max)
        and (b.mulai or date.min) <= (a.sampai or date.max)
    )


def _said_clash(a: Pejabat, b: Pejabat) -> str:
    since = max(a.mulai or date.min, b.mulai or date.min)
    when = f" pada {panjang(since)}" if since > date.min else ""
    return (
        f"Jabatan {b.jabatan} dipegang dua orang sekaligus{when}: {a.nama} "
        f"({TERTULIS[a.sebagai]}) dan {b.nama} ({TERTULIS[b.sebagai]}). "
        "Isi sampai pada masa jabatan yang sudah berakhir."
    )
