"""Rounds: what comes again is opened once for each period, by an officer first, then by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.acts.instansi.kalender import kalender
from service.acts.instansi.pilihan import at_work
from service.acts.sop.daftar import sops
from service.domain.berkas import DIBATALKAN, Berkas
from service.domain.refusals import Overtaken, Refusal
from service.domain.sop.bentuk import Bagian
from service.domain.sop.masa import masa, round_id, sebutan
from service.ports import House, Reading


def round_name(part: Bagian, masa_: str) -> str:
    """What a round is called."""
    return f"{part.nama} {sebutan(masa_, part.berkala.jumlah)}"


class PutaranTidakTerbuka(Refusal):
    """Some rounds could not be opened; those of the other agencies were."""

    def __init__(self, sebab: Sequence[str]) -> None:
        lines = "\n".join(sebab)
        super().__init__(
            "Putaran instansi berikut belum dibuka; putaran instansi lain tetap dibuka. Sesudah "
            f"sebabnya diperbaiki, putarannya dibuka sendiri:\n{lines}"
        )


def open_due(house: House) -> list[Berkas]:
    """The rounds of this period, of what was opened in an earlier one and not called off.

    PutaranTidakTerbuka names at the end the agencies whose rounds could not be opened.
    """
    found, wrong = list[Berkas](), list[str]()
    for setelan in at_work(house):
        try:
            found += _opened(house, setelan.id)
        except Refusal as no:  # a broken pack stops its own agency and no other
            wrong.append(f"{setelan.id}: {no}")
    if wrong:
        raise PutaranTidakTerbuka(wrong)
    return found


def _opened(house: House, instansi: str) -> list[Berkas]:
    found = []
    with house.ledger.read() as reading:
        days = kalender(house, reading, instansi)
        today = days.tanggal(house.clock.now())
        asked = _due(house, reading, instansi, today) if days.is_hari_kerja(today) else []
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
            told = (id_, instansi, last.unit, kode, judul, part.id)
            asked.append(Pembukaan(*told, masa=now, rahasia=last.rahasia))
    return asked
