"""A unit's list of what is withheld comes in as proposals, and its material stays closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jobs import daftar
from service.acts.dikecualikan import masuk as dikecualikan
from service.acts.dikecualikan.simpan import FileMasihTerbuka
from service.acts.dikecualikan.uji import name_of
from service.acts.informasi import baca, masuk
from service.domain.catatan import MESIN, Catatan
from service.domain.daftar_unit.masuk import MEMUAT, DaftarMasuk, TidakAdaYangDiterima
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import spoken
from service.domain.jangka import Jangka
from service.domain.refusals import TidakAda
from tests.acts.daftar import JUDUL, SEMUA, Meja, lines
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, arrive, open_house, person, rule, work

KEPALA = ("No", "Informasi", "Dasar Hukum Pengecualian", "Dibuka", "Ditutup", "Jangka Waktu")
UU = "Pasal 17 huruf h UU 14/2008"
SAKSI = (
    1,
    "Identitas pelapor dugaan pelanggaran",
    UU,
    "Pelapor terancam",
    "Pelapor aman",
    "5 tahun",
)
SEHAT = (
    2,
    "Riwayat kesehatan pegawai biro",
    UU,
    "Rahasia terbuka",
    "Pribadi terlindungi",
    "selamanya",
)
TANPA_UU = (3, "Notula rapat pimpinan", "Peraturan biro", "Bocor", "Aman", "2 tahun")


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        rule(house)
        yield Meja(house, person(house, "unit", "unit", unit=UNIT), tmp_path)


def sent(meja: Meja, *rows: tuple[object, ...]) -> DaftarMasuk:
    return meja.sent(meja.book(*rows, head=KEPALA))


def taken(meja: Meja, *rows: tuple[object, ...]) -> DaftarMasuk:
    one = sent(meja, *rows)
    dikecualikan.accept(meja.house, meja.unit, one.id, one.versi)
    work(meja.house)
    return meja.now(one)


def withheld(meja: Meja) -> list[Informasi]:
    """What the secretary, who sees what is withheld, finds."""
    with meja.house.ledger.read() as look:
        return look.find(Informasi, keadaan="usulan_kecuali")


def test_the_right_lines_are_proposed_for_the_test_and_nothing_is_withheld_by_a_list(
    meja: Meja,
) -> None:
    done = taken(meja, SAKSI, SEHAT, TANPA_UU)

    assert (done.keadaan, done.baru, done.tertutup) == ("selesai", 2, True)
    found = {name_of(one): one for one in withheld(meja)}
    assert set(found) == {SAKSI[1], SEHAT[1]}
    one = found[str(SAKSI[1])]
    assert [x.huruf for x in one.dik.dasar] == ["h"]
    assert (one.dik.dibuka, one.dik.jangka) == ("Pelapor terancam", Jangka("tahun", 5))
    assert (one.dik.ringkasan, one.dik.aman, one.sk.sah) == ("", False, False)
    _, back = masuk.going_back(meja.house, meja.unit, done.id)
    with back:
        told = [cell.value for row in load_workbook(back).worksheets[0] for cell in row]
    assert TANPA_UU[1] in told
    assert SAKSI[1] not in told


def test_who_sent_the_list_may_not_see_its_pieces_unless_they_see_what_is_withheld(
    meja: Meja,
) -> None:
    taken(meja, SAKSI)
    (one,) = withheld(meja)

    assert baca.listed(meja.house, meja.unit, SEMUA, "", 9) == []
    with meja.house.ledger.read() as look, pytest.raises(TidakAda):
        baca.informasi_for(look, meja.unit, one.id)


def test_killed_while_it_is_proposed_and_begun_again_it_is_there_once(meja: Meja) -> None:
    done = taken(meja, SAKSI, SEHAT)
    with meja.house.ledger.begin() as tx:
        tx.save(done, replace(done, keadaan=MEMUAT, baru=0))
        at = meja.house.clock.now()
        tx.note(Catatan(INSTANSI, MESIN, "daftar_masuk_diterima", at, done.id))

    daftar.run(meja.house, done.id)

    assert meja.now(done).baru == 2
    assert len(withheld(meja)) == 2


def test_the_second_list_proposes_only_what_is_new_in_it(meja: Meja) -> None:
    taken(meja, SAKSI)
    again = sent(meja, (*SAKSI[:5], "9 tahun"))
    more = sent(meja, SAKSI, SEHAT)

    assert (meja.counts(again)["baru"], meja.counts(again)["sama"]) == (0, 1)
    with pytest.raises(TidakAdaYangDiterima):
        dikecualikan.accept(meja.house, meja.unit, again.id, again.versi)
    assert (meja.counts(more)["baru"], meja.counts(more)["sama"]) == (1, 1)


def test_a_list_tells_nobody_what_another_proposed_to_withhold(meja: Meja) -> None:
    taken(meja, SAKSI)
    (one,) = withheld(meja)
    other = Meja(meja.house, person(meja.house, "rekan", "unit", unit=UNIT), meja.room, 50)
    coded = (*SAKSI, spoken(one.kode))

    same = other.sent(other.book(SAKSI, head=KEPALA))
    guessed = other.sent(other.book(coded, head=(*KEPALA, "Kode")))
    absent = other.sent(other.book((*SAKSI, "ABC-DEF-GHJ"), head=(*KEPALA, "Kode")))

    assert (other.counts(same)["baru"], other.counts(same)["sama"]) == (1, 0)
    assert other.counts(guessed) == other.counts(absent)
    assert masuk.short_of(meja.house, guessed) == masuk.short_of(meja.house, absent)


def test_what_stands_in_the_open_list_is_proposed_on_its_own_page_and_not_by_a_list(
    meja: Meja,
) -> None:
    meja.taken(meja.book(*lines(JUDUL[0])))
    (open_,) = meja.pieces()
    one = sent(meja, (1, JUDUL[0].upper(), *SAKSI[2:]), SEHAT)

    assert (meja.counts(one)["baru"], meja.counts(one)["dikembalikan"]) == (1, 1)
    short = masuk.short_of(meja.house, one)
    assert short is not None
    assert any(spoken(open_.kode) in x.kata and "Usulkan" in x.kata for x in short.salah)


def test_a_list_that_lies_in_a_kiriman_of_everybody_waits_until_that_is_closed(meja: Meja) -> None:
    path = meja.book(SAKSI, head=KEPALA)
    arrive(meja.house, path)
    work(meja.house)
    one = meja.sent(path)

    with pytest.raises(FileMasihTerbuka):
        dikecualikan.accept(meja.house, meja.unit, one.id, one.versi)
    assert withheld(meja) == []


def test_an_open_list_that_names_what_is_withheld_is_closed_like_it(meja: Meja) -> None:
    other = person(meja.house, "rekan", "unit", unit=UNIT)
    kept = ("", "Informasi yang Dikecualikan")
    one = meja.sent(meja.book(*lines(JUDUL[0]), kept, *lines("Identitas pelapor")))

    assert (one.tertutup, meja.counts(one)["baru"]) == (True, 1)
    with pytest.raises(TidakAda):
        masuk.list_for(meja.house, other, one.id)
