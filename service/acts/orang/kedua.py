"""The second person: who puts in force what others wrote, and what waits for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar

from service.acts.orang.hadir import present
from service.domain.orang import PROGRAM, Orang, Pemegang
from service.domain.wewenang import MAY, Act, Hadir
from service.ports import House, Reading


class Disiapkan(Protocol):
    """A draft that its writers may call ready."""

    @property
    def id(self) -> str: ...
    @property
    def dibuat(self) -> datetime: ...
    @property
    def siap_sejak(self) -> datetime | None: ...
    @property
    def penyiap(self) -> tuple[str, ...]: ...


D = TypeVar("D", bound=Disiapkan)


def who_can_use(
    house: House, reading: Reading, act: Act, instansi: str, penyiap: Iterable[str]
) -> list[Hadir]:
    """Those who may do this in the agency and did not prepare it, by name."""
    now, peran = house.clock.now(), sorted(MAY[act])
    held = reading.find(Pemegang, instansi=instansi, peran=peran)
    others = {one.orang for one in held if one.sebagai != PROGRAM} - set(penyiap)
    people = [present(reading, one, now) for one in reading.find(Orang, id=sorted(others))]
    found = [one for one in people if one.may(act, instansi)]
    return sorted(found, key=lambda one: (one.orang.nama.casefold(), one.orang.id))


def waiting(oleh: Hadir, ready: Iterable[D]) -> list[D]:
    """Of what is ready, what others prepared than this person; the longest ready first."""
    others = [one for one in ready if oleh.orang.id not in one.penyiap]
    return sorted(others, key=lambda one: (one.siap_sejak or one.dibuat, one.id))
