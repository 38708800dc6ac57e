"""A paper signed in ink comes back as a scan: matched once, or laid before a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from jobs import tinta as job
from service.acts.kembali.tinta import DIAMBIL, DIPUTUSKAN, KEMBALIAN, SUDAH
from service.acts.naskah import submit
from service.acts.naskah.approve import approve
from service.acts.naskah.fill import fill
from service.domain.kembalian import Kembalian
from service.domain.kiriman import DIDAFTAR, PUBLIK, SUREL, Kiriman
from service.domain.naskah import DIARSIPKAN, DIKIRIM, DITANDATANGANI, Naskah
from service.domain.nomor import Nomor
from service.domain.tempat_ttd import DITANDATANGANI as TERISI
from service.domain.tempat_ttd import TINTA, TempatTtd
from service.house import RealHouse
from tests import tinta
from tests.conftest import new_sqlite
from tests.fault import naskah as langkah
from tests.fault.naskah import BALASAN
from tests.office import arrive, open_house, work
from tests.papers import UMUM, contoh

NAMA = "Contoh Penyusun, S.H."
DPI = 200


@dataclass
class Meja:
    """A house with one paper that waits for ink."""

    house: RealHouse
    room: Path

    @property
    def naskah(self) -> Naskah:
        return langkah.the_paper(self.house)

    def print_(self) -> Path:
        return self.house.store.fetch(self.naskah.pdf, self.room / "cetakan.pdf")

    def sheets(self, *, inked: bool = True) -> list[Image.Image]:
        """The pages as they come from the printer, signed where somebody signs."""
        pdf = self.print_()
        pages = tinta.sheets(pdf, DPI)
        (found,) = self.house.placer.places(pdf, [NAMA])
        assert found
        if inked:
            n, kotak = found
            pages[n] = tinta.signed(pages[n], kotak, DPI)
        return pages

    def back(
        self, pages: Sequence[Image.Image], nama: str = "pindaian.pdf", **slip: Any
    ) -> Kiriman:
        """The scan comes in, and the machine does what follows."""
        return self.file(tinta.saved(pages, self.room / nama, DPI), **slip)

    def file(self, path: Path, **slip: Any) -> Kiriman:
        came = arrive(self.house, path, **slip)
        work(self.house)
        return self.told(came.id)

    def told(self, id_: str) -> Kiriman:
        with self.house.ledger.read() as reading:
            return reading.get(Kiriman, id_)

    def held(self) -> list[Kembalian]:
        with self.house.ledger.read() as reading:
            return sorted(reading.find(Kembalian), key=lambda one: one.datang)

    def tempat(self) -> TempatTtd:
        with self.house.ledger.read() as reading:
            (one,) = reading.find(TempatTtd, naskah=self.naskah.id, ajuan=self.naskah.ajuan)
        return one


@pytest.fixture
def meja(tmp_path: Path) -> Iterator[Meja]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        in_ink(house, tmp_path)
        yield Meja(house, tmp_path)


def in_ink(house: RealHouse, room: Path) -> None:
    """A paper of ours, approved to be signed in ink, and printed."""
    langkah.matter(house, room)
    isian = contoh(UMUM / f"{langkah.JENIS}.toml")
    who = langkah.who(house, "penyiap")
    fill(house, langkah.PERKARA, langkah.JENIS, isian, who, id_=langkah.DI_JALAN)
    work(house)
    langkah.forward(house)
    approve(house, langkah.DI_JALAN, langkah.who(house, "kepala"), jalan=TINTA)
    work(house)
    assert langkah.the_paper(house).keadaan == DIKIRIM


def test_a_paper_signed_in_ink_is_laid_in_no_folder(meja: Meja) -> None:
    assert [*(meja.house.settings.home / "tanda_tangan").rglob("*.pdf")] == []
    assert meja.naskah.keadaan == DIKIRIM


def test_a_scan_is_the_signed_paper_byte_for_byte_and_stands_in_no_agenda(meja: Meja) -> None:
    path = tinta.saved([tinta.turned(one, 180) for one in meja.sheets()], meja.room / "a.pdf", DPI)
    came = meja.file(path)

    one, place = meja.naskah, meja.tempat()
    assert one.keadaan in (DITANDATANGANI, DIARSIPKAN)
    with meja.house.store.open(one.bertanda_tangan) as kept:
        assert kept.read() == path.read_bytes()
    assert (place.keadaan, place.cara, place.sesudah) == (TERISI, TINTA, one.bertanda_tangan)
    assert (came.keadaan, came.alasan, came.nomor_agenda) == (DIDAFTAR, DIAMBIL, "")
    assert meja.held() == []
    with meja.house.ledger.read() as reading:
        assert [x.untuk for x in reading.find(Nomor)] == [one.id]


@pytest.mark.parametrize("nama", ["pindaian.pdf", "pindaian.tif"])
@pytest.mark.parametrize("how", [tinta.worn, tinta.photographed, tinta.jpeg])
def test_right_ones_are_taken_however_they_were_scanned(meja: Meja, how: Any, nama: str) -> None:
    came = meja.back([how(one) for one in meja.sheets()], nama)

    assert came.alasan == DIAMBIL
    assert meja.naskah.bertanda_tangan


def test_a_print_that_nobody_signed_waits_for_a_person_and_the_paper_goes_on_waiting(
    meja: Meja,
) -> None:
    came = meja.back(meja.sheets(inked=False))

    (held,) = meja.held()
    assert meja.naskah.keadaan == DIKIRIM
    assert "tidak terlihat tinta" in held.temuan[0]
    assert (held.jalan, held.kiriman, held.nama) == (TINTA, came.id, "pindaian.pdf")
    assert came.alasan == DIPUTUSKAN
    assert held.id in came.asal.values()
    assert came.nomor_agenda == ""


def test_a_fold_or_a_streak_is_no_signature(meja: Meja) -> None:
    pages, pdf = meja.sheets(inked=False), meja.print_()
    (found,) = meja.house.placer.places(pdf, [NAMA])
    assert found
    n, kotak = found
    pages[n] = tinta.folded(pages[n], kotak, DPI)
    meja.back(pages)

    assert meja.naskah.keadaan == DIKIRIM
    assert len(meja.held()) == 1


def test_what_went_out_comes_back_as_a_file_it_is_no_scan_and_takes_no_place(meja: Meja) -> None:
    path = meja.room / "cetakan lagi.pdf"
    path.write_bytes(meja.print_().read_bytes() + BALASAN)
    meja.file(path)

    assert meja.naskah.keadaan == DIKIRIM
    assert not meja.naskah.bertanda_tangan


def test_a_paper_that_was_put_forward_again_is_not_signed_by_its_older_print(meja: Meja) -> None:
    old = meja.sheets()
    langkah.sent_back(meja.house)
    work(meja.house)
    langkah.forward(meja.house)
    approve(meja.house, langkah.DI_JALAN, langkah.who(meja.house, "kepala"), jalan=TINTA)
    work(meja.house)

    meja.back(old)

    assert meja.naskah.keadaan == DIKIRIM
    assert "cetakan ke-1" in meja.held()[0].temuan[0]
    meja.back(meja.sheets(), "baru.pdf")
    assert meja.naskah.bertanda_tangan


def test_sent_back_meanwhile_its_scan_waits_for_a_person(meja: Meja) -> None:
    pages = meja.sheets()
    submit.send_back(
        meja.house,
        langkah.DI_JALAN,
        langkah.who(meja.house, "kepala"),
        meja.naskah.versi,
        "Salah contoh",
    )
    work(meja.house)
    meja.back(pages)

    assert "tidak menunggu tanda tangan" in meja.held()[0].temuan[0]


def test_the_same_scan_twice_and_another_one_later_change_nothing(meja: Meja) -> None:
    pages = meja.sheets()
    path = tinta.saved(pages, meja.room / "satu.pdf", DPI)
    first = meja.file(path)
    kept = meja.naskah.bertanda_tangan
    again = meja.file(path)
    other = meja.back([tinta.jpeg(one) for one in pages], "lain.pdf")

    assert (first.alasan, again.alasan, other.alasan) == (DIAMBIL, SUDAH, SUDAH)
    assert again.kembar == first.id
    assert meja.naskah.bertanda_tangan == kept
    assert meja.held() == []
    assert {one.nomor_agenda for one in (first, again, other)} == {""}


def test_one_scan_that_waits_for_a_person_waits_once(meja: Meja) -> None:
    path = tinta.saved(meja.sheets(inked=False), meja.room / "polos.pdf", DPI)
    first, again = meja.file(path), meja.file(path)

    (held,) = meja.held()
    assert held.id in first.asal.values()
    assert held.id in again.asal.values()


def test_done_twice_it_is_done_once(meja: Meja) -> None:
    came = meja.back(meja.sheets())
    before = meja.naskah
    job.run(meja.house, came.id)

    assert meja.naskah == before
    assert meja.told(came.id) == came


def laid(meja: Meja, path: Path) -> None:
    """A file lies where signers lay theirs, and the watcher has seen it."""
    goal = langkah.signers(meja.house, "kembali")
    goal.mkdir(parents=True, exist_ok=True)
    (goal / f"pindaian {meja.naskah.id}.pdf").write_bytes(path.read_bytes())
    with meja.house.ledger.begin() as tx:
        tx.plan("collect", meja.naskah.id)
    work(meja.house)
    assert [*goal.glob("*.pdf")] == []


def test_a_scan_in_the_folder_of_signers_goes_the_way_of_all_scans(meja: Meja) -> None:
    path = tinta.saved(meja.sheets(), meja.room / "a.pdf", DPI)
    laid(meja, path)

    with meja.house.store.open(meja.naskah.bertanda_tangan) as kept:
        assert kept.read() == path.read_bytes()
    assert meja.held() == []


def test_the_print_itself_in_the_folder_of_signers_waits_for_a_person(meja: Meja) -> None:
    laid(meja, meja.print_())

    assert meja.naskah.keadaan == DIKIRIM
    assert len(meja.held()) == 1


def test_by_mail_a_person_looks_at_it_and_from_the_public_it_is_a_letter(meja: Meja) -> None:
    pages = meja.sheets()
    letter = meja.back(pages, "publik.pdf", pintu=PUBLIK)
    assert not any(one.startswith(KEMBALIAN) for one in letter.asal)
    assert meja.naskah.keadaan == DIKIRIM

    mailed = meja.back([tinta.jpeg(one) for one in pages], "surel.pdf", pintu=SUREL)
    assert mailed.alasan == DIPUTUSKAN
    assert "lewat surel" in meja.held()[0].temuan[0]
