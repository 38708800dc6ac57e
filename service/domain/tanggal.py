"""Dates, hours, numbers and NIP as Indonesian letters write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONA = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
# Spellings that older letters still carry.
_EJAAN_LAMA = {"pebruari": 2, "nopember": 11, "agt": 8}
_BULAN_OF = {
    **{name.lower(): n for n, name in enumerate(BULAN, 1)},
    **{name[:3].lower(): n for n, name in enumerate(BULAN, 1)},
    **_EJAAN_LAMA,
}
_PANJANG = re.compile(r"(?:[A-Za-z']+\s*,\s*)?(?P<hari>\d{1,2})\s+(?P<bulan>[A-Za-z]+)\s+(\d{4})")
_ANGKA = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")

_SATUAN = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_BESAR = (
    (10**12, "triliun"),
    (10**9, "miliar"),
    (10**6, "juta"),
    (1000, "ribu"),
    (100, "ratus"),
    (10, "puluh"),
)
BATAS_TERBILANG = 10**15


def hari(on: date) -> str:
    """The name of the weekday."""
    return HARI[on.weekday()]


def panjang(on: date, *, tahun: bool = True) -> str:
    """`21 November 2026`."""
    short = f"{on.day} {BULAN[on.month - 1]}"
    return f"{short} {on.year}" if tahun else short


def hari_tanggal(on: date, *, tahun: bool = True) -> str:
    """`Sabtu, 21 November 2026`."""
    return f"{hari(on)}, {panjang(on, tahun=tahun)}"


def tanggal_surat(text: str) -> str:
    """A letter's date, as precise as the letter is."""
    parts = [int(one) for one in text.split("-") if one.isascii() and one.isdigit()]
    try:
        whole = date(*[*parts, 1, 1][:3]) if parts else None
    except ValueError:
        return text
    if whole is None:
        return text
    return panjang(whole) if len(parts) == 3 else " ".join(panjang(whole).split()[3 - len(parts) :])


def local(moment: datetime, zona: str) -> datetime:
    """A moment on the clock of WIB, WITA or WIT."""
    return moment.astimezone(ZoneInfo(ZONA[zona]))


def pukul(moment: datetime, zona: str) -> str:
    """`14.05 WIB`."""
    return f"{local(moment, zona):%H.%M} {zona}"


def moment(at: datetime, zona: str) -> str:
    """`Sabtu, 21 November 2026, 14.05 WIB`."""
    return f"{hari_tanggal(local(at, zona).date())}, {pukul(at, zona)}"


def read_tanggal(text: str) -> date | None:
    """The date a letter writes (`Sabtu, 21 November 2026`, `21-11-2026`), or None."""
    plain = text.strip()
    if found := _PANJANG.fullmatch(plain):
        return _date(int(found[3]), _BULAN_OF.get(found["bulan"].lower(), 0), int(found["hari"]))
    if found := _ANGKA.fullmatch(plain):
        return _date(int(found[4]), int(found[3]), int(found[1]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def terbilang(n: int) -> str:
    """A whole number in words: 2026 is `dua ribu dua puluh enam`."""
    if not 0 <= n <= BATAS_TERBILANG:
        raise ValueError(f"{n} lies outside what terbilang can say")
    if n < len(_SATUAN):
        return _SATUAN[n]
    if n < 20:
        return f"{_SATUAN[n - 10]} belas"
    size, name = next(step for step in _BESAR if n >= step[0])
    many, rest = divmod(n, size)
    # One hundred and one thousand have words of their own; one million has not.
    head = f"se{name}" if many == 1 and size <= 1000 else f"{terbilang(many)} {name}"
    return f"{head} {terbilang(rest)}" if rest else head


def tanggal_terbilang(on: date) -> str:
    """A day as a berita acara opens: `Sabtu, tanggal dua puluh satu bulan November tahun ...`."""
    year = terbilang(on.year)
    return f"{hari(on)}, tanggal {terbilang(on.day)} bulan {BULAN[on.month - 1]} tahun {year}"


def nip_berkelompok(nip: str) -> str:
    """A NIP as it is printed, in groups of 8, 6, 1 and 3; anything else as it is."""
    digits = re.sub(r"\s", "", nip)
    if not re.fullmatch(r"\d{18}", digits):
        return nip
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def nip_faults(nip: str) -> str:
    """Why a text cannot be a NIP: birth date, first month of service, sex, serial; '' if it can."""
    digits = re.sub(r"\s", "", nip)
    if not re.fullmatch(r"\d{18}", digits):
        return "NIP terdiri atas 18 angka"
    if _date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])) is None:
        return "delapan angka pertama NIP harus tanggal lahir (tahun, bulan, tanggal)"
    # Months above 12 are given to those who entered as PPPK.
    if not 1 <= int(digits[12:14]) <= 12 and digits[12:14] != "21":
        return "angka ke-13 dan ke-14 NIP harus bulan pengangkatan"
    if digits[14] not in "12":
        return "angka ke-15 NIP harus 1 (pria) atau 2 (wanita)"
    return ""
