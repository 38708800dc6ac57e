"""A line of the DIP has all seven elements or is listed with what it lacks."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from service.domain.informasi.jalan_dik import begin_test, propose_exclusion
from service.domain.informasi.lengkap import (
    HILANG,
    LEMAH,
    BelumLengkap,
    BukanUntukDip,
    dik_faults,
    incomplete,
    lacks,
    missing,
    need_open,
    need_whole,
)
from service.domain.informasi.retensi import Retensi, read_retensi
from service.domain.informasi.unsur import Sk
from service.domain.informasi.waktu_baca import read_waktu
from tests.domain.informasi.contoh import BERALASAN, HARI, PETUGAS, UTUH, excluded


def wanting(**unsur: object) -> list[tuple[str, str]]:
    one = replace(UTUH, unsur=replace(UTUH.unsur, **unsur))
    return [(found.unsur, found.berat) for found in lacks(one, HARI)]


def test_a_line_with_all_seven_lacks_nothing() -> None:
    assert lacks(UTUH, HARI) == ()
    need_whole(UTUH, HARI)


@pytest.mark.parametrize(
    ("kosong", "unsur"),
    [
        ({"ringkasan": ""}, "ringkasan"),
        ({"penguasa": " "}, "penguasa"),
        ({"penanggung_jawab": "-"}, "penanggung_jawab"),
        ({"waktu": read_waktu("-")}, "waktu_tempat"),
        ({"tempat": "n/a"}, "waktu_tempat"),
        ({"bentuk": ()}, "bentuk"),
        ({"retensi": Retensi()}, "retensi"),
        ({"retensi": read_retensi("-")}, "retensi"),
    ],
)
def test_an_element_that_is_missing_keeps_the_line_out(
    kosong: dict[str, object], unsur: str
) -> None:
    assert wanting(**kosong) == [(unsur, HILANG)]
    with pytest.raises(BelumLengkap, match="Tidak ada yang diubah"):
        need_whole(replace(UTUH, unsur=replace(UTUH.unsur, **kosong)), HARI)


@pytest.mark.parametrize(
    "kata", ["", "-", "—", "...", "idem", "s.d.a", "N/A", "xxx", "(isi di sini)"]
)
def test_words_that_stand_in_for_nothing_are_nothing(kata: str) -> None:
    assert wanting(penguasa=kata) == [("penguasa", HILANG)]


@pytest.mark.parametrize(
    ("lemah", "unsur"),
    [
        ({"ringkasan": "Dokumen"}, "ringkasan"),
        ({"ringkasan": "Data lain"}, "ringkasan"),
        ({"waktu": read_waktu("menyesuaikan")}, "waktu_tempat"),
        ({"waktu": read_waktu("Senin, 21 November 2026")}, "waktu_tempat"),
        ({"waktu": read_waktu("2027")}, "waktu_tempat"),
        ({"bentuk": (), "bentuk_tertulis": "tersedia"}, "bentuk"),
        ({"retensi": read_retensi("Sesuai JRA")}, "retensi"),
    ],
)
def test_what_is_weak_is_listed_and_stops_nothing(lemah: dict[str, object], unsur: str) -> None:
    assert wanting(**lemah) == [(unsur, LEMAH)]
    need_whole(replace(UTUH, unsur=replace(UTUH.unsur, **lemah)), HARI)


@pytest.mark.parametrize("kata", ["5 tahun", "Permanen", "2 tahun aktif, 3 tahun inaktif"])
def test_a_retention_in_the_unit_s_own_words_counts_once_it_says_how_long(kata: str) -> None:
    assert wanting(retensi=read_retensi(kata)) == []


@pytest.mark.parametrize("kategori", ["", "dikecualikan", "rahasia", "Berkala"])
def test_the_public_list_knows_three_categories_and_no_other(kategori: str) -> None:
    found = missing(replace(UTUH, kategori=kategori), HARI)

    assert [one.unsur for one in found] == ["kategori"]


def test_the_two_axes_stand_each_for_itself() -> None:
    """A class of security withholds nothing from the public; it is only looked at again."""
    locked = replace(UTUH, keamanan="sangat_rahasia")

    assert [(one.unsur, one.berat) for one in lacks(locked, HARI)] == [("keamanan", LEMAH)]
    need_whole(locked, HARI)
    need_open([locked])
    assert lacks(replace(UTUH, keamanan="terbatas"), HARI) == ()
    assert [one.berat for one in lacks(replace(UTUH, keamanan="dikecualikan"), HARI)] == [LEMAH]


def test_what_is_wanting_is_told_with_the_column_s_own_title() -> None:
    found = lacks(replace(UTUH, unsur=replace(UTUH.unsur, penguasa="")), HARI)

    assert found[0].kata == (
        "Pejabat/Unit/Satuan Kerja yang Menguasai Informasi: Tulis unit atau pejabatnya."
    )


def test_incomplete_lines_are_listed_under_the_numbers_they_are_printed_with() -> None:
    weak = replace(UTUH, id="b", kode="kode-b", unsur=replace(UTUH.unsur, ringkasan="Surat"))
    bare = replace(UTUH, id="c", kode="kode-c", kategori="", unsur=replace(UTUH.unsur, tempat=""))

    found = incomplete([UTUH, weak, UTUH, bare], HARI)

    assert [(one.no, one.kode, one.hilang) for one in found] == [
        (2, "kode-b", False),
        (4, "kode-c", True),
    ]
    assert [one.unsur for one in found[1].kurang] == ["waktu_tempat", "kategori"]


def test_no_public_list_holds_what_is_withheld_proposed_or_tested() -> None:
    proposed = propose_exclusion(UTUH, BERALASAN).informasi
    for closed in (proposed, begin_test(proposed, PETUGAS).informasi, excluded()):
        with pytest.raises(BukanUntukDip) as said:
            need_open([UTUH, closed])
        assert closed.kode not in str(said.value)
        assert closed.unsur.ringkasan not in str(said.value)
    need_open([UTUH])


def test_a_line_of_the_dik_wants_its_law_its_decree_and_its_reader() -> None:
    closed = excluded()
    assert dik_faults(closed, HARI) == {}

    lawless = replace(closed, dik=replace(closed.dik, dasar=()))
    assert {"dasar", "aman"} == set(dik_faults(lawless, HARI))
    assert list(dik_faults(replace(closed, sk=Sk()), HARI)) == ["sk"]
    unread = replace(closed, dik=replace(closed.dik, dibaca_oleh=""))
    assert list(dik_faults(unread, HARI)) == ["aman"]


def test_a_list_of_five_thousand_lines_is_gone_through_at_once() -> None:
    begun = time.perf_counter()
    found = incomplete([replace(UTUH, kategori="")] * 5_000, HARI)

    assert len(found) == 5_000
    assert time.perf_counter() - begun < 2
