"""One point of time in words: a year, a part of a year, a month, a day; and why it is none."""

from __future__ import annotations

import re
from datetime import date

from service.domain.baca_tanggal import BULAN_OF
from service.domain.informasi.waktu import (
    BULAN,
    CATURWULAN,
    SEMESTER,
    TAHUN,
    TANGGAL,
    TERJAUH,
    TERTUA,
    TRIWULAN,
    part,
    year,
)
from service.domain.tanggal import HARI, hari

Titik = tuple[str, date, date, str]  # precision, first day, last day, doubt
_ROMAWI = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_URUT = {
    **{name: n for n, name in enumerate(_ROMAWI, 1)},
    **{str(n): n for n in range(1, 13)},
    **{f"0{n}": n for n in range(1, 10)},
    **dict(zip(("satu", "dua", "tiga", "empat"), range(1, 5), strict=True)),
    **dict(zip(("pertama", "kedua", "ketiga", "keempat", "kesatu"), (1, 2, 3, 4, 1), strict=True)),
}
_NAMA = "|".join(sorted(BULAN_OF, key=len, reverse=True))
_BAGIAN = {
    SEMESTER: (r"semester|smtr|smt|sem", 6),
    CATURWULAN: (r"caturwulan|catur wulan|cawu", 4),
    TRIWULAN: (r"triwulan|tri wulan|triw|trw|tw|kuartal|kwartal|q", 3),
}
_THN = r"(?:(?:tahun anggaran|tahun|thn|th|t\.a|ta)\b\.? *)?"
_HARI_OF = {
    **{name.lower(): name for name in HARI},
    "jum'at": "Jumat",
    "jum’at": "Jumat",
    "ahad": "Minggu",
}

_SETAHUN = re.compile(rf"{_THN}([0-9]{{4}})(?:\.0)?")
_HARI_INI = re.compile(
    rf"(?:({'|'.join(_HARI_OF)}) *[,/]? *)?(?:(?:tanggal|tgl)\b\.? *)?(?=[0-9])(.+)"
)
_ISO = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?:[ t][0-9:.]{4,15}z?)?")
_ANGKA = re.compile(r"([0-9]{1,2}) ?([-/. ]) ?([0-9]{1,2}|[ivx]{1,4}) ?\2 ?([0-9]{4})")
_KATA = re.compile(
    rf"([0-9]{{1,2}})[ .-]*(?:bulan )?({_NAMA})\b[ .,-]*(?:tahun )?([0-9]{{4}})(?: [0-9:.]{{4,8}})?"
)
_SEBULAN = re.compile(rf"(?:bulan )?({_NAMA})\b[ .,/-]*(?:tahun )?([0-9]{{4}})")
_BULAN_TAHUN = re.compile(r"([0-9]{1,2}) ?[-/.] ?([0-9]{4})")
_TAHUN_BULAN = re.compile(r"([0-9]{4}) ?[-/.] ?([0-9]{2})")
_PER = {
    jenis: (
        re.compile(rf"(?:{kata})[ .-]*(?:ke[ -])?([a-z]+|[0-9]{{1,2}})[ ,./-]+{_THN}([0-9]{{4}})"),
        re.compile(rf"{_THN}([0-9]{{4}})[ ,./-]+(?:{kata})[ .-]*(?:ke[ -])?([a-z]+|[0-9]{{1,2}})"),
        months,
    )
    for jenis, (kata, months) in _BAGIAN.items()
}


class TidakTerbaca(Exception):
    """Why what looks like a time is none that is sure, in a sentence for a person."""


def read_point(kata: str) -> Titik | None:
    """The point that words name, in small letters; None where they are of another shape."""
    if found := _SETAHUN.fullmatch(kata):
        return TAHUN, *year(_year(found[1])), ""
    for jenis, (before, after, months) in _PER.items():
        if found := before.fullmatch(kata):
            return _part(jenis, found[1], found[2], months)
        if found := after.fullmatch(kata):
            return _part(jenis, found[2], found[1], months)
    if found := _SEBULAN.fullmatch(kata):
        return _month(found[2], BULAN_OF[found[1]])
    if found := _BULAN_TAHUN.fullmatch(kata):
        return _month(found[2], int(found[1]))
    if found := _TAHUN_BULAN.fullmatch(kata):
        return _year_and_two(found[1], found[2])
    return _day(kata)


def _day(kata: str) -> Titik | None:
    opened = _HARI_INI.fullmatch(kata)
    if opened is None:
        return None
    told, rest = opened[1] or "", opened[2]
    if found := _ISO.fullmatch(rest):
        on = _date(found[1], int(found[3]), found[4])
    elif found := _ANGKA.fullmatch(rest):
        on = _date(found[4], _URUT.get(found[3], 0), found[1])
    elif found := _KATA.fullmatch(rest):
        on = _date(found[3], BULAN_OF[found[2]], found[1])
    else:
        return None
    return TANGGAL, on, on, _weekday(on, told)


def _weekday(on: date, told: str) -> str:
    name = _HARI_OF.get(told, "")
    if not name or name == hari(on):
        return ""
    return f"Tertulis {name}, padahal tanggal itu hari {hari(on)}. Periksa tanggalnya."


def _part(jenis: str, which: str, tahun: str, months: int) -> Titik | None:
    n = _URUT.get(which, 0)
    if not n:
        return None
    if n > 12 // months:
        raise TidakTerbaca(f"Setahun hanya {12 // months} {jenis}; tertulis {which.upper()}.")
    return jenis, *part(_year(tahun), n, months), ""


def _month(tahun: str, n: int) -> Titik:
    if not 1 <= n <= 12:
        raise TidakTerbaca(f"Tidak ada bulan ke-{n}. Tulis bulannya dengan nama, lalu tahunnya.")
    return BULAN, *part(_year(tahun), n, 1), ""


def _year_and_two(tahun: str, dua: str) -> Titik:
    """`2024-05` is May; `2010-12` may be December or three years, and `2024-25` no month."""
    if int(dua) > 12 or int(dua) > int(tahun) % 100:
        raise TidakTerbaca(
            "Dapat berarti bulan atau tahun. Tulis bulannya dengan nama, atau tahunnya empat angka."
        )
    return _month(tahun, int(dua))


def _date(tahun: str, bulan: int, tanggal: str) -> date:
    try:
        return date(_year(tahun), bulan, int(tanggal))
    except ValueError:
        raise TidakTerbaca(
            "Tanggal itu tidak ada di kalender. Urutannya tanggal, bulan, tahun."
        ) from None


def _year(text: str) -> int:
    n = int(text)
    if not TERTUA <= n <= TERJAUH:
        raise TidakTerbaca(f"Tahun {n} tidak masuk akal; periksa penulisannya.")
    return n
