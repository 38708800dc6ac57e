"""What every register is asked: of which agency, which lines of it, and how many."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from service.acts.lihat.terlihat import reach
from service.domain.bentuk_json import rincian
from service.domain.refusals import TidakAda
from service.ports.register import SaringRegister, Urutan
from service.web.api.jalan import Lanjut, skipped
from service.web.dasar.auth import hadir, house


@dataclass(frozen=True)
class TanyaRegister(Lanjut):
    """Baris register mana yang diminta."""

    instansi: str = field(metadata=rincian(terpendek=1, terpanjang=80), kw_only=True)
    unit: str = field(default="", metadata=rincian(terpanjang=80))
    keadaan: str = field(default="", metadata=rincian(terpanjang=40))
    rahasia: bool = False


def wanted(tanya: TanyaRegister) -> SaringRegister:
    """Which lines, as far as this caller may see; TidakAda where none of this register."""
    units = _units(tanya.instansi, rahasia=tanya.rahasia)
    if not units:
        raise TidakAda("Register")
    only = () if "" in units else tuple(sorted(units))
    return SaringRegister(tanya.instansi, tanya.rahasia, only, tanya.unit, tanya.keadaan)


def stretch(tanya: TanyaRegister) -> Urutan:
    """Which stretch of them, with one more."""
    return Urutan(skip=skipped(tanya), atmost=tanya.banyak + 1)


def _units(instansi: str, *, rahasia: bool) -> Collection[str]:
    places = reach(house(), hadir())
    return {x.unit for x in places if x.instansi == instansi and x.rahasia == rahasia}
