"""By when a paper is signed that was laid before those who sign it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from service.domain.instansi import HARI_KERJA, Instansi, Tenggat
from service.domain.kalender import Kalender
from service.domain.pengingat import AKAN, HARI_INI, LEWAT
from service.domain.permohonan import last_day
from service.domain.refusals import Refusal

# No law sets it; an agency that sets its own writes [tenggat.tanda_tangan] into its pack.
MENANDATANGANI = Tenggat("tanda_tangan", 3, HARI_KERJA, "Bawaan Berkas", "Menandatangani naskah")
# In working days after it was asked for; no law sets these either.
PERTAMA = Tenggat("pengingat_tanda_tangan", 2, HARI_KERJA, "Bawaan Berkas")
ULANG = Tenggat("pengingat_tanda_tangan_ulang", 3, HARI_KERJA, "Bawaan Berkas")
KALI = 5  # reminded of one paper no more often


TERLAMA = 60  # working days that an agency may set on its page


class BatasTtdSalah(Refusal):
    """A term of signing that nobody could keep, or that is none."""

    def __init__(self, label: str) -> None:
        super().__init__(
            f"Batas menandatangani untuk {label} ditulis dalam hari kerja, dari 1 sampai "
            f"{TERLAMA}, atau dikosongkan. Tidak ada yang diubah."
        )


def id_of(jenis: str) -> str:
    """Under which term the pack has the time for papers of a kind; '': for all others."""
    return f"{MENANDATANGANI.id}_{jenis}" if jenis else MENANDATANGANI.id


def term(instansi: Instansi, jenis: str = "") -> Tenggat:
    """The time for papers of a kind: its own, else that of the agency, else ours."""
    own = instansi.tenggat_of(id_of(jenis)) or instansi.tenggat_of(MENANDATANGANI.id)
    return own or MENANDATANGANI


def due(instansi: Instansi, kalender: Kalender, diminta: datetime, jenis: str = "") -> date:
    """The last day, by the calendar of the office."""
    return last_day(kalender, diminta, term(instansi, jenis))


def asked(instansi: Instansi, told: Mapping[str, tuple[str, int | None]]) -> tuple[Tenggat, ...]:
    """The terms of the agency with these, by kind ('' for all others): what each is called, and
    its working days; None: as all others have it. What nobody changed keeps its unit and rule."""
    kept = {one.id: one for one in instansi.tenggat}
    for jenis, (label, days) in told.items():
        if days is not None and not 1 <= days <= TERLAMA:
            raise BatasTtdSalah(label)
        before = kept.get(id_of(jenis))
        if days is None:
            kept.pop(id_of(jenis), None)
        elif before is None or before.jumlah != days:
            kept[id_of(jenis)] = Tenggat(
                *(id_of(jenis), days, HARI_KERJA),
                before.dasar if before else "Ketentuan instansi",
                f"Menandatangani {label}",
            )
    return tuple(kept.values())


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
