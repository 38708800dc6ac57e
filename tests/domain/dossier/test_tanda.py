"""A dossier says who signed a paper, also where the machine only saw ink in somebody's place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from service.domain.dossier.tanda import told
from service.domain.naskah import DITANDATANGANI, Naskah
from service.domain.tempat_ttd import DITANDATANGANI as BERTANDA
from service.domain.tempat_ttd import ELEKTRONIK, TINTA, TempatTtd

PADA = datetime(2026, 11, 23, 3, tzinfo=UTC)
NASKAH = replace(
    Naskah("n", "b", "dinas", "memorandum", DITANDATANGANI, PADA, bertanda_tangan="ab"), ajuan=1
)
NAMA = {"o1": "Contoh Satu"}


def place(n: int, jalan: str, peran: str, oleh: str = "") -> TempatTtd:
    one = TempatTtd(f"t{n}", "n", 1, n, peran, jalan, BERTANDA)
    return replace(one, oleh=oleh, pada=PADA)


def says(*places: TempatTtd) -> str:
    return told(NASKAH, places, NAMA, "WIB", {"ppid": "PPID Utama"}.__getitem__)


def test_who_signed_is_named_with_the_day() -> None:
    assert says(place(1, ELEKTRONIK, "ppid", "o1")) == (
        "Ditandatangani elektronik: Contoh Satu, 23 November 2026"
    )


def test_ink_that_the_machine_found_by_itself_is_told_by_the_place_it_stands_in() -> None:
    assert says(place(1, TINTA, "ppid")) == (
        "Ditandatangani dengan tinta, hasil pindaian: PPID Utama, 23 November 2026"
    )


def test_ink_that_a_person_took_names_who_signed() -> None:
    assert says(place(1, TINTA, "ppid", "o1"), place(2, TINTA, "ppid")) == (
        "Ditandatangani dengan tinta, hasil pindaian: Contoh Satu, 23 November 2026; "
        "PPID Utama, 23 November 2026"
    )
