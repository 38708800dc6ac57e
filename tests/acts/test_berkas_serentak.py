"""Two act on one round at once, each before it knows of the other: both acts stand, and agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Thread

import pytest

from service.acts.berkas import anak as berkas_anak
from service.acts.berkas import bahan as berkas_bahan
from service.acts.berkas import bukti as berkas_bukti
from service.acts.berkas import jalan as berkas_jalan
from service.acts.berkas.jalan import Langkah
from service.domain.ada import Ada
from service.domain.berkas import BERJALAN, SELESAI, Berkas
from service.domain.refusals import Refusal
from service.domain.sop.jalan import Putusan
from tests.acts.perkara import KODE, PUTARAN, UJI, Perkantoran, perkantoran
from tests.acts.test_berkas_bukti import met
from tests.acts.test_berkas_jalan import promises
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
LAMA = 0.7  # seconds in which the second would be through, if nothing kept it


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"putaran": PUTARAN, "uji": UJI})


@contextmanager
def meanwhile(
    monkeypatch: pytest.MonkeyPatch, place: object, name: str, other: Callable[[], object]
) -> Iterator[list[object]]:
    """The other act begins as soon as the first has looked there; what it came to."""
    look, came = getattr(place, name), list[object]()

    def act() -> None:
        try:
            came.append(other())
        except Refusal as no:
            came.append(no)

    second = Thread(target=act)

    def looked(*asked: object, **more: object) -> object:
        seen = look(*asked, **more)
        if second.ident is None:
            second.start()
            second.join(LAMA)
        return seen

    monkeypatch.setattr(place, name, looked)
    yield came
    second.join(30)
    monkeypatch.undo()
    assert not second.is_alive()


def at_the_end(dinas: Perkantoran, round_: Berkas) -> list[Langkah]:
    """The last step of every unit, as its page has it."""
    for one in dinas.below(round_):
        dinas.go(one, peran="unit")
    return [Langkah(one.id, one.versi) for one in dinas.below(round_)]


def test_the_last_two_units_end_at_once_and_the_round_goes_on(
    dinas: Perkantoran, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = dinas.opened("putaran", unit="")
    first, second = at_the_end(dinas, round_)
    who, done = dinas.oleh("tim_sekretariat"), Putusan("sesuai")
    with meanwhile(
        monkeypatch,
        berkas_anak,
        "children",
        lambda: berkas_jalan.go_on(dinas.kantor, who, second, done),
    ):
        berkas_jalan.go_on(dinas.kantor, who, first, done)

    assert [one.keadaan for one in dinas.below(round_)] == [SELESAI, SELESAI]
    assert dinas.now(round_).langkah == "laporkan"
    assert promises(dinas) == []


def test_a_matter_called_twice_at_once_is_opened_once(
    dinas: Perkantoran, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = dinas.opened("putaran", unit="")
    for one in at_the_end(dinas, round_):
        berkas_jalan.go_on(dinas.kantor, dinas.oleh("tim_sekretariat"), one, Putusan("sesuai"))
    dinas.go(round_, "ya")
    who = dinas.oleh("tim_sekretariat")
    with meanwhile(
        monkeypatch,
        berkas_anak,
        "children",
        lambda: berkas_anak.call(dinas.kantor, who, round_.id),
    ) as came:
        first = berkas_anak.call(dinas.kantor, who, round_.id)

    assert [one for one in dinas.below(round_) if one.keadaan == BERJALAN] == [first]
    assert came == [first]
    assert promises(dinas) == []


def test_a_proof_is_not_taken_back_while_what_it_proves_is_decreed(
    dinas: Perkantoran, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = met(dinas)
    dinas.decided(dinas.items(one)[0], "dikecualikan")
    with dinas.kantor.ledger.read() as reading:
        [sk] = reading.find(Ada, berkas=one.id, bahan="sk")
    who = dinas.oleh("tim_sekretariat", "atasan_ppid")
    with meanwhile(
        monkeypatch,
        berkas_bukti,
        "need_proved",
        lambda: berkas_bahan.take_back(dinas.kantor, who, sk.id, sk.versi, "Salah lampir contoh"),
    ):
        dinas.go(one, peran="atasan_ppid")

    told = [one.perbuatan for one in dinas.kantor.lists.jurnal(KODE, 10_000, 2)]
    assert told == ["bahan_ditarik", "langkah_selesai"]  # newest first: the row was left proved
    assert promises(dinas) == []
