"""A matter stands still and goes on, gets more time, ends early and is opened again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from service.acts.berkas import henti as berkas_henti
from service.acts.berkas import tugas as berkas_tugas
from service.acts.berkas.henti import BagianUnit, Minta, PerluAlasanBerkas
from service.acts.berkas.tugas import BukanPenerima
from service.domain.berkas import (
    BERJALAN,
    DIBATALKAN,
    SELESAI,
    BerkasDitunda,
    BerkasTertutup,
    TidakDitunda,
    TidakTertutup,
)
from service.domain.refusals import Overtaken
from service.domain.sop.tolakan import BukanPelaksana
from tests.acts.perkara import PUTARAN, SERAH, UJI, Perkantoran, perkantoran
from tests.acts.test_berkas_jalan import promises
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 9.00 WIB


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"uji": UJI, "serah": SERAH, "putaran": PUTARAN})


def asked(dinas: Perkantoran, one, alasan: str = "Alasan contoh") -> Minta:
    now = dinas.now(one)
    return Minta(now.id, now.versi, alasan)


def test_what_stands_still_gives_its_time_back(dinas: Perkantoran) -> None:
    one = dinas.opened(diterima=SENIN)
    assert (one.norma, one.tenggat) == (SENIN + timedelta(minutes=10), date(2026, 12, 7))
    who, kantor = dinas.oleh("tim_sekretariat"), dinas.kantor
    kantor.clock.go(minutes=4)
    held = berkas_henti.hold(kantor, who, asked(dinas, one))
    assert (held.tenggat, held.norma, held.jatuh) == (None, None, None)
    with pytest.raises(BerkasDitunda):
        dinas.go(one)
    with pytest.raises(BerkasDitunda):
        berkas_henti.hold(kantor, who, asked(dinas, one))
    kantor.clock.go(days=2)
    again = berkas_henti.resume(kantor, who, asked(dinas, one))

    # Tuesday stood still, and Monday was the day of receipt; six minutes of the norm are left.
    assert again.tenggat == date(2026, 12, 8)
    assert again.norma == kantor.clock.now() + timedelta(minutes=6)
    with pytest.raises(TidakDitunda):
        berkas_henti.resume(kantor, who, asked(dinas, one))
    assert promises(dinas) == []


def test_days_that_stood_still_are_given_back_also_when_the_matter_was_cancelled_meanwhile(
    dinas: Perkantoran,
) -> None:
    one, other = dinas.opened(diterima=SENIN), dinas.opened(diterima=SENIN)
    who, head, kantor = dinas.oleh("tim_sekretariat"), dinas.oleh("ppid"), dinas.kantor
    for held in (one, other):
        berkas_henti.hold(kantor, who, asked(dinas, held))
    kantor.clock.go(days=14)
    resumed = berkas_henti.resume(kantor, who, asked(dinas, other))
    ended = berkas_henti.cancel(kantor, head, asked(dinas, one))
    again = berkas_henti.reopen(kantor, head, asked(dinas, one))

    assert (ended.ditunda, ended.jeda) == (None, resumed.jeda)
    assert (again.tenggat, resumed.tenggat) == (date(2026, 12, 18), date(2026, 12, 18))
    assert promises(dinas) == []


def test_nothing_is_stopped_without_a_reason_or_from_an_old_page(dinas: Perkantoran) -> None:
    one, head = dinas.opened(), dinas.oleh("ppid")
    for act in (berkas_henti.hold, berkas_henti.cancel, berkas_henti.reopen):
        with pytest.raises(PerluAlasanBerkas):
            act(dinas.kantor, head, asked(dinas, one, " "))
        with pytest.raises(Overtaken):
            act(dinas.kantor, head, Minta(one.id, one.versi + 1, "Alasan contoh"))
    assert dinas.now(one) == one


def test_a_cancelled_matter_ends_with_all_below_it_and_can_be_opened_again(
    dinas: Perkantoran,
) -> None:
    round_, head = dinas.opened("putaran", unit=""), dinas.oleh("ppid")
    with pytest.raises(BagianUnit):
        berkas_henti.cancel(dinas.kantor, head, asked(dinas, dinas.below(round_)[0]))
    with pytest.raises(TidakTertutup):
        berkas_henti.reopen(dinas.kantor, head, asked(dinas, round_))
    ended = berkas_henti.cancel(dinas.kantor, head, asked(dinas, round_))

    assert ended.keadaan == DIBATALKAN
    assert {one.keadaan for one in dinas.below(round_)} == {DIBATALKAN}
    with pytest.raises(BerkasTertutup):
        berkas_henti.cancel(dinas.kantor, head, asked(dinas, round_))
    assert promises(dinas) == []


def test_what_is_opened_again_goes_on_where_it_was_and_keeps_what_it_made(
    dinas: Perkantoran,
) -> None:
    one, head = dinas.opened("serah"), dinas.oleh("ppid")
    where = "Lemari 2, 3 map, baik"
    dinas.bring(one, "fisik", "diserahkan", "unit", catatan=where)
    dinas.bring(one, "fisik", "diterima_kedua_pihak", "pengelola_arsip", catatan=where)
    assert dinas.go(one, peran="unit").keadaan == SELESAI
    again = berkas_henti.reopen(dinas.kantor, head, asked(dinas, one))

    assert (again.keadaan, again.langkah, again.putaran) == (BERJALAN, "serah", 1)
    assert dinas.known(one).ada == {"fisik": "diterima_kedua_pihak"}
    assert dinas.go(one, peran="unit").keadaan == SELESAI
    assert [x.langkah for x in dinas.way(one)] == ["serah", "serah"]


def test_a_step_is_taken_in_hand_and_given_only_to_who_may_do_it(dinas: Perkantoran) -> None:
    one, who = dinas.opened(), dinas.oleh("tim_sekretariat")
    with pytest.raises(BukanPelaksana):
        berkas_tugas.take(dinas.kantor, dinas.oleh("unit"), one.id, one.versi)
    dinas.kantor.clock.go(minutes=3)
    taken = berkas_tugas.take(dinas.kantor, who, one.id, one.versi)
    assert taken.pemilik == who.orang.id
    assert dinas.way(one)[0].diambil == dinas.kantor.clock.now()
    with pytest.raises(Overtaken):
        berkas_tugas.take(dinas.kantor, who, one.id, one.versi)
    other, stranger = dinas.oleh("tim_sekretariat", "unit"), dinas.oleh("unit")
    with pytest.raises(BukanPenerima):
        berkas_tugas.give(dinas.kantor, who, one.id, taken.versi, stranger.orang.id)
    given = berkas_tugas.give(dinas.kantor, who, one.id, taken.versi, other.orang.id)
    assert given.pemilik == other.orang.id

    dinas.bring(one, "dokumen", "diterima", file=dinas.file())
    assert dinas.go(one).pemilik == ""
    assert promises(dinas) == []
