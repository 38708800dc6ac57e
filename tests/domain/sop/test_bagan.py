"""The official flowchart: five symbols in the lanes of their actors, and arrows that cross none."""

from __future__ import annotations

import itertools

import pytest

from service.domain.sop.bagan import draw
from service.domain.sop.bagan_bentuk import (
    AWAL,
    BELAH_KETUPAT,
    KAPSUL,
    KOTAK,
    SEGILIMA,
    Bagan,
    Lambang,
    Perjalanan,
    Ukuran,
)
from service.domain.sop.bagan_huruf import panjang, pecah
from service.domain.sop.bagan_rute import HURUF_PT
from service.domain.sop.bentuk import Sop
from tests import sop_contoh
from tests.sop_contoh import PUTUSAN, TAHAP, sop

HALAMAN = Ukuran(28.0, (120.0, 130.0), 40.0)
SEMPIT = Ukuran(14.0, (160.0, 170.0))
BANYAK = [sop(PUTUSAN), sop(TAHAP), *(sop(sop_contoh.panjang(15, seed)) for seed in range(25))]


def at(bagan: Bagan, langkah: str) -> dict[str, str]:
    """The symbols of a row, by their actor; those above and below others left out."""
    own = [one for one in bagan.lambang if one.langkah == langkah and one.pelaksana]
    return {one.pelaksana: one.bentuk for one in own if not one.isi}


def arrows(bagan: Bagan) -> dict[tuple[str, str], tuple[str, ...]]:
    return {
        (one.dari, one.ke): tuple(word.isi for word in bagan.kata if word.langkah == one.dari)
        for one in bagan.panah
        if one.dari != one.ke
    }


def test_a_row_stands_in_the_lanes_of_its_actors_with_the_symbol_of_what_is_done_there() -> None:
    bagan = draw(sop(PUTUSAN))

    assert bagan.lajur == ("petugas", "kepala", "atasan")
    assert at(bagan, "terima") == {"petugas": KAPSUL}
    assert at(bagan, "periksa") == {"kepala": BELAH_KETUPAT, "petugas": KOTAK}
    assert at(bagan, "rapat") == {"kepala": SEGILIMA}
    assert at(bagan, "tetapkan") == {"atasan": BELAH_KETUPAT}
    assert at(bagan, "kirim") == {"petugas": KAPSUL}
    assert {one.bentuk for one in bagan.lambang} == {KAPSUL, KOTAK, BELAH_KETUPAT, SEGILIMA}


def test_a_decision_says_beside_each_arrow_which_outcome_takes_it() -> None:
    bagan = draw(sop(PUTUSAN))

    assert ("periksa", "rapat") in arrows(bagan)
    back = next(one for one in bagan.panah if (one.dari, one.ke) == ("periksa", "terima"))
    assert back.balik and back.kepala
    said = [word.isi for word in bagan.kata if word.langkah == "periksa"]
    assert sorted(said) == ["Batal", "Tidak", "Ya"]


def test_an_outcome_that_ends_the_matter_leads_to_a_capsule_of_its_own() -> None:
    ends = [one for one in draw(sop(PUTUSAN)).lambang if one.isi == "Selesai"]

    assert [(one.bentuk, one.langkah) for one in ends] == [(KAPSUL, "periksa")]


def test_butir_part_by_their_outcome_and_meet_again() -> None:
    found = arrows(draw(sop(TAHAP)))

    assert {("putus", "umumkan"), ("putus", "simpan"), ("putus", "putus")} <= {
        *found,
        ("putus", "putus"),
    }
    assert {("umumkan", "simpan"), ("umumkan", "lapor"), ("simpan", "lapor")} <= set(found)


