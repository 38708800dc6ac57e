"""Rounds: what comes again is opened once for each period, by an officer first, then by itself."""

from __future__ import annotations

from datetime import date

from service.acts.berkas_baru import begun
from service.acts.berkas_buka import Pembukaan
from service.acts.instansi import at_work
from service.acts.kalender import kalender
from service.acts.sop import sops
from service.domain.berkas import DIBATALKAN, Berkas
from service.domain.refusals import Overtaken
from service.domain.sop.bentuk import Bagian
from service.domain.sop.masa import masa, round_id, sebutan
from service.ports import House, Reading


def round_name(part: Bagian, masa_: str) -> str:
    """What a round is called."""
    return f"{part.nama} {sebutan(masa_, part.berkala.jumlah)}"


def open_due(house: House) -> list[Berkas]:
    """The rounds of this period, of what was opened in an earlier one and not called off."""
    found = []
    for setelan in at_work(house):
        with house.ledger.read() as reading:
            days = kalender(house, reading, setelan.id)
            today = days.tanggal(house.clock.now())
            asked = _due(house, reading, setelan.id, today) if days.is_hari_kerja(today) else []
        for one in asked:
            try:
                with house.ledger.begin() as tx:
                    found.append(begun(house, tx, one))
            except Overtaken:  # another clock was first
                continue
    return found


def _due(house: House, reading: Reading, instansi: str, today: date) -> list[Pembukaan]:
    asked = []
    for kode, sop in sops(house.packs, instansi).items():
        for part in sop.parts():
            if not part.berkala.jumlah:
                continue
            now = masa(part.berkala.jumlah, today)
            before = [
                one
                for one in reading.find(Berkas, instansi=instansi, sop=kode, bagian=part.id)
                if one.masa and not one.induk
            ]
            last = max(before, key=lambda one: one.masa, default=None)
            if last is None or last.masa >= now or last.keadaan == DIBATALKAN:
                continue
            id_ = round_id(instansi, kode, part.id, now)
            judul = round_name(part, now)
            asked.append(Pembukaan(id_, instansi, last.unit, kode, judul, part.id, masa=now))
    return asked
