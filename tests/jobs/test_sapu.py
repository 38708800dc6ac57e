"""What was made for somebody is kept for thirty days, and made again where it is asked for."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from jobs import jilid, sweep
from service.acts.jilid import minta
from service.acts.jilid.minta import Minta
from service.adapters.ledger.tx import SqlTx
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.dossier.jilidan import BERKAS, Jilidan
from service.domain.simpanan import DIBUANG, DIPEGANG, DISEWA, Simpanan
from service.domain.tas.tas import DIMINTA, JADI, TasBerkas
from service.domain.wewenang import Hadir
from service.house import RealHouse
from service.ports import Tx
from tests.office import INSTANSI, UNIT, open_house, person, rule

LAMA = timedelta(days=31)


@dataclass
class Rak:
    """An office with one matter, and what was made of it."""

    house: RealHouse
    oleh: Hadir
    berkas: Berkas

    def asked(self) -> Jilidan:
        """A binding is owed."""
        return minta.ask(self.house, self.oleh, Minta(self.house.new_id(), BERKAS, self.berkas.id))

    def bound(self) -> Jilidan:
        """A binding, ready."""
        one = self.asked()
        jilid.run(self.house, one.id)
        return self.now(Jilidan, one.id)

    def now(self, kind: type[Any], id_: str) -> Any:
        with self.house.ledger.read() as reading:
            return reading.get(kind, id_)

    def add(self, *rows: object) -> None:
        with self.house.ledger.begin() as tx:
            for one in rows:
                tx.add(one)
            self._note(tx)

    def change(self, kind: type[Any], id_: str, **after: object) -> None:
        with self.house.ledger.begin() as tx:
            before = tx.get(kind, id_)
            tx.save(before, replace(before, **after))
            self._note(tx)

    def _note(self, tx: Tx) -> None:
        now = self.house.clock.now()
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", now, self.berkas.id))

    def aged(self, kind: type[Any], id_: str, name: str = "diminta") -> None:
        """As if a month had gone by."""
        self.change(kind, id_, **{name: getattr(self.now(kind, id_), name) - LAMA})

    def swept(self) -> None:
        sweep.run(self.house, "rumah")

    def rows(self, kind: type[Any]) -> list[str]:
        with self.house.ledger.read() as reading:
            return [one.id for one in reading.find(kind)]

    def held(self, sha256: str) -> str:
        """How the store stands to a file; '' where it knows of none."""
        with self.house.ledger.read() as reading:
            return "".join(one.keadaan for one in reading.find(Simpanan, id=sha256))

    def told(self) -> list[str]:
        with self.house.ledger.read() as reading:
            many = reading.kepala(INSTANSI).urut
        return [one.perbuatan for one in self.house.lists.jurnal(INSTANSI, many + 1, many)]


@pytest.fixture
def rak(tmp_path: Path, ledger_url: str) -> Iterator[Rak]:
    with open_house(tmp_path, ledger_url) as house:
        rule(house)
        oleh = person(house, "tim", "tim_sekretariat")
        now = house.clock.now()
        berkas = Berkas(house.new_id(), INSTANSI, UNIT, "Perkara contoh", "", BERJALAN, now)
        it = Rak(house, oleh, berkas)
        it.add(berkas)
        yield it


def test_a_binding_goes_after_thirty_days_and_is_the_same_when_asked_for_again(rak: Rak) -> None:
    first = rak.bound()
    rak.swept()
    assert rak.rows(Jilidan) == [first.id]  # of today

    rak.aged(Jilidan, first.id)
    rak.swept()
    assert rak.rows(Jilidan) == []
    assert rak.held(first.file) == DISEWA
    assert "jilid_disapu" in rak.told()

    rak.aged(Simpanan, first.file, "dibuat")
    rak.swept()
    assert rak.held(first.file) == ""
    assert not rak.house.store.has(first.file)

    again = rak.bound()
    assert (again.file, again.resep) == (first.file, first.resep)
    _, opened = minta.opened(rak.house, rak.oleh, again.id)
    with opened:
        assert opened.read(5) == b"%PDF-"


def test_asked_for_again_before_its_bytes_were_gone_it_is_held_again(rak: Rak) -> None:
    first = rak.bound()
    rak.aged(Jilidan, first.id)
    rak.swept()

    again = rak.bound()
    rak.swept()

    assert again.file == first.file
    assert rak.held(first.file) == DIPEGANG
    assert rak.house.store.has(first.file)


def test_what_is_still_owed_or_is_the_archive_itself_stays(rak: Rak) -> None:
    owed = rak.asked()
    rak.aged(Jilidan, owed.id)
    rak.swept()
    assert rak.rows(Jilidan) == [owed.id]

    jilid.run(rak.house, owed.id)
    file = rak.now(Jilidan, owed.id).file
    rak.change(Berkas, rak.berkas.id, dossier=file)  # the very bytes are the archive now
    rak.swept()

    assert rak.rows(Jilidan) == []
    assert rak.held(file) == DIPEGANG
    rak.aged(Simpanan, file, "dibuat")
    rak.swept()
    assert rak.house.store.has(file)


def test_of_two_that_name_the_same_bytes_the_last_lets_them_go(rak: Rak) -> None:
    first, second = rak.bound(), rak.bound()
    assert first.file == second.file
    rak.aged(Jilidan, first.id)
    rak.swept()
    assert (rak.rows(Jilidan), rak.held(first.file)) == ([second.id], DIPEGANG)

    rak.aged(Jilidan, second.id)
    rak.swept()
    assert (rak.rows(Jilidan), rak.held(first.file)) == ([], DISEWA)


def test_a_lease_that_a_row_names_after_all_is_no_lease(rak: Rak) -> None:
    one = rak.bound()
    then = rak.house.clock.now() - LAMA
    rak.change(Simpanan, one.file, keadaan=DISEWA, dibuat=then)

    rak.swept()

    assert rak.held(one.file) == DIPEGANG
    assert rak.house.store.has(one.file)


def test_a_bag_goes_with_both_its_parts_and_one_on_its_way_stays(rak: Rak) -> None:
    done = rak.bound()
    now, new = rak.house.clock.now(), rak.house.new_id
    told = (INSTANSI, rak.berkas.id, rak.oleh.orang.id, now - LAMA, 1, "r")
    old = TasBerkas(new(), *told, JADI, terbuka=done.file, tertutup="ab" * 32)
    owed, young = TasBerkas(new(), *told, DIMINTA), TasBerkas(new(), *told, JADI, jadi=now)
    rak.add(old, owed, young)

    rak.swept()

    assert sorted(rak.rows(TasBerkas)) == sorted([owed.id, young.id])
    assert "tas_disapu" in rak.told()
    assert rak.held(done.file) == DIPEGANG  # the binding of today names it


def killed(rak: Rak, kind: type[Any], name: str) -> bool:
    """Whether the process that swept died at that call."""
    rak.house.engine.dispose()
    child = os.fork()
    if not child:

        def dies(*_: object, **__: object) -> None:
            os.kill(os.getpid(), signal.SIGKILL)

        setattr(kind, name, dies)
        sweep.run(rak.house, "rumah")
        os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL


def test_killed_between_row_and_file_nothing_is_left_half_done(rak: Rak) -> None:
    one = rak.bound()
    rak.aged(Jilidan, one.id)
    for name in ("drop", "note"):  # before the row goes, and after it went in the transaction
        assert killed(rak, SqlTx, name)
        assert (rak.rows(Jilidan), rak.held(one.file)) == ([one.id], DIPEGANG)

    rak.swept()
    assert (rak.rows(Jilidan), rak.held(one.file)) == ([], DISEWA)
    rak.aged(Simpanan, one.file, "dibuat")
    assert killed(rak, type(rak.house.store), "drop")
    assert rak.held(one.file) == DIBUANG

    rak.swept()
    assert rak.held(one.file) == ""
    assert not rak.house.store.has(one.file)
