"""Where on its print each who signs a paper signs: over their printed name, where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from service.domain.berkas import Berkas
from service.domain.nama_tercetak import candidates
from service.domain.naskah import Naskah
from service.domain.orang import Orang, Pemegang
from service.domain.ruas import Pasangan
from service.domain.tempat_ttd import TempatTtd
from service.ports import House

Letak = tuple[int, tuple[int, int, int, int]]  # the page (from 0), and the box in points


def found(
    house: House,
    naskah: Naskah,
    berkas: Berkas,
    kind: Pasangan,
    places: Sequence[TempatTtd],
    pdf: Path,
) -> list[Letak | None]:
    """For each place where it is, no two in one; None where there is no room for it."""
    people = _holders(house, naskah, berkas, places)
    asked = [candidates(kind, naskah.isian, one.peran, people[one.peran]) for one in places]
    seen = iter(house.placer.places(pdf, [nama for names in asked for nama in names]))
    here, taken = list[Letak | None](), set[Letak]()
    for names in asked:
        free = [place for place in (next(seen) for _ in names) if place and place not in taken]
        taken.update(free[:1])
        here.append(free[0] if free else None)
    return here


def _holders(
    house: House, naskah: Naskah, berkas: Berkas, places: Sequence[TempatTtd]
) -> dict[str, list[str]]:
    """The names of those who hold each peran where the matter belongs."""
    peran = sorted({one.peran for one in places})
    with house.ledger.read() as reading:
        held = reading.find(Pemegang, instansi=naskah.instansi, peran=peran)
        here = [one for one in held if one.unit in ("", berkas.unit)]
        people = {one.id: one for one in reading.find(Orang, id=sorted({x.orang for x in here}))}
    return {
        one: sorted(people[x.orang].nama for x in here if x.peran == one and x.orang in people)
        for one in peran
    }
