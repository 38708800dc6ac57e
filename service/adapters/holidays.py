"""The door of the `holidays` package: a first table of days off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from importlib.metadata import version
from typing import cast

import holidays

from service.domain.libur import CUTI_BERSAMA, NASIONAL, Libur, libur_id

_CATEGORY = {NASIONAL: "public", CUTI_BERSAMA: "government"}
_GUESSED = " (perkiraan)"
_VERSION = version("holidays")


class HolidaySeed:
    """What the package knows of Indonesia, for an office to correct by its decrees."""

    def libur(self, instansi: str, years: Iterable[int], this_year: int) -> list[Libur]:
        """The days off of some years; a year to come, and a date by estimate, is provisional."""
        wanted = sorted(set(years))
        found = [
            _libur(instansi, day, name, jenis, this_year)
            for jenis, category in _CATEGORY.items()
            for day, names in _days(wanted, category).items()
            for name in names.split("; ")
        ]
        return sorted(found, key=lambda x: (x.tanggal, x.jenis != NASIONAL, x.nama))


def _days(years: list[int], category: str) -> Mapping[date, str]:
    table = holidays.country_holidays("ID", years=years, categories=(category,), language="id")
    return cast("Mapping[date, str]", table)


def _libur(instansi: str, day: date, name: str, jenis: str, this_year: int) -> Libur:
    plain = name.removesuffix(_GUESSED)
    return Libur(
        id=libur_id(instansi, day, plain),
        instansi=instansi,
        tanggal=day,
        nama=plain,
        jenis=jenis,
        rujukan=f"Bawaan (paket holidays {_VERSION}); cocokkan dengan SKB {day.year}",
        sementara=day.year > this_year or plain != name,
    )
