"""A day off that is decided later moves the terms of open matters, and the journal says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from service.acts.berkas import henti as berkas_henti
from service.acts.berkas.henti import Minta
from service.acts.berkas.hitung import recount
from service.acts.instansi import kalender
from service.acts.instansi.kalender import IsianLibur
from service.adapters.ledger.tables import pekerjaan
from service.domain.libur import CUTI_BERSAMA, NASIONAL
from tests.acts.perkara import KODE, UJI, Perkantoran, perkantoran
from tests.acts.test_berkas_jalan import promises
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"uji": UJI})


def test_a_new_day_off_moves_what_is_open_and_nothing_else(dinas: Perkantoran) -> None:
    one, other = dinas.opened(diterima=SENIN), dinas.opened()
    held = dinas.opened(diterima=SENIN)
    who = dinas.oleh("tim_sekretariat")
    berkas_henti.hold(dinas.kantor, who, Minta(held.id, held.versi, "Menunggu contoh"))
    assert one.tenggat == date(2026, 12, 7)
    day = IsianLibur(date(2026, 11, 26), "Libur contoh", NASIONAL)
    libur = kalender.add(dinas.kantor, who, KODE, day)

    with dinas.kantor.ledger.engine.connect() as look:
        owed = look.execute(pekerjaan.select().where(pekerjaan.c.job == "tenggat")).all()
    assert [row.untuk for row in owed] == [KODE]
    assert recount(dinas.kantor, KODE) == 1
    assert dinas.now(one).tenggat == date(2026, 12, 8)
    assert dinas.now(other) == other
    assert dinas.now(held).tenggat is None
    assert recount(dinas.kantor, KODE) == 0

    kalender.change(dinas.kantor, who, libur.id, libur.versi, replace(day, jenis=CUTI_BERSAMA))
    assert recount(dinas.kantor, KODE) == 0
    kalender.remove(dinas.kantor, who, libur.id, libur.versi + 1)
    assert recount(dinas.kantor, KODE) == 1
    assert dinas.now(one).tenggat == date(2026, 12, 7)
    assert promises(dinas) == []


def test_the_journal_says_from_which_day_to_which(dinas: Perkantoran) -> None:
    one = dinas.opened(diterima=SENIN)
    dinas.bring(one, "dokumen", "diterima", file=dinas.file())
    dinas.go(one)
    who = dinas.oleh("tim_sekretariat")
    before = dinas.now(one)
    # The meeting takes a day; it was due on Tuesday.
    assert before.jatuh == date(2026, 11, 24)
    kalender.add(dinas.kantor, who, KODE, IsianLibur(date(2026, 11, 24), "Libur", NASIONAL))
    recount(dinas.kantor, KODE)

    line = dinas.kantor.perkara.trail(dinas.now(one))[0]
    assert line.perbuatan == "tenggat_dihitung"
    assert line.rincian == {"dari": "2026-11-24", "ke": "2026-11-25"}
