"""A line of the DIK says the law, both consequences and the term, in words somebody answers for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.domain.informasi.dik import (
    BarisDik,
    BarisDikKurang,
    BelumDibacaAman,
    faults,
    from_worksheet,
    need_safe,
    need_whole,
    read_safe,
)
from service.domain.jangka import Jangka
from service.domain.uji import Dasar
from tests.domain.informasi.contoh import BARIS, HARI, LEMBAR, SK


def test_a_whole_line_has_no_fault() -> None:
    assert faults(BARIS, HARI) == {}
    need_whole(BARIS, HARI)


@pytest.mark.parametrize("ruas", ["ringkasan", "dibuka", "ditutup"])
@pytest.mark.parametrize("kata", ["", "-", "   "])
def test_the_text_and_both_consequences_are_compulsory(ruas: str, kata: str) -> None:
    assert list(faults(replace(BARIS, **{ruas: kata}), HARI)) == [ruas]


@pytest.mark.parametrize(
    ("dasar", "ruas"),
    [
        ((), "dasar"),
        ((Dasar("k"),), "dasar"),
        ((Dasar("j"),), "dasar_lain"),
        ((Dasar("j", "Peraturan Daerah Contoh Nomor 3"),), "dasar_lain"),
        ((Dasar("a"), Dasar("j", "SK Kepala Biro Contoh")), "dasar_lain"),
    ],
)
def test_only_a_law_withholds_and_letter_j_says_which(dasar: tuple[Dasar, ...], ruas: str) -> None:
    assert list(faults(replace(BARIS, dasar=dasar), HARI)) == [ruas]
    with pytest.raises(BarisDikKurang):
        need_whole(replace(BARIS, dasar=dasar), HARI)


def test_the_law_stands_as_it_is_cited() -> None:
    two = replace(BARIS, dasar=(Dasar("a"), Dasar("j", "UU Nomor 43 Tahun 2009 Pasal 44")))

    assert faults(two, HARI) == {}
    assert two.kata_dasar == (
        "Pasal 17 huruf a Undang-Undang Nomor 14 Tahun 2008; "
        "Pasal 17 huruf j Undang-Undang Nomor 14 Tahun 2008 dan UU Nomor 43 Tahun 2009 Pasal 44"
    )


@pytest.mark.parametrize(
    "jangka",
    [
        Jangka(),
        Jangka("tahun", 0),
        Jangka("tahun", 31),
        Jangka("sampai_tanggal", tanggal="2026-11-23"),
        Jangka("sampai_tanggal", tanggal="2060-01-01"),
        Jangka("sampai_peristiwa"),
        Jangka("pribadi"),
    ],
)
def test_the_term_is_one_the_law_allows(jangka: Jangka) -> None:
    wrong = faults(replace(BARIS, jangka=jangka), HARI)

    assert len(wrong) == 1
    assert next(iter(wrong)).startswith("jangka_")


def test_what_is_private_has_no_end_under_letters_g_and_h_only() -> None:
    for huruf in "gh":
        private = replace(BARIS, dasar=(Dasar(huruf),), jangka=Jangka("pribadi"))
        assert faults(private, HARI) == {}
        assert private.akhir is None


def test_the_end_is_counted_from_the_decree_and_a_day_is_a_day() -> None:
    assert BARIS.akhir is None
    assert str(replace(BARIS, mulai=SK.tanggal).akhir) == "2031-11-19"
    until = replace(BARIS, jangka=Jangka("sampai_tanggal", tanggal="2028-02-29"))
    assert str(until.akhir) == "2028-02-29"


@pytest.mark.parametrize(
    "ubah",
    [
        {"ringkasan": "Keterangan lain dalam laporan audit"},
        {"dibuka": "Nama saksi Contoh akan diketahui"},
        {"ditutup": "Saksi Contoh terlindungi sampai selesai"},
        {"dasar": (Dasar("h"),)},
        {"jangka": Jangka("sampai_peristiwa", peristiwa="perkara Contoh selesai")},
    ],
)
def test_the_tick_falls_as_soon_as_a_word_of_the_line_changes(ubah: dict[str, object]) -> None:
    assert BARIS.aman
    need_safe(BARIS)

    other = replace(BARIS, **ubah)

    assert not other.aman
    with pytest.raises(BelumDibacaAman, match="nyatakan lagi"):
        need_safe(other)
    assert read_safe(other, "Pembaca Contoh").aman


def test_nobody_answers_for_a_line_that_has_no_reader() -> None:
    assert not BarisDik().aman
    assert not replace(BARIS, dibaca_oleh="").aman
    assert replace(BARIS, mulai=SK.tanggal).aman  # the day is not of the words


def test_a_line_from_a_worksheet_takes_the_law_and_not_the_words_of_the_information() -> None:
    line = from_worksheet(LEMBAR, "Keterangan dalam laporan audit contoh", SK.tanggal)

    assert (line.dasar, line.jangka) == (LEMBAR.dasar, LEMBAR.jangka)
    assert faults(line, HARI) == {}
    assert LEMBAR.uraian not in repr(line)
    assert LEMBAR.dokumen not in repr(line)
    assert not line.aman
