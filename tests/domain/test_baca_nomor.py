"""Numbers of letters in all the forms offices write them; numbers of laws are not taken."""

from __future__ import annotations

import random
import string

import pytest

from service.domain.baca_nomor import numbers
from service.domain.halaman_teks import lines
from tests.domain import surat_contoh as contoh

# One of each form that is in use.
BENTUK = (
    "7/SOP/KEMENCONTOH/HUMAS/01/2023",
    "800/1004/BU/2021",
    "800/1004 /BU/2021",
    "31.h/Kominfo/066/II/2022",
    "B-235/PANCONTOH/D-IV/KKA/06/2012",
    "124/D-IV/KKA/02/2012",
    "R-99/IJ/KP.07.6/04/2020",
    "SR-3/IJ/KP.07.6/04/2020",
    "12/KD/XI/2026",
    "188.4/705/TAHUN 2013",
    "487/KPTS.150-dicontoh/2015",
    "UM 0201-Mn/201",
    "18/ND/Sj/2016",
    "9/SE-TU.01.02/V/2022",
    "000.8.3.3/15/OR",
    "UND-3/PPID/XI/2026",
    "31.aa/Kominfo/066/II/2022",
    "045.2/ 12 /BU/2026",
    "W12-A1/123/HK.05/III/2023",
)


def read(teks: str) -> list[tuple[str, int]]:
    return [(one.nilai, one.keyakinan) for one in numbers(lines((teks,)))]


@pytest.mark.parametrize(
    "label", ["Nomor : ", "NOMOR: ", "No. ", "Nomor\t", "No SOP : ", "Nomor Surat : "]
)
@pytest.mark.parametrize("nomor", BENTUK)
def test_every_form_is_read_behind_its_label_as_it_is_written(label: str, nomor: str) -> None:
    found = read(f"DINAS CONTOH\n{label}{nomor}\nHal : Contoh")

    assert found[0] == (nomor, 95)


@pytest.mark.parametrize("nomor", BENTUK)
def test_what_stands_beside_the_number_is_not_part_of_it(nomor: str) -> None:
    found = read(f"Nomor : {nomor}          Kota Contoh, 3 November 2026")

    assert found[0][0] == nomor


def test_a_decree_has_its_number_below_its_name() -> None:
    assert read(contoh.SK) == [("23 TAHUN 2026", 92)]


@pytest.mark.parametrize(
    "kalimat",
    [
        "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
        "Peraturan Pemerintah\nNomor 61 Tahun 2010\ntentang pelaksanaannya",
        "1. UU No. 14 Tahun 2008",
        "Perki No. 1 Tahun 2021 tentang Standar Layanan",
        "Rapat pada 12/11/2026 pukul 10.00",
        "Nomor : 12/11/2026",
        "Sebanyak 2/3 dari anggota, dan/atau s/d 5 orang",
        "Telepon (000) 345 678, laman www.contoh.example/ppid/2026",
    ],
)
def test_laws_dates_and_fractions_are_no_numbers_of_letters(kalimat: str) -> None:
    assert [one for one in read(kalimat) if one[1] >= 50] == []


def test_labels_in_one_column_and_values_in_the_next_are_brought_together() -> None:
    assert read(contoh.SOP_BERKOLOM)[0] == ("800/1004 /BC/2021", 82)


def test_a_letter_that_is_answered_is_a_candidate_far_behind_the_letters_own_number() -> None:
    assert read(contoh.PERMOHONAN) == [("12/A/XI/2026", 95), ("9/B/X/2026", 30)]


@pytest.mark.parametrize(
    ("teks", "nomor"),
    [
        (contoh.SOP_SEBARIS, ["7/SOP/KEMENCONTOH/HUMAS/01/2023"]),
        (contoh.SOP_BERTABEL, ["31.h/Kominfo/066/II/2022"]),
        (contoh.SOP_TANPA_NOMOR, []),
        (contoh.SOP_PINDAIAN, []),
    ],
)
def test_of_the_sops_exactly_those_that_carry_a_number_give_one(
    teks: str, nomor: list[str]
) -> None:
    assert [one[0] for one in read(teks)] == nomor


def test_a_blank_that_waits_for_the_pen_is_no_number() -> None:
    assert read("Nomor : ....../......../2026") == []
    assert read("Nomor :\nSifat : Biasa\nHal : Contoh") == []


def test_any_number_that_could_be_drawn_is_read_back_whole() -> None:
    dice = random.Random(20261121)
    for _ in range(2_000):
        nomor = _drawn(dice)
        found = read(f"Nomor : {nomor}\nHal : Contoh")
        assert found, nomor
        assert found[0][0] == nomor


def test_no_text_at_all_makes_the_reader_stumble() -> None:
    dice = random.Random(20261122)
    letters = string.printable + "–“”\u00a0\u200b文"
    for _ in range(300):
        teks = "".join(dice.choice(letters) for _ in range(dice.randint(0, 400)))
        for one in numbers(lines((teks,))):
            assert one.nilai
            assert 0 < one.keyakinan <= 100


def _drawn(dice: random.Random) -> str:
    """A number as some office might write it: letters somewhere, so that it is no date."""
    front = dice.choice(("", "B-", "R-", "SR-", "BA-", "UND-"))
    urut = f"{dice.randint(1, 9999)}{dice.choice(('', '.a', '.h', '.aa'))}"
    unit = dice.choice(("Kominfo", "KEMENCONTOH", "BU", "D-IV", "SE-TU.01.02", "KPTS.150-contoh"))
    roman = dice.choice(("I", "IV", "XI", "02", "11"))
    return f"{front}{urut}/{unit}/{roman}/{dice.randint(1990, 2035)}"
