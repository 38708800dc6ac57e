"""The lines of a published edition that stay out of sight, each with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.acts.edisi.umumkan import closed_marks
from service.domain.edisi import tertahan
from service.domain.edisi.edisi import DIP, Edisi
from service.domain.informasi.beda import Baris
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import DITETAPKAN
from service.domain.informasi.kode import spoken
from service.ports import House, Reading


@dataclass(frozen=True)
class BarisTertahan:
    """One line, and why the public does not read it."""

    informasi: Informasi
    ringkasan: str
    sebab: str


@dataclass(frozen=True)
class Tertahan:
    """Why the whole is not read, or which lines of it are not; how many have a file besides."""

    seluruhnya: str = ""
    baris: tuple[BarisTertahan, ...] = ()
    berfile: int = 0


def held_back(house: House, reading: Reading, one: Edisi, rows: Sequence[Baris]) -> Tertahan:
    """What the page of an edition says of what is not public."""
    now = house.clock.now()
    berfile = sum(1 for row in rows if row.get("sidik")) if one.daftar == DIP else 0
    if (kata := tertahan.whole(one, now)) or one.daftar != DIP or not one.tampak(now):
        return Tertahan(kata, berfile=berfile)
    said = {row["kode"]: row for row in rows}
    found = reading.find(Informasi, instansi=one.instansi, keadaan=DITETAPKAN)
    left = [x for x in found if spoken(x.kode) in said]
    closed = closed_marks(reading, one.instansi) if left else ()
    lines = (
        BarisTertahan(x, said[spoken(x.kode)].get("ringkasan", ""), tertahan.single(x, closed))
        for x in left
    )
    return Tertahan("", tuple(sorted(lines, key=lambda x: x.informasi.kode)), berfile)
