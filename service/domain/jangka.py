"""How long information stays excluded, in a form that a calendar can count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from service.domain.tanggal import panjang, terbilang

TAHUN, TANGGAL, PERISTIWA, PRIBADI = "tahun", "sampai_tanggal", "sampai_peristiwa", "pribadi"
JENIS = {
    TAHUN: "Beberapa tahun sejak ditetapkan",
    TANGGAL: "Sampai tanggal tertentu",
    PERISTIWA: "Sampai suatu peristiwa",
    PRIBADI: "Selama yang bersangkutan tidak membukanya (huruf g dan h)",
}
TERLAMA_HURUF_A = 30  # years, for what would hinder law enforcement
TERLAMA = 100
_SELAMANYA = frozenset("gh")  # a deed or will, and what is private: no term ends these


@dataclass(frozen=True)
class Jangka:
    """One term; which of the values counts is said by its kind."""

    jenis: str = ""
    tahun: int = 0
    tanggal: str = ""  # 2031-11-20
    peristiwa: str = ""

    @property
    def hari(self) -> date | None:
        """The day it names; None where it names none."""
        try:
            return date.fromisoformat(self.tanggal)
        except ValueError:
            return None

    def akhir(self, ditetapkan: date) -> date | None:
        """The last day of the exclusion; None where no calendar knows it."""
        if self.jenis == TAHUN:
            return _years_after(ditetapkan, self.tahun) - timedelta(days=1)
        return self.hari if self.jenis == TANGGAL else None

    def kata(self, ditetapkan: date | None = None) -> str:
        """As it is printed."""
        if self.jenis == TAHUN:
            words = f"{self.tahun} ({terbilang(self.tahun)}) tahun"
            if ditetapkan is None or (end := self.akhir(ditetapkan)) is None:
                return f"{words} sejak ditetapkan"
            return f"{words}, sampai dengan {panjang(end)}"
        if self.jenis == TANGGAL and self.hari:
            return f"sampai dengan {panjang(self.hari)}"
        if self.jenis == PERISTIWA:
            return f"sampai {self.peristiwa}"
        return "selama tidak dibuka oleh yang bersangkutan" if self.jenis == PRIBADI else ""


def faults(one: Jangka, huruf: frozenset[str], today: date | None) -> dict[str, str]:
    """What is wrong with a term for information excluded under these letters of Pasal 17.

    Without a day nothing is asked that depends on it: what was right then stays right.
    """
    match one.jenis:
        case "tahun":
            if not 1 <= one.tahun <= TERLAMA:
                return {"jangka_tahun": f"Tulis 1 sampai {TERLAMA} tahun."}
            if "a" in huruf and one.tahun > TERLAMA_HURUF_A:
                return {
                    "jangka_tahun": f"Pengecualian menurut huruf a paling lama {TERLAMA_HURUF_A} "
                    "tahun."
                }
        case "sampai_tanggal":
            return _day_faults(one.hari, huruf, today)
        case "sampai_peristiwa":
            if not one.peristiwa.strip():
                return {"jangka_peristiwa": "Tulis peristiwanya, misalnya selesainya penyidikan."}
        case "pribadi":
            if not huruf & _SELAMANYA:
                return {
                    "jangka_jenis": "Hanya huruf g dan h yang tanpa batas waktu. Pilih jangka "
                    "waktu lain."
                }
        case _:
            return {"jangka_jenis": "Pilih jangka waktu pengecualian."}
    return {}


def _day_faults(day: date | None, huruf: frozenset[str], today: date | None) -> dict[str, str]:
    if day is None:
        return {"jangka_tanggal": "Isi tanggal berakhirnya."}
    if today is None:
        return {}
    if day <= today:
        return {"jangka_tanggal": "Tanggal berakhirnya harus sesudah hari ini."}
    if "a" in huruf and day > _years_after(today, TERLAMA_HURUF_A):
        return {"jangka_tanggal": f"Menurut huruf a paling lama {TERLAMA_HURUF_A} tahun."}
    return {}


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)
