"""Lines that were sent back to a unit, on the first page of those who write for it."""

from __future__ import annotations

from flask import url_for

from service.acts.informasi.dikembalikan import of_units
from service.domain.wewenang import Hadir
from service.face.alamat import link
from service.face.isi import Tugas
from service.ports import House
from service.web.dasar.sebutan import unit_name
from service.web.informasi.daftar import KEMBALI, LENGKAP

TERBANYAK = 1000  # no further is counted


def returned(house: House, hadir: Hadir) -> list[Tugas]:
    """One task for each unit, with how many lines it has to mend."""
    return [_task(*one) for one in of_units(house, hadir, TERBANYAK)]


def _task(instansi: str, unit: str, many: int) -> Tugas:
    some = f"{TERBANYAK} atau lebih" if many >= TERBANYAK else str(many)
    return Tugas(
        f"Perbaiki {some} baris daftar informasi",
        link(url_for("informasi.listing"), {LENGKAP: KEMBALI}, unit=f"{instansi}/{unit}"),
        "menunggu",
        "dikembalikan",
        unit_name(instansi, unit),
    )
