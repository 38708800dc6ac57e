"""By when a paper is signed that was laid before those who sign it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from service.domain.instansi import HARI_KERJA, Instansi, Tenggat
from service.domain.kalender import Kalender
from service.domain.pengingat import AKAN, HARI_INI, LEWAT
from service.domain.permohonan import last_day

# No law sets it; an agency that sets its own writes [tenggat.tanda_tangan] into its pack.
MENANDATANGANI = Tenggat("tanda_tangan", 3, HARI_KERJA, "Bawaan Berkas", "Menandatangani naskah")
# In working days after it was asked for; no law sets these either.
PERTAMA = Tenggat("pengingat_tanda_tangan", 2, HARI_KERJA, "Bawaan Berkas")
ULANG = Tenggat("pengingat_tanda_tangan_ulang", 3, HARI_KERJA, "Bawaan Berkas")
KALI = 5  # reminded of one paper no more often


def due(instansi: Instansi, kalender: Kalender, diminta: datetime) -> date:
    """The last day, by the calendar of the office."""
    return last_day(kalender, diminta, instansi.tenggat_of(MENANDATANGANI.id) or MENANDATANGANI)


@dataclass(frozen=True)
class Sela:
    """When somebody is reminded of a signature: first, then again, in working days."""

    pertama: int = PERTAMA.jumlah
    ulang: int = ULANG.jumlah

    def nth(self, kalender: Kalender, diminta: date, today: date) -> tuple[int, bool]:
        """How often it was said up to today, and whether today is one of those days; (0, False)
        before the first, and again after the last."""
        days = kalender.count_hari_kerja(diminta, today) - self.pertama
        if days < 0:
            return 0, False
        times, over = divmod(days, self.ulang)
        if times >= KALI:
            return 0, False
        return times + 1, over == 0 and kalender.is_hari_kerja(today)


def sela(instansi: Instansi) -> Sela:
    """As the agency has it."""
    first, again = (instansi.tenggat_of(one.id) or one for one in (PERTAMA, ULANG))
    return Sela(first.jumlah, again.jumlah)


def standing(jatuh: date, today: date) -> str:
    """What is said of the day by which it is to be signed."""
    if today > jatuh:
        return LEWAT
    return HARI_INI if today == jatuh else AKAN
