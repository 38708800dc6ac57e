"""What the legal registers fill into the report of a period: how much came, what became of it."""

from __future__ import annotations

from typing import Any

from service.acts.isian.perkara import Isi, Perkara
from service.domain.rekap_permohonan import NASIB
from service.domain.ruas import Ruas


def _became(nasib: str) -> Isi:
    return lambda one, _: one.angka.nasib.get(nasib, "") if one.angka else ""


def _objections(one: Perkara, _: Ruas) -> Any:
    found = one.angka.keberatan if one.angka else None
    return "" if found is None else len(found)


def _disputes(one: Perkara, _: Ruas) -> Any:
    found = one.angka.sengketa if one.angka else None
    return "" if found is None else len(found)


SUMBER: dict[str, Isi] = {
    **{f"register.{nasib}": _became(nasib) for nasib in NASIB},
    "register.keberatan": _objections,
    "register.sengketa": _disputes,
}
