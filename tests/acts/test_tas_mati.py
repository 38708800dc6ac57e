"""Killed at any step, a bag is made whole the next time, and two workers make one."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from service.acts.tas import minta
from service.domain.catatan import Catatan
from service.domain.refusals import Overtaken
from service.domain.tas.periksa import examine
from service.domain.tas.tas import DIMINTA, JADI, TasBerkas
from tests.kantor import Kantor
from tests.tas import KantorTas, kantor_tas

TITIK = ("fetch", "write", "put", "begin")


@pytest.fixture
def it(kantor: Kantor, tmp_path: Path) -> KantorTas:
    return kantor_tas(kantor, tmp_path)


def stands(it: KantorTas, id_: str) -> TasBerkas:
    with it.kantor.ledger.read() as reading:
        return reading.get(TasBerkas, id_)


def killed(it: KantorTas, id_: str, titik: str) -> bool:
    """Whether the process that made it died at that call."""
    home = {"fetch": "store", "put": "store", "write": "bags", "begin": "ledger"}[titik]
    one = getattr(it.kantor, home)
    it.kantor.ledger.engine.dispose()
    child = os.fork()
    if not child:

        def dies(*_: object, **__: object) -> None:
            os.kill(os.getpid(), signal.SIGKILL)

        setattr(one, titik, dies)
        minta.make(it.kantor, id_)  # type: ignore[arg-type]
        os._exit(0)
    return os.waitpid(child, 0)[1] == signal.SIGKILL


@pytest.mark.parametrize("titik", TITIK)
def test_a_bag_whose_making_was_killed_is_made_whole_the_next_time(
    it: KantorTas, tmp_path: Path, titik: str
) -> None:
    one = it.asked()
    assert killed(it, one.id, titik)
    assert stands(it, one.id).keadaan == DIMINTA

    minta.make(it.kantor, one.id)  # type: ignore[arg-type]
    done = stands(it, one.id)
    assert done.keadaan == JADI
    path = it.kantor.store.fetch(done.terbuka, tmp_path / "tas.zip")  # type: ignore[attr-defined]
    assert examine(it.kantor.bags.look(path)).utuh  # type: ignore[attr-defined]


def test_two_workers_make_one_bag(it: KantorTas) -> None:
    one = it.asked()
    late = list[Exception]()

    def work() -> None:
        try:
            minta.make(it.kantor, one.id)  # type: ignore[arg-type]
        except Overtaken as second:
            late.append(second)

    crowd = [threading.Thread(target=work) for _ in range(2)]
    for each in crowd:
        each.start()
    for each in crowd:
        each.join()
    assert stands(it, one.id).keadaan == JADI
    lines: list[Catatan] = it.kantor.lists.jurnal(one.instansi, 1_000, 100)
    assert [x.perbuatan for x in lines].count("tas_disusun") == 1
