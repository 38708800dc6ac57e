"""A day off that is decided later moves the terms of open requests, objections and disputes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from service.acts.baris import hitung as register_hitung
from service.acts.instansi import kalender
from service.acts.instansi.kalender import IsianLibur
from service.acts.register import perpanjangan, sengketa
from service.acts.register.perpanjangan import Perpanjang
from service.acts.register.sengketa import Catat
from service.domain.keberatan import Keberatan
from service.domain.libur import NASIONAL
from service.domain.permohonan import Permohonan
from service.domain.sengketa import Sengketa
from service.house import RealHouse
from tests.acts.test_keberatan_waktu import asked, objected, refused
from tests.kantor import Jam
from tests.office import INSTANSI, person, work
from tests.web.rumah_web import on_the_clock, rumah_web

SENIN = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield on_the_clock(whole, Jam(SENIN))


def a_day_off(house: RealHouse, on: date) -> None:
    tim = person(house, "tim", "tim_sekretariat")
    kalender.add(house, tim, INSTANSI, IsianLibur(on, "Libur contoh", NASIONAL, "SKB contoh"))
    work(house)


def test_open_lines_move_with_a_note_and_what_was_answered_stays(house: RealHouse) -> None:
    petugas, ppid = person(house, "petugas", "petugas"), person(house, "ppid", "ppid")
    one, longer, done = asked(house), asked(house), refused(house, petugas, asked(house))
    said = Perpanjang("belum_dikuasai", "Masih diminta dari badan lain", "disusun")
    longer = perpanjangan.of_request(house, ppid, longer.id, longer.versi, said)
    about = objected(house, done, "a")
    catat = Catat(house.new_id(), about.id, "Komisi Contoh", "1/KI", date(2026, 8, 3))
    dispute = sengketa.record(house, ppid, catat)
    work(house)
    a_day_off(house, date(2026, 8, 6))

    with house.ledger.read() as reading:
        requests = [reading.get(Permohonan, x.id) for x in (one, longer, done)]
        moved, ruled = reading.get(Keberatan, about.id), reading.get(Sengketa, dispute.id)
    assert [x.tenggat > y.tenggat for x, y in zip(requests, (one, longer, done), strict=True)] == [
        True,
        True,
        False,
    ]
    assert moved.tenggat > about.tenggat
    assert moved.batas and about.batas and moved.batas > about.batas
    assert ruled.batas_mulai and dispute.batas_mulai and ruled.batas_mulai > dispute.batas_mulai
    assert told_of(house, dispute) == ["tenggat_dihitung", "sengketa_dicatat"]
    assert register_hitung.recount(house, INSTANSI) == 0


def told_of(house: RealHouse, dispute: Sengketa) -> list[str]:
    return [x.perbuatan for x in house.perkara.trail(dispute)]


def test_a_term_that_was_lengthened_is_explained_to_its_last_day(house: RealHouse) -> None:
    ppid, one = person(house, "ppid", "ppid"), asked(house)
    said = Perpanjang("belum_dikuasai", "Masih diminta dari badan lain", "disusun")
    after = perpanjangan.of_request(house, ppid, one.id, one.versi, said)
    counted, rule = register_hitung.explained(house, after)

    assert counted
    assert counted.tenggat == after.tenggat
    assert max(x.ke for x in counted.hari) == 17
    assert rule.dasar == "UU 14 Tahun 2008 Pasal 22 ayat (7)"
