"""A program that may come in, for the pages that show it."""

from __future__ import annotations

from datetime import timedelta

from service.acts.kait import kelola
from service.acts.orang import token
from service.acts.orang.hadir import operator
from service.domain.catatan import MESIN, Catatan
from service.domain.kait import Antaran, Kait, antaran_id, given_up
from service.house import RealHouse


def program(house: RealHouse, kode: str) -> dict[str, str]:
    """The ids of a token, of a webhook and of what was told there."""
    until = house.clock.now().date() + timedelta(days=90)
    asked = token.Isian("Program contoh", kode, "", "petugas", until)
    one, _ = token.make(house, operator(house), house.new_id(), asked)
    told = kelola.Isian(
        "Program contoh", kode, "", "https://data.contoh.go.id/", ("berkas_dibuka",)
    )
    kait = kelola.make(house, operator(house), house.new_id(), told)
    return {"program": one.id, "kait_id": kait.id, "kabar_id": _telling(house, kait)}


def _telling(house: RealHouse, kait: Kait) -> str:
    now = house.clock.now()
    told = (kait.instansi, 1, "berkas_dibuka", house.new_id(), now)
    one = Antaran(antaran_id(kait.id, 1, now), kait.id, *told, now)
    with house.ledger.begin() as tx:
        tx.add(given_up(one, "data.contoh.go.id tidak menjawab.", now))
        tx.note(Catatan(kait.instansi, MESIN, "contoh", now, kait.id))
    return one.id
