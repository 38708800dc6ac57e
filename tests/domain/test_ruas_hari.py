"""No letter names a day that was over before the letter was written."""

from __future__ import annotations

from datetime import date

import pytest

from service.domain.paper import Pasangan, RuasSalah, in_time, read
from tests.domain.naskah_contoh import FILE, KEPALA

SURAT = date(2026, 11, 23)
RUAS = """
[[ruas]]
nama = "tanggal"
label = "Tanggal surat"
jenis = "tanggal"
asal = "tanggal"
contoh = "2026-11-21"

[[ruas]]
nama = "mulai"
label = "Mulai"
jenis = "tanggal"
tidak_sebelum = "tanggal"
contoh = "2026-11-21"

[[ruas]]
nama = "selesai"
label = "Selesai"
jenis = "tanggal"
wajib = false
tidak_sebelum = "mulai"
contoh = "2026-11-22"
"""


def pair(text: str = RUAS, kepala: str = KEPALA) -> Pasangan:
    usable, found = read("undangan", kepala + text, FILE)
    assert found == []
    assert usable
    return usable


def test_a_day_before_the_date_of_its_letter_is_refused_with_that_date() -> None:
    with pytest.raises(RuasSalah) as no:
        in_time(pair(), {"mulai": "2026-11-22"}, SURAT)

    assert no.value.faults == ("Mulai tidak boleh sebelum Tanggal surat, yaitu 23 November 2026.",)


def test_the_same_day_and_later_ones_stand() -> None:
    in_time(pair(), {"mulai": "2026-11-23", "selesai": "2026-11-23"}, SURAT)
    in_time(pair(), {"mulai": "2026-12-02"}, SURAT)


def test_one_day_may_not_precede_another_of_the_same_paper() -> None:
    with pytest.raises(RuasSalah, match="Selesai tidak boleh sebelum Mulai"):
        in_time(pair(), {"mulai": "2026-11-30", "selesai": "2026-11-29"}, SURAT)


def test_a_paper_whose_date_is_written_by_hand_has_none_to_compare_with() -> None:
    by_hand = pair(kepala=KEPALA.replace("\n[buku]", 'tanggal = "tulis_tangan"\n\n[buku]'))

    in_time(by_hand, {"mulai": "2026-11-01"}, SURAT)


@pytest.mark.parametrize(
    ("now", "then", "fault"),
    [
        ('sebelum = "mulai"', 'sebelum = "tidak"', "menyebut ruas tanggal lain."),
        ('sebelum = "mulai"', 'sebelum = "selesai"', "menyebut ruas tanggal lain."),
        (
            '"Mulai"\njenis = "tanggal"',
            '"Mulai"\njenis = "teks"',
            "hanya untuk ruas berjenis tanggal",
        ),
        ('contoh = "2026-11-22"', 'contoh = "2026-11-20"', "contoh tidak boleh sebelum Mulai."),
    ],
)
def test_a_day_that_cannot_be_compared_is_named(now: str, then: str, fault: str) -> None:
    assert RUAS.count(now) == 1

    assert fault in "\n".join(map(str, read("undangan", KEPALA + RUAS.replace(now, then), FILE)[1]))
