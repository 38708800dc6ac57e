"""The rounds of an agency: each unit as far as its matter and its lists say, whoever asks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event

from service.acts.berkas import anak as berkas_anak
from service.acts.berkas.henti import Minta
from service.acts.berkas.jalan import Langkah, go_on
from service.acts.orang import orang, peran
from service.acts.pengingat.daftar import reminders
from service.acts.putaran import baca
from service.acts.putaran.baca import Putaran
from service.acts.putaran.langkah import checklists
from service.acts.putaran.nihil import nothing_new
from service.domain.berkas import SELESAI, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.daftar_unit.masuk import DaftarMasuk
from service.domain.pengingat import BESOK, HARI_INI, LEWAT, NAIK
from service.domain.putaran import AdaDaftar, BukanGiliranUnit
from service.domain.refusals import Overtaken, TidakAda
from service.domain.sop.jalan import Putusan
from service.domain.sop.tolakan import BukanPelaksana
from service.domain.wewenang import Hadir
from tests.acts.perkara import KODE, PUTARAN, SERAH, Perkantoran, perkantoran
from tests.acts.test_berkas_jalan import promises
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
BERTENGGAT = PUTARAN.replace(
    'kegiatan = "Menyediakan"', 'kegiatan = "Menyediakan"\nwaktu = "2 hari"'
)
SATU, DUA = "bidang_satu", "bidang_dua"


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"putaran": BERTENGGAT, "uji": SERAH})


def officer(dinas: Perkantoran, unit: str) -> Hadir:
    """Somebody who works for one unit and sees no other."""
    admin = dinas.kantor.hadir(dinas.orang["admin"])
    if unit not in dinas.orang:
        made, _ = orang.create(dinas.kantor, admin, KODE, orang.Isian(f"contoh.{unit[7:]}", unit))
        peran.give(dinas.kantor, admin, made.id, peran.Penugasan(KODE, unit, "unit"))
        dinas.orang[unit] = made.id
    return dinas.kantor.hadir(dinas.orang[unit])


def now(dinas: Perkantoran, *memegang: str) -> Putaran:
    oleh = dinas.oleh(*(memegang or ("tim_sekretariat",)))
    (one,) = baca.rounds(dinas.kantor, oleh, KODE, date(2026, 11, 23))
    return one


def states(one: Putaran) -> dict[str, str]:
    return {x.bagian.unit: x.keadaan for x in one.unit}


def came(dinas: Perkantoran, unit: str, keadaan: str = "dibaca", **more: object) -> None:
    house, when = dinas.kantor, dinas.kantor.clock.now()
    one = DaftarMasuk(house.new_id(), KODE, unit, keadaan, when, MESIN, "0" * 64, "a.xlsx", **more)  # type: ignore[arg-type]
    with house.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(KODE, MESIN, "daftar_masuk", when, one.id))
    house.clock.at += timedelta(seconds=1)  # no two lists come at one moment


def part(dinas: Perkantoran, round_: Berkas, unit: str) -> Berkas:
    return next(one for one in dinas.below(round_) if one.unit == unit)


def quiet(dinas: Perkantoran, one: Berkas, kata: str = "") -> Berkas:
    asked = Minta(one.id, one.versi, kata)
    return nothing_new(dinas.kantor, officer(dinas, one.unit), asked)


def test_a_round_shows_every_unit_with_its_matter_and_its_lists(dinas: Perkantoran) -> None:
    round_ = dinas.opened("putaran", unit="")
    one = now(dinas)
    assert (one.masa, one.nama, one.berkas) == ("2026-11", "November 2026", round_.id)
    assert states(one) == {SATU: "belum", DUA: "belum"}

    came(dinas, SATU)
    came(dinas, DUA, "selesai", kembali="1" * 64)
    assert states(now(dinas)) == {SATU: "dikirim", DUA: "dikembalikan"}
    came(dinas, DUA, "selesai")
    assert states(now(dinas)) == {SATU: "dikirim", DUA: "diverifikasi"}


def test_a_list_of_what_is_withheld_counts_for_no_round(dinas: Perkantoran) -> None:
    dinas.opened("putaran", unit="")
    came(dinas, SATU, tertutup=True)
    assert states(now(dinas)) == {SATU: "belum", DUA: "belum"}


def test_a_unit_sees_its_own_part_and_a_withheld_round_is_there_for_few(
    dinas: Perkantoran,
) -> None:
    dinas.opened("putaran", unit="")
    (one,) = baca.rounds(dinas.kantor, officer(dinas, SATU), KODE, date(2026, 11, 23))
    assert (list(states(one)), one.berkas) == ([SATU], "")
    dinas.kantor.clock.at = datetime(2026, 12, 1, 2, 0, tzinfo=UTC)
    dinas.opened("putaran", unit="", rahasia=True)
    months = [
        [x.masa for x in baca.rounds(dinas.kantor, dinas.oleh(who), KODE, date(2026, 12, 1))]
        for who in ("petugas", "tim_sekretariat")
    ]
    assert months == [["2026-11"], ["2026-12", "2026-11"]]


def test_a_late_unit_is_marked_and_holds_up_nobody(dinas: Perkantoran) -> None:
    round_ = dinas.opened("putaran", unit="")
    first, late = part(dinas, round_, SATU), part(dinas, round_, DUA)
    dinas.go(first, peran="unit")
    dinas.kantor.clock.at = datetime(2026, 11, 26, 2, 0, tzinfo=UTC)
    dinas.go(first, "sesuai")
    marked = {x.bagian.unit: (x.keadaan, x.terlambat) for x in now(dinas).unit}
    assert marked == {SATU: ("diverifikasi", False), DUA: ("belum", True)}
    who = dinas.oleh("ppid")
    berkas_anak.excuse(dinas.kantor, who, late.id, late.versi, "Lewat batas contoh")
    assert states(now(dinas))[DUA] == "tidak_ditunggu"
    assert dinas.now(round_).langkah == "laporkan"


def test_nothing_new_ends_the_part_of_a_unit_and_the_last_one_moves_the_round(
    dinas: Perkantoran,
) -> None:
    round_ = dinas.opened("putaran", unit="")
    one, other = part(dinas, round_, SATU), part(dinas, round_, DUA)
    done = quiet(dinas, one, "Sama dengan bulan lalu")
    assert (done.keadaan, done.hasil) == (SELESAI, "nihil")
    assert dinas.now(round_).langkah == "sediakan"
    with pytest.raises(Overtaken):
        quiet(dinas, one)
    quiet(dinas, other)
    assert dinas.now(round_).langkah == "laporkan"
    assert states(now(dinas)) == {SATU: "nihil", DUA: "nihil"}
    assert promises(dinas) == []


def test_nothing_new_is_the_word_of_the_unit_itself_before_it_sends(dinas: Perkantoran) -> None:
    round_ = dinas.opened("putaran", unit="")
    one, other = part(dinas, round_, SATU), part(dinas, round_, DUA)
    with pytest.raises(TidakAda):
        nothing_new(dinas.kantor, officer(dinas, DUA), Minta(one.id, one.versi, ""))
    with pytest.raises(BukanPelaksana):
        nothing_new(dinas.kantor, dinas.oleh("petugas"), Minta(one.id, one.versi, ""))
    with pytest.raises(TidakAda):
        nothing_new(dinas.kantor, dinas.oleh("unit"), Minta(round_.id, round_.versi, ""))
    came(dinas, SATU)
    with pytest.raises(AdaDaftar):
        quiet(dinas, one)
    passed = dinas.go(other, peran="unit")
    with pytest.raises(BukanGiliranUnit):
        quiet(dinas, passed)
    assert dinas.now(one) == one


def test_a_unit_is_reminded_before_on_and_after_its_day_until_it_has_answered(
    dinas: Perkantoran,
) -> None:
    one = part(dinas, dinas.opened("putaran", unit=""), SATU)
    officer(dinas, SATU)
    found = {}
    for day in (24, 25, 26, 30):
        dinas.kantor.clock.at = datetime(2026, 11, day, 2, 0, tzinfo=UTC)
        told = reminders(dinas.kantor, officer(dinas, SATU))
        assert [x.id for x in told] == [one.id]
        found[day] = told[0].jenis
    assert found == {24: BESOK, 25: HARI_INI, 26: LEWAT, 30: NAIK}
    quiet(dinas, one)
    assert reminders(dinas.kantor, officer(dinas, SATU)) == []


def test_the_checklist_names_what_the_step_of_a_unit_lacks(dinas: Perkantoran) -> None:
    round_ = dinas.opened("putaran", unit="")
    one = part(dinas, round_, SATU)
    found = checklists(dinas.kantor, now(dinas))[one.id]
    assert (found.urut, found.dari, found.kegiatan) == (1, 2, "Menyediakan")
    back = dinas.go(one, peran="unit")
    who = dinas.oleh("tim_sekretariat")
    assert checklists(dinas.kantor, now(dinas))[one.id].urut == 2
    go_on(
        dinas.kantor,
        who,
        Langkah(back.id, dinas.now(back).versi),
        Putusan("lengkapi", "Daftar contoh kurang"),
    )
    assert states(now(dinas))[SATU] == "dikembalikan"


def test_where_no_sop_sets_a_rhythm_months_show_what_came_and_nobody_is_late(
    kantor_dua: Kantor,
) -> None:
    kantor_dua.clock.at = SENIN
    biro = perkantoran(kantor_dua, {"uji": SERAH})
    oleh = biro.oleh("tim_sekretariat")
    assert baca.rounds(kantor_dua, oleh, KODE, date(2026, 11, 23)) == []
    came(biro, SATU, "selesai", kembali="1" * 64)
    kantor_dua.clock.at = datetime(2027, 2, 1, 2, 0, tzinfo=UTC)
    (one,) = baca.rounds(kantor_dua, oleh, KODE, date(2027, 2, 1))
    assert (one.masa, one.berkas, one.berirama) == ("2026-11", "", False)
    assert states(one) == {SATU: "dikembalikan", DUA: "belum"}
    assert not any(x.terlambat for x in one.unit)


def questions(dinas: Perkantoran) -> int:
    asked: list[object] = []
    book = dinas.kantor.ledger.engine
    event.listen(book, "before_cursor_execute", lambda *told: asked.append(told))
    checklists(dinas.kantor, now(dinas))
    return len(asked)


def test_the_ledger_is_asked_no_more_for_more_units_and_lists(dinas: Perkantoran) -> None:
    dinas.opened("putaran", unit="")
    dinas.oleh("tim_sekretariat")
    before = questions(dinas)
    for _ in range(5):
        came(dinas, SATU)
        came(dinas, DUA, "selesai")
    assert questions(dinas) == before
