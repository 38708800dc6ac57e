"""By when a paper is signed, and what was looked at before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from service.domain.dilihat_ttd import DilihatTtd, row_id, still_so
from service.domain.instansi import HARI_KERJA, Instansi, Tenggat
from service.domain.kalender import Kalender
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.pengingat import AKAN, HARI_INI, LEWAT
from service.domain.tempat_ttd import DITANDATANGANI, ELEKTRONIK, TempatTtd
from service.domain.waktu_ttd import MENANDATANGANI, PERTAMA, ULANG, Sela, due, sela, standing

JUMAT = datetime(2026, 11, 20, 3, tzinfo=UTC)
DINAS = Instansi("dinas", "Dinas Contoh")


def test_a_paper_is_signed_within_three_working_days_unless_the_agency_says_otherwise() -> None:
    assert due(DINAS, Kalender(), JUMAT) == date(2026, 11, 25)

    short = Tenggat(MENANDATANGANI.id, 1, HARI_KERJA, "Keputusan contoh")
    assert due(replace(DINAS, tenggat=(short,)), Kalender(), JUMAT) == date(2026, 11, 23)


def test_what_was_looked_at_counts_until_the_paper_changes_or_somebody_signs_it() -> None:
    naskah = Naskah("n", "b", "dinas", "surat", DIKIRIM, JUMAT, pdf="kosong", versi=4)
    places = [TempatTtd(f"t{n}", "n", 1, n, "ppid", ELEKTRONIK) for n in (1, 2)]
    one = DilihatTtd(row_id("saya", "t2"), "saya", "t2", "n", 4, "kosong", JUMAT)
    assert still_so(one, naskah, places)
    assert not still_so(one, replace(naskah, versi=5), places)

    first = replace(places[0], keadaan=DITANDATANGANI, sebelum="kosong", sesudah="satu")
    assert not still_so(one, naskah, [first, places[1]])


def test_a_signer_is_reminded_after_two_working_days_then_every_third_and_five_times() -> None:
    asked, said, letters = date(2026, 11, 20), [], []  # a Friday
    for n in range(40):
        today = asked + timedelta(days=n)
        times, letter = Sela().nth(Kalender(), asked, today)
        if letter:
            letters.append((times, today))
        if times:
            said.append(today)

    assert letters == [
        (1, date(2026, 11, 24)),
        (2, date(2026, 11, 27)),
        (3, date(2026, 12, 2)),
        (4, date(2026, 12, 7)),
        (5, date(2026, 12, 10)),
    ]
    assert (said[0], said[-1]) == (date(2026, 11, 24), date(2026, 12, 14))


def test_an_agency_sets_when_it_reminds() -> None:
    first = Tenggat(PERTAMA.id, 4, HARI_KERJA, "Keputusan contoh")
    again = Tenggat(ULANG.id, 1, HARI_KERJA, "Keputusan contoh")
    assert sela(DINAS) == Sela(2, 3)
    assert sela(replace(DINAS, tenggat=(first, again))) == Sela(4, 1)


def test_the_day_itself_is_not_late() -> None:
    day = date(2026, 11, 25)
    said = [standing(day, day + timedelta(days=n)) for n in (-1, 0, 1)]
    assert said == [AKAN, HARI_INI, LEWAT]
