"""The norm of a step is counted as it is worded: minutes by the clock, days by the day.

And what is opened again finds what it made before.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from service.acts.berkas import anak as berkas_anak
from service.acts.berkas import baca as berkas_baca
from service.acts.berkas import henti as berkas_henti
from service.acts.berkas import jalan as berkas_jalan
from service.acts.berkas import tugas as berkas_tugas
from service.acts.berkas import waktu as berkas_waktu
from service.acts.berkas.baca import Penuh
from service.acts.berkas.henti import Minta
from service.acts.berkas.jalan import Langkah
from service.acts.berkas.waktu import Diminta
from service.acts.instansi.kalender import kalender
from service.domain.ada import Ada
from service.domain.berkas import BERJALAN, DIBATALKAN, SELESAI, Berkas
from service.domain.sop import tampak as t
from service.domain.sop.jalan import Putusan
from tests.acts.perkara import KODE, PUTARAN, SERAH, UJI, Perkantoran, perkantoran
from tests.acts.test_berkas_jalan import promises
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 9.00 WIB
SEHARI = """
nama = "Norma sehari contoh"
[pelaksana]
tim_sekretariat = "Tim Sekretariat"
[[langkah]]
id = "kaji"
kegiatan = "Mengkaji"
pelaksana = ["tim_sekretariat"]
waktu = "1 hari"
[[langkah]]
id = "catat"
kegiatan = "Mencatat"
pelaksana = ["tim_sekretariat"]
waktu = "10 menit"
"""


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(
        kantor_dua, {"sehari": SEHARI, "uji": UJI, "serah": SERAH, "putaran": PUTARAN}
    )


def wib(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=7)


def late(dinas: Perkantoran, one: Berkas) -> tuple[bool, str]:
    """Whether the page says that the norm is passed, and what the list says."""
    whole = berkas_baca.read(dinas.kantor, dinas.oleh("tim_sekretariat"), one.id)
    assert isinstance(whole, Penuh)
    with dinas.kantor.ledger.read() as reading:
        days = kalender(dinas.kantor, reading, KODE)
    today = days.tanggal(dinas.kantor.clock.now())
    return whole.lewat, t.tampak(t.Jam(dinas.now(one).jatuh), t.days(days, today))


def test_a_norm_of_one_day_is_passed_when_the_day_after_is_over(dinas: Perkantoran) -> None:
    one = dinas.opened("sehari")
    assert one.jatuh == date(2026, 11, 24)
    for moment, passed in (
        (wib(24, 9, 1), False),  # a day later by the clock, but not by the day
        (wib(24, 15, 59), False),
        (wib(24, 23, 0), False),  # the office is shut; the day is not over
        (wib(25, 0, 1), True),
        (wib(25, 9, 0), True),
    ):
        dinas.kantor.clock.at = moment
        says, listed = late(dinas, one)
        assert (says, listed == t.LEWAT) == (passed, passed), moment


def test_a_norm_of_minutes_is_passed_by_the_clock(dinas: Perkantoran) -> None:
    one = dinas.opened()
    assert one.norma == wib(23, 9, 10)
    dinas.kantor.clock.at = wib(23, 9, 10)
    assert not late(dinas, one)[0]
    dinas.kantor.clock.at = wib(23, 9, 11)
    assert late(dinas, one)[0]


def test_what_steps_took_is_measured_by_the_same_rule(dinas: Perkantoran) -> None:
    tim, kantor = dinas.oleh("tim_sekretariat"), dinas.kantor
    for taken, done in (
        (wib(23, 9), wib(24, 15)),  # more than a day of minutes, done on the next day
        (wib(26, 9), wib(30, 8)),  # Thursday to Monday: Friday was the day
    ):
        kantor.clock.at = taken
        one = dinas.opened("sehari")
        one = berkas_tugas.take(kantor, tim, one.id, one.versi)
        kantor.clock.at = done
        berkas_jalan.go_on(kantor, tim, Langkah(one.id, one.versi), Putusan(""))
    asked = Diminta(KODE, "sehari", wib(1, 8), wib(30, 16))
    rows = {one.langkah.id: one.banding for one in berkas_waktu.report(kantor, tim, asked).baris}

    assert rows["kaji"]
    assert (rows["kaji"].banyak, rows["kaji"].lewat) == (2, 1)


def test_a_matter_that_ended_is_opened_again_with_all_it_made(dinas: Perkantoran) -> None:
    one, head = dinas.opened("serah"), dinas.oleh("ppid")
    where = "Lemari 2, 3 map, baik"
    dinas.bring(one, "fisik", "diserahkan", "unit", catatan=where)
    dinas.bring(one, "fisik", "diterima_kedua_pihak", "pengelola_arsip", catatan=where)
    assert dinas.go(one, peran="unit").keadaan == SELESAI
    before, now = things(dinas, one), dinas.now(one)
    again = berkas_henti.reopen(dinas.kantor, head, Minta(one.id, now.versi, "Contoh"))

    assert again.keadaan == BERJALAN
    assert things(dinas, one) == before
    assert dinas.go(one, peran="unit").keadaan == SELESAI  # nothing is asked for twice
    assert promises(dinas) == []


def test_a_matter_that_was_called_off_is_opened_again_with_all_it_made(
    dinas: Perkantoran,
) -> None:
    one, head = dinas.opened(), dinas.oleh("ppid")
    dinas.bring(one, "dokumen", "diterima", file=dinas.file())
    assert dinas.go(one).langkah == "rapat"
    dinas.bring(one, "undangan", "disetujui")
    before, now = things(dinas, one), dinas.now(one)
    berkas_henti.cancel(dinas.kantor, head, Minta(one.id, now.versi, "Contoh dicabut"))
    now = dinas.now(one)
    assert (now.keadaan, things(dinas, one)) == (DIBATALKAN, before)
    again = berkas_henti.reopen(dinas.kantor, head, Minta(one.id, now.versi, "Contoh lanjut"))

    assert (again.keadaan, again.langkah, again.putaran) == (BERJALAN, "rapat", 1)
    assert things(dinas, one) == before
    [register] = [x for x in things(dinas, one) if x.bahan == "register"]
    assert register.nomor  # its number is not drawn again
    assert dinas.known(one).ada["undangan"] == "disetujui"
    assert promises(dinas) == []


def things(dinas: Perkantoran, one: Berkas) -> list[Ada]:
    with dinas.kantor.ledger.read() as reading:
        return reading.find(Ada, berkas=one.id)


def test_a_round_that_was_called_off_is_opened_again_with_the_units_that_were_under_way(
    dinas: Perkantoran,
) -> None:
    head, round_ = dinas.oleh("ppid"), dinas.opened("putaran", unit="")
    first, second = dinas.below(round_)
    dinas.go(first, peran="unit")
    dinas.go(first, "sesuai")  # this unit is at its end
    dinas.go(second, peran="unit")
    now = dinas.now(round_)
    berkas_henti.cancel(dinas.kantor, head, Minta(round_.id, now.versi, "Contoh keliru"))
    now = dinas.now(round_)
    berkas_henti.reopen(dinas.kantor, head, Minta(round_.id, now.versi, "Contoh lanjut"))

    there = {one.id: (one.keadaan, one.langkah) for one in dinas.below(round_)}
    assert there == {first.id: (SELESAI, ""), second.id: (BERJALAN, "periksa")}
    dinas.go(second, "sesuai")
    assert dinas.now(round_).langkah == "laporkan"
    assert promises(dinas) == []


def test_what_a_row_had_called_counts_on_when_its_matter_is_opened_again(
    dinas: Perkantoran,
) -> None:
    head, tim = dinas.oleh("ppid"), dinas.oleh("tim_sekretariat")
    round_ = dinas.opened("putaran", unit="")
    for part in dinas.below(round_):
        dinas.go(part, peran="unit")
        dinas.go(part, "sesuai")
    assert dinas.go(round_, "ya").langkah == "uji"
    called = berkas_anak.call(dinas.kantor, tim, round_.id)
    now = dinas.now(round_)
    berkas_henti.cancel(dinas.kantor, head, Minta(round_.id, now.versi, "Contoh keliru"))
    now = dinas.now(round_)
    berkas_henti.reopen(dinas.kantor, head, Minta(round_.id, now.versi, "Contoh lanjut"))

    assert dinas.now(called).keadaan == BERJALAN
    assert berkas_anak.call(dinas.kantor, tim, round_.id).id == called.id
    assert promises(dinas) == []
