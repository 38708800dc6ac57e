"""What steps took is told to those who may see the matters, and to nobody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from service.acts.berkas import anak as berkas_anak
from service.acts.berkas import henti as berkas_henti
from service.acts.berkas import tugas as berkas_tugas
from service.acts.berkas import waktu as berkas_waktu
from service.acts.berkas.henti import Minta
from service.acts.berkas.waktu import Diminta, Laporan
from service.domain.refusals import TidakAda
from service.domain.sop.banding import Sebaran
from service.domain.wewenang import Hadir
from tests.acts.perkara import KODE, PUTARAN, UJI, UNIT, Perkantoran, perkantoran
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 9.00 WIB
LAIN = "bidang_lain"


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"uji": UJI, "putaran": PUTARAN})


def told(dinas: Perkantoran, oleh: Hadir, sop: str = "uji", unit: str = "") -> Laporan:
    span = (SENIN - timedelta(days=30), SENIN + timedelta(days=30))
    return berkas_waktu.report(dinas.kantor, oleh, Diminta(KODE, sop, *span, unit))


def first_step(dinas: Perkantoran, touch: int, **more: object) -> str:
    """A matter whose first step waits half an hour, and takes so many minutes."""
    start = dinas.kantor.clock.at
    one = dinas.opened(**more)
    dinas.bring(one, "dokumen", "diterima", file=dinas.file())
    dinas.kantor.clock.at = start + timedelta(minutes=30)
    berkas_tugas.take(dinas.kantor, dinas.oleh("tim_sekretariat"), one.id, dinas.now(one).versi)
    dinas.kantor.clock.at = start + timedelta(minutes=30 + touch)
    dinas.go(one)
    dinas.kantor.clock.at = start
    return one.id


def test_touch_and_waiting_are_told_by_row_unit_and_month(dinas: Perkantoran) -> None:
    for touch in (5, 15, 20):
        first_step(dinas, touch)
    found = told(dinas, dinas.oleh("tim_sekretariat"))

    row = found.baris[0].banding
    assert row
    assert (row.tunggu, row.sentuh, row.norma) == (Sebaran(30, 30), Sebaran(15, 20), 10)
    assert (row.banyak, row.lewat, row.kembali) == (3, 2, 0)
    assert [one.banding for one in found.baris[1:]] == [None] * 4
    assert [(one.kunci, one.banyak) for one in found.bulan] == [("2026-11", 3)]
    assert [(one.kunci, one.berkas) for one in found.unit] == [(UNIT, 3)]
    assert (found.berkas, found.banyak, found.penuh) == (3, 3, False)


def test_a_withheld_matter_is_counted_only_for_those_who_may_see_it(dinas: Perkantoran) -> None:
    first_step(dinas, 5)
    first_step(dinas, 25, rahasia=True)

    assert told(dinas, dinas.oleh("tim_sekretariat")).berkas == 2
    plain = told(dinas, dinas.oleh("petugas"))
    assert (plain.berkas, plain.banyak) == (1, 1)
    assert plain.baris[0].banding
    assert plain.baris[0].banding.terlama == 35


def test_who_may_look_at_nothing_there_is_told_that_it_is_not_there(dinas: Perkantoran) -> None:
    first_step(dinas, 5)
    admin = dinas.kantor.hadir(dinas.orang["admin"])

    for unit in ("", UNIT):
        with pytest.raises(TidakAda):
            told(dinas, admin, unit=unit)
    assert told(dinas, dinas.oleh("tim_sekretariat"), unit=LAIN).berkas == 0


def test_while_a_matter_stands_still_its_step_takes_no_time(dinas: Perkantoran) -> None:
    one = dinas.opened()
    dinas.bring(one, "dokumen", "diterima", file=dinas.file())
    oleh = dinas.oleh("tim_sekretariat")
    for minutes, act in ((10, berkas_henti.hold), (70, berkas_henti.resume)):
        dinas.kantor.clock.at = SENIN + timedelta(minutes=minutes)
        now = dinas.now(one)
        act(dinas.kantor, oleh, Minta(now.id, now.versi, "Alasan contoh"))
    dinas.kantor.clock.at = SENIN + timedelta(minutes=80)
    dinas.go(one)

    row = told(dinas, oleh).baris[0].banding
    assert row
    assert row.terlama == 20


def test_a_round_that_waits_for_its_units_is_no_work_of_its_own(dinas: Perkantoran) -> None:
    tim = dinas.oleh("tim_sekretariat", "ppid")
    one = dinas.opened("putaran", masa="2026-11")
    below = dinas.below(one)
    dinas.kantor.clock.at = SENIN + timedelta(minutes=45)
    for each in below:
        now = dinas.now(each)
        berkas_anak.excuse(dinas.kantor, tim, now.id, now.versi, "Alasan contoh")
    found = told(dinas, tim, "putaran")

    row = found.baris[0].banding
    assert row
    assert (row.banyak, row.terlama) == (len(below), 45)
