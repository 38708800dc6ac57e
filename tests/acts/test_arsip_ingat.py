"""The archive reminds: of lists that wait for a second person, and of paper that is late."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from service.acts.arsip import pinjam, tahan, usul
from service.acts.arsip.ingat import Menunggu, waiting
from service.acts.arsip.pinjam import Minta
from service.acts.arsip.tahan import Tahan
from service.acts.arsip.usul import Susun
from service.acts.keadaan.arsip import archive_line
from service.domain.arsip.penyusutan import BUANG
from tests.acts.arsip import KantorArsip, kantor_arsip
from tests.acts.perkara import KODE
from tests.kantor import Kantor

SAMPAI = date(2026, 11, 25)


@pytest.fixture
def dinas(kantor: Kantor, tmp_path: Path) -> KantorArsip:
    kantor.ledger.clock = kantor.clock
    return kantor_arsip(kantor, tmp_path)


@pytest.fixture
def dua(kantor_dua: Kantor, tmp_path: Path) -> KantorArsip:
    kantor_dua.ledger.clock = kantor_dua.clock
    return kantor_arsip(kantor_dua, tmp_path)


def told(dinas: KantorArsip, peran: str) -> Menunggu:
    return waiting(dinas.kantor, dinas.oleh(peran), "WIB", 5)


def test_a_borrower_is_told_before_the_day_and_the_keeper_after_it(dua: KantorArsip) -> None:
    one, kantor = dua.coded(judul="Perkara yang dipinjam"), dua.kantor
    dua.lay(one, dua.box())
    who = dua.oleh("ppid").orang.id
    asked = Minta(kantor.new_id(), one, who, "Pemeriksaan contoh", SAMPAI)
    pinjam.lend(kantor, dua.oleh(), asked)
    kantor.clock.go(days=-1)
    assert told(dua, "ppid").milik == ()
    kantor.clock.go(days=2)
    [mine] = told(dua, "ppid").milik
    assert (mine.judul, mine.pinjaman.kembali_sebelum) == ("Perkara yang dipinjam", SAMPAI)
    assert told(dua, "pengelola_arsip").terlambat == ()
    kantor.clock.go(days=5)
    assert [x.pinjaman.arsip for x in told(dua, "pengelola_arsip").terlambat] == [one]
    assert told(dua, "petugas") == Menunggu((), (), ())
    assert "1 pinjaman terlambat kembali" in archive_line(kantor).kata


def test_a_list_waits_for_who_may_decide_and_had_no_hand_in_it(dinas: KantorArsip) -> None:
    kantor, keeper = dinas.kantor, dinas.oleh()
    asked = Susun(kantor.new_id(), KODE, "", BUANG, "Usul contoh", (dinas.coded(),))
    made = usul.compose(kantor, keeper, asked)
    assert told(dinas, "atasan_ppid").usul == ()
    usul.put_forward(kantor, keeper, made.id, made.versi)
    assert [x.id for x in told(dinas, "atasan_ppid").usul] == [made.id]
    assert told(dinas, "pengelola_arsip").usul == ()
    assert "1 usul penyusutan menunggu" in archive_line(kantor).kata


def test_what_is_held_makes_room_on_the_list_for_what_is_not(dinas: KantorArsip) -> None:
    held, free = dinas.coded(judul="Ditahan"), dinas.coded(judul="Bebas")
    asked = Tahan(dinas.kantor.new_id(), held, "perkara", "Perkara contoh")
    tahan.hold(dinas.kantor, dinas.oleh(), asked)
    found = usul.candidates(dinas.kantor, dinas.oleh(), KODE, BUANG, 1)
    assert [x.arsip.id for x in found] == [free]


def test_a_long_list_asks_the_ledger_no_more_than_a_short_one(dinas: KantorArsip) -> None:
    def asked(many: int) -> int:
        some = tuple(dinas.coded(judul=f"Perkara {n}") for n in range(many))
        wanted = Susun(dinas.kantor.new_id(), KODE, "", BUANG, f"Usul {many}", some)
        keeper, seen = dinas.oleh(), list[str]()

        def note(*told: object) -> None:
            seen.append(str(told[2]))

        engine = dinas.kantor.ledger.engine
        event.listen(engine, "before_cursor_execute", note)
        usul.compose(dinas.kantor, keeper, wanted)
        event.remove(engine, "before_cursor_execute", note)
        return len(seen)

    dinas.oleh()
    assert asked(2) == asked(9)
