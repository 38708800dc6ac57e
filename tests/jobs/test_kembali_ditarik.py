"""What nobody is to sign any more lies with nobody; what is signed all the same goes to a person,
who is told why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.berkas import henti as berkas_henti
from service.acts.berkas.henti import Minta
from service.acts.naskah import batal as naskah_batal
from service.acts.ttd import meja_tinta
from service.acts.ttd.meja_tinta import BukanTinta
from service.domain.berkas import BERJALAN, DIBATALKAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.sop.jejak import Jejak
from service.domain.tempat_ttd import TINTA
from service.house import RealHouse
from tests.aplikasi import Kantor, opened, signed
from tests.conftest import new_sqlite
from tests.office import INSTANSI, open_house, rule, work


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


@pytest.fixture
def kantor(house: RealHouse, tmp_path: Path) -> Kantor:
    made = opened(house, tmp_path)
    made.knows("ppid")
    return made


def called_off(kantor: Kantor, naskah: Naskah) -> Berkas:
    """The matter of a paper ends early, by who may say so."""
    house, now = kantor.house, kantor.house.clock.now()
    with house.ledger.begin() as tx:
        tx.add(Jejak(house.new_id(), naskah.berkas, 1, "1", "1", now))
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", now, naskah.berkas))
        before = tx.get(Berkas, naskah.berkas)
    asked = Minta(before.id, before.versi, "Tidak jadi. Contoh.")
    after = berkas_henti.cancel(house, kantor.orang["ppid"], asked)
    assert after.keadaan == DIBATALKAN
    work(house)
    return after


def test_a_cancelled_matter_leaves_nothing_with_signers_and_takes_nothing_that_comes_later(
    kantor: Kantor,
) -> None:
    one = kantor.out()
    went = kantor.lies(one.id)[1]
    called_off(kantor, one)
    assert kantor.nobody_has(one.id)

    kantor.gives_back(one.id, signed(went, kantor.kunci["ppid"]))

    (came,) = kantor.kept(one.id)
    assert came.temuan[0].endswith("berkasnya sudah dibatalkan.")
    assert kantor.now(one.id).keadaan == DIKIRIM
    assert kantor.nobody_has(one.id)


def test_opened_again_its_papers_lie_with_their_signers_again(kantor: Kantor) -> None:
    one = kantor.out()
    folder, went = kantor.lies(one.id)
    after = called_off(kantor, one)
    with kantor.house.ledger.begin() as tx:  # as if it had been opened again
        before = tx.get(Berkas, after.id)
        tx.save(before, Berkas(**{**vars(before), "keadaan": BERJALAN, "ditutup": None}))
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka_kembali", kantor.house.clock.now()))
        berkas_henti.asked_for_again(tx, before)
    work(kantor.house)

    assert kantor.lies(one.id) == (folder, went)


def test_a_void_paper_and_one_called_back_say_so_to_who_decides(kantor: Kantor) -> None:
    void = kantor.out()
    went = kantor.lies(void.id)[1]
    naskah_batal.give_up(kantor.house, void.id, kantor.orang["ppid"], void.versi, "Batal contoh")
    work(kantor.house)
    assert kantor.nobody_has(void.id)

    kantor.gives_back(void.id, signed(went, kantor.kunci["ppid"]))

    (came,) = kantor.kept(void.id)
    assert came.temuan[0].endswith("naskahnya sudah dibatalkan.")


def test_sheets_of_a_cancelled_matter_are_neither_on_the_ink_desk_nor_printed(
    kantor: Kantor,
) -> None:
    one, who = kantor.out(jalan=TINTA), kantor.orang["ppid"]
    assert [x.naskah.id for x, _ in meja_tinta.listed(kantor.house, who, 0, 9)] == [one.id]
    meja_tinta.hand_over(kantor.house, who, [one.id], "Contoh atasan")

    called_off(kantor, one)

    assert meja_tinta.listed(kantor.house, who, 0, 9) == []
    with pytest.raises(BukanTinta):
        meja_tinta.take_back(kantor.house, who, [one.id])
