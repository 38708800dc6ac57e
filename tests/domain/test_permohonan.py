"""Terms, grounds and codes of requests and objections, as the law and the calendar have them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from service.domain import isian_publik as isian
from service.domain import kabar, keberatan, kode_lacak, permohonan, permohonan_teks
from service.domain.instansi import HARI, HARI_KERJA, Instansi, Tenggat
from service.domain.kalender import Kalender
from service.domain.keberatan import ALASAN, Keberatan
from service.domain.keberatan_waktu import ground, is_early, known
from service.domain.libur import CUTI_BERSAMA, NASIONAL, Libur
from service.domain.permohonan import Keputusan, Permohonan, SudahBernomor

BADAN = Instansi("dinas_contoh", "Dinas Contoh")
LIBUR = (
    Libur("a", "dinas_contoh", date(2026, 3, 20), "Idulfitri", NASIONAL),
    Libur("b", "dinas_contoh", date(2026, 3, 23), "Cuti bersama", CUTI_BERSAMA),
    Libur("c", "dinas_contoh", date(2026, 3, 24), "Cuti bersama", CUTI_BERSAMA),
)


def at(day: int, hour: int = 3) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


def a_request(**changed: object) -> Permohonan:
    one = Permohonan(
        "a" * 26,
        "b" * 26,
        "dinas_contoh",
        "",
        "c" * 40,
        permohonan.DITERIMA,
        at(16),
        date(2026, 3, 16),
        date(2026, 4, 1),
    )
    return replace(one, **changed)


def test_ten_working_days_pass_over_idulfitri_and_over_joint_leave_where_it_closes_the_office():
    closed = Kalender(libur=LIBUR)
    at_work = Kalender(libur=LIBUR, cuti_bersama_libur=False)

    assert permohonan.answer_due(BADAN, closed, at(16)) == date(2026, 4, 2)
    assert permohonan.answer_due(BADAN, at_work, at(16)) == date(2026, 3, 31)


def test_what_comes_after_hours_or_on_a_day_off_is_received_on_the_next_working_day():
    days = Kalender(libur=LIBUR)

    assert permohonan.answer_due(BADAN, days, at(16, 14)) == date(2026, 4, 3)
    assert permohonan.answer_due(BADAN, days, at(20)) == permohonan.answer_due(BADAN, days, at(25))


def test_one_extension_adds_seven_working_days_to_the_term():
    assert permohonan.extended_due(BADAN, Kalender(), date(2026, 4, 1)) == date(2026, 4, 10)


def test_the_agency_s_own_term_goes_before_the_usual_one():
    own = replace(BADAN, tenggat=(Tenggat("permohonan", 3, HARI_KERJA, "aturan contoh"),))
    by_days = replace(BADAN, tenggat=(Tenggat("permohonan", 3, HARI, "aturan contoh"),))

    assert permohonan.answer_due(own, Kalender(), at(13)) == date(2026, 3, 18)
    assert permohonan.answer_due(by_days, Kalender(), at(13)) == date(2026, 3, 16)


def test_a_legal_number_is_given_once():
    one = permohonan.registered(a_request(), "1/REG-PPID/III/2026", date(2026, 3, 16))

    assert (one.keadaan, one.nomor_daftar) == (permohonan.TERDAFTAR, "1/REG-PPID/III/2026")
    with pytest.raises(SudahBernomor, match="1/REG-PPID/III/2026"):
        permohonan.registered(one, "2/REG-PPID/III/2026", date(2026, 3, 17))


@pytest.mark.parametrize("alasan", ALASAN)
def test_only_the_grounds_of_silence_and_lateness_wait_for_the_term(alasan: str):
    due = date(2026, 4, 1)

    told = known(alasan, due, answered=False)
    assert is_early(told, date(2026, 4, 1)) is (alasan in "cg")
    assert not is_early(told, date(2026, 4, 2))


def test_beside_a_ground_that_is_open_silence_waits_no_longer_nor_after_an_answer():
    due, early = date(2026, 4, 1), date(2026, 3, 20)

    assert not is_early(known("cf", due, answered=False), early)
    assert not is_early(known("g", due, answered=True), early)
    assert not is_early((), early)


@pytest.mark.parametrize("alasan", ALASAN)
@pytest.mark.parametrize("answered", ["", "2026-03-25"])
def test_the_public_page_and_the_office_open_a_ground_on_the_same_day(alasan: str, answered: str):
    said = Keputusan(pemberitahuan=answered, pemberian=answered)
    due = date(2026, 4, 1)
    one = a_request(tenggat=due, keputusan=said)
    [told] = known(alasan, due, answered=bool(answered))
    assert told.terbuka == ground(alasan, one).terbuka


def test_an_objection_is_answered_within_thirty_working_days():
    assert keberatan.answer_due(BADAN, Kalender(), at(16)) == date(2026, 4, 27)


def test_a_code_is_read_however_it_is_typed_and_cannot_be_read_off_its_mark():
    kode = kode_lacak.from_bits(bytes(range(13)))

    typed = kode_lacak.spoken(kode)
    assert kode_lacak.read_kode(f" {typed.lower().replace('0', 'o').replace('1', 'l')} ") == kode
    assert kode_lacak.read_kode("x") == ""
    assert kode not in kode_lacak.sidik(kode)
    assert kode_lacak.id_for("a", kode) != kode_lacak.id_for("b", kode)


def test_what_the_public_may_know_is_read_back_as_it_was_written():
    told = kabar.of_permohonan(
        a_request(nomor_daftar="1/REG"),
        BADAN,
        [
            Keberatan(
                "d" * 26,
                "e" * 26,
                "dinas_contoh",
                "",
                "f" * 40,
                keberatan.TERDAFTAR,
                at(20),
                date(2026, 3, 25),
                date(2026, 5, 8),
                nomor="1/KEB",
            )
        ],
    )

    assert kabar.read(kabar.write(told)) == told


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"null", b"{}", b'{"bentuk": 1}', b'{"bentuk": 9}', b"\xff"]
)
def test_what_is_no_published_file_is_read_as_nothing(content: bytes):
    assert kabar.read(content) is None


def test_the_sheet_says_every_answer_in_words_and_leaves_out_what_was_left_empty():
    answers = {"nama": "Contoh Pemohon", "mendapatkan": "pos", "nik": ""}

    text = permohonan_teks.sheet("Judul", "Dinas Contoh", at(16), "WIT", isian.PERMOHONAN, answers)

    assert "Contoh Pemohon" in text
    assert "Cara mendapatkan salinan:\nPos\n" in text
    assert "NIK" not in text
    assert "Senin, 16 Maret 2026 pukul 12.00.00 WIT" in text
