"""Whoever dies between two words to the ledger: a matter stands before its step, or after it."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import event

from service.acts import berkas_bahan, berkas_baru, berkas_henti, berkas_jalan, instansi, peran
from service.acts.audit import audit
from service.acts.berkas_bahan import Bawa
from service.acts.berkas_buka import Pembukaan
from service.acts.berkas_henti import Minta
from service.acts.berkas_jalan import Langkah
from service.commands.user import operator
from service.domain.ada import Ada
from service.domain.berkas import Berkas
from service.domain.kiriman import File
from service.domain.nomor import Nomor
from service.domain.orang import Orang
from service.domain.refusals import Overtaken, Refusal
from service.domain.sop.jalan import Putusan
from service.domain.sop.jejak import Jejak
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.fault.titik import in_child
from tests.office import INSTANSI, UNIT, arrive_letter, at_desk, open_house, person, rule

PUTARAN = "ppid_kementerian"


@dataclass(frozen=True)
class Perbuatan:
    """One act: what is laid before it, and how it is done."""

    nama: str
    given: Callable[[RealHouse, Path], None]
    way: Callable[[RealHouse], object]


def who(house: RealHouse):
    with house.ledger.read() as reading:
        found = next(one for one in reading.find(Orang) if one.nama_masuk == "tim")
    return at_desk(house, found.id)


def people(house: RealHouse, _room: Path) -> None:
    rule(house)
    instansi.set_up(house, operator(house), PUTARAN)
    one = person(house, "tim", "tim_sekretariat", "ppid")
    admin = operator(house)
    for each in ("tim_sekretariat", "ppid"):
        peran.give(house, admin, one.orang.id, peran.Penugasan(PUTARAN, "", each))


def opens(house: RealHouse) -> object:
    asked = Pembukaan("satu", INSTANSI, UNIT, "uji_konsekuensi", "Perkara contoh")
    return berkas_baru.open_by(house, who(house), asked)


def a_round(house: RealHouse) -> object:
    asked = Pembukaan("x", PUTARAN, "", "pengelolaan_informasi", "Putaran contoh", "bulanan")
    return berkas_baru.open_by(house, who(house), asked)


def ready(house: RealHouse, room: Path) -> None:
    people(house, room)
    opens(house)
    kiriman = arrive_letter(house, room)
    with house.ledger.read() as reading:
        [file] = reading.find(File, kiriman=kiriman.id)
    asked = Bawa("ada", "surat_permohonan", "didaftar", file=file.id)
    berkas_bahan.bring(house, who(house), "satu", asked)


def goes_on(house: RealHouse) -> object:
    return berkas_jalan.go_on(house, who(house), Langkah("satu", 1), Putusan("uji"))


def rounded(house: RealHouse, room: Path) -> None:
    people(house, room)
    a_round(house)


def called_off(house: RealHouse) -> object:
    with house.ledger.read() as reading:
        one = next(x for x in reading.find(Berkas) if not x.induk)
    return berkas_henti.cancel(house, who(house), Minta(one.id, one.versi, "Alasan contoh"))


PERBUATAN = (
    Perbuatan("buka", people, opens),
    Perbuatan("putaran", people, a_round),
    Perbuatan("langkah", ready, goes_on),
    Perbuatan("batal", rounded, called_off),
)


def url(folder: Path) -> str:
    return f"sqlite:///{folder}/berkas.db"


def told(house: RealHouse) -> dict[str, object]:
    """How matters stand, in words that no id changes."""
    with house.ledger.read() as reading:
        matters = [(x.judul, x.keadaan, x.langkah, x.versi) for x in reading.find(Berkas)]
        way = [(x.urut, x.langkah, x.keluar is None) for x in reading.find(Jejak)]
        there = [(x.bahan, x.keadaan, x.nomor) for x in reading.find(Ada)]
        numbers = [x.nomor for x in reading.find(Nomor)]
    found = {"berkas": sorted(matters), "jejak": sorted(way), "ada": sorted(there)}
    broken = [one.janji for one in audit(house) if not one.utuh]
    return {**found, "nomor": sorted(numbers), "janji": broken}


def words_of(house: RealHouse, act: Callable[[RealHouse], object], dies: int = 0) -> int:
    """How many words the act says to the ledger; it ends at one of them."""
    said = 0

    def count(*_: object) -> None:
        nonlocal said
        said += 1
        if said == dies:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(house.engine, "before_cursor_execute", count)
    try:
        act(house)
    finally:
        event.remove(house.engine, "before_cursor_execute", count)
    return said


@pytest.mark.timeout(600)
@pytest.mark.parametrize("one", PERBUATAN, ids=lambda one: one.nama)
def test_killed_between_any_two_words_it_is_done_whole_or_not_at_all(
    one: Perbuatan, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    start = tmp_path / "sebelum"
    start.mkdir()
    with open_house(start, new_sqlite(start)) as house:
        one.given(house, start)
        before = told(house)
    calm = tmp_path / "tenang"
    shutil.copytree(start, calm)
    with open_house(calm, url(calm)) as house:
        total = words_of(house, one.way)
        wanted = told(house)
    assert wanted != before
    assert wanted["janji"] == []
    every = 1 if request.config.getoption("--panjang") else max(1, total // 12)

    for n in range(1, total + 1, every):
        folder = tmp_path / f"kali-{n}"
        shutil.copytree(start, folder)

        def killed(folder: Path = folder, n: int = n) -> None:
            with open_house(folder, url(folder)) as house:
                words_of(house, one.way, n)

        assert os.WIFSIGNALED(in_child(killed)), f"word {n} of {total}: nobody died"
        with open_house(folder, url(folder)) as house:
            found = told(house)
            assert found in (before, wanted), f"word {n} of {total}"
            try:
                one.way(house)
            except (Overtaken, Refusal):
                assert found == wanted, f"word {n} of {total}"
            assert told(house) == wanted, f"word {n} of {total}"
        shutil.rmtree(folder)
