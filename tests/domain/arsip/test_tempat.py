"""Where paper lies, who has borrowed it, and what a stock-taking finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from service.domain.arsip import opname, pinjam, vital
from service.domain.arsip.arsip import DISERAHKAN, ArsipPergi
from service.domain.arsip.opname import Seharusnya, scanned, take
from service.domain.arsip.pinjam import Pinjaman, PinjamanTidakSah
from service.domain.arsip.tempat import (
    BOKS,
    FOLDER,
    LEMARI,
    RAK,
    RUANG,
    Tempat,
    TempatTidakSah,
    checked,
    listed,
    need_empty,
    told,
    within,
)
from service.domain.arsip.vital import CadanganTidakSah
from tests.domain.arsip.contoh import NOW, PLACES, TODAY, arsip, place

TUA = date(2020, 1, 5)
KARTU = Pinjaman("p", "arsip-1", "budi", "alasan-1", NOW, date(2026, 11, 30), "arsiparis")


def test_a_place_is_told_from_the_room_to_the_folder() -> None:
    assert told("f", PLACES) == "Ruang Arsip Contoh, lemari 2, rak 3, boks 14, folder 7"
    assert told("", PLACES) == ""


@pytest.mark.parametrize(
    "wrong",
    [
        place("x", BOKS, "1"),
        place("x", RUANG, "Lain", "r"),
        place("x", RAK, "1", "b14"),
        place("x", FOLDER, "1", "r"),
        place("x", BOKS, "14", "k"),
        place("x", BOKS, " ", "k"),
        place("x", BOKS, "9", "tidak-ada"),
        place("x", BOKS, "9", "k", unit="bidang_satu"),
        place("x", "kardus", "9", "k"),
    ],
)
def test_a_place_stands_only_in_what_may_hold_it(wrong: Tempat) -> None:
    with pytest.raises(TempatTidakSah, match=r"Tidak ada yang diubah\.$"):
        checked(wrong, PLACES)


def test_a_place_that_is_given_up_frees_its_name_and_holds_nothing_more() -> None:
    closed = {**PLACES, "b14": replace(PLACES["b14"], ditutup=NOW)}
    assert checked(place("x", BOKS, "14", "k"), closed).nama == "14"
    with pytest.raises(TempatTidakSah, match="tidak dipakai"):
        checked(place("x", FOLDER, "9", "b14"), closed)


def test_a_place_in_which_something_lies_is_not_given_up() -> None:
    with pytest.raises(TempatTidakSah, match="1 arsip dan 1 tempat"):
        need_empty("b14", PLACES, {"arsip-1": "f"})
    need_empty("b2", PLACES, {"arsip-1": "f"})


def test_places_are_listed_as_they_stand_with_box_two_before_box_fourteen() -> None:
    assert [one.id for one in listed(PLACES)] == ["r", "l", "k", "b2", "b14", "f", "r2", "k2"]
    assert within("k", PLACES) == {"k", "b14", "b2", "f"}
    assert PLACES["l"].macam == LEMARI


def test_paper_is_lent_to_one_at_a_time_and_only_what_has_a_place() -> None:
    one = arsip(TUA, tempat="f")
    assert pinjam.lent(KARTU, one, [], TODAY) == KARTU
    with pytest.raises(PinjamanTidakSah, match="sedang dipinjam"):
        pinjam.lent(replace(KARTU, id="q"), one, [KARTU], TODAY)
    with pytest.raises(PinjamanTidakSah, match="tempat simpan"):
        pinjam.lent(KARTU, arsip(TUA), [], TODAY)
    with pytest.raises(ArsipPergi):
        pinjam.lent(KARTU, arsip(TUA, keadaan=DISERAHKAN), [], TODAY)
    with pytest.raises(PinjamanTidakSah, match="paling lama"):
        pinjam.lent(KARTU, one, [], KARTU.kembali_sebelum + timedelta(days=1))


def test_who_had_the_paper_does_not_write_that_it_is_back() -> None:
    with pytest.raises(PinjamanTidakSah, match="orang lain"):
        pinjam.returned(KARTU, "budi", "baik", NOW)
    with pytest.raises(PinjamanTidakSah, match="kondisi"):
        pinjam.returned(KARTU, "arsiparis", "", NOW)
    back = pinjam.returned(KARTU, "arsiparis", "baik", NOW)
    assert (back.kembali, back.diterima_oleh) == (NOW, "arsiparis")
    with pytest.raises(PinjamanTidakSah, match="sudah kembali"):
        pinjam.returned(back, "arsiparis", "baik", NOW)


def test_a_loan_is_lengthened_on_the_card_and_told_when_it_is_late() -> None:
    later = pinjam.lengthened(KARTU, date(2026, 12, 10), TODAY)
    assert (later.kembali_sebelum, later.perpanjangan) == (date(2026, 12, 10), 1)
    with pytest.raises(PinjamanTidakSah, match="sesudah tanggal kembali"):
        pinjam.lengthened(KARTU, date(2026, 11, 25), TODAY)
    assert pinjam.late(KARTU, date(2026, 12, 3)) == 3
    assert pinjam.late(KARTU, TODAY) == 0


def test_the_second_copy_of_an_arsip_vital_lies_in_another_room() -> None:
    one = vital.declared(arsip(TUA, tempat="f"))
    assert "belum dicatat" in vital.lacks(one, PLACES)
    for wrong in ("b2", "", "tidak-ada"):
        with pytest.raises(CadanganTidakSah):
            vital.copied(one, wrong, PLACES)
    safe = vital.copied(one, "k2", PLACES)
    assert vital.lacks(safe, PLACES) == ""
    assert "ruang yang sama" in vital.lacks(replace(safe, tempat="k2"), PLACES)
    assert vital.undeclared(safe).cadangan == ""
    with pytest.raises(CadanganTidakSah, match="Hanya arsip vital"):
        vital.copied(arsip(TUA), "k2", PLACES)


def test_a_stock_taking_names_what_is_missing_misplaced_or_strange() -> None:
    known = {
        one.arsip: one
        for one in (
            Seharusnya("ada", "f"),
            Seharusnya("hilang", "b14"),
            Seharusnya("keluar", "b14", dipinjam=True),
            Seharusnya("salah", "b2"),
            Seharusnya("musnah", "", pergi=True),
            Seharusnya("jauh", "k2"),
        )
    }
    found = take(within("b14", PLACES), known, ("b14", "ada", "salah", "asing", "musnah"))
    assert dict(found.temuan) == {
        "ada": opname.ADA,
        "hilang": opname.TIDAK_ADA,
        "keluar": opname.DIPINJAM,
        "salah": opname.PINDAH,
        "asing": opname.ASING,
        "musnah": opname.PERGI,
    }
    assert not found.cocok
    assert found.under(opname.TIDAK_ADA) == ("hilang",)
    assert take(within("f", PLACES), known, ("ada",)).cocok


def test_a_label_is_read_with_its_address_or_without_and_counts_once() -> None:
    lines = ["https://ppid.contoh.go.id/arsip/l/abc", "abc", "", " def/ "]
    assert scanned(lines) == ("abc", "def")
