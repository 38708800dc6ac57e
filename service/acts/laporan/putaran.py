"""The rounds of a period: the matters in which its papers are written, and how far units are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from service.acts.lihat.berkas import SAMPAI, seen
from service.acts.sop.daftar import sops
from service.domain.berkas import DIBATALKAN, Berkas
from service.domain.laporan.masa import Masa
from service.domain.sop.masa import masa as masa_of
from service.domain.sop.masa import round_id
from service.domain.wewenang import Hadir
from service.ports import House


@dataclass(frozen=True)
class Berlangsung:
    """One round, and how many of the units it asks have done their part."""

    judul: str
    selesai: int
    belum: int


def of_period(house: House, oleh: Hadir, instansi: str, masa: Masa) -> list[Berkas]:
    """The rounds of exactly that period that this person may see, oldest first."""
    months = masa.akhir.month - masa.awal.month + 1
    return _found(house, oleh, instansi, _ids(house, instansi, masa.awal, months))


def under_way(house: House, oleh: Hadir, instansi: str, today: date) -> list[Berlangsung]:
    """The rounds in which this day lies, whatever their length."""
    rounds = _found(house, oleh, instansi, _ids(house, instansi, today))
    ids = [one.id for one in rounds]
    with house.ledger.read() as reading:
        below = reading.find(Berkas, induk=ids) if ids else []
    asked = [one for one in below if one.untuk.startswith("unit:") and one.keadaan != DIBATALKAN]
    told = []
    for one in rounds:
        its = [x.keadaan in SAMPAI for x in asked if x.induk == one.id]
        told.append(Berlangsung(one.judul, sum(its), len(its) - sum(its)))
    return told


def _ids(house: House, instansi: str, on: date, months: int = 0) -> list[str]:
    """The ids that rounds of a day have, of that length or of any."""
    return [
        round_id(instansi, kode, part, masa_of(many, on))
        for kode, part, many in _parts(house, instansi)
        if not months or many == months
    ]


def _parts(house: House, instansi: str) -> Iterator[tuple[str, str, int]]:
    """What the SOPs of an agency ask for again and again, and every how many months."""
    for kode, sop in sops(house.packs, instansi).items():
        for part in sop.parts():
            if part.berkala.jumlah:
                yield kode, part.id, part.berkala.jumlah


def _found(house: House, oleh: Hadir, instansi: str, ids: list[str]) -> list[Berkas]:
    with house.ledger.read() as reading:
        found = reading.find(Berkas, id=ids, instansi=instansi) if ids else []
    mine = [one for one in found if one.keadaan != DIBATALKAN and seen(oleh, one)]
    return sorted(mine, key=lambda one: (one.dibuka, one.id))
