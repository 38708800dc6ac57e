"""A round is walked by each unit in a matter of its own; what an SOP calls is a matter below it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import event

from service.acts.berkas import anak as berkas_anak
from service.acts.berkas import baca as berkas_baca
from service.acts.berkas.anak import BukanUnitPutaran, TidakMerujuk, UnitMengerjakan
from service.acts.berkas.jalan import Langkah, go_on
from service.domain.berkas import BERJALAN, SELESAI, Berkas, bound
from service.domain.catatan import MESIN, Catatan
from service.domain.refusals import Overtaken, Refusal, TidakBerwenang
from service.domain.sop.jalan import Putusan
from service.domain.sop.tolakan import RujukanBelumSelesai
from tests.acts.perkara import PUTARAN, SERAH, Perkantoran, perkantoran
from tests.acts.test_berkas_jalan import promises
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"putaran": PUTARAN, "uji": SERAH})


def walked_by(dinas: Perkantoran, one: Berkas, hasil: str = "sesuai") -> Berkas:
    dinas.go(one, peran="unit")
    return dinas.go(one, hasil)


def test_a_round_opens_a_matter_for_each_unit_and_waits_for_all(dinas: Perkantoran) -> None:
    round_ = dinas.opened("putaran", unit="")
    first, second = dinas.below(round_)

    assert {first.unit, second.unit} == {"bidang_satu", "bidang_dua"}
    assert [one.langkah for one in (first, second)] == ["sediakan", "sediakan"]
    with pytest.raises(UnitMengerjakan):
        dinas.go(round_)
    assert walked_by(dinas, first).keadaan == SELESAI
    assert dinas.now(round_).langkah == "sediakan"
    assert dinas.known(round_).unit_berjalan == (second.unit,)
    walked_by(dinas, second)
    assert dinas.now(round_).langkah == "laporkan"
    assert [x.langkah for x in dinas.way(round_)] == ["sediakan", "laporkan"]
    assert promises(dinas) == []


def test_a_unit_is_sent_back_within_its_own_rows(dinas: Perkantoran) -> None:
    first, _ = dinas.below(dinas.opened("putaran", unit=""))
    dinas.go(first, peran="unit")
    back = dinas.go(first, "lengkapi", "Daftar contoh kurang")

    assert (back.langkah, back.putaran, back.keadaan) == ("sediakan", 1, BERJALAN)


def test_a_round_that_is_sent_back_is_walked_by_the_units_again(dinas: Perkantoran) -> None:
    round_ = dinas.opened("putaran", unit="")
    for one in dinas.below(round_):
        walked_by(dinas, one)
    dinas.go(round_, "tidak", "Laporan contoh belum sesuai")

    assert (dinas.now(round_).langkah, dinas.now(round_).putaran) == ("sediakan", 1)
    fresh = [one for one in dinas.below(round_) if one.keadaan == BERJALAN]
    assert len(fresh) == 2
    for one in fresh:
        walked_by(dinas, one)
    assert dinas.now(round_).langkah == "laporkan"


def test_only_the_units_that_failed_walk_again_and_what_others_made_stays(
    dinas: Perkantoran,
) -> None:
    round_ = dinas.opened("putaran", unit="")
    for one in dinas.below(round_):
        walked_by(dinas, one)
    stands, tim = dinas.now(round_), dinas.oleh("tim_sekretariat")
    said = Putusan("tidak", "Daftar contoh bidang dua belum sesuai")
    with pytest.raises(BukanUnitPutaran, match="bidang_lain"):
        go_on(dinas.kantor, tim, Langkah(stands.id, stands.versi, unit=("bidang_lain",)), said)
    assert dinas.now(round_) == stands

    go_on(dinas.kantor, tim, Langkah(stands.id, stands.versi, unit=("bidang_dua",)), said)
    (again,) = [one for one in dinas.below(round_) if one.keadaan == BERJALAN]
    assert again.unit == "bidang_dua"
    walked_by(dinas, again)
    assert dinas.now(round_).langkah == "laporkan"
    assert promises(dinas) == []


def test_a_late_unit_does_not_stop_the_others(dinas: Perkantoran) -> None:
    round_ = dinas.opened("putaran", unit="")
    first, late = dinas.below(round_)
    walked_by(dinas, first)
    head = dinas.oleh("ppid")
    with pytest.raises(Refusal, match="alasan"):
        berkas_anak.excuse(dinas.kantor, head, late.id, late.versi, " ")
    with pytest.raises(TidakBerwenang):
        berkas_anak.excuse(dinas.kantor, dinas.oleh("unit"), late.id, late.versi, "Lewat batas")
    with pytest.raises(Overtaken):
        berkas_anak.excuse(dinas.kantor, head, late.id, late.versi + 1, "Lewat batas")
    ended = berkas_anak.excuse(dinas.kantor, head, late.id, late.versi, "Lewat batas contoh")

    assert (ended.keadaan, ended.hasil) == (SELESAI, "belum")
    assert dinas.now(round_).langkah == "laporkan"
    assert promises(dinas) == []


def test_a_step_that_calls_another_sop_waits_for_it_and_takes_what_it_brought(
    dinas: Perkantoran,
) -> None:
    round_ = dinas.opened("putaran", unit="")
    for one in dinas.below(round_):
        walked_by(dinas, one)
    dinas.go(round_, "ya")
    with pytest.raises(RujukanBelumSelesai):
        dinas.go(round_)
    who = dinas.oleh("tim_sekretariat")
    called = berkas_anak.call(dinas.kantor, who, round_.id)
    assert berkas_anak.call(dinas.kantor, who, round_.id) == called
    assert (called.sop, called.induk) == ("uji", round_.id)

    where = "Lemari 2, 3 map, baik"
    dinas.bring(called, "fisik", "diserahkan", "unit", catatan=where)
    dinas.bring(called, "fisik", "diterima_kedua_pihak", "pengelola_arsip", catatan=where)
    dinas.go(called, peran="unit")
    # What the units made is there as well.
    assert dinas.known(round_).ada == {"fisik": "diterima_kedua_pihak", "siap": "dicatat"}
    assert dinas.go(round_).keadaan == SELESAI
    assert promises(dinas) == []


def test_what_was_called_counts_on_when_it_is_bound(dinas: Perkantoran) -> None:
    round_ = dinas.opened("putaran", unit="")
    for one in dinas.below(round_):
        walked_by(dinas, one)
    dinas.go(round_, "ya")
    who = dinas.oleh("tim_sekretariat")
    called = berkas_anak.call(dinas.kantor, who, round_.id)
    where = "Lemari 2, 3 map, baik"
    dinas.bring(called, "fisik", "diserahkan", "unit", catatan=where)
    dinas.bring(called, "fisik", "diterima_kedua_pihak", "pengelola_arsip", catatan=where)
    over = dinas.go(called, peran="unit")
    with dinas.kantor.ledger.begin() as tx:
        tx.save(over, bound(over, "0" * 64))
        now = dinas.kantor.clock.now()
        tx.note(Catatan(over.instansi, MESIN, "berkas_diarsipkan", now, over.id))

    assert dinas.known(round_).ada == {"fisik": "diterima_kedua_pihak", "siap": "dicatat"}
    assert dinas.go(round_).keadaan == SELESAI


def questions(dinas: Perkantoran, round_: Berkas) -> int:
    """How often the book is asked when the page of a matter is opened."""
    asked: list[object] = []
    book = dinas.kantor.ledger.engine
    event.listen(book, "before_cursor_execute", lambda *told: asked.append(told))
    berkas_baca.read(dinas.kantor, dinas.oleh("tim_sekretariat"), round_.id)
    return len(asked)


def test_a_round_of_many_units_is_not_asked_about_unit_by_unit(dinas: Perkantoran) -> None:
    round_ = dinas.opened("putaran", unit="")
    first, _ = dinas.below(round_)
    walked_by(dinas, first)
    one = questions(dinas, round_)
    with dinas.kantor.ledger.begin() as tx:
        for n in range(7):
            more = replace(dinas.now(first), id=f"contoh-{n}", untuk=f"unit:contoh_{n}", versi=1)
            tx.add(more)
            tx.note(Catatan(more.instansi, MESIN, "berkas_dibuka", SENIN, more.id))

    assert dinas.known(round_).ada == {"siap": "dicatat"}
    assert questions(dinas, round_) == one


def test_a_step_that_calls_nothing_opens_nothing(dinas: Perkantoran) -> None:
    one = dinas.opened("uji")

    with pytest.raises(TidakMerujuk):
        berkas_anak.call(dinas.kantor, dinas.oleh("unit"), one.id)
