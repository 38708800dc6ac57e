"""What somebody should know of the day and the hours of a meeting; none of it forbids it."""

from __future__ import annotations

from datetime import date

from service.domain.jam_kerja import write_jam
from service.domain.kalender import Kalender
from service.domain.rapat import Rapat
from service.domain.tanggal import hari_tanggal


def warnings(one: Rapat, kalender: Kalender, today: date) -> tuple[str, ...]:
    """Sentences about a day off, hours at which nobody is there, and a day that is over."""
    if one.tanggal is None:
        return ()
    day, found = hari_tanggal(one.tanggal), list[str]()
    if libur := kalender.libur_on(one.tanggal):
        found.append(f"{day} adalah hari libur: {libur.nama}.")
    elif not kalender.is_hari_kerja(one.tanggal):
        found.append(f"{day} bukan hari kerja.")
    elif _outside(one, kalender):
        hours = write_jam(kalender.jam_on(one.tanggal))
        found.append(f"Jam rapat di luar jam kantor hari itu ({hours}).")
    if one.tanggal < today and all(each.hadir is None for each in one.peserta):
        found.append(f"Hari rapatnya sudah lewat: {day}.")
    return tuple(found)


def _outside(one: Rapat, kalender: Kalender) -> bool:
    if one.tanggal is None or one.mulai is None:
        return False
    jam = kalender.jam_on(one.tanggal)
    return one.mulai < jam[0].mulai or (one.selesai or one.mulai) > jam[-1].selesai
