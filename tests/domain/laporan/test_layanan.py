"""What a report says of the service: how long answers took, why they were no, who objected."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from service.domain.kalender import Kalender
from service.domain.keberatan import Keberatan, SuratTanggapan, Tanggapan
from service.domain.laporan import kecuali, layanan, sanggahan
from service.domain.laporan.layanan import Jawaban, Waktu
from service.domain.permohonan import Keputusan, Permohonan
from service.domain.sengketa import Putusan, Sengketa
from tests.domain.informasi.contoh import UTUH, excluded

SENIN, HARI_INI = date(2026, 11, 2), date(2026, 11, 30)
PADA = datetime(2026, 11, 2, 2, tzinfo=UTC)
BIASA = Permohonan("a", "k", "contoh", "", "", "selesai", PADA, SENIN, date(2026, 11, 16))


def asked(nasib: str, on: str, alasan: str = "", **more: Any) -> Permohonan:
    said = Keputusan(dikuasai="ya", keputusan=nasib, pemberitahuan=on, alasan=alasan)
    return replace(BIASA, keputusan=said, **more)


TEPAT = asked("diberikan", "2026-11-16")
LAMBAT = asked("tidak_diberikan", "2026-11-17", "Ps 17 Huruf H; menyebut Contoh Nama")
LAMA = asked("sebagian", "2026-11-25", tenggat=date(2026, 11, 25), diperpanjang=True)
TERBUKA = replace(BIASA, keadaan="diproses")


def test_an_answer_counts_within_the_term_that_it_had() -> None:
    rows = layanan.answered([TEPAT, LAMBAT, LAMA, TERBUKA])

    assert rows == [
        Jawaban("tepat", dikabulkan=1),
        Jawaban("diperpanjang", sebagian=1),
        Jawaban("lewat", ditolak=1),
    ]


def test_an_answer_without_a_day_is_not_said_to_be_in_time() -> None:
    (*_, last) = layanan.answered([asked("diberikan", "")])

    assert (last.rentang, last.seluruh) == ("tak_tercatat", 1)
    assert layanan.kept_term([asked("diberikan", "")], HARI_INI) == Waktu(0, 0)


def test_what_is_overdue_without_an_answer_is_late_and_what_runs_is_neither() -> None:
    runs = replace(TERBUKA, tenggat=HARI_INI)

    assert layanan.kept_term([TEPAT, LAMA, LAMBAT, TERBUKA, runs], HARI_INI) == Waktu(2, 2)
    assert layanan.kept_term([replace(BIASA, keadaan="dibatalkan")], HARI_INI) == Waktu()


def test_the_days_that_answers_took_are_working_days() -> None:
    days = layanan.working_days([TEPAT, LAMBAT, TERBUKA], Kalender())

    assert days == [10, 11]
    assert layanan.mean(days) == "10,5 hari kerja"
    assert layanan.mean([]) == ""


@pytest.mark.parametrize(
    ("days", "said"), [([1, 1, 2], "1,3"), ([1, 2, 2], "1,7"), ([6], "6"), ([0, 0], "0")]
)
def test_a_mean_is_told_to_a_tenth(days: list[int], said: str) -> None:
    assert layanan.mean(days) == f"{said} hari kerja"


def test_a_refusal_is_counted_by_its_letter_and_never_in_its_own_words() -> None:
    other = asked("tidak_diberikan", "2026-11-10", "Rahasia contoh yang diceritakan")

    rows = layanan.refused_on([LAMBAT, LAMBAT, other, TEPAT])

    assert rows == [("Mengungkap rahasia pribadi, Pasal 17 huruf h", 2), ("Alasan lain", 1)]


def objection(
    *alasan: str, keadaan: str = "terdaftar", putusan: str = "", on: str = ""
) -> Keberatan:
    return Keberatan(
        *("k", "k", "contoh", "", "", keadaan, PADA, SENIN, date(2026, 11, 20)),
        alasan=alasan,
        surat=SuratTanggapan(putusan=putusan),
        tanggapan=Tanggapan(tanggal=on),
    )


def test_an_objection_stands_under_its_first_ground_by_how_it_ended() -> None:
    won = objection("g", "c", keadaan="ditanggapi", putusan="sebagian", on="2026-11-20")
    lost = objection("c", keadaan="ditanggapi", putusan="ditolak", on="2026-11-23")
    back = objection("a", keadaan="dibatalkan")

    (row,) = sanggahan.objected([won, lost, objection("c"), back])

    assert row.alasan == "Permintaan informasi tidak ditanggapi"
    assert (row.terima, row.tolak, row.proses) == (1, 1, 1)
    assert sanggahan.kept_term([won, lost, objection("c"), back], HARI_INI) == Waktu(1, 2)


def test_a_dispute_is_told_in_the_words_of_the_law() -> None:
    one = Sengketa("s", "keb", "", "contoh", "", "KI Contoh", "", SENIN, PADA, tahap="putusan")
    ruled = replace(one, putusan=Putusan(akibat="membuka", amar="Membuka daftar Contoh Nama"))

    (row,) = sanggahan.disputed([ruled], {"keb": ("a",)})

    assert row.nomor == "Belum bernomor"
    assert row.pokok.startswith("Permintaan informasi ditolak")
    assert row.tahap == "Sudah diputus; Informasi diperintahkan dibuka"
    assert "Contoh Nama" not in repr(row)


def test_exclusions_are_counted_by_law_and_by_what_is_left_of_them() -> None:
    one = excluded()

    told = kecuali.withheld([one, replace(one, keadaan="akan_berakhir"), UTUH], HARI_INI)

    assert told.banyak == 2
    assert told.huruf == (("Pasal 17 huruf a", 2),)
    assert told.sisa == (("Berakhir lebih dari 12 bulan lagi", 2),)
    assert one.dik.ringkasan not in repr(told)


@pytest.mark.parametrize(
    ("akhir", "sisa"),
    [
        (None, "tanpa_hari"),
        (date(2026, 11, 29), "habis"),
        (HARI_INI, "dekat"),
        (date(2027, 5, 31), "setahun"),
        (date(2027, 12, 1), "jauh"),
    ],
)
def test_how_long_an_exclusion_still_counts(akhir: date | None, sisa: str) -> None:
    assert kecuali.remaining(akhir, HARI_INI) == sisa
