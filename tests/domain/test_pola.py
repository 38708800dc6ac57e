"""Every real form of a number is written, and is taken apart again."""

from __future__ import annotations

from datetime import date

import pytest

from service.domain.nomor import Buku
from service.domain.pola import Terurai, normal, tulis, urai

UNIT = {"KODE_UNIT": "HUMAS", "SINGKATAN": "KEMENSETNEG", "JENIS": "SOP"}
# The forms of letters that offices really wrote: pattern, its fixed parts, place, date, number.
BENTUK = [
    (
        "{NOMOR}/{JENIS}/{SINGKATAN}/{KODE_UNIT}/{BULAN}/{TAHUN}",
        UNIT,
        "7",
        date(2023, 1, 2),
        "7/SOP/KEMENSETNEG/HUMAS/01/2023",
    ),
    (
        "{KODE_KLASIFIKASI}/{NOMOR}/{KODE_UNIT}/{TAHUN}",
        {"KODE_KLASIFIKASI": "800", "KODE_UNIT": "BU"},
        "1004",
        date(2021, 11, 22),
        "800/1004/BU/2021",
    ),
    (
        "{NOMOR}/{KODE_UNIT}/{KODE_KLASIFIKASI}/{BULAN_ROMAWI}/{TAHUN}",
        {"KODE_UNIT": "Kominfo", "KODE_KLASIFIKASI": "066"},
        "31.h",
        date(2022, 2, 14),
        "31.h/Kominfo/066/II/2022",
    ),
    (
        "{KEAMANAN}-{NOMOR}/{INSTANSI}/{KODE_UNIT}/{KODE_KLASIFIKASI}/{BULAN}/{TAHUN}",
        {"KEAMANAN": "B", "INSTANSI": "PANRB", "KODE_UNIT": "D-IV", "KODE_KLASIFIKASI": "KKA"},
        "235",
        date(2012, 6, 1),
        "B-235/PANRB/D-IV/KKA/06/2012",
    ),
    (
        "{NOMOR}/{KODE_JABATAN}/{KODE_KLASIFIKASI}/{BULAN}/{TAHUN}",
        {"KODE_JABATAN": "D-IV", "KODE_KLASIFIKASI": "KKA"},
        "124",
        date(2012, 2, 1),
        "124/D-IV/KKA/02/2012",
    ),
    (
        "{KEAMANAN}-{NOMOR}/{KODE_UNIT}/{KODE_KLASIFIKASI}/{BULAN}/{TAHUN}",
        {"KEAMANAN": "R", "KODE_UNIT": "IJ", "KODE_KLASIFIKASI": "KP.07.6"},
        "99",
        date(2020, 4, 1),
        "R-99/IJ/KP.07.6/04/2020",
    ),
    ("NOMOR {NOMOR} TAHUN {TAHUN}", {}, "23", date(2020, 5, 1), "NOMOR 23 TAHUN 2020"),
    (
        "{KODE_KLASIFIKASI}/{NOMOR}/TAHUN {TAHUN}",
        {"KODE_KLASIFIKASI": "188.4"},
        "705",
        date(2013, 5, 1),
        "188.4/705/TAHUN 2013",
    ),
    (
        "{NOMOR}/KPTS.{KODE_UNIT}/{TAHUN}",
        {"KODE_UNIT": "150-diskominfo"},
        "487",
        date(2015, 5, 1),
        "487/KPTS.150-diskominfo/2015",
    ),
    (
        "{KODE_KLASIFIKASI}-Mn/{NOMOR}",
        {"KODE_KLASIFIKASI": "UM 0201"},
        "201",
        date(2016, 5, 1),
        "UM 0201-Mn/201",
    ),
    (
        "{NOMOR}/{JENIS}/{KODE_UNIT}/{TAHUN}",
        {"JENIS": "ND", "KODE_UNIT": "Sj"},
        "18",
        date(2016, 5, 1),
        "18/ND/Sj/2016",
    ),
    (
        "{NOMOR}/{JENIS}-{KODE_KLASIFIKASI}/{BULAN_ROMAWI}/{TAHUN}",
        {"JENIS": "SE", "KODE_KLASIFIKASI": "TU.01.02"},
        "9",
        date(2022, 5, 1),
        "9/SE-TU.01.02/V/2022",
    ),
    (
        "{KODE_KLASIFIKASI}/{NOMOR}/{KODE_UNIT}",
        {"KODE_KLASIFIKASI": "000.8.3.3", "KODE_UNIT": "OR"},
        "15",
        date(2024, 5, 1),
        "000.8.3.3/15/OR",
    ),
    ("{NOMOR:3}/REG/{BULAN_ROMAWI}/{TAHUN}", {}, "10.A", date(2026, 8, 1), "010.A/REG/VIII/2026"),
    ("{NOMOR:3}", {}, "5.01", date(2026, 8, 1), "005.01"),
]


@pytest.mark.parametrize(("pola", "tetap", "tempat", "on", "nomor"), BENTUK)
def test_every_real_form_is_written_and_read_back(pola, tetap, tempat, on, nomor):
    urut, _, sisipan = tempat.partition(".")

    assert tulis(pola, int(urut), on, tetap, sisipan) == nomor
    found = urai(pola, nomor)
    assert found is not None
    assert (found.urut, found.sisipan) == (int(urut), sisipan)
    assert found.tahun in (0, on.year)
    assert found.bulan in (0, on.month)
    assert dict(found.bagian) == {name: tetap[name] for name, _ in found.bagian}


@pytest.mark.parametrize("bulan", range(1, 13))
def test_every_month_is_read_back(bulan):
    pola, on = "{NOMOR}/{BULAN_ROMAWI}/{BULAN}/{TAHUN}", date(2026, bulan, 1)

    assert urai(pola, tulis(pola, 4, on)) == Terurai(4, "", 2026, bulan)


@pytest.mark.parametrize(
    "nomor",
    ["", "x", "7/SOP/KEMENSETNEG/13/2023", "7/A/01/2023/9", "/" * 9_000, "7.abcd/A/01/2023"],
)
def test_what_the_pattern_does_not_write_is_not_taken_apart(nomor):
    assert urai("{NOMOR}/{KODE_UNIT}/{BULAN}/{TAHUN}", nomor) is None


def test_spaces_and_letters_do_not_hide_a_number():
    assert normal("800/1004 /bu/2021") == normal("800/1004/BU/2021") == "800/1004/BU/2021"
    assert urai("{KODE_KLASIFIKASI}/{NOMOR}/{KODE_UNIT}/{TAHUN}", "800/1004 /BU/2021")


def test_a_book_s_key_is_all_that_tells_it_from_the_others():
    ids = {
        Buku("a", "sk", 2026).id,
        Buku("a", "sk", 2026, bulan=3).id,
        Buku("a", "sk", 2026, bagian="humas").id,
        Buku("a", "sk", 0).id,
        Buku("a", "sk_rahasia", 2026).id,
    }

    assert len(ids) == 5
    assert Buku("a", "sk", 2026, 15).id == "a/sk/2026"
