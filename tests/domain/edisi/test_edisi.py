"""An edition is cited by its year, seen only in its window, and its lines cannot be altered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.domain.edisi import isi
from service.domain.edisi.edisi import DIP, DITARIK, TERBIT, Edisi
from service.domain.informasi.unsur import Sk

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)
SK = Sk("naskah", "12 TAHUN 2026", date(2026, 11, 20), ditandatangani=True)
ONE = Edisi("a" * 26, "kota_contoh", DIP, tahun=2026, urut=3, keadaan=TERBIT, sk=SK)
ROWS = [
    {"kode": "AAA-BBB-CCC", "ringkasan": "Laporan «keuangan»\nbaris kedua", "retensi": ""},
    {"kode": "AAA-BBB-CCD", "ringkasan": "Rencana kerja"},
]


def test_an_edition_is_cited_by_its_list_and_its_place_in_the_year() -> None:
    assert ONE.nama == "Daftar Informasi Publik, Edisi 3 Tahun 2026"
    assert replace(ONE, urut=0, tahun=0).nama == "Daftar Informasi Publik, rancangan"


def test_the_public_reads_it_from_its_first_moment_to_its_last() -> None:
    hour = timedelta(hours=1)
    window = replace(ONE, mulai=NOW, sampai=NOW + hour)
    assert [window.tampak(NOW + n * hour) for n in (-1, 0, 0.99, 1)] == [False, True, True, False]
    assert ONE.tampak(NOW)
    assert not replace(ONE, keadaan=DITARIK).tampak(NOW)


def test_what_was_frozen_is_read_again_as_it_was() -> None:
    content = isi.frozen(ROWS)
    again = list(isi.thawed(content, isi.mark(content)))
    assert [one.get("ringkasan") for one in again] == [one["ringkasan"] for one in ROWS]
    assert isi.frozen(again) == content


def test_an_altered_line_is_noticed() -> None:
    content = isi.frozen(ROWS)
    with pytest.raises(isi.IsiRusak):
        list(isi.thawed(content.replace(b"Rencana", b"Rahasia"), isi.mark(content)))
