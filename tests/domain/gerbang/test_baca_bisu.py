"""Pages that are pictures: what a machine reads of them is told of, and a person still looks."""

from __future__ import annotations

from service.domain.gerbang.baca_bisu import compared, is_mute, layered, read_aloud, unlike
from service.domain.gerbang.tembus import hit

PINDAIAN = hit("pindaian", "halaman 1–3")
LAPISAN = hit("pdf_lapisan_pindaian", "halaman 2")
KATA = "Laporan kinerja Biro Contoh tahun ini"


def test_numbers_read_from_a_picture_are_told_of_and_the_picture_stays_a_hit() -> None:
    told = read_aloud([PINDAIAN], {2: "NIK 6271031208900004 dan 6271031208900005"})

    assert told == (
        PINDAIAN,
        hit("nik", "halaman 2, terbaca dari gambar", "62••••••••••••04", 2),
    )


def test_what_was_found_on_the_page_already_is_not_told_of_twice() -> None:
    found = [PINDAIAN, hit("nik", "halaman 2", "62••••••••••••04")]

    assert read_aloud(found, {2: "6271031208900004"}) == tuple(found)


def test_only_a_file_with_pictures_of_writing_is_read_aloud() -> None:
    assert is_mute([PINDAIAN])
    assert not is_mute([LAPISAN, hit("nik")])


def test_the_pages_with_hidden_words_over_their_picture_are_known() -> None:
    assert layered([PINDAIAN, LAPISAN, hit("pdf_lapisan_pindaian", "tempat lain")]) == [2]


def test_hidden_words_that_say_something_else_than_the_picture_are_told_of() -> None:
    told = compared([LAPISAN], {2: "Daftar gaji pegawai rahasia"}, {2: KATA})

    assert [(one.jenis, one.tempat) for one in told[1:]] == [("pdf_teks_tak_tampak", "halaman 2")]


def test_hidden_words_that_a_machine_read_a_little_differently_are_the_same() -> None:
    assert compared([LAPISAN], {2: KATA}, {2: KATA.replace("kinerja", "kincrja")}) == (LAPISAN,)
    assert not unlike("", "apa pun")
