"""Whose term in a peran is over is told so, in place of a bare no."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from service.acts.instansi.packs import agency
from service.acts.orang.hadir import day
from service.domain.catatan import RUMAH
from service.domain.orang import DELEGASI, PLH, PLT, Pemegang
from service.domain.refusals import Refusal, TidakBerwenang
from service.domain.tanggal import hari_tanggal
from service.domain.wewenang import Hadir, MasaBerakhir
from service.ports import House, Reading

_SEBAGAI = {PLT: "Plt. ", PLH: "Plh. ", DELEGASI: "penerima delegasi "}


def lapsed(
    house: House, reading: Reading, oleh: Hadir, tempat: tuple[str, str], peran: Collection[str]
) -> MasaBerakhir | None:
    """What to say to somebody who held one of these peran at a place, and does no more."""
    instansi, unit = tempat
    standing = {one.id for one in oleh.peran}
    today = day(reading, instansi, house.clock.now())
    over = [
        one
        for one in reading.find(Pemegang, orang=oleh.orang.id)
        if one.instansi == instansi
        and one.unit in ("", unit)
        and one.peran in peran
        and one.id not in standing
        and one.mulai <= today
    ]
    if not over:
        return None
    last = max(over, key=lambda one: (_until(one, today), one.id))
    sebutan = agency(house.packs, instansi).sebutan(last.peran)
    return MasaBerakhir(_SEBAGAI.get(last.sebagai, "") + sebutan, _ended(last, today))


def why_not(house: House, oleh: Hadir) -> Refusal:
    """Why a door stays shut: to somebody who holds no peran any more, that their term is over."""
    if not oleh.instansi:
        with house.ledger.read() as reading:
            places = {
                (one.instansi, one.unit): one.peran
                for one in reading.find(Pemegang, orang=oleh.orang.id)
                if one.instansi != RUMAH
            }
            for place, peran in sorted(places.items()):
                if told := lapsed(house, reading, oleh, place, {peran}):
                    return told
    return TidakBerwenang()


def _until(one: Pemegang, today: date) -> date:
    return min(filter(None, (one.sampai, one.dicabut and one.dicabut.date())), default=today)


def _ended(one: Pemegang, today: date) -> str:
    if one.dicabut:
        return "sudah dicabut"
    if one.sampai and one.sampai < today:
        return f"berakhir {hari_tanggal(one.sampai)}"
    return "berakhir bersama wewenang yang mendelegasikannya"
