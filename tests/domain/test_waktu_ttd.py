"""By when a paper is signed, and what was looked at before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from service.domain.dilihat_ttd import DilihatTtd, row_id, still_so
from service.domain.instansi import HARI_KERJA, Instansi, Tenggat
from service.domain.kalender import Kalender
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.tempat_ttd import DITANDATANGANI, ELEKTRONIK, TempatTtd
from service.domain.waktu_ttd import MENANDATANGANI, due

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
