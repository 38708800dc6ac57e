"""Tells the public where a request stands, by the mark of its code and nothing else."""

from __future__ import annotations

import json

from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agencies, agency
from service.acts.register.masukan import asks
from service.domain import kabar
from service.domain.keberatan import Keberatan
from service.domain.masukan import MasukanPublik
from service.domain.permohonan import Permohonan
from service.domain.setelan import Setelan
from service.ports import House


def tell(house: House, id_: str) -> None:
    """What may be known of a request or an objection, as it stands now."""
    with house.ledger.read() as reading:
        for masukan in reading.find(MasukanPublik, id=id_):
            instansi = agency(house.packs, masukan.instansi)
            days = kalender(house, reading, masukan.instansi, masukan.unit)
            on = days.hari_terima(masukan.diterima)
            house.loket.tell(masukan.kode, kabar.write(kabar.of_masukan(masukan, instansi, on)))
            return
        for keberatan in reading.find(Keberatan, id=id_):
            instansi = agency(house.packs, keberatan.instansi)
            told = kabar.write(kabar.of_keberatan(keberatan, instansi))
            house.loket.tell(keberatan.kode, told)
            id_ = keberatan.permohonan
        for permohonan in reading.find(Permohonan, id=id_):
            if not permohonan.kode:
                continue  # it came by letter, and nobody holds a code for it
            instansi = agency(house.packs, permohonan.instansi)
            more = reading.find(Keberatan, permohonan=permohonan.id)
            told = kabar.write(kabar.of_permohonan(permohonan, instansi, more))
            house.loket.tell(permohonan.kode, told)


def tell_missing(house: House) -> None:
    """Show again what was lost: after a restore, the public's side is empty."""
    with house.ledger.read() as reading:
        known = [(one.id, one.kode) for one in reading.find(Keberatan)]
        known += [(one.id, one.kode) for one in reading.find(Permohonan)]
        known += [(one.id, one.kode) for one in reading.find(MasukanPublik)]
    shown = house.loket.shown()
    for id_, kode in known:
        if kode and kode not in shown:
            tell(house, id_)


def tell_instansi(house: House) -> None:
    """Which bodies the public can turn to here: those at work whose pack can be used."""
    usable = agencies(house.packs)
    with house.ledger.read() as reading:
        at_work = [usable[one.id] for one in reading.find(Setelan) if one.id in usable]
    packs = house.packs.still()
    lines = [
        {
            "kode": one.kode,
            "nama": one.nama,
            "zona": one.zona,
            "masukan": asks(packs, one.kode),
            "surel": one.surel,
        }
        for one in at_work
    ]
    content = json.dumps({"bentuk": 1, "instansi": lines}, ensure_ascii=False, indent=1)
    house.loket.tell_instansi(content.encode())
