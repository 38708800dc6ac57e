"""What is typed into the search, and how a text is laid out so that it is found."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from service.domain import samar
from service.domain.cari import excerpts, marked, narrowed, pages, read
from service.domain.teks import (
    BATAS_HALAMAN,
    SEBAGIAN,
    SEKATA,
    Judul,
    laid_out,
    masked,
    paged,
    parts,
    tanda_nomor,
    urut_of,
)

AKHIRAN = {"pembayaran": "bayar", "dibayarkan": "bayar", "bayar": "bayar"}
PAGI = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
JUDUL = Judul("dinas", "", False, "folder", "", ("800/1/X/2026",), ("surat.pdf",))


def akar(kata: str) -> str:
    return AKHIRAN.get(kata, kata)


def laid(isi: str, judul: Judul = JUDUL) -> list[str]:
    return laid_out(judul, isi, akar).split()


def test_a_word_is_asked_for_by_its_root_and_a_phrase_as_it_stands() -> None:
    word, phrase = read('pembayaran "yang dibayarkan"', akar).dan

    assert word.atau[0].kata == ("zqbayar",)
    assert phrase.atau[0].kata == ("yang", "dibayarkan")


def test_what_must_not_be_there_and_what_only_begins_so() -> None:
    tanya = read('gaji -honor -"uang lembur" sos*', akar)

    assert [one.atau[0].kata for one in tanya.dan] == [("zqgaji",), ("sos",)]
    assert tanya.dan[1].atau[0].awalan
    assert [one.atau[0].kata for one in tanya.bukan] == [("zqhonor",), ("uang", "lembur")]


@pytest.mark.parametrize("asked", ["800 / 1 / X / 2026", "800/1/X/2026", "800/ 1 /x/2026"])
def test_a_number_is_the_same_however_it_is_spaced(asked: str) -> None:
    tanya = read(asked, akar)

    assert tanya.nomor == tanda_nomor("800/1/X/2026")
    assert tanya.nomor in laid("Sehubungan dengan surat kami.")


def test_a_number_in_the_text_is_found_without_its_strokes_and_spaces() -> None:
    assert tanda_nomor("B-17/X/2026") in laid("Menunjuk surat Saudara nomor B - 17 / X / 2026 itu.")


@pytest.mark.parametrize("asked", ["", "   ", '"', '""', "-", "*", "- *", "()", "-bukan"])
def test_nothing_that_could_be_there_is_nothing(asked: str) -> None:
    assert read(asked, akar).kosong


def test_a_search_is_read_to_its_limit() -> None:
    assert len(read("kata " * 500, akar).dan) <= 12
    assert read("x" * 100_000, akar).dan


def test_a_text_is_cut_before_a_database_loses_its_places_and_nothing_is_lost() -> None:
    many = " ".join(f"kata{n}" for n in range(3 * SEBAGIAN))
    same = "yang " * (2 * SEKATA)

    for text in (many, same, "", "satu"):
        cut = parts(text)
        assert "".join(cut) == text
        for one in cut:
            words = one.split()
            assert len(words) <= SEBAGIAN
            assert all(words.count(word) <= SEKATA for word in set(words[:50]))
    assert len(parts(many)) == 3


def test_no_phrase_runs_on_from_the_title_into_the_text() -> None:
    words = laid("Isi", Judul("d", "", False, "f", "", (), ("Judul",)))

    assert words.index("isi") - words.index("judul") == 2


def test_withheld_and_open_lie_under_different_marks() -> None:
    secret = Judul("dinas", "", True, "folder", "", (), ("x",))
    open_ = Judul("dinas", "", False, "folder", "", (), ("x",))

    assert set(laid("a", secret)) != set(laid("a", open_))


def test_nobody_is_found_by_a_number_in_the_name_of_a_file_or_of_a_letter() -> None:
    named = ("KTP 3171012345678901.pdf", "Kunjungan 0812-3456-7890", "800/1/X/2026")
    found = laid("", Judul("dinas", "", False, "folder", "", ("800/1/X/2026",), named))

    assert "ktp" in found
    assert "kunjungan" in found
    assert "zn8001x2026" in found
    assert not [one for one in found if "3171" in one or "3456" in one]


def test_numbers_sort_by_the_moment_and_keep_apart_within_it() -> None:
    hour = PAGI.replace(minute=0, second=0, microsecond=0)
    # Whole hours, and so days, fall between two spans; within one, chance keeps files apart.
    assert urut_of(hour - timedelta(microseconds=1), -1) < urut_of(hour)
    assert urut_of(PAGI, 2**27 - 1) < urut_of(PAGI + timedelta(milliseconds=128))
    assert len({urut_of(PAGI, n) for n in range(2**20, 2**20 + 5_000)}) == 5_000
    assert urut_of(PAGI, 1) != urut_of(PAGI, 2)
    assert urut_of(datetime(2199, 12, 31, tzinfo=UTC), 2**40) < 2**63
    assert urut_of(datetime(9999, 12, 31, tzinfo=UTC), -1) < 2**63
    assert urut_of(datetime(1601, 1, 1, tzinfo=UTC)) == 0


def test_places_are_marked_in_the_words_as_they_were_written() -> None:
    text = f"{'Pembuka. ' * 60}Mohon dibayarkan honor. {'Penutup. ' * 60}"
    [piece] = excerpts(text, read("bayar", akar), akar)

    assert piece.kata[1::2] == ("dibayarkan",)
    assert piece.kata[0].startswith("… ")
    assert piece.kata[-1].endswith(" …")
    assert len("".join(piece.kata)) < 320


def test_where_nothing_stands_nothing_is_marked() -> None:
    assert excerpts("Laporan bulanan.", read("bayar", akar), akar) == ()
    assert marked("Laporan", read("bayar", akar), akar).kata == ("Laporan",)
    assert marked("Pembayaran", read("bayar", akar), akar).kata == ("", "Pembayaran", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("NIK 3171012345678901.", "NIK •."),
        ("NIK: 3171 0123 4567 8901", "NIK: •"),
        ("HP 0812-3456-7890", "HP •"),
        ("HP +62 812 3456 7890", "HP •"),
        ("NIP 198001012005011001", "NIP 198001012005011001"),
        ("Nomor 800/123/BKD/2026", "Nomor 800/123/BKD/2026"),
        ("Rp1.234.567.890", "Rp1.234.567.890"),
    ],
)
def test_the_numbers_that_name_a_person_are_not_kept(text: str, shown: str) -> None:
    assert masked(text) == shown


def test_who_has_no_part_in_a_matter_sees_that_there_is_somebody() -> None:
    assert samar.nama("Contoh Satu") == "C••• S•••"
    assert samar.kontak("0812-3456-7890", "contoh@kantor.id") == "•••90, c•••@kantor.id"
    assert samar.kontak("", "") == ""
    assert samar.alamat("Jalan Contoh 1") == "•••"


def test_a_place_is_told_with_its_page_and_never_runs_over_to_the_next() -> None:
    isi = BATAS_HALAMAN.join(("Surat pengantar.", "Daftar gaharu.", "Penutup.", "Gaharu lagi."))
    tanya = read("gaharu", str)

    found = excerpts(isi, tanya, str, 7)

    assert [(one.halaman, "".join(one.kata).strip("… ")) for one in found] == [
        (8, "Daftar gaharu."),
        (10, "Gaharu lagi."),
    ]
    assert pages(isi, 7, tanya, str) == [8, 10]
    assert [one.halaman for one in excerpts(isi, tanya, str)] == [0, 0]


def test_a_part_of_a_long_text_knows_the_page_it_begins_on() -> None:
    sheets = [f"halaman{n} " + "isi yang panjang " * 3_000 for n in range(1, 4)]

    cut = paged(sheets, known=True)

    assert "".join(one.isi for one in cut) == BATAS_HALAMAN.join(sheets)
    for n in range(1, 4):
        (place,) = (
            one.halaman + one.isi[: one.isi.index(f"halaman{n} ")].count(BATAS_HALAMAN)
            for one in cut
            if f"halaman{n} " in one.isi
        )
        assert place == n
    assert {one.halaman for one in paged(sheets, known=False)} == {0}


@pytest.mark.parametrize(
    ("nomor", "orang", "many"), [("", "", 1), ("12/PPID/2026", "", 2), ("", "Budi Contoh", 3)]
)
def test_a_number_and_a_name_are_asked_for_beside_the_words(
    nomor: str, orang: str, many: int
) -> None:
    assert len(narrowed(read("gaharu", str), nomor, orang).dan) == many


def test_a_word_within_another_is_no_hit_however_many_ways_it_is_written() -> None:
    isi = "gaharu Gaharu-gaharu, kayugaharu gaharunya 9gaharu gaharu9 _gaharu_ (GAHARU)"

    few = marked(isi, read("gaharu", str), str).kata[1::2]
    many = " ".join(f"gaharu{n}" for n in range(30))
    begun = marked(f"{isi} {many}", read("gaharu*", str), str).kata[1::2]

    assert few == ("gaharu", "Gaharu", "gaharu", "gaharu", "GAHARU")
    assert len(begun) == len(few) + 2 + 30
