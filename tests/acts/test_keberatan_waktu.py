"""Objections in time: each ground with its opening, the last day for filing, the term explained."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from service.acts.baris import keberatan_waktu
from service.acts.baris.keberatan_waktu import TemuanTidakSah
from service.acts.register import jawaban, keberatan, permohonan, sengketa
from service.acts.register.jawaban import Jawab
from service.acts.register.permohonan import Masukan
from service.domain.keberatan import (
    ALASAN,
    MENUNGGU_TENGGAT,
    Keberatan,
    SuratTanggapan,
    Tanggapan,
)
from service.domain.keberatan_waktu import ground
from service.domain.permohonan import Keputusan, Permohonan
from service.domain.sengketa import Sengketa
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.kantor import Jam
from tests.loket import ISIAN, KEBERATAN_ISIAN, new_kode
from tests.office import INSTANSI, UNIT, person
from tests.web.rumah_web import jam, on_the_clock, rumah_web

SENIN = datetime(2026, 6, 1, 2, 0, tzinfo=UTC)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    """An office on a day in June, whose clock obeys."""
    with rumah_web(tmp_path) as whole:
        yield on_the_clock(whole, Jam(SENIN))


@pytest.fixture
def petugas(house: RealHouse) -> Hadir:
    return person(house, "petugas", "petugas")


def asked(house: RealHouse) -> Permohonan:
    now = house.clock.now()
    return permohonan.register(
        house, Masukan(new_kode(), INSTANSI, UNIT, now, ISIAN, jalan="surat")
    )


def objected(house: RealHouse, about: Permohonan | None, alasan: str) -> Keberatan:
    isian = {**KEBERATAN_ISIAN, "alasan": alasan}
    isian["nomor_permohonan"] = about.nomor_daftar if about else ""
    came = Masukan(new_kode(), INSTANSI, UNIT, house.clock.now(), isian, jalan="surat")
    return keberatan.register(house, came)


def refused(house: RealHouse, petugas: Hadir, one: Permohonan) -> Permohonan:
    today = f"{house.clock.now() + timedelta(hours=7):%Y-%m-%d}"
    said = Keputusan("ya", "softcopy", "salinan", "tidak_diberikan", "Pasal 17 huruf h", today)
    return jawaban.answer(house, petugas, one.id, one.versi, said)


@pytest.mark.parametrize("huruf", ALASAN)
def test_each_ground_opens_when_the_law_says(house: RealHouse, huruf: str) -> None:
    one = asked(house)
    jam(house).go(days=3)
    assert objected(house, one, huruf).dini is (huruf in MENUNGGU_TENGGAT)

    day_after = one.tenggat + timedelta(days=1)
    jam(house).at = datetime.combine(day_after, SENIN.time(), UTC)
    assert not objected(house, one, huruf).dini


def test_one_ground_that_is_open_opens_the_objection(house: RealHouse) -> None:
    one = asked(house)
    assert not objected(house, one, "a c").dini
    assert objected(house, one, "c g").dini


def test_who_was_answered_in_time_does_not_wait_for_the_term(
    house: RealHouse, petugas: Hadir
) -> None:
    one = refused(house, petugas, asked(house))
    assert not objected(house, one, "c").dini
    assert ground("c", one).ditemukan is None


def test_a_refusal_can_be_objected_to_for_thirty_working_days_and_later_with_a_flag(
    house: RealHouse, petugas: Hadir
) -> None:
    jam(house).go(days=1)
    one = refused(house, petugas, asked(house))
    first = objected(house, one, "a")

    assert first.ditemukan == date(2026, 6, 2)
    assert first.batas is not None
    jam(house).at = datetime.combine(first.batas, SENIN.time(), UTC)
    on_time = objected(house, one, "a")
    jam(house).go(days=1)
    late = objected(house, one, "a")

    assert (first.lewat, on_time.lewat, late.lewat) == (False, False, True)
    assert late.nomor, "a machine refuses none"
    told = keberatan_waktu.told(house, first)
    assert told.pengajuan.jumlah == 30
    between = [first.ditemukan + timedelta(days=n) for n in range(1, 70)]
    with house.ledger.read() as reading:
        days = keberatan_waktu.kalender(house, reading, INSTANSI, UNIT)
    assert first.batas == [one for one in between if days.is_hari_kerja(one)][29]


def test_a_refusal_that_is_written_down_after_its_objection_counts_for_the_objection(
    house: RealHouse, petugas: Hadir
) -> None:
    one = asked(house)
    jam(house).go(days=60)
    late, own = objected(house, one, "a"), objected(house, one, "a")
    assert (late.ditemukan, late.batas, late.lewat) == (None, None, False)
    day = date(2026, 7, 1)
    own = keberatan_waktu.found(house, petugas, own.id, own.versi, day, "Kasus posisi contoh")
    said = Keputusan("ya", "softcopy", "salinan", "tidak_diberikan", "Pasal 17", "2026-06-03")
    jawaban.answer(house, petugas, one.id, one.versi, said)

    with house.ledger.read() as reading:
        after, kept = (reading.get(Keberatan, x.id) for x in (late, own))
        days = keberatan_waktu.kalender(house, reading, INSTANSI, UNIT)
    last = days.hari_kerja_after(date(2026, 6, 3), 30)
    assert (after.ditemukan, after.batas, after.lewat) == (date(2026, 6, 3), last, True)
    assert (kept.ditemukan, kept.batas) == (day, own.batas)
    assert next(x.perbuatan for x in house.perkara.trail(after)) == "tenggat_dihitung"


def test_a_dispute_counts_from_the_day_the_objector_had_the_answer_whenever_it_is_written(
    house: RealHouse,
) -> None:
    head = person(house, "atasan", "atasan_ppid")
    about = objected(house, None, "b")
    jam(house).go(days=1)
    said = Tanggapan("Ditolak.", "2026-06-02", "Contoh Atasan", "Atasan PPID")
    jawaban.respond(house, head, about.id, about.versi, Jawab(said, SuratTanggapan("ditolak")))
    jam(house).go(days=35)
    asked_ = sengketa.Catat(house.new_id(), about.id, "Komisi Contoh", "1/KI", date(2026, 7, 6))
    assert sengketa.record(house, head, asked_).lewat
    with house.ledger.read() as reading:
        about = reading.get(Keberatan, about.id)
    had = SuratTanggapan("ditolak", "terkirim", sampai="2026-07-01")
    jawaban.respond(house, head, about.id, about.versi, Jawab(said, had))

    with house.ledger.read() as reading:
        one = reading.get(Sengketa, asked_.id)
        days = keberatan_waktu.kalender(house, reading, INSTANSI, UNIT)
    assert (one.batas, one.lewat) == (days.hari_kerja_after(date(2026, 7, 1), 14), False)


def test_what_the_books_do_not_say_is_written_by_a_person_with_its_source(
    house: RealHouse, petugas: Hadir
) -> None:
    one = objected(house, None, "b")
    assert (one.ditemukan, one.batas, one.lewat) == (None, None, False)

    with pytest.raises(TemuanTidakSah, match="dari mana"):
        keberatan_waktu.found(house, petugas, one.id, one.versi, date(2026, 1, 5), " ")
    with pytest.raises(TemuanTidakSah, match="sebelum keberatannya"):
        keberatan_waktu.found(house, petugas, one.id, one.versi, date(2026, 6, 2), "Contoh")
    after = keberatan_waktu.found(
        house, petugas, one.id, one.versi, date(2026, 1, 5), "Kasus posisi contoh"
    )

    assert after.lewat
    with house.ledger.read() as reading:
        assert reading.get(Keberatan, one.id).ditemukan == date(2026, 1, 5)


def test_the_term_of_the_atasan_is_explained_day_by_day(house: RealHouse) -> None:
    one = objected(house, None, "b")
    told = keberatan_waktu.told(house, one)

    assert told.hitungan is not None
    assert told.hitungan.tenggat == one.tenggat
    assert [x.ke for x in told.hitungan.hari if x.ke] == list(range(1, 31))
    assert all(x.sebab for x in told.hitungan.dilewati)
    assert "Pancasila" in told.hitungan.hari[0].sebab
