"""A summons is over once its day went by; a ruling has to be answered, and then carried out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.domain.instansi import Instansi
from service.domain.kalender import Kalender
from service.domain.libur import CUTI_BERSAMA, NASIONAL, Libur
from service.domain.pengingat import AKAN, BESOK, HARI_INI, TETAP
from service.domain.sengketa import (
    AJUDIKASI,
    AKIBAT,
    DIAJUKAN,
    DICABUT,
    MEDIASI,
    MEMBUKA,
    MENOLAK,
    PANGGILAN,
    SELESAI,
    SURAT_KOMISI,
    UJI_ULANG,
    Putusan,
    Sengketa,
    SuratSengketa,
    due,
    gone_on,
    rejected_by,
)
from service.domain.sengketa_hari import HariSengketa, days_of, reminded, said
from service.domain.sengketa_putusan import PutusanTidakSah, rejected, ruled

KOMISI = "Komisi Informasi Contoh"
FEBRUARI, MARET = date(2026, 2, 20), date(2026, 3, 9)
# Nyepi and Idulfitri of 2026, with their joint leave.
LIBUR = tuple(
    Libur(str(n), "contoh", date(2026, 3, n), "Libur contoh", jenis)
    for n, jenis in (
        (18, CUTI_BERSAMA),
        (19, NASIONAL),
        (20, CUTI_BERSAMA),
        (23, CUTI_BERSAMA),
        (24, CUTI_BERSAMA),
    )
)
WIB = Kalender("WIB", libur=LIBUR)
DINAS = Instansi("contoh", "Instansi Contoh")
ONE = Sengketa(
    "s1", "b1", "", "contoh", "", KOMISI, "1/KI/2026", FEBRUARI,
    datetime(2026, 2, 20, 2, 0, tzinfo=UTC),
    batas_mulai=date(2026, 3, 12), batas_selesai=date(2026, 7, 30),
)  # fmt: skip


def letter(acara: date | None, hal: str = PANGGILAN, id_: str = "l1") -> SuratSengketa:
    return SuratSengketa(id_, "s1", f"k{id_}", hal, ONE.dicatat, "orang", acara)


def after_a_ruling(akibat: str, diterima: str = "") -> Sengketa:
    putusan = Putusan("7/PTSN", MARET.isoformat(), "Contoh amar.", akibat, diterima=diterima)
    one = ruled(ONE, putusan, date(2026, 3, 31))
    return replace(one, batas_putusan=rejected_by(one, DINAS, WIB))


def seen(one: HariSengketa, first: date, last: date) -> dict[str, date]:
    """Each kind of reminder, and the day from which it counts."""
    found: dict[str, date] = {}
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        found.setdefault(reminded(WIB, one, day), day)
    return found


def test_a_summons_is_reminded_of_over_idulfitri_and_over_once_its_day_went_by() -> None:
    [one, komisi] = days_of(ONE, [letter(date(2026, 3, 26))])

    assert one.kata == "Sidang atau mediasi di Komisi Informasi Contoh"
    assert one.tugas == "Hadiri sidang atau mediasi di Komisi Informasi Contoh"
    assert seen(one, date(2026, 3, 2), date(2026, 4, 30)) == {
        "": date(2026, 3, 2),
        AKAN: date(2026, 3, 12),
        BESOK: date(2026, 3, 25),
        HARI_INI: date(2026, 3, 26),
    }
    assert reminded(WIB, one, date(2026, 3, 27)) == ""
    assert komisi.tanggal == date(2026, 3, 12)


def test_a_summons_that_comes_late_is_told_at_once_and_one_on_a_closed_day_before_it() -> None:
    [soon, _] = days_of(ONE, [letter(date(2026, 3, 12))])
    assert reminded(WIB, soon, date(2026, 3, 10)) == AKAN
    [saturday, _] = days_of(ONE, [letter(date(2026, 3, 14))])
    assert reminded(WIB, saturday, date(2026, 3, 13)) == BESOK


def test_letters_about_one_day_are_one_day_and_those_taken_out_or_without_a_day_are_none() -> None:
    on = date(2026, 3, 26)
    other, out = letter(on, SURAT_KOMISI, "l0"), replace(letter(MARET, id_="l3"), dicabut=True)
    found = list(days_of(ONE, [other, letter(on), letter(None, id_="l2"), out]))

    assert [(one.tanggal, one.kunci) for one in found[:-1]] == [(on, "l1")]
    [one, _] = days_of(ONE, [other])
    assert one.kata == "Acara sengketa di Komisi Informasi Contoh"


def test_a_day_that_lies_beyond_all_calendars_reminds_nobody() -> None:
    [one, _] = days_of(ONE, [letter(date.max)])
    assert reminded(WIB, one, MARET) == ""


def test_the_term_of_the_komisi_is_told_and_never_reminded_of() -> None:
    [begins] = days_of(ONE, [])
    assert begins.kata == "Tenggat Komisi: Komisi Informasi Contoh mulai memeriksa"
    [ends] = days_of(gone_on(ONE, AJUDIKASI, MARET), [])
    assert ends.kata == "Tenggat Komisi: Komisi Informasi Contoh selesai memeriksa"
    assert (begins.tanggal, ends.tanggal) == (date(2026, 3, 12), date(2026, 7, 30))
    for one in (begins, ends):
        assert reminded(WIB, one, one.tanggal) == reminded(WIB, one, date(2026, 8, 7)) == ""


@pytest.mark.parametrize("akibat", [MEMBUKA, UJI_ULANG])
def test_a_ruling_is_answered_within_its_term_and_carried_out_after_it(akibat: str) -> None:
    one = after_a_ruling(akibat)
    assert one.batas_putusan == due(one) == date(2026, 4, 3)  # five days of Idulfitri within
    [day] = days_of(one, [letter(date(2026, 3, 26))])

    assert seen(day, MARET, date(2026, 4, 30)) == {
        "": MARET,
        AKAN: date(2026, 3, 27),
        BESOK: date(2026, 4, 2),
        HARI_INI: date(2026, 4, 3),
        TETAP: date(2026, 4, 4),
    }
    assert day.kata == "Hari terakhir menerima atau menolak putusan 7/PTSN"
    assert said(day, date(2026, 4, 3)) == "Nyatakan menerima atau menolak putusan 7/PTSN"
    after = "Laksanakan putusan 7/PTSN bila tidak ditolak, lalu tandai selesai"
    assert said(day, date(2026, 4, 6)) == after


def test_a_ruling_for_the_office_leaves_a_day_to_the_applicant_only() -> None:
    [day] = days_of(after_a_ruling(MENOLAK), [])

    assert day.kata == "Hari terakhir pemohon menolak putusan 7/PTSN"
    assert seen(day, MARET, date(2026, 4, 30)) == {"": MARET}


def test_what_has_ended_has_no_days() -> None:
    ended = gone_on(after_a_ruling(MEMBUKA), SELESAI, None)
    assert list(days_of(ended, [letter(MARET)])) == []
    assert list(days_of(replace(ONE, tahap=DICABUT), [letter(MARET)])) == []
    assert due(ended) is None
    assert rejected_by(ended, DINAS, WIB) == ended.batas_putusan


def test_the_term_counts_from_the_day_the_ruling_was_in_hand() -> None:
    assert after_a_ruling(MEMBUKA, "2026-03-10").batas_putusan == date(2026, 4, 6)
    for wrong in ("2026-03-08", "2026-04-01"):
        with pytest.raises(PutusanTidakSah, match="Tanggal putusan diterima harus di antara"):
            after_a_ruling(MEMBUKA, wrong)
    assert ONE.tahap == DIAJUKAN


@pytest.mark.parametrize("akibat", AKIBAT)
def test_a_ruling_out_of_mediation_binds_at_once_and_is_only_carried_out(akibat: str) -> None:
    said_so = Putusan("7/PTSN", MARET.isoformat(), "Contoh sepakat.", akibat)
    one = ruled(gone_on(ONE, MEDIASI, FEBRUARI), said_so, date(2026, 3, 31))
    assert (one.putusan.dari, rejected_by(one, DINAS, WIB), due(one)) == (MEDIASI, None, None)
    [day] = days_of(one, [letter(date(2026, 3, 26))])

    assert seen(day, FEBRUARI, date(2026, 6, 30)) == {"": FEBRUARI, TETAP: MARET}
    assert said(day, MARET) == "Laksanakan putusan 7/PTSN, lalu tandai selesai"
    assert day.kata == "Putusan 7/PTSN dari mediasi, final dan mengikat"


def test_who_says_that_it_came_out_of_ajudikasi_is_believed_also_after_mediation() -> None:
    said_so = Putusan("7/PTSN", MARET.isoformat(), "Contoh.", MEMBUKA, dari=AJUDIKASI)
    one = ruled(gone_on(ONE, MEDIASI, FEBRUARI), said_so, date(2026, 3, 31))
    assert rejected_by(one, DINAS, WIB) == date(2026, 4, 3)
    with pytest.raises(PutusanTidakSah, match="Pilih dari mediasi atau ajudikasi"):
        ruled(ONE, replace(said_so, dari=DIAJUKAN), date(2026, 3, 31))


def test_a_ruling_that_the_office_rejected_waits_for_the_court() -> None:
    one = rejected(after_a_ruling(MEMBUKA), date(2026, 3, 30))
    assert list(days_of(one, [])) == []
    assert due(one) is None
    assert one.batas_putusan == date(2026, 4, 3), "the term stays on record"
