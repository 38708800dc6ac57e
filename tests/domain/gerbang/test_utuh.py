"""A print of a workbook says everything that is seen in the workbook."""

from __future__ import annotations

import pytest

from service.domain.gerbang.utuh import TulisanTerpotong, lost, whole

B2, B3 = 'lembar "Data", sel B2', 'lembar "Data", sel B3'


def test_every_word_stands_in_the_print_wherever_its_lines_were_broken() -> None:
    assert lost([(B2, "Laporan kinerja tahunan")], ["1 Laporan\nkiner\nja tahunan"]) == []


def test_a_word_that_was_cut_is_told_by_its_cell() -> None:
    assert lost([(B2, "Laporan kinerja"), (B3, "Anggaran")], ["Laporan kiner Anggaran"]) == [B2]


def test_a_word_that_stands_in_two_cells_is_printed_twice() -> None:
    assert lost([(B2, "Anggaran"), (B3, "Anggaran")], ["Anggaran"]) == [B3]


def test_a_number_without_room_is_no_number() -> None:
    with pytest.raises(TulisanTerpotong, match="###"):
        whole([(B2, "Pagu")], ["Pagu ###"])


def test_fences_that_an_office_wrote_itself_are_its_own() -> None:
    assert lost([(B2, "Nomor ###")], ["Nomor ###"]) == []


def test_more_places_than_can_be_read_are_counted() -> None:
    with pytest.raises(TulisanTerpotong, match="dan 7 lagi"):
        whole([(f"sel A{n}", f"Kata{n}") for n in range(10)], [""])
