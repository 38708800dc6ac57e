"""By when a paper is signed, and what was looked at before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.domain.dilihat_ttd import DilihatTtd, row_id, still_so
from service.domain.instansi import HARI, HARI_KERJA, Instansi, Tenggat
from service.domain.kalender import Kalender
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.pengingat import AKAN, HARI_INI, LEWAT
from service.domain.tempat_ttd import DITANDATANGANI, ELEKTRONIK, TempatTtd
from service.domain.waktu_ttd import (
    MENANDATANGANI,
    PERTAMA,
    ULANG,
    BatasTtdSalah,
    Sela,
    asked,
    due,
    sela,
    standing,
)

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


def test_a_kind_of_paper_has_a_time_of_its_own_where_the_office_says_so() -> None:
    told = {"surat_tugas": ("Surat tugas", 1), "": ("naskah lain", 5), "sk": ("SK", None)}
    dinas = replace(DINAS, tenggat=asked(DINAS, told))
    assert due(dinas, Kalender(), JUMAT, "surat_tugas") == date(2026, 11, 23)
    assert due(dinas, Kalender(), JUMAT, "sk") == date(2026, 11, 27)
    assert due(dinas, Kalender(), JUMAT) == date(2026, 11, 27)
    none = asked(dinas, {"surat_tugas": ("Surat tugas", None), "": ("naskah lain", None)})
    assert none == ()
    assert due(replace(dinas, tenggat=none), Kalender(), JUMAT) == date(2026, 11, 25)


def test_a_time_that_nobody_changed_keeps_its_rule_and_its_unit() -> None:
    own = Tenggat("tanda_tangan_sk", 10, HARI, "Keputusan contoh")
    other = Tenggat("permohonan", 10, HARI_KERJA, "UU contoh")
    dinas = replace(DINAS, tenggat=(other, own))
    assert asked(dinas, {"sk": ("SK", 10), "": ("naskah lain", None)}) == (other, own)
    (_, after) = asked(dinas, {"sk": ("SK", 4)})
    assert (after.jumlah, after.satuan, after.dasar) == (4, HARI_KERJA, "Keputusan contoh")


@pytest.mark.parametrize("days", [0, -1, 61, 999])
def test_no_time_that_nobody_could_keep_is_taken(days: int) -> None:
    with pytest.raises(BatasTtdSalah, match="Surat tugas ditulis dalam hari kerja, dari 1 sampai"):
        asked(DINAS, {"surat_tugas": ("Surat tugas", days)})
