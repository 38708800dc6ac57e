"""How long a line of the JRA keeps something: months, and from which event they run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

TERLAMA = 100  # years
_SATU = r"(\d{1,3})\s*(?:\([a-z ]+\))?\s*(tahun|thn|th|bulan|bln)\b\.?"
_LAMA = re.compile(rf"{_SATU}(?:\s*(?:dan)?\s*{_SATU})?\s*(.*)")
_TANPA = frozenset({"0", "-", "–", "—", "tidak ada", "tanpa"})
_SEJAK = re.compile(r"^(?:,\s*)?(?:setelah|sesudah|sejak|dihitung sejak)\s+(.+)$")
# How the closing of a matter is said; every other event is named on a page, with its day.
_SELESAI = re.compile(
    r"(?:berkas|kegiatan|perkara|urusan|masalah|pekerjaan|naskah)?\s*(?:ini|tersebut|dinyatakan)?\s*"
    r"(?:selesai|ditutup|berakhir)(?:\s+(?:dikerjakan|diproses))?"
)
BENTUK = (
    "Tulis lamanya dengan angka dan satuan, misalnya 2 tahun, 6 bulan, atau 2 tahun setelah "
    "kontrak berakhir."
)


@dataclass(frozen=True)
class Lama:
    """A length of time; `sejak` names its event where that is not the closing of the matter."""

    bulan: int = 0
    sejak: str = ""

    @property
    def kata(self) -> str:
        """As it is printed: `1 tahun 6 bulan setelah kontrak berakhir`."""
        years, months = divmod(self.bulan, 12)
        parts = [f"{years} tahun" if years else "", f"{months} bulan" if months else ""]
        said = " ".join(filter(None, parts)) or "0 tahun"
        return f"{said} setelah {self.sejak}" if self.sejak else said


def read_lama(isi: str, *, tahun: bool = False) -> Lama | None:
    """The length that a cell says; a bare number counts years where its column says so."""
    text = " ".join(isi.split()).casefold()
    if text in _TANPA:
        return Lama()
    if tahun and text.isascii() and text.isdecimal() and len(text) <= 3:
        text = f"{text} tahun"
    found = _LAMA.fullmatch(text)
    if found is None:
        return None
    months = _months(found[1], found[2]) + (_months(found[3], found[4]) if found[3] else 0)
    event = _event(found[5])
    if event is None or months > TERLAMA * 12:
        return None
    return Lama(months, event)


def _months(many: str, satuan: str) -> int:
    return int(many) * (12 if satuan.startswith("t") else 1)


def _event(rest: str) -> str | None:
    """The event after which it runs, '' for the closing; None where it says something else."""
    plain = rest.strip(" .")
    if not plain:
        return ""
    found = _SEJAK.match(plain)
    if found is None:
        return None
    return "" if _SELESAI.fullmatch(found[1].strip()) else found[1].strip()


def begins(sejak: date, bulan: int) -> date:
    """The first day after so many months; a day that the month lacks is never taken away."""
    years, month = divmod(sejak.month - 1 + bulan, 12)
    year = sejak.year + years
    try:
        return date(year, month + 1, sejak.day)
    except ValueError:
        return date(year + (month == 11), (month + 1) % 12 + 1, 1)


def last_day(sejak: date, bulan: int) -> date:
    """The last day of so many months."""
    return begins(sejak, bulan) - timedelta(days=1)