def test_a_row_that_is_handed_over_has_an_arrow_from_the_giver_to_the_taker() -> None:
    bagan = draw(sop(TAHAP))

    assert at(bagan, "serah") == {"unit": KOTAK, "petugas": BELAH_KETUPAT}
    handed = [one for one in bagan.panah if (one.dari, one.ke) == ("serah", "serah")]
    assert [one.kepala for one in handed] == [True]
    assert handed[0].titik[0][0] < handed[0].titik[-1][0]


def test_an_inferred_row_is_dashed_and_has_no_number() -> None:
    bagan = draw(sop(PUTUSAN))

    assert [one.nomor for one in bagan.baris] == [1, 2, 3, 4, 0, 5]
    assert all(one.putus for one in bagan.lambang if one.langkah == "simpan")
    assert all(one.putus for one in bagan.panah if "simpan" in (one.dari, one.ke))
    assert not any(one.putus for one in bagan.lambang if one.langkah in ("terima", "kirim"))


def test_the_official_form_leaves_inferred_rows_out_and_leads_past_them() -> None:
    bagan = draw(sop(PUTUSAN), resmi=True)

    assert [one.id for one in bagan.baris] == ["terima", "periksa", "rapat", "tetapkan", "kirim"]
    assert ("tetapkan", "kirim") in arrows(bagan)


def test_the_way_of_a_berkas_is_marked_where_it_went_and_nowhere_else() -> None:
    way = Perjalanan(("terima", "periksa", "terima"), "periksa")
    bagan = draw(sop(PUTUSAN), perjalanan=way)

    assert [one.id for one in bagan.baris if one.kini] == ["periksa"]
    assert {one.langkah for one in bagan.lambang if one.sudah} == {"terima"}
    went = {(one.dari, one.ke) for one in bagan.panah if one.sudah and one.dari != one.ke}
    assert went - {("", "terima")} == {("terima", "periksa"), ("periksa", "terima")}


def test_the_same_sop_is_always_drawn_the_same() -> None:
    assert draw(sop(PUTUSAN), HALAMAN) == draw(sop(PUTUSAN), HALAMAN)


def test_over_a_page_break_a_connector_leads_out_and_one_of_its_letter_in() -> None:
    bagan = draw(sop(sop_contoh.panjang(15, 3)), HALAMAN)
    pages = {one.id: one.halaman for one in bagan.baris}
    joints = [one for one in bagan.lambang if not one.pelaksana]

    assert max(pages.values()) > 0
    assert {one.bentuk for one in joints} == {SEGILIMA}
    for letter in {letter for one in joints for letter in one.isi.split("/")}:
        places = [pages[one.langkah] for one in joints if letter in one.isi.split("/")]
        assert len(set(places)) > 1, f"{letter} leads nowhere"
    for one in bagan.panah:
        if one.dari and one.ke:
            assert pages[one.dari] == pages[one.ke]


@pytest.mark.parametrize("one", BANYAK, ids=range(len(BANYAK)))
def test_pages_are_full_to_the_last_so_that_any_program_breaks_where_they_were_drawn(
    one: Sop,
) -> None:
    bagan = draw(one, HALAMAN)
    assert HALAMAN.halaman is not None
    last = bagan.baris[-1].halaman

    for page in range(last + 1):
        high = sum(row.tinggi for row in bagan.baris if row.halaman == page)
        most = HALAMAN.halaman[min(page, 1)]
        alone = [row.halaman for row in bagan.baris].count(page) == 1
        if page == last:
            assert high + HALAMAN.ekor <= most + 0.1 or alone
        else:
            assert abs(high - most) < 0.1 or (alone and high > most)


@pytest.mark.parametrize("ukuran", [Ukuran(), HALAMAN, SEMPIT], ids=["lembar", "halaman", "sempit"])
@pytest.mark.parametrize("one", BANYAK, ids=range(len(BANYAK)))
def test_no_arrow_crosses_a_symbol_that_is_not_its_own(one: Sop, ukuran: Ukuran) -> None:
    bagan = draw(one, ukuran)

    for line in bagan.panah:
        ends = (line.titik[0], line.titik[-1])
        foreign = [each for each in bagan.lambang if not any(near(each, *end) for end in ends)]
        for a, b in itertools.pairwise(line.titik):
            assert a[0] == b[0] or a[1] == b[1], "an arrow runs aslant"
            for each in foreign:
                assert not crosses(each, a, b), f"{line.dari}>{line.ke} over {each}"


