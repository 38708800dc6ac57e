"""A scan is read by its letters after it came in; then it is known like any other letter."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs import ocr
from service import house as houses
from service.acts.simpan.looked import Dilihat
from service.domain.bacaan import TERBACA, Bacaan
from service.domain.kiriman import DIDAFTAR, MENUNGGU_PETUGAS, File, Kiriman
from service.domain.refusals import Unavailable
from service.domain.teks import Teks
from service.domain.temuan import DENGAN_CATATAN, Temuan
from service.house import RealHouse
from service.ports import Ocr, Terbaca
from tests import pindaian
from tests.conftest import new_sqlite
from tests.contoh_buruk import _pdf
from tests.office import arrive, open_house, work

USULAN = (
    "USULAN DAFTAR INFORMASI PUBLIK",
    "",
    "Nomor : 1/BU/XI/2026",
    "Hal : Usulan daftar informasi",
    "",
    "Yth. PPID",
    "Bersama ini kami sampaikan usulan daftar informasi",
    "publik dari unit kami untuk tahun berjalan.",
    "Demikian disampaikan, terima kasih.",
)


class ReadsNothing:
    """A reader of letters that is not there."""

    def read(self, page: Path) -> Terbaca:
        raise Unavailable("Pembaca hasil pindai sedang tidak ada.")


class ReadsBadly:
    """A reader of letters that is given a page nobody could read."""

    def read(self, page: Path) -> Terbaca:
        return Terbaca("U5uIan d@ft4r lnf0rm4si publlk dar1 un1t karn1", 41)


class DiesAtTheSecondPage:
    """A reader of letters in a process that is killed."""

    def __init__(self, real: Ocr) -> None:
        self.real, self.pages = real, 0

    def read(self, page: Path) -> Terbaca:
        self.pages += 1
        if self.pages == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return self.real.read(page)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


def scanned(house: RealHouse, folder: Path, *pages: tuple[str, ...]) -> Kiriman:
    path = folder / "pindaian.pdf"
    path.write_bytes(pindaian.pdf(*(pindaian.page(lines, dpi=200) for lines in pages)))
    return arrive(house, path)


def found(house: RealHouse, kiriman: Kiriman) -> tuple[Kiriman, File]:
    with house.ledger.read() as reading:
        (file,) = reading.find(File, kiriman=kiriman.id)
        return reading.get(Kiriman, kiriman.id), file


def searchable(house: RealHouse, kiriman: Kiriman) -> str:
    with house.ledger.read() as reading:
        return "\n".join(one.isi for one in reading.find(Teks, kiriman=kiriman.id))


def test_a_scanned_letter_is_known_and_registered_by_its_letters(
    house: RealHouse, tmp_path: Path
) -> None:
    kiriman = scanned(house, tmp_path, USULAN)

    done = work(house)

    after, file = found(house, kiriman)
    assert "ocr" in done
    assert (after.keadaan, after.jenis, after.surat.nomor) == (
        DIDAFTAR,
        "usulan_dip",
        "1/BU/XI/2026",
    )
    assert after.nomor_agenda
    assert int(file.metadata[TERBACA]) > 80
    assert "Bersama ini kami sampaikan" in searchable(house, kiriman)


def test_every_page_keeps_its_place(house: RealHouse, tmp_path: Path) -> None:
    kiriman = scanned(house, tmp_path, USULAN, (), ("Lampiran kedua",))
    work(house)

    said = searchable(house, kiriman)

    assert said.index("Bersama ini") < said.index("Lampiran kedua")
    assert found(house, kiriman)[1].halaman == 3


def test_a_letter_that_cannot_be_read_surely_waits_for_a_person(
    house: RealHouse, tmp_path: Path
) -> None:
    house.opened["ocr"] = ReadsBadly()
    kiriman = scanned(house, tmp_path, USULAN)
    work(house)

    after, file = found(house, kiriman)

    assert after.keadaan == MENUNGGU_PETUGAS
    assert after.nomor_agenda
    assert ("ocr_meragukan", "halaman 1") in [(one.kode, one.di) for one in file.temuan]
    assert after.alasan


def test_a_reader_that_is_away_loses_nothing(house: RealHouse, tmp_path: Path) -> None:
    real = house.ocr
    house.opened["ocr"] = ReadsNothing()
    kiriman = scanned(house, tmp_path, USULAN)
    with pytest.raises(Unavailable):
        work(house)
    before, file = found(house, kiriman)
    assert (before.keadaan, bool(before.nomor_agenda)) == (MENUNGGU_PETUGAS, True)

    house.opened["ocr"] = real
    ocr.run(house, file.id)

    after, _ = found(house, kiriman)
    assert (after.keadaan, after.nomor_agenda) == (DIDAFTAR, before.nomor_agenda)


def test_a_kill_in_the_middle_of_reading_costs_the_pages_and_nothing_else(
    house: RealHouse, tmp_path: Path
) -> None:
    real = house.ocr
    house.opened["ocr"] = ReadsNothing()
    kiriman = scanned(house, tmp_path, USULAN, USULAN)
    with pytest.raises(Unavailable):
        work(house)
    before = found(house, kiriman)

    pid = os.fork()
    if not pid:
        twin = houses.build(house.settings, lasting=False)
        twin.opened["ocr"] = DiesAtTheSecondPage(real)
        ocr.run(twin, before[1].id)
        os._exit(0)
    _, how = os.waitpid(pid, 0)

    assert os.WTERMSIG(how) == signal.SIGKILL
    assert found(house, kiriman) == before
    house.opened["ocr"] = real
    ocr.run(house, before[1].id)
    after, _ = found(house, kiriman)
    assert (after.keadaan, after.nomor_agenda) == (DIDAFTAR, before[0].nomor_agenda)


def test_pages_for_which_there_was_no_time_are_told_of() -> None:
    file = File("f", "k", "buku.pdf", "0" * 64, 1)
    seen = Dilihat(file, Bacaan("application/pdf", 3, ("", "", ""), perlu_ocr=(1, 2, 3)))

    after = ocr.with_pages(seen, [ocr.Halaman(1, "Daftar isi", 90)], left=(2, 3))

    assert after.bacaan.teks == ("Daftar isi", "", "")
    assert after.file.temuan == (Temuan("baca_sebagian", "sampai sebelum halaman 2"),)
    assert after.file.akhir == DENGAN_CATATAN


def test_a_photograph_among_the_pages_is_no_letter_that_was_badly_read() -> None:
    seen = Dilihat(File("f", "k", "a.pdf", "0" * 64, 1), Bacaan("application/pdf", 3))
    pages = [ocr.Halaman(n, "kata", sure) for n, sure in ((1, 95), (2, 90), (3, 20))]

    assert ocr.with_pages(seen, pages).file.temuan == ()
    assert ocr.with_pages(seen, pages[::-1]).file.temuan == (Temuan("ocr_meragukan", "halaman 3"),)


def test_done_twice_it_is_the_same(house: RealHouse, tmp_path: Path) -> None:
    kiriman = scanned(house, tmp_path, USULAN)
    work(house)
    before = found(house, kiriman)
    house.opened["ocr"] = ReadsNothing()

    ocr.run(house, before[1].id)

    assert found(house, kiriman) == before


def test_a_file_without_scans_is_never_sent_to_the_reader_of_letters(
    house: RealHouse, tmp_path: Path
) -> None:
    path = tmp_path / "surat.pdf"
    path.write_bytes(_pdf.letter(*USULAN))
    arrive(house, path)

    assert "ocr" not in work(house)
