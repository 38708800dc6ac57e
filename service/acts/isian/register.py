"""What the legal registers fill into the report of a period: how much came, what became of it."""

from __future__ import annotations

from typing import Any

from service.acts.isian.perkara import SEMASA, Isi, Perkara
from service.domain.rekap_permohonan import NASIB
from service.domain.ruas import Ruas
from service.domain.sengketa import TAHAP
from service.ports.kiriman import Jangkauan
from service.ports.register import Urutan


def _became(nasib: str) -> Isi:
    return lambda one, _: one.nasib.get(nasib, "")


def _objections(one: Perkara, _: Ruas) -> Any:
    found = [one.house.register.keberatan(x, Urutan(atmost=1))[0] for x in one.books]
    return sum(found) if found else ""


def _disputes(one: Perkara, _: Ruas) -> Any:
    if not one.books or one.rentang is None:
        return ""
    places = [Jangkauan(x.instansi, "", x.rahasia) for x in one.books]
    found = one.house.register.sengketa(places, tuple(TAHAP), 0, SEMASA + 1)
    first, last = one.rentang
    return sum(first <= x.diajukan <= last for x in found) if len(found) <= SEMASA else ""


SUMBER: dict[str, Isi] = {
    **{f"register.{nasib}": _became(nasib) for nasib in NASIB},
    "register.keberatan": _objections,
    "register.sengketa": _disputes,
}
