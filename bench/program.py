"""A program that may come in, for the pages that show it."""

from __future__ import annotations

from datetime import timedelta

from service.acts.kait import kelola
from service.acts.orang import token
from service.acts.orang.hadir import operator
from service.house import RealHouse


def program(house: RealHouse, kode: str) -> dict[str, str]:
    """The ids of a token and of a webhook."""
    until = house.clock.now().date() + timedelta(days=90)
    asked = token.Isian("Program contoh", kode, "", "petugas", until)
    one, _ = token.make(house, operator(house), house.new_id(), asked)
    told = kelola.Isian(
        "Program contoh", kode, "", "https://data.contoh.go.id/", ("berkas_dibuka",)
    )
    kait = kelola.make(house, operator(house), house.new_id(), told)
    return {"program": one.id, "kait_id": kait.id}
