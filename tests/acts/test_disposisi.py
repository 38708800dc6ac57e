"""Disposisi where two hands meet: one wins, nothing is written twice, and the chain holds."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest

from service.acts.kiriman import disposisi as acts
from service.acts.kiriman.disposisi import Perintah, TanpaPenerima
from service.adapters.ledger.audit import SqlAudit
from service.domain.disposisi import BatasLewat, BukanUntukAnda, Disposisi, TidakDapatMelihat
from service.domain.refusals import Overtaken, Refusal, TidakAda, TidakBerwenang
from service.domain.wewenang import Hadir
from tests.kantor import Kantor
from tests.web.register import changed, surat


@pytest.fixture
def kantor(kantor_dua: Kantor) -> Kantor:
    return kantor_dua


@pytest.fixture
def orang(kantor: Kantor) -> dict[str, Hadir]:
    admin = kantor.opened()
    made = {
        name: kantor.person(admin, f"contoh.{name}", name)
        for name in ("ppid", "petugas", "pengelola_arsip")
    }
    return {name: kantor.hadir(one.id) for name, one in made.items()}


def to(*people: Hadir) -> Perintah:
    return Perintah(tuple(f"orang/{one.orang.id}" for one in people), ("tindaklanjuti",))


def test_of_many_hands_that_take_a_sheet_up_at_once_one_does(
    kantor: Kantor, orang: dict[str, Hadir]
) -> None:
    [one] = acts.send(kantor, orang["ppid"], surat(kantor).id, to(orang["petugas"]))
    ends: list[object] = []

    def take() -> None:
        try:
            ends.append(acts.take(kantor, orang["petugas"], one.id, 1))
        except Refusal as no:
            ends.append(type(no))

    hands = [threading.Thread(target=take) for _ in range(6)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()

    assert sum(isinstance(end, Disposisi) for end in ends) == 1
    assert [end for end in ends if not isinstance(end, Disposisi)] == [Overtaken] * 5
    assert [x for x in SqlAudit(kantor.ledger).findings([]) if x.dilanggar] == []


def test_who_may_not_is_told_so_and_nothing_is_written(
    kantor: Kantor, orang: dict[str, Hadir], tmp_path: Path
) -> None:
    one = surat(kantor)
    with pytest.raises(TidakBerwenang):
        acts.send(kantor, orang["petugas"], one.id, to(orang["ppid"]))
    with pytest.raises(TanpaPenerima):
        acts.send(kantor, orang["ppid"], one.id, Perintah((), ("edarkan",)))
    with pytest.raises(TidakDapatMelihat):
        acts.send(kantor, orang["ppid"], one.id, Perintah(("orang/tiada",), ("edarkan",)))
    with pytest.raises(BatasLewat):
        late = Perintah(("peran/petugas",), ("edarkan",), batas=date(2020, 1, 1))
        acts.send(kantor, orang["ppid"], one.id, late)
    with pytest.raises(TidakAda):
        acts.send(kantor, orang["ppid"], "tiada", to(orang["petugas"]))
    with kantor.ledger.read() as look:
        assert look.find(Disposisi) == []


def test_a_sheet_for_a_peran_waits_for_all_who_hold_it_until_one_takes_it_up(
    kantor: Kantor, orang: dict[str, Hadir]
) -> None:
    one = surat(kantor)
    [line] = acts.send(kantor, orang["ppid"], one.id, Perintah(("peran/petugas",), (), "Jawab."))

    assert [x.id for x, _ in acts.open_for(kantor, orang["petugas"])] == [line.id]
    assert acts.open_for(kantor, orang["pengelola_arsip"]) == []
    with pytest.raises(BukanUntukAnda):
        acts.take(kantor, orang["pengelola_arsip"], line.id, 1)

    acts.finish(kantor, orang["petugas"], line.id, 1, "Sudah dijawab.")
    assert acts.open_for(kantor, orang["petugas"]) == []


def test_a_letter_that_becomes_withheld_waits_for_nobody_who_may_not_see_it(
    kantor: Kantor, orang: dict[str, Hadir]
) -> None:
    one = surat(kantor)
    acts.send(kantor, orang["ppid"], one.id, to(orang["petugas"], orang["pengelola_arsip"]))

    changed(kantor, one, rahasia=True)

    assert acts.open_for(kantor, orang["petugas"]) == []
    assert len(acts.open_for(kantor, orang["pengelola_arsip"])) == 1
    mine = [x for x in _rows(kantor) if x.kepada == orang["petugas"].orang.id]
    with pytest.raises(TidakAda):
        acts.take(kantor, orang["petugas"], mine[0].id, 1)


def _rows(kantor: Kantor) -> list[Disposisi]:
    with kantor.ledger.read() as look:
        return look.find(Disposisi)
