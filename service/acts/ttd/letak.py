"""Where on its print each who signs a paper signs: over their printed name, where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from service.domain.berkas import Berkas
from service.domain.nama_tercetak import candidates
from service.domain.naskah import Naskah
from service.domain.orang import PROGRAM, Orang, Pemegang
from service.domain.ruas import Pasangan
from service.domain.tempat_ttd import TempatTtd
from service.ports import House
from service.ports.signing import Letak


@dataclass(frozen=True)
class Tercetak:
    """Where somebody signs: over which name, and where that name stands alone once more."""

    nama: str
    di: Letak
    lagi: tuple[Letak, ...] = ()  # on later pages, as below an appendix

    @property
    def semua(self) -> tuple[Letak, ...]:
        """Each place that a pen fills."""
        return (self.di, *self.lagi)


def kolom(one: TempatTtd) -> str:
    """The name of the field in the PDF that this place is."""
    return f"tanda_tangan_{one.urut}"


def found(
    house: House,
    naskah: Naskah,
    berkas: Berkas,
    kind: Pasangan,
    places: Sequence[TempatTtd],
    pdf: Path,
) -> list[Tercetak | None]:
    """For each place where it is, no two in one; None where there is no room for it."""
    people = _holders(house, naskah, berkas, places)
    asked = [candidates(kind, naskah.isian, one.peran, people[one.peran]) for one in places]
    return assigned(house, asked, pdf)


def assigned(house: House, asked: Sequence[Sequence[str]], pdf: Path) -> list[Tercetak | None]:
    """For each who signs, by the names they may be printed under, a place of their own."""
    seen = iter(house.placer.places(pdf, [nama for names in asked for nama in names]))
    here, taken = list[Tercetak | None](), set[Letak]()
    for names in asked:
        at = [Tercetak(nama, place) for nama in names if (place := next(seen))]
        free = [one for one in at if one.di not in taken]
        taken.update(one.di for one in free[:1])
        here.append(free[0] if free else None)
    return here


def everywhere(house: House, pdf: Path, here: Sequence[Tercetak | None]) -> list[Tercetak | None]:
    """The same, and where on later pages each of these names stands alone with room over it."""
    return [_again(house, pdf, one) if one else None for one in here]


def _again(house: House, pdf: Path, one: Tercetak) -> Tercetak:
    later = (at for at in house.placer.blocks(pdf, one.nama) if at[0] > one.di[0])
    return Tercetak(one.nama, one.di, tuple(later))


def _holders(
    house: House, naskah: Naskah, berkas: Berkas, places: Sequence[TempatTtd]
) -> dict[str, list[str]]:
    """The names of those who hold each peran where the matter belongs."""
    peran = sorted({one.peran for one in places})
    with house.ledger.read() as reading:
        held = reading.find(Pemegang, instansi=naskah.instansi, peran=peran)
        here = [x for x in held if x.unit in ("", berkas.unit) and x.sebagai != PROGRAM]
        people = {one.id: one for one in reading.find(Orang, id=sorted({x.orang for x in here}))}
    return {
        one: sorted(people[x.orang].nama for x in here if x.peran == one and x.orang in people)
        for one in peran
    }
