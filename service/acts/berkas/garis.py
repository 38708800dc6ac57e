"""The line of a matter along the office days, for who may see the matter."""

from __future__ import annotations

from dataclasses import dataclass

from service.acts.berkas.baca import Penuh
from service.acts.instansi.kalender import kalender
from service.domain.alasan import Alasan
from service.domain.kalender import Kalender
from service.domain.sop.garis_waktu import GarisWaktu, told
from service.ports import House


@dataclass(frozen=True)
class Perjalanan:
    """The line, the calendar by which it is counted, and the reasons that were given, by id."""

    garis: GarisWaktu
    kalender: Kalender
    alasan: dict[str, str]


def line(house: House, whole: Penuh) -> Perjalanan:
    """The line as it stands now; below it only what this person sees."""
    berkas = whole.berkas
    with house.ledger.read() as reading:
        days = kalender(house, reading, berkas.instansi, berkas.unit)
        reasons = {one.id: one.kata for one in reading.find(Alasan, tentang=berkas.id)}
    now = house.clock.now()
    found = told(whole.jalan.sop, berkas, whole.jejak, whole.anak, days, now)
    return Perjalanan(found, days, reasons)
