"""The kinds of paper that an agency can write, and what each is called."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import PurePosixPath

from service.domain import paper
from service.domain.paket import UMUM
from service.domain.refusals import Refusal
from service.domain.ruas import Pasangan
from service.ports import House, Packs

MAP = "naskah"  # the folder of pairs in a pack


def kinds(house: House, instansi: str) -> dict[str, str]:
    """Each jenis of which both files are there and can be read, with its name, by name."""
    packs = house.packs.still()  # asked for each kind, and the same for all
    found = {
        one.jenis: one.nama for one in _declared(packs, instansi) if not one.disusun_dari
    }  # else nobody writes it
    return dict(sorted(found.items(), key=lambda one: one[1]))


def signed(house: House, instansi: str) -> list[Pasangan]:
    """Those of them that somebody signs, by name."""
    found = [one for one in _declared(house.packs.still(), instansi) if one.penandatangan]
    return sorted(found, key=lambda one: (one.nama, one.jenis))


def asking(house: House, instansi: str, sumber: Collection[str]) -> list[Pasangan]:
    """Those that ask a matter for one of these, by name."""
    every = [one for one in _declared(house.packs.still(), instansi) if not one.disusun_dari]
    found = [one for one in every if any(ruas.isi in sumber for ruas in one.ruas)]
    return sorted(found, key=lambda one: (one.nama, one.jenis))


def made_of(packs: Packs, instansi: str, sumber: str) -> str:
    """The jenis that the program makes of this by itself: the agency's own first; '' for none."""
    every = [one.jenis for one in _declared(packs, instansi) if one.disusun_dari == sumber]
    own = packs.names(instansi)
    return min(every, key=lambda one: (paper.names(one)[0] not in own, one), default="")


def _declared(packs: Packs, instansi: str) -> Iterator[Pasangan]:
    files = {*packs.names(UMUM), *packs.names(instansi)}
    for name in files:
        path = PurePosixPath(name)
        if str(path.parent) != MAP or path.suffix != ".toml":
            continue
        toml, docx = paper.names(path.stem)
        if docx not in files:
            continue
        at = f"{instansi}/{toml}"
        # Where its author made faults, the check names them.
        with suppress(Refusal):
            yield paper.checked(path.stem, packs.text(at), at)
