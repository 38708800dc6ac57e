"""Stock-taking: what should lie in a place, held against what was scanned there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

ADA, TIDAK_ADA, PINDAH, DIPINJAM, ASING, PERGI = (
    "ada",
    "tidak_ada",
    "salah_tempat",
    "dipinjam",
    "tidak_dikenal",
    "seharusnya_tidak_ada",
)
TEMUAN: dict[str, str] = {
    ADA: "Ada di tempatnya",
    TIDAK_ADA: "Tidak ditemukan",
    PINDAH: "Ada di sini, tercatat di tempat lain",
    DIPINJAM: "Sedang dipinjam",
    ASING: "Label tidak dikenal",
    PERGI: "Ada di sini, tercatat sudah diserahkan atau dimusnahkan",
}
LABEL = "/arsip/l/"  # in the address that a label carries


@dataclass(frozen=True)
class Seharusnya:
    """What the ledger says of one archive."""

    arsip: str
    tempat: str
    dipinjam: bool = False
    pergi: bool = False


@dataclass(frozen=True)
class Opname:
    """What came out, each archive under its finding, in a steady order."""

    temuan: tuple[tuple[str, str], ...]  # the archive or the text of the label, and what was found

    def under(self, temuan: str) -> tuple[str, ...]:
        """What was found so."""
        return tuple(what for what, found in self.temuan if found == temuan)

    @property
    def cocok(self) -> bool:
        """Whether the place holds what it should."""
        return not any(found not in (ADA, DIPINJAM) for _, found in self.temuan)


def scanned(lines: Iterable[str]) -> tuple[str, ...]:
    """What a scanner typed, a label a line: the ids within, each once, also where only that was
    typed."""
    told = (one.strip().rpartition(LABEL)[2].strip("/") for one in lines)
    return tuple(dict.fromkeys(one for one in told if one))


def take(places: frozenset[str], known: Mapping[str, Seharusnya], found: Sequence[str]) -> Opname:
    """`places`: the place that was gone through, with all in it; the labels of places themselves
    are no finding."""
    seen = [one for one in found if one not in places]
    lines = [(one, _of(known.get(one), places)) for one in seen]
    missing = (
        (one.arsip, DIPINJAM if one.dipinjam else TIDAK_ADA)
        for one in known.values()
        if one.tempat in places and not one.pergi and one.arsip not in {*seen}
    )
    order = tuple(TEMUAN)
    return Opname(tuple(sorted((*lines, *missing), key=lambda one: (order.index(one[1]), one[0]))))


def _of(one: Seharusnya | None, places: frozenset[str]) -> str:
    if one is None:
        return ASING
    if one.pergi:
        return PERGI
    return ADA if one.tempat in places else PINDAH


@dataclass(frozen=True)
class OpnameArsip:
    """One stock-taking as it was written down: by whom, when, in which place, and what came out."""

    id: str
    instansi: str
    tempat: str
    oleh: str
    pada: datetime
    temuan: tuple[tuple[str, str], ...] = ()
    versi: int = 1
