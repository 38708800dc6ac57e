"""The end of a term is told of in time, by the office's calendar, whatever the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from service.domain.akhir_pengecualian import DIPUTUS
from service.domain.informasi import masa_kecuali as masa
from service.domain.informasi import pembukaan
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.jalan_dik import PerluDuaOrang, extend, reworded
from service.domain.informasi.keadaan import TidakDapatBeralih
from service.domain.informasi.masa_kecuali import HABIS, JAUH, KEDUA, PERTAMA, SIAGA, TANPA_AKHIR
from service.domain.informasi.pembukaan import Pembukaan, TidakMenunggu
from service.domain.informasi.pengujian import Pengujian, SudahDiterapkan, applied
from service.domain.instansi import HARI, HARI_KERJA, Tenggat
from service.domain.jangka import Jangka
from service.domain.kalender import Kalender
from tests.domain.informasi.contoh import PADA, PETUGAS, SK, SK_LAIN, UTUH, excluded
from tests.domain.informasi.contoh_jalan import AKHIR, DENGAN_SK_LAIN, SEHARI, walked

KALENDER = Kalender()


def ending(jangka: Jangka, decreed: date) -> Informasi:
    one = excluded()
    return replace(
        one,
        dik=replace(one.dik, jangka=jangka, mulai=decreed),
        sk=replace(SK, tanggal=decreed),
    )


def stages(one: Informasi) -> dict[str, date]:
    """The first day of each stage."""
    found = dict[str, date]()
    assert one.dik.akhir
    day = one.dik.akhir - timedelta(days=200)
    while day <= one.dik.akhir + SEHARI:
        found.setdefault(masa.stage(one, DIPUTUS, KALENDER, day), day)
        day += SEHARI
    return found


@pytest.mark.parametrize(
    ("decreed", "last"),
    [
        (date(2026, 11, 20), date(2031, 11, 19)),
        (date(2028, 2, 29), date(2033, 2, 28)),
        (date(2026, 1, 1), date(2030, 12, 31)),
        (date(2027, 3, 1), date(2032, 2, 29)),
    ],
)
def test_five_years_are_counted_from_the_decree_and_told_of_90_45_and_30_working_days_before(
    decreed: date, last: date
) -> None:
    one = ending(Jangka("tahun", 5), decreed)

    assert one.dik.akhir == last
    assert stages(one) == {
        JAUH: last - timedelta(days=200),
        PERTAMA: KALENDER.hari_kerja_before(last, 90),
        KEDUA: KALENDER.hari_kerja_before(last, 45),
        SIAGA: KALENDER.hari_kerja_before(last, 30),
        HABIS: last + SEHARI,
    }


def test_what_no_calendar_ends_nears_no_end() -> None:
    for jangka in (Jangka("pribadi"), Jangka("sampai_peristiwa", peristiwa="selesainya sidang")):
        one = ending(jangka, SK.tanggal or AKHIR)
        assert masa.stage(one, DIPUTUS, KALENDER, date(2099, 1, 1)) == TANPA_AKHIR
        assert not masa.is_warned(one, KALENDER, date(2099, 1, 1))
    assert masa.stage(UTUH, DIPUTUS, KALENDER, AKHIR) == TANPA_AKHIR


def test_an_event_is_asked_about_every_six_months_from_the_decree_or_the_last_look() -> None:
    one = ending(Jangka("sampai_peristiwa", peristiwa="selesainya sidang"), date(2026, 8, 31))

    assert masa.review_on(one, masa.TINJAU, KALENDER, None) == date(2027, 2, 28)
    assert masa.review_on(one, masa.TINJAU, KALENDER, date(2027, 8, 29)) == date(2028, 2, 29)
    assert masa.review_on(excluded(), masa.TINJAU, KALENDER, None) is None
    assert masa.review_on(UTUH, masa.TINJAU, KALENDER, None) is None


def test_an_office_may_ask_in_days_or_working_days() -> None:
    one = ending(Jangka("sampai_peristiwa", peristiwa="selesainya sidang"), date(2026, 11, 20))

    days = Tenggat("x", 60, HARI, "Contoh")
    assert masa.review_on(one, days, KALENDER, None) == date(2027, 1, 19)
    working = Tenggat("x", 5, HARI_KERJA, "Contoh")
    assert masa.review_on(one, working, KALENDER, None) == date(2026, 11, 27)


def test_a_term_without_an_end_may_be_decided_about_at_any_time() -> None:
    one = ending(Jangka("pribadi"), date(2026, 11, 20))
    longer = replace(one, dik=replace(one.dik, dasar=(replace(one.dik.dasar[0], huruf="h"),)))

    after = extend(longer, Jangka("tahun", 3), DENGAN_SK_LAIN).informasi

    assert (after.keadaan, after.sk) == ("dikecualikan", SK_LAIN)
    assert after.dik.akhir == date(2034, 11, 17)


def test_only_what_a_decree_withholds_has_public_words_to_be_read_anew() -> None:
    after = reworded(excluded(), "Keterangan lain dalam laporan contoh", PETUGAS).informasi
    assert after.dik.aman
    assert after.dik.dibaca_oleh == PETUGAS.siapa
    for start in (UTUH, walked("near_end", "open_by_term", start=excluded())):
        with pytest.raises(TidakDapatBeralih):
            reworded(start, "Keterangan lain dalam laporan contoh", PETUGAS)


def asked() -> Pembukaan:
    return Pembukaan("p", "i", "contoh", "umum", "b", "Orang Satu", PADA, "a", SK)


@pytest.mark.parametrize("siapa", ["Orang Satu", "mesin", ""])
def test_who_decided_does_not_agree_with_themselves(siapa: str) -> None:
    with pytest.raises(PerluDuaOrang):
        pembukaan.agreed(asked(), siapa, PADA)
    assert pembukaan.agreed(asked(), "Orang Dua", PADA).penjawab == "Orang Dua"


def test_an_opening_is_answered_once() -> None:
    for done in (
        pembukaan.agreed(asked(), "Orang Dua", PADA),
        pembukaan.declined(asked(), "Orang Satu", PADA, "x"),
    ):
        with pytest.raises(TidakMenunggu):
            pembukaan.agreed(done, "Orang Tiga", PADA)
        with pytest.raises(TidakMenunggu):
            pembukaan.declined(done, "Orang Tiga", PADA, "x")


def test_an_outcome_is_applied_once() -> None:
    done = applied(Pengujian("b", "i", "contoh", "k", PADA), "terbuka", PADA)
    with pytest.raises(SudahDiterapkan):
        applied(done, "terbuka", PADA)
