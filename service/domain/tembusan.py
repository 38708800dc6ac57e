"""Whom the copies of a signed paper are for, as its lines name units and offices of the agency."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from service.domain.instansi import Instansi
from service.domain.orang import Pemegang
from service.domain.wewenang import MAY, Act

RUAS = "tembusan"  # what the pairs call it
UNIT, PERAN = "unit", "peran"


@dataclass(frozen=True)
class Tembusan:
    """One copy of one signed paper."""

    id: str
    naskah: str
    instansi: str
    tujuan: str  # unit:<id> or peran:<peran>
    tulisan: str  # as the paper names them
    sejak: datetime
    versi: int = 1


def addressed(isian: object, instansi: Instansi) -> dict[str, str]:
    """To whom each line goes, with the line; one that names nobody of the agency goes by hand.

    The longest name in a line counts; a unit counts before an office, which is told anyway.
    """
    found = dict[str, str]()
    for one in isian if isinstance(isian, list) else []:
        if isinstance(one, str) and (goal := _goal(one, instansi)):
            found.setdefault(goal, one)
    return found


def _goal(tulisan: str, instansi: Instansi) -> str:
    units = ((one.nama, f"{UNIT}:{one.id}") for one in instansi.unit)
    offices = (
        (nama, f"{PERAN}:{one.id}")
        for one in instansi.peran
        if one.id in MAY[Act.SECRET]  # a peran that many hold is no addressee
        for nama in (one.sebutan, one.jabatan)
    )
    return _longest(tulisan, units) or _longest(tulisan, offices)


def _longest(tulisan: str, names: Iterable[tuple[str, str]]) -> str:
    line = " ".join(tulisan.casefold().split())
    here = [(len(nama), goal) for nama, goal in names if nama and _named(nama, line)]
    return max(here)[1] if here else ""


def _named(nama: str, line: str) -> bool:
    plain = re.escape(" ".join(nama.casefold().split()))
    return re.search(rf"(?<!\w){plain}(?!\w)", line) is not None


def keys(peran: Iterable[Pemegang]) -> Iterator[tuple[str, str]]:
    """By what copies are meant for a person: the units and the peran they hold, by agency."""
    for one in peran:
        if one.unit:
            yield one.instansi, f"{UNIT}:{one.unit}"
        else:
            yield one.instansi, f"{PERAN}:{one.peran}"
