"""No item is excluded unless every block of its worksheet is filled and every paper is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from service.domain import jangka, uji
from service.domain.jangka import Jangka
from service.domain.pasal17 import HURUF
from service.domain.uji import Bukti, Dasar, LembarUji, faults, unproved

HARI = date(2026, 11, 21)
LENGKAP = LembarUji(
    dokumen="Laporan audit contoh",
    unit="biro_umum",
    bagian="halaman 3 sampai 5",
    uraian="Nama saksi dalam pemeriksaan yang berjalan",
    dasar=(Dasar("a"),),
    dibuka="Saksi dapat dipengaruhi sebelum diperiksa",
    ditutup="Pemeriksaan berjalan tanpa gangguan",
    kepatutan="Kepentingan umum terlindungi dengan menunda",
    pemicu="prakarsa",
    kesimpulan="dikecualikan",
    jangka=Jangka("tahun", 5),
)
PENUH = Bukti(berita_acara=True, sk=True, disetujui=True)


def test_a_worksheet_with_all_its_blocks_and_all_papers_excludes() -> None:
    assert faults(LENGKAP, HARI) == {}
    assert unproved(LENGKAP, PENUH, HARI) == []


@pytest.mark.parametrize(
    "block", ["dokumen", "unit", "uraian", "dibuka", "ditutup", "kepatutan", "pemicu", "kesimpulan"]
)
def test_no_block_may_be_empty(block: str) -> None:
    for words in ("", "  ", "-"):
        bare = replace(LENGKAP, **{block: words if block not in ("unit",) else ""})

        assert block in faults(bare, HARI)
        assert unproved(bare, PENUH, HARI)


def test_only_a_law_closes() -> None:
    assert "dasar" in faults(replace(LENGKAP, dasar=()), HARI)
    assert "dasar" in faults(replace(LENGKAP, dasar=(Dasar("k"),)), HARI)
    decree = Dasar("j", "Keputusan Kepala Biro Hukum Nomor 01 Tahun 2010")
    law = Dasar("j", "UU Nomor 43 Tahun 2009 Pasal 44")
    assert "dasar_lain" in faults(replace(LENGKAP, dasar=(decree,)), HARI)
    assert "dasar_lain" in faults(replace(LENGKAP, dasar=(Dasar("j"),)), HARI)
    assert faults(replace(LENGKAP, dasar=(law,)), HARI) == {}
    assert law.kata == (
        "Pasal 17 huruf j Undang-Undang Nomor 14 Tahun 2008 dan UU Nomor 43 Tahun 2009 Pasal 44"
    )
    assert sorted(HURUF) == list("abcdefghij")


@pytest.mark.parametrize("paper", ["berita_acara", "sk", "disetujui"])
def test_without_any_of_its_papers_nothing_is_excluded(paper: str) -> None:
    assert len(unproved(LENGKAP, replace(PENUH, **{paper: False}), HARI)) == 1


def test_what_is_open_needs_its_category_and_no_law() -> None:
    open_ = replace(LENGKAP, kesimpulan="terbuka", dasar=(), jangka=Jangka())

    assert list(faults(open_, HARI)) == ["kategori"]
    assert faults(replace(open_, kategori="berkala"), HARI) == {}
    assert unproved(replace(open_, kategori="berkala"), PENUH, HARI) == [
        "Kesimpulannya tidak mengecualikan."
    ]


def test_what_is_open_in_part_says_what_is_blacked_out() -> None:
    part = replace(LENGKAP, kesimpulan="sebagian", kategori="setiap_saat")

    assert list(faults(part, HARI)) == ["dihitamkan"]
    assert faults(replace(part, dihitamkan="Nama saksi di halaman 3"), HARI) == {}


def test_a_test_on_request_or_on_order_names_what_it_follows() -> None:
    for pemicu in ("permohonan", "sengketa"):
        bare = replace(LENGKAP, pemicu=pemicu)
        assert "rujukan" in faults(bare, HARI)
        assert faults(replace(bare, rujukan="12/REG-PPID/XI/2026"), HARI) == {}


@pytest.mark.parametrize(
    ("one", "huruf", "wrong"),
    [
        (Jangka("tahun", 30), "a", None),
        (Jangka("tahun", 31), "a", "jangka_tahun"),
        (Jangka("tahun", 31), "c", None),
        (Jangka("tahun", 0), "c", "jangka_tahun"),
        (Jangka("sampai_tanggal", tanggal="2030-01-01"), "c", None),
        (Jangka("sampai_tanggal", tanggal="2026-11-21"), "c", "jangka_tanggal"),
        (Jangka("sampai_tanggal"), "c", "jangka_tanggal"),
        (Jangka("sampai_tanggal", tanggal="2057-01-01"), "a", "jangka_tanggal"),
        (Jangka("sampai_peristiwa", peristiwa="selesainya penyidikan"), "a", None),
        (Jangka("sampai_peristiwa"), "a", "jangka_peristiwa"),
        (Jangka("pribadi"), "h", None),
        (Jangka("pribadi"), "g", None),
        (Jangka("pribadi"), "a", "jangka_jenis"),
        (Jangka(), "a", "jangka_jenis"),
    ],
)
def test_no_exclusion_is_for_ever_but_what_is_private(
    one: Jangka, huruf: str, wrong: str | None
) -> None:
    assert list(jangka.faults(one, frozenset(huruf), HARI)) == ([wrong] if wrong else [])


def test_years_are_counted_from_the_day_of_the_decree() -> None:
    assert Jangka("tahun", 5).akhir(HARI) == date(2031, 11, 20)
    assert Jangka("tahun", 1).akhir(date(2028, 2, 29)) == date(2029, 2, 28)
    assert Jangka("tahun", 4).akhir(date(2028, 2, 29)) == date(2032, 2, 28)
    assert Jangka("sampai_peristiwa", peristiwa="x").akhir(HARI) is None
    assert Jangka("tahun", 5).kata(HARI) == "5 (lima) tahun, sampai dengan 20 November 2031"
    assert Jangka("tahun", 5).kata() == "5 (lima) tahun sejak ditetapkan"
    assert Jangka("sampai_tanggal", tanggal="2026-11-21").kata() == "sampai dengan 21 November 2026"
    assert set(jangka.JENIS) == {"tahun", "sampai_tanggal", "sampai_peristiwa", "pribadi"}
    assert set(uji.KESIMPULAN) == {"terbuka", "sebagian", "dikecualikan"}
