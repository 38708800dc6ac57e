"""A row of a unit's list of what is withheld, as the proposal that it becomes."""

from __future__ import annotations

import pytest

from service.domain.daftar_unit.hasil import BarisUnit
from service.domain.daftar_unit.jadi_dik import grounds, line_of, name_of, reason_of, term
from service.domain.jangka import Jangka
from service.domain.uji import Dasar
from tests.domain.daftar_unit.contoh import BARIS_DIK, KEPALA_DIK, read


def row(**other: str) -> BarisUnit:
    cells = list(BARIS_DIK)
    for name, text in other.items():
        cells[("no", "informasi", "dasar", "dibuka", "ditutup", "jangka").index(name)] = text
    hasil = read([KEPALA_DIK, cells])
    return (*hasil.diterima, *hasil.dikembalikan)[0]


def test_a_row_brings_its_law_its_consequences_and_its_term_to_the_test() -> None:
    one = row(dasar="Pasal 17 huruf h dan Pasal 17 huruf i UU 14/2008")

    line = line_of(one)

    assert name_of(one) == "Data kesehatan pegawai"
    assert [x.huruf for x in line.dasar] == ["h", "i"]
    assert (line.dibuka, line.ditutup) == ("Rahasia pribadi terbuka", "Pribadi terlindungi")
    assert line.jangka == Jangka("tahun", 5)


def test_nothing_that_a_unit_wrote_counts_as_safe_for_the_public() -> None:
    line = line_of(row())

    assert (line.ringkasan, line.aman, line.mulai) == ("", False, None)


def test_letter_j_brings_the_other_law_that_the_unit_cites() -> None:
    told = "Pasal 17 huruf j UU No. 14 Tahun 2008 jo. Pasal 40 UU Nomor 10 Tahun 1998"

    assert grounds(told) == (Dasar("j", "Pasal 40 UU Nomor 10 Tahun 1998"),)


@pytest.mark.parametrize(
    ("ditulis", "huruf", "terbaca"),
    [
        ("5 tahun", "a", Jangka("tahun", 5)),
        ("Selama 30 (tiga puluh) tahun sejak ditetapkan", "a", Jangka("tahun", 30)),
        ("sampai dengan 31 Desember 2031", "a", Jangka("sampai_tanggal", tanggal="2031-12-31")),
        ("s.d. 31/12/2031", "a", Jangka("sampai_tanggal", tanggal="2031-12-31")),
        (
            "sampai selesainya penyidikan",
            "a",
            Jangka("sampai_peristiwa", peristiwa="selesainya penyidikan"),
        ),
        ("selamanya", "h", Jangka("pribadi")),
        ("selamanya", "a", Jangka()),
        ("5 tahun sejak penyidikan selesai", "a", Jangka()),
        ("sampai 2031", "a", Jangka()),
        ("selama diperlukan", "a", Jangka()),
        ("0 tahun", "a", Jangka()),
    ],
)
def test_a_term_is_read_where_a_calendar_can_count_it(
    ditulis: str, huruf: str, terbaca: Jangka
) -> None:
    assert term(ditulis, frozenset(huruf)) == terbaca


def test_the_units_own_words_stand_whole_in_the_reason() -> None:
    reason = reason_of(row(jangka="5 tahun sejak penyidikan selesai"))

    assert "Pasal 17 huruf h UU 14/2008" in reason
    assert "5 tahun sejak penyidikan selesai" in reason