@pytest.mark.parametrize("ukuran", [Ukuran(), HALAMAN, SEMPIT], ids=["lembar", "halaman", "sempit"])
@pytest.mark.parametrize("one", BANYAK, ids=range(len(BANYAK)))
def test_every_symbol_and_word_stays_in_its_own_row_and_lane(one: Sop, ukuran: Ukuran) -> None:
    bagan = draw(one, ukuran)
    rows = {row.id: row for row in bagan.baris}

    for each in bagan.lambang:
        row, lane = rows[each.langkah], each.x // bagan.lebar_lajur
        assert row.y <= each.atas and each.bawah <= row.bawah + 0.01
        assert lane * bagan.lebar_lajur <= each.x - each.lebar / 2
        assert each.x + each.lebar / 2 <= (lane + 1) * bagan.lebar_lajur
    for a, b in itertools.combinations(bagan.lambang, 2):
        apart = abs(a.x - b.x) >= (a.lebar + b.lebar) / 2 - 0.01
        assert apart or abs(a.y - b.y) >= (a.tinggi + b.tinggi) / 2 - 0.01, f"{a} on {b}"
    for word in bagan.kata:
        wide = panjang(word.isi, HURUF_PT)
        left = word.x if word.rata == AWAL else word.x - wide
        assert left >= -0.01 and left + wide <= bagan.lebar + 0.01
        assert rows[word.langkah].y <= word.y <= rows[word.langkah].bawah


def near(each: Lambang, x: float, y: float) -> bool:
    return abs(x - each.x) <= each.lebar / 2 + 0.1 and abs(y - each.y) <= each.tinggi / 2 + 0.1


def crosses(each: Lambang, a: tuple[float, float], b: tuple[float, float]) -> bool:
    wide, high = each.lebar / 2 - 0.2, each.tinggi / 2 - 0.2
    return (
        min(a[0], b[0]) < each.x + wide
        and max(a[0], b[0]) > each.x - wide
        and min(a[1], b[1]) < each.y + high
        and max(a[1], b[1]) > each.y - high
    )


def test_two_hundred_rows_are_drawn_and_one_row_too() -> None:
    assert len(draw(sop(sop_contoh.panjang(200, 5)), HALAMAN).baris) == 200

    one = draw(sop('nama = "Contoh"\n[pelaksana]\nppid = "PPID Contoh"\n[[langkah]]\n'
                   'kegiatan = "Melapor"\npelaksana = ["ppid"]'))  # fmt: skip
    assert [shape.bentuk for shape in one.lambang] == [KAPSUL]


def test_no_letter_is_lost_where_a_text_is_broken_into_lines() -> None:
    text = "Mendokumentasikan informasi pada www.contoh-yang-sangat-panjang-sekali.example.id 東京"
    lines = pecah(text, 18.0, 8.0)

    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(panjang(line, 8.0) <= 18.0 for line in lines)


@pytest.mark.parametrize("one", BANYAK, ids=range(len(BANYAK)))
def test_no_outcome_is_written_over_a_symbol(one: Sop) -> None:
    bagan = draw(one, Ukuran(36.0))
    whole = [each for each in bagan.lambang if each.bentuk != BELAH_KETUPAT]

    for word in bagan.kata:
        wide = panjang(word.isi, HURUF_PT)
        left = word.x if word.rata == AWAL else word.x - wide
        for each in whole:
            a, b = (left + 0.3, word.y - 1.2), (left + wide - 0.3, word.y - 1.2)
            assert not crosses(each, a, b), f"{word} on {each}"
