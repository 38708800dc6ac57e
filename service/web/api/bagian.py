"""What several routes ask for in the same way: a new id, a place in the office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from service.domain.bentuk_json import IsianJsonSalah, Rincian, rincian
from service.domain.ids import ID
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.web.dasar.auth import hadir, house
from service.web.dasar.sekali import known


def id_baru() -> dict[str, Rincian]:
    """An id that the caller makes: sent twice, it is one thing."""
    return rincian(
        kata="Dibuat pemanggil; kiriman ulang dengan id yang sama tidak membuat hal kedua.",
        pola=ID.pattern,
        contoh="abcdefghijklmnopqrstuvwx27",
    )


def salah_satu(kata: Mapping[str, str], *, kosong: bool = False) -> dict[str, Rincian]:
    """One of several words that the office keeps; `kosong`: or none."""
    return rincian(
        kata=" ".join(f"{nilai}: {arti}." for nilai, arti in kata.items()),
        pilihan=("", *kata) if kosong else tuple(kata),
    )


def hari(day: date | None) -> str:
    """A day as the rows of the register keep it; '' for none."""
    return day.isoformat() if day else ""


def tempat(instansi: str, unit: str, act: Act) -> tuple[str, str]:
    """A place of the office in which this caller may do an act; else it is not there."""
    agency = known(instansi) if instansi in hadir().instansi else None
    if agency is None or not hadir().may(act, instansi, unit):
        raise TidakAda("Instansi itu")
    if unit and unit not in {one.id for one in agency.open_units(house().clock.now())}:
        raise IsianJsonSalah({"unit": "Unit ini tidak dikenal."})
    return instansi, unit
