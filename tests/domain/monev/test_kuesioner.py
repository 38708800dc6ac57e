"""The questions of a monev are data of the office, and every fault in them has its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.domain.kesalahan import Kesalahan, grave
from service.domain.monev.kuesioner import Kuesioner, read

AWAL = """tahun = 2026
judul = "Monev contoh"
[kategori.jenis]
nama = "Jenis informasi"
bobot = 100
"""
SATU = """[[pertanyaan]]
kode = "1.1"
kategori = "jenis"
tanya = "Apakah DIP diumumkan?"
"""


def told(text: str) -> tuple[Kuesioner | None, list[Kesalahan]]:
    return read("contoh/monev.toml", text)


def test_the_questions_that_come_along_are_whole_and_weigh_a_hundred() -> None:
    text = Path("templates_docx/umum/monev.toml").read_text(encoding="utf-8")

    whole, found = read("umum/monev.toml", text)

    assert whole is not None
    assert found == []
    assert {x.nama: x.bobot for x in whole.kategori.values()} == {
        "Jenis informasi": 40,
        "Digitalisasi": 20,
        "Kualitas informasi": 10,
        "Pelayanan informasi": 10,
        "Komitmen organisasi": 10,
        "Sarana dan prasarana": 10,
    }


def test_a_question_names_what_the_house_has_for_it() -> None:
    whole, _ = told(f'{AWAL}{SATU}bukti = ["dip", "dip"]\nnaskah = ["laporan_tahunan"]\n')

    assert whole is not None
    one = whole.one("1.1")
    assert one is not None
    assert (one.sumber, one.naskah, whole.name(one)) == (
        ("dip",),
        ("laporan_tahunan",),
        "Jenis informasi",
    )
    assert whole.one("9") is None


@pytest.mark.parametrize(
    ("text", "baris", "kata"),
    [
        (f'{AWAL}{SATU}bukti = ["foto"]\n', 10, "Bukti 'foto' tidak dikenal"),
        (f'{AWAL}{SATU}naskah = ["Laporan Tahunan"]\n', 10, "bukan nama jenis naskah"),
        (AWAL + SATU + SATU, 11, "Kode 1.1 dipakai dua kali"),
        (AWAL + SATU.replace("1.1", "../x"), 7, "kode hanya angka, huruf, dan titik"),
        (AWAL + SATU.replace('"jenis"', '"lain"'), 8, "kategori 'lain' tidak dikenal"),
        (AWAL + SATU.replace('tanya = "Apakah DIP diumumkan?"\n', ""), 6, "tanya belum diisi"),
        (AWAL, 1, "Belum ada pertanyaan"),
        (AWAL.replace("tahun = 2026\n", "") + SATU, 1, "tahun belum diisi"),
        (AWAL.replace("2026", "26") + SATU, 1, "tahun harus antara"),
        (AWAL + SATU + 'soal = "x"\n', 10, "Kunci 'soal' tidak dikenal"),
        (AWAL + "pertanyaan = 3\n", 6, "pertanyaan"),
        ("tahun = ", 1, "File tidak terbaca"),
    ],
)
def test_each_fault_of_the_file_is_told_with_its_line(text: str, baris: int, kata: str) -> None:
    whole, found = told(text)

    assert whole is None
    assert any(one.baris == baris and kata in one.sebab for one in grave(found)), found


def test_weights_that_are_no_hundred_are_worth_a_look_and_stop_nothing() -> None:
    whole, found = told(AWAL.replace("100", "90") + SATU)

    assert whole is not None
    assert [one.sebab for one in found] == ["Jumlah bobot kategori 90, seharusnya 100."]
