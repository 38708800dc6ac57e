"""A machine that dies between two steps of the gate, and two persons who decide at one moment."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier

import pytest

from jobs import gerbang
from service.acts.pelepasan import putus
from service.acts.pelepasan.lepas import lepas
from service.acts.pelepasan.perbuatan import Dilihat
from service.domain.gerbang.keluar import DILEPAS, DIPERIKSA, MEMBUAT, MENUNGGU, FileKeluar
from service.domain.refusals import Overtaken, Refusal
from service.house import RealHouse
from tests.conftest import new_postgres, new_sqlite
from tests.office import open_house
from tests.pelepasan import BIASA, NIP, SEBAB, Loket, loket


@pytest.fixture(params=["sqlite", "postgresql"])
def kita(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Loket]:
    url = new_sqlite(tmp_path) if request.param == "sqlite" else new_postgres(tmp_path)
    with open_house(tmp_path, url) as house:
        yield loket(house, tmp_path)


class Mati(Exception):
    """The machine went away."""


@contextmanager
def dying_at(house: RealHouse, nth: int) -> Iterator[None]:
    """The machine dies as it begins to write for the nth time."""
    begin, count = house.ledger.begin, iter(range(1, 100))

    def counted():
        if next(count) == nth:
            raise Mati
        return begin()

    house.ledger.begin = counted  # type: ignore[method-assign]
    try:
        yield
    finally:
        del house.ledger.begin


@pytest.mark.parametrize("nth", [1, 2])
def test_a_machine_that_dies_while_it_copies_makes_the_same_copy_once_it_is_back(
    kita: Loket, nth: int
) -> None:
    one = kita.letter()
    before = kita.looked(one)
    putus.perbuatan.copy(kita.house, kita.sekretaris, Dilihat(one.id, before.versi))
    with dying_at(kita.house, nth), pytest.raises(Mati):
        gerbang.run(kita.house, before.id)
    assert (kita.kept(one).keadaan, kita.kept(one).hasil) == (MEMBUAT, "")

    after = kita.done(one)

    assert after.keadaan == DIPERIKSA and kita.house.store.verify(after.hasil) == ""
    assert after.hasil in kita.house.audit.held()


def test_a_machine_that_dies_while_it_looks_leaves_nothing_found(kita: Loket) -> None:
    one = kita.letter(BIASA, NIP)
    row = putus.begin(kita.house, kita.sekretaris, one.id)
    with dying_at(kita.house, 1), pytest.raises(Mati):
        gerbang.run(kita.house, row.id)
    assert (kita.kept(one).keadaan, kita.kept(one).temuan) == (MENUNGGU, ())

    assert [each.jenis for each in kita.done(one).temuan] == ["nip"]


def test_of_two_who_let_go_and_give_the_copy_up_at_one_moment_one_does(kita: Loket) -> None:
    one = kita.letter()
    row = kita.copied(one)
    together = Barrier(2)

    def release() -> FileKeluar:
        together.wait()
        sidik = row.pemeriksaan.sidik
        return putus.perbuatan.release(
            kita.house, kita.sekretaris, Dilihat(one.id, row.versi), sidik
        )

    def give_up() -> FileKeluar:
        together.wait()
        di = Dilihat(one.id, row.versi)
        return putus.perbuatan.without_copy(kita.house, kita.sekretaris, di)

    with ThreadPoolExecutor(2) as two:
        running = [two.submit(act) for act in (release, give_up)]
        faults = [each.exception() for each in running]

    assert sorted(fault is None for fault in faults) == [False, True]
    assert all(fault is None or isinstance(fault, Overtaken | Refusal) for fault in faults)
    with kita.house.ledger.read() as reading:
        went_out = lepas(reading, one)
    assert (went_out is not None) == (kita.kept(one).keadaan == DILEPAS)


def test_what_a_person_cleared_is_read_back_as_it_was_written(kita: Loket) -> None:
    one = kita.letter(BIASA, NIP)

    after = kita.let_go(one)

    assert kita.kept(one) == after
    assert SEBAB not in str(after)
    assert [each.dilanggar for each in kita.house.audit.findings([])] == [0] * 6
