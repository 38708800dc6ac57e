"""TAPIS: what a template may ask of a value, one pure function each.

None of them refuses: what is no date, no number, no name of the kind it writes passes through
as it is, as the empty place of a number does and a value that is missing in a draft.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from math import prod
from typing import Any

from service.domain import angka, tanggal, urutan
from service.domain.batang import batang, lajur
from service.domain.gelar import besar
from service.domain.kurang import Kurang

BUTIR_TERBANYAK = 1_000  # letters named one by one; beyond it the number alone
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_JAM = re.compile(r"(\d{1,2})[.:](\d{2})(?::\d{2})?")
BESAR = "besar"  # offices in capitals, as decrees write them
_AN, _UB = "a.n.", "u.b."
_JABATAN = ("jabatan", "jabatan_sendiri", "melalui")
_TAHUN = re.compile(r"(?<!NOMOR )\b(\d+) TAHUN (?=\d{4}\b)")
_DIGITS = re.compile(r"\d{1,16}", re.ASCII)


def _of_date(write: Callable[[date], str]) -> Callable[[Any], Any]:
    """A filter on dates; a text that is a date as it is stored is one, too."""

    def tapis(value: Any) -> Any:
        if isinstance(value, date):
            return write(value)
        if isinstance(value, str) and _ISO.fullmatch(value):
            try:
                return write(date.fromisoformat(value))
            except ValueError:
                return value
        return value

    return tapis


def _of_number(write: Callable[[int], str]) -> Callable[[Any], Any]:
    """A filter on whole numbers; a text of digits is one, too."""

    def tapis(value: Any) -> Any:
        if isinstance(value, int) and not isinstance(value, bool):
            return write(value)
        if isinstance(value, str) and _DIGITS.fullmatch(value):
            return write(int(value))
        return value

    return tapis


def _of_text(write: Callable[[str], str]) -> Callable[[Any], Any]:
    def tapis(value: Any) -> Any:
        return write(value) if isinstance(value, str) and not isinstance(value, Kurang) else value

    return tapis


def _terbilang(n: int) -> str:
    return tanggal.terbilang(n) if 0 <= n <= tanggal.BATAS_TERBILANG else angka.ribuan(n)


def _bulan(on: date) -> str:
    return tanggal.BULAN[on.month - 1]


def _huruf(n: int) -> str:
    return urutan.huruf(n) if n > 0 else str(n)


def _daftar_huruf(n: int) -> str:
    return urutan.daftar_huruf(n) if 0 <= n <= BUTIR_TERBANYAK else str(n)


def _diktum(n: int) -> str:
    return urutan.diktum(n) if 0 < n <= tanggal.BATAS_TERBILANG else str(n)


def _jam(value: Any, zona: str = "") -> Any:
    """`09.00`, or `09.00 WIB`."""
    if isinstance(value, time | datetime):
        written = f"{value:%H.%M}"
    elif isinstance(value, str) and (found := _JAM.fullmatch(value)):
        written = f"{int(found[1]):02d}.{found[2]}"
    else:
        return value
    return f"{written} {zona}".strip()


def _persen(value: Any, dari: Any = None) -> Any:
    """`66,7%`: the part that it is of another number."""
    whole = [one for one in (value, dari) if isinstance(one, int) and not isinstance(one, bool)]
    return angka.persen(value, dari) if len(whole) == 2 and value >= 0 else value


def _nomor_kalimat(text: str) -> str:
    """`13 Tahun 2026`: the number of a decree within a sentence."""
    return _TAHUN.sub(r"\1 Tahun ", text)


def _jumlah_kali(rows: Any, *kolom: str) -> Any:
    """Over the rows of a table: these columns multiplied, and summed where they are numbers."""
    if not isinstance(rows, list) or not rows:
        return rows
    every = [[row.get(one) for one in kolom] for row in rows if isinstance(row, dict)]
    told = [[one for one in row if isinstance(one, int)] for row in every]
    return sum(prod(row) for row in told if len(row) == len(kolom))


def _penanda_tangan(pejabat: Any, huruf: str = "") -> Any:
    """Who signs, as it stands above the signature: also in whose name, one line for each office."""
    if not isinstance(pejabat, Mapping):
        return pejabat
    written = besar if huruf == BESAR else str
    held = {key: _of_text(written)(pejabat.get(key, "")) for key in _JABATAN}
    sebagai = str(pejabat.get("sebagai", ""))
    if sebagai.strip() not in (_AN, _UB):
        return held["jabatan"] if not sebagai else f"{sebagai}{held['jabatan']}"
    through = (held["melalui"], _UB) if sebagai.strip() == _UB else ()
    lines = (f"{_AN} {held['jabatan']}", *through, held["jabatan_sendiri"])
    return "\n".join(one for one in lines if one)


def _sebutan_jabatan(pejabat: Any) -> Any:
    """The office of who signs, within a sentence: with Plt. or Plh., and not that of another."""
    if not isinstance(pejabat, Mapping):
        return pejabat
    sebagai = str(pejabat.get("sebagai", ""))
    if sebagai.strip() in (_AN, _UB):
        return pejabat.get("jabatan_sendiri") or pejabat.get("jabatan", "")
    jabatan = pejabat.get("jabatan", "")
    return f"{sebagai}{jabatan}" if sebagai else jabatan


TAPIS: dict[str, Callable[..., Any]] = {
    "panjang": _of_date(tanggal.panjang),
    "hari": _of_date(tanggal.hari),
    "hari_tanggal": _of_date(tanggal.hari_tanggal),
    "bulan": _of_date(_bulan),
    "tahun": _of_date(lambda on: str(on.year)),
    "tanggal_angka": _of_date(lambda on: f"{on:%d-%m-%Y}"),
    "tanggal_terbilang": _of_date(tanggal.tanggal_terbilang),
    "terbilang": _of_number(_terbilang),
    "ribuan": _of_number(angka.ribuan),
    "rupiah": _of_number(angka.rupiah),
    "persen": _persen,
    "romawi": _of_number(angka.romawi),
    "huruf": _of_number(_huruf),
    "daftar_huruf": _of_number(_daftar_huruf),
    "diktum": _of_number(_diktum),
    "nip": _of_text(tanggal.nip_berkelompok),
    "besar": _of_text(besar),
    "penanda_tangan": _penanda_tangan,
    "sebutan_jabatan": _sebutan_jabatan,
    "nomor_kalimat": _of_text(_nomor_kalimat),
    "jam": _jam,
    "jumlah_kali": _jumlah_kali,
    "lajur": lajur,
    "batang": batang,
}
