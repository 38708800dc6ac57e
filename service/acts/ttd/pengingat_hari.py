"""The calendars and the SOPs that one look at many terms needs, each read once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from service.acts.berkas.bukti import terang
from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.lihat.berkas import decided_anew, withheld
from service.acts.sop.versi import Jalan, walked
from service.domain.ada import Ada
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.instansi import Instansi
from service.domain.kalender import Kalender
from service.domain.pengecualian import BERTANDA, Terang
from service.domain.sop.bahan import SK, Bahan
from service.domain.sop.bentuk import Langkah, Tahap
from service.domain.wewenang import Hadir
from service.ports import House, Reading
from service.ports.kiriman import Jangkauan


@dataclass
class Hari:
    """What is known of days while one moment is looked at."""

    house: House
    reading: Reading
    kept: dict[tuple[str, str], Kalender] = field(default_factory=dict)
    packs: dict[str, Instansi] = field(default_factory=dict)
    ways: dict[str, Jalan] = field(default_factory=dict)
    proofs: dict[str, Terang] = field(default_factory=dict)
    decrees: dict[str, date | None] = field(default_factory=dict)
    terpotong: set[str] = field(default_factory=set)  # kinds of which not all was looked at

    def of(self, instansi: str, unit: str = "") -> Kalender:
        """The calendar of a place."""
        place = (instansi, unit)
        if place not in self.kept:
            self.kept[place] = kalender(self.house, self.reading, *place)
        return self.kept[place]

    def today(self, instansi: str, unit: str = "") -> date:
        """The date it is there."""
        return self.of(instansi, unit).tanggal(self.house.clock.now())

    def agency(self, instansi: str) -> Instansi:
        """What the pack of an agency says."""
        if instansi not in self.packs:
            self.packs[instansi] = agency(self.house.packs, instansi)
        return self.packs[instansi]

    def way(self, berkas: Berkas) -> Jalan:
        """The SOP under which a matter walks, and the things it names."""
        if berkas.sidik not in self.ways:
            self.ways[berkas.sidik] = walked(self.reading, berkas)
        return self.ways[berkas.sidik]

    def step(self, berkas: Berkas) -> Langkah | Tahap | None:
        """The row, or the act within it, in which a matter stands."""
        if not berkas.sidik or not berkas.langkah:
            return None
        row = self.way(berkas).sop.row(berkas.langkah)
        return next((one for one in row.tahap if one.id == berkas.tahap), row)

    def proved(self, berkas: Berkas, butir: Butir) -> bool:
        """Whether an item of a matter counts as excluded."""
        if not berkas.sidik:
            return False
        if berkas.id not in self.proofs:
            self.proofs[berkas.id] = terang(self.reading, self.way(berkas), berkas)
        return self.proofs[berkas.id].proved(butir)

    def decreed(self, berkas: Berkas) -> date | None:
        """When the decree of a matter was laid down as signed; None where none was."""
        if not berkas.sidik:
            return None
        if berkas.id not in self.decrees:
            self.decrees[berkas.id] = self._decreed(berkas)
        return self.decrees[berkas.id]

    def _decreed(self, berkas: Berkas) -> date | None:
        bahan = self.way(berkas).bahan
        since = decided_anew(self.reading, self.way(berkas), berkas)
        days = [
            one.sejak
            for one in self.reading.find(Ada, berkas=berkas.id)
            if one.dicabut is None
            and one.bahan in bahan
            and _decrees(bahan[one.bahan], one.keadaan)
            and (since is None or one.sejak >= since)
        ]
        return self.of(berkas.instansi, berkas.unit).tanggal(min(days)) if days else None


def _decrees(thing: Bahan, keadaan: str) -> bool:
    return thing.bukti == SK and thing.is_enough(keadaan, BERTANDA)


def places(oleh: Hadir, peran: Collection[str]) -> dict[str, list[Jangkauan]]:
    """Where a person holds one of these peran, by agency; withheld matters where they may.

    Another peran may be what shows the withheld ones, and as far only as both of them reach.
    """
    found = dict[str, list[Jangkauan]]()
    for one in oleh.peran:
        if one.peran not in peran:
            continue
        here = [Jangkauan(one.instansi, one.unit, rahasia=False)]
        here += [Jangkauan(one.instansi, unit, rahasia=True) for unit in withheld(oleh, one)]
        known = found.setdefault(one.instansi, [])
        known += [x for x in here if x not in known]
    return found
