"""The line of a matter: office time, what stood still, what was due, what lies below."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from service.domain.berkas import BERJALAN, SELESAI, Berkas
from service.domain.kalender import Kalender
from service.domain.sop.garis_waktu import SENTUH, TUNDA, TUNGGU, GarisWaktu, told
from service.domain.sop.jejak import Jejak, Lama
from tests.sop_contoh import PUTUSAN, sop

WIB = Kalender("WIB")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour - 7, minute, tzinfo=UTC)


BERKAS = Berkas("b1", "contoh", "", "Perkara contoh", "", BERJALAN, at(23, 8), sop="contoh")
TERIMA = Jejak("j1", "b1", 1, "terima", "", at(23, 8), at(23, 9), at(23, 9, 30), "contoh")
PERIKSA = Jejak("j2", "b1", 2, "periksa", "", at(23, 9, 30), at(23, 10))


def line(*jejak: Jejak, berkas: Berkas = BERKAS, now: datetime | None = None) -> GarisWaktu:
    return told(sop(PUTUSAN), berkas, jejak, (), WIB, now or at(23, 11))


def test_waiting_and_touch_stand_apart_up_to_now() -> None:
    found = line(TERIMA, PERIKSA)
    first, second = found.garis

    assert [(one.jenis, one.mulai, one.sampai) for one in first.ruas] == [
        (TUNGGU, at(23, 8), at(23, 9)),
        (SENTUH, at(23, 9), at(23, 9, 30)),
    ]
    assert (first.lama, second.lama) == (Lama(60, 30), Lama(30, 60))
    assert (found.mulai, found.sekarang) == (at(23, 8), at(23, 11))


def test_a_norm_that_was_over_is_said_to_be_over() -> None:
    first, second = line(TERIMA, PERIKSA).garis

    assert (first.boleh, first.norma, first.lewat) == (10, at(23, 8, 10), True)
    assert (second.boleh, second.norma, second.lewat) == (60, at(23, 10, 30), True)
    assert not line(TERIMA, PERIKSA, now=at(23, 10, 15)).garis[1].lewat


def test_what_stood_still_is_neither_waiting_nor_touch_and_is_given_back() -> None:
    held = f"{at(23, 9, 45).isoformat()}/{at(23, 10, 15).isoformat()}"
    _, second = line(TERIMA, PERIKSA, berkas=replace(BERKAS, jeda=(held,))).garis

    assert [one.jenis for one in second.ruas] == [TUNGGU, TUNDA, TUNDA, SENTUH]
    assert (second.lama, second.tunda) == (Lama(15, 45), 30)
    assert second.norma == at(23, 11)


def test_what_stands_still_now_stands_to_now() -> None:
    _, second = line(TERIMA, PERIKSA, berkas=replace(BERKAS, ditunda=at(23, 10, 30))).garis

    assert second.ruas[-1].jenis == TUNDA
    assert (second.lama.sentuh, second.tunda) == (30, 30)


def test_a_matter_that_is_over_ends_where_it_ended() -> None:
    over = replace(BERKAS, keadaan=SELESAI, ditutup=at(23, 10))
    done = replace(PERIKSA, keluar=at(23, 10))
    found = line(TERIMA, done, berkas=over, now=at(27, 9))

    assert (found.sampai, found.sekarang) == (at(23, 10), None)


def test_the_line_reaches_to_the_end_of_the_term_of_the_law() -> None:
    found = line(TERIMA, berkas=replace(BERKAS, tenggat=date(2026, 12, 4)))

    assert found.tenggat == datetime(2026, 12, 4, 9, 30, tzinfo=UTC)  # Friday, 16.30 WIB
    assert found.sampai == found.tenggat
    assert found.ticks(WIB, 4) == [
        date(2026, 11, 23),
        date(2026, 11, 26),
        date(2026, 12, 1),
        date(2026, 12, 4),
    ]


def test_a_row_that_no_item_asked_for_has_no_length() -> None:
    passed = replace(PERIKSA, dilewati=True, keluar=at(23, 9, 30))
    found = line(TERIMA, passed).garis[1]

    assert (found.ruas, found.norma, found.lewat) == ((), None, False)


def test_matters_below_run_from_their_opening_to_their_end() -> None:
    below = replace(BERKAS, id="b2", induk="b1", dibuka=at(23, 9), ditutup=at(24, 9))
    found = told(sop(PUTUSAN), BERKAS, [TERIMA], [below], WIB, at(24, 10))

    assert [(one.mulai, one.sampai) for one in found.anak] == [(at(23, 9), at(24, 9))]
    assert found.sampai == at(24, 9)
