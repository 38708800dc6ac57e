"""What was found in a file stands until a person lets it pass, and only for what they saw."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from service.domain.gerbang import arti_tembus, bobot, salinan
from service.domain.gerbang.pelepasan import (
    AlasanKurang,
    BelumDiperiksa,
    MasihTembus,
    Pemeriksaan,
    TemuanBerubah,
    TidakDapatDilepas,
    clear,
    heaviest_first,
    left,
    may_go,
)
from service.domain.gerbang.tembus import hit

NOW = datetime(2026, 3, 2, 3, 4, tzinfo=UTC)
SHA, OTHER = "a" * 64, "b" * 64
LEMBAR = hit("lembar_tersembunyi", 'lembar "Data"')
NIP = hit("nip", "halaman 1", "19••••••••••••••02")
FOUND = Pemeriksaan(SHA, (NIP, LEMBAR))
ALASAN = "NIP pejabat penandatangan, memang diumumkan"


def test_a_file_in_which_nothing_was_found_may_go() -> None:
    may_go(SHA, Pemeriksaan(SHA), ())


def test_a_file_that_nobody_looked_at_stays() -> None:
    with pytest.raises(BelumDiperiksa):
        may_go(SHA, None, ())


def test_a_file_looked_at_under_older_rules_is_looked_at_anew() -> None:
    with pytest.raises(BelumDiperiksa):
        may_go(SHA, Pemeriksaan(SHA, aturan=0), ())


def test_a_file_with_a_hit_stays_and_is_told_which() -> None:
    with pytest.raises(MasihTembus, match="2 temuan") as kept:
        may_go(SHA, FOUND, ())
    assert kept.value.sisa == (LEMBAR, NIP)


def test_a_hit_cleared_by_name_and_reason_stands_no_more() -> None:
    lepas = clear(FOUND.sidik, [NIP.id], FOUND, "orang-1", ALASAN, NOW)

    assert left(FOUND, lepas) == [LEMBAR]
    assert (lepas[0].oleh, lepas[0].alasan, lepas[0].pada) == ("orang-1", ALASAN, NOW)


def test_a_file_goes_when_every_hit_is_cleared() -> None:
    lepas = clear(FOUND.sidik, [NIP.id, LEMBAR.id], FOUND, "orang-1", ALASAN, NOW)

    may_go(SHA, FOUND, lepas)


def test_what_was_cleared_does_not_count_for_other_bytes() -> None:
    lepas = clear(FOUND.sidik, [NIP.id, LEMBAR.id], FOUND, "orang-1", ALASAN, NOW)
    again = Pemeriksaan(OTHER, FOUND.tembus)

    assert left(again, lepas) == [LEMBAR, NIP]
    with pytest.raises(MasihTembus):
        may_go(OTHER, again, lepas)
    with pytest.raises(BelumDiperiksa):
        may_go(OTHER, FOUND, lepas)


def test_what_was_cleared_does_not_count_once_more_is_found() -> None:
    lepas = clear(FOUND.sidik, [NIP.id, LEMBAR.id], FOUND, "orang-1", ALASAN, NOW)
    more = Pemeriksaan(SHA, (*FOUND.tembus, hit("nik", "halaman 2")))

    assert len(left(more, lepas)) == 3


def test_nobody_clears_what_they_did_not_see() -> None:
    with pytest.raises(TemuanBerubah):
        clear(Pemeriksaan(SHA, (NIP,)).sidik, [NIP.id], FOUND, "orang-1", ALASAN, NOW)
    with pytest.raises(TemuanBerubah):
        clear(FOUND.sidik, ["lain"], FOUND, "orang-1", ALASAN, NOW)


@pytest.mark.parametrize("alasan", ["", "   ", "ok", "a  b  c    d"])
def test_nobody_clears_without_a_reason(alasan: str) -> None:
    with pytest.raises(AlasanKurang):
        clear(FOUND.sidik, [NIP.id], FOUND, "orang-1", alasan, NOW)


def test_nobody_clears_without_a_name() -> None:
    with pytest.raises(AlasanKurang):
        clear(FOUND.sidik, [NIP.id], FOUND, "", ALASAN, NOW)


@pytest.mark.parametrize("jenis", ["tak_terperiksa", "makro", "pdf_skrip", "entah"])
def test_what_nobody_could_look_at_is_replaced_not_cleared(jenis: str) -> None:
    found = Pemeriksaan(SHA, (hit(jenis),))

    with pytest.raises(TidakDapatDilepas):
        clear(found.sidik, [found.tembus[0].id], found, "orang-1", ALASAN, NOW)


def test_the_heaviest_hit_is_shown_first() -> None:
    assert heaviest_first([NIP, LEMBAR, hit("makro")])[0].jenis == "makro"


def test_no_number_of_a_person_stands_in_what_is_shown() -> None:
    one = hit("komentar", 'lembar "6271031208900004"', "Contoh 0812 3456 7890, " * 30)

    assert "6271031208900004" not in one.tempat
    assert "3456" not in one.potongan
    assert len(one.potongan) <= 80


def test_a_number_on_the_edge_of_what_is_kept_is_not_cut_open() -> None:
    for shift in range(60, 82):
        one = hit("komentar", "", "x" * shift + " 6271031208900004")
        assert "62710" not in one.potongan


def test_every_kind_of_hit_says_what_it_is_and_what_to_do() -> None:
    for jenis, arti in arti_tembus.JENIS.items():
        assert 1 <= len(arti.label.split()) <= 4, jenis
        assert arti.kata.count(".") >= 2, jenis
        assert arti.berat in bobot.BOBOT, jenis


def test_what_kept_a_file_from_being_published_when_it_came_in_is_a_hit_of_its_own_words() -> None:
    one = hit("slide_tersembunyi").arti

    assert one.label == "Slide tersembunyi"
    assert one.boleh_dilepas


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_an_office_file_is_shown_as_its_print_a_pdf_cleaned_and_a_picture_drawn_anew() -> None:
    assert salinan.way(WORD, [hit("komentar")]) == salinan.CETAK
    assert salinan.way("application/pdf", []) == salinan.BERSIH
    assert salinan.way("image/jpeg", []) == salinan.GAMBAR


@pytest.mark.parametrize("jenis", ["perubahan_terlacak", "tak_terperiksa"])
def test_no_machine_decides_which_wording_an_office_means(jenis: str) -> None:
    with pytest.raises(salinan.SalinanTakDapatDibuat):
        salinan.way(WORD, [hit(jenis)])


def test_no_copy_is_made_of_a_recording() -> None:
    with pytest.raises(salinan.SalinanTakDapatDibuat, match="jenis file"):
        salinan.way("audio/mpeg", [])


def test_a_print_in_which_something_unseen_still_stands_is_drawn_page_by_page() -> None:
    assert salinan.next_way(salinan.CETAK, [hit("teks_samar")]) == salinan.GAMBAR
    assert salinan.next_way(salinan.BERSIH, [hit("pdf_teks_tertutup")]) == salinan.GAMBAR
    assert salinan.next_way(salinan.CETAK, [hit("nik")]) == ""
    assert salinan.next_way(salinan.GAMBAR, [hit("teks_samar")]) == ""


def test_a_copy_is_not_blamed_for_how_it_was_made_but_for_what_was_mute_before() -> None:
    made = [hit("pdf_lapisan_pindaian", "halaman 1"), hit("pindaian", "halaman 1"), NIP]

    assert salinan.standing([hit("properti")], made) == [NIP]
    assert salinan.standing([hit("pindaian")], made) == [made[1], NIP]


def test_a_signed_paper_and_a_clean_table_are_shown_themselves_and_nothing_else_is() -> None:
    assert salinan.original_is_shown(signed=True, data=False, tembus=[hit("nip")])
    assert salinan.original_is_shown(signed=False, data=True, tembus=[])
    assert not salinan.original_is_shown(signed=False, data=True, tembus=[hit("pivot")])
    assert not salinan.original_is_shown(signed=False, data=False, tembus=[])
