"""Retention runs from the closing: active, inactive, then what comes at the end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from service.domain.arsip.arsip import (
    DIMUSNAHKAN,
    ArsipPergi,
    BukanUntukDinilai,
    KodeTidakDikenal,
    PeristiwaTidakSah,
    classified,
    closed_on,
    counted,
    happened,
    judged,
)
from service.domain.arsip.jadwal import Retensi
from service.domain.arsip.umur import AKTIF, BELUM_TERHITUNG, HABIS, INAKTIF, umur
from service.domain.informasi.retensi import MUSNAH, PERMANEN
from tests.domain.arsip.contoh import DUA_TIGA, JADWAL, TODAY, arsip

DITUTUP = date(2021, 11, 23)
SEHARI = timedelta(days=1)


@pytest.mark.parametrize(
    ("today", "tahap"),
    [
        (DITUTUP, AKTIF),
        (date(2023, 11, 22), AKTIF),
        (date(2023, 11, 23), INAKTIF),
        (date(2026, 11, 22), INAKTIF),
        (date(2026, 11, 23), HABIS),
    ],
)
def test_both_terms_are_counted_from_the_day_of_closing(today: date, tahap: str) -> None:
    age = umur(DUA_TIGA, DITUTUP, None, today)
    assert age.tahap == tahap
    assert (age.aktif_sampai, age.inaktif_sampai) == (date(2023, 11, 22), date(2026, 11, 22))


def test_what_bears_no_code_is_never_old_enough() -> None:
    age = umur(Retensi(), date(1990, 1, 1), None, TODAY)
    assert age.tahap == BELUM_TERHITUNG
    assert "kode klasifikasi" in age.sebab


def test_a_term_that_runs_from_an_event_waits_until_that_has_come() -> None:
    retensi = JADWAL.retention("HM.01.05")
    assert retensi is not None
    waits = umur(retensi, DITUTUP, None, TODAY)
    assert waits.tahap == BELUM_TERHITUNG
    assert "kontrak berakhir" in waits.sebab
    assert umur(retensi, DITUTUP, date(2025, 11, 24), TODAY).tahap == AKTIF
    early = umur(retensi, DITUTUP, date(2019, 1, 1), TODAY)
    assert early == umur(retensi, DITUTUP, DITUTUP, TODAY)


def test_an_archive_takes_the_retention_of_its_code_and_a_later_jra_changes_nothing() -> None:
    one = classified(arsip(DITUTUP, Retensi()), "hm.01.02", JADWAL)
    assert (one.kode, one.retensi) == ("HM.01.02", DUA_TIGA)
    assert classified(one, "HK.02", JADWAL).vital


def test_a_code_that_the_office_has_not_is_refused() -> None:
    with pytest.raises(KodeTidakDikenal, match=r"Tidak ada yang diubah\.$"):
        classified(arsip(DITUTUP), "ZZ.99", JADWAL)


def test_what_was_opened_again_is_counted_from_its_new_closing() -> None:
    one = counted(arsip(DITUTUP))
    assert (one.aktif_sampai, one.inaktif_sampai) == (date(2023, 11, 22), date(2026, 11, 22))
    again = closed_on(one, date(2024, 1, 1))
    assert again.aktif_sampai == date(2025, 12, 31)
    assert closed_on(again, again.ditutup) is again


def test_the_day_of_an_event_is_written_where_the_jra_names_one_and_once_it_has_come() -> None:
    one = classified(arsip(DITUTUP), "HM.01.05", JADWAL)
    assert one.inaktif_sampai is None
    assert happened(one, date(2025, 1, 1), TODAY).aktif_sampai == date(2025, 12, 31)
    for wrong, day in ((one, TODAY + SEHARI), (arsip(DITUTUP), TODAY)):
        with pytest.raises(PeristiwaTidakSah):
            happened(wrong, day, TODAY)


def test_what_is_gone_is_only_remembered() -> None:
    with pytest.raises(ArsipPergi, match="sudah dimusnahkan"):
        classified(arsip(DITUTUP, keadaan=DIMUSNAHKAN), "HM.01", JADWAL)


def test_only_what_the_jra_leaves_open_is_judged_and_a_new_code_forgets_the_judgement() -> None:
    one = classified(arsip(DITUTUP), "HM.01.04", JADWAL)
    found = judged(one, PERMANEN)
    assert (one.nasib, found.nasib) == ("dinilai_kembali", PERMANEN)
    assert classified(found, "HM.01", JADWAL).nasib == MUSNAH
    with pytest.raises(BukanUntukDinilai):
        judged(arsip(DITUTUP), PERMANEN)
