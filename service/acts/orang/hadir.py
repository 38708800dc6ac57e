"""Who somebody is today: the person, and the peran that count at this moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from service.domain.catatan import MESIN, RUMAH
from service.domain.orang import DELEGASI, Orang, Pemegang
from service.domain.setelan import Setelan
from service.domain.tanggal import local
from service.domain.wewenang import ADMINISTRATOR, Hadir, effective
from service.ports import House, Reading


def present(reading: Reading, orang: Orang, now: datetime, sesi: str = "", csrf: str = "") -> Hadir:
    """The person with the peran that count now; none where they were deactivated."""
    held = reading.find(Pemegang, orang=orang.id) if orang.aktif else []
    lent = {one.dari: reading.get(Pemegang, one.dari) for one in held if one.sebagai == DELEGASI}
    on = days(reading, {one.instansi for one in held}, now)
    return Hadir(orang, effective(held, lent, on), sesi, csrf)


def days(reading: Reading, instansi: Iterable[str], now: datetime) -> dict[str, date]:
    """The date it is in each instansi, by its own zone."""
    return {one: day(reading, one, now) for one in instansi}


def day(reading: Reading, instansi: str, now: datetime) -> date:
    """The date it is in one instansi; the house itself keeps WIB."""
    kept = [] if instansi == RUMAH else reading.find(Setelan, id=instansi)
    zona = kept[0].zona if kept else "WIB"
    return local(now, zona).date()


def operator(house: House) -> Hadir:
    """Whoever may run commands on this machine keeps its house anyway."""
    today = local(house.clock.now(), "WIB").date()
    whole = Pemegang(MESIN, MESIN, RUMAH, "", ADMINISTRATOR, today)
    return Hadir(Orang(MESIN, RUMAH, MESIN, "Pengelola di terminal"), (whole,))
