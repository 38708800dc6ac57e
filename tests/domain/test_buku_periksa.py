"""A pair whose series an agency does not have: doubtful, or sure to number two papers alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.domain.instansi import Instansi, Peran, UnitKerja
from service.domain.klinik.buku_periksa import of_book
from service.domain.klinik.laporan import Cacat
from service.domain.ruas import Pasangan
from service.domain.seri import Seri

SURAT = Seri("surat", "Surat keluar", "{NOMOR}/{KODE_UNIT}/{TAHUN}")
KEPUTUSAN = Seri("sk", "Keputusan", "{NOMOR} TAHUN {TAHUN}")
DINAS = Instansi(
    "contoh",
    "Dinas Contoh",
    singkatan="DC",
    unit=(UnitKerja("satu", "Bidang Contoh", "BC"),),
    seri=(SURAT, KEPUTUSAN),
)


def pair(seri: str, pola: str, jenis: str = "contoh") -> Pasangan:
    return Pasangan(jenis, f"Naskah {jenis}", seri, pola, ("ppid",), ())


def said(one: Pasangan, instansi: Instansi = DINAS, *lain: Pasangan) -> Cacat:
    (found,) = of_book(one, instansi, lain)
    return found


def test_a_pair_that_bears_no_number_or_one_of_a_series_of_the_agency_is_in_order() -> None:
    assert list(of_book(pair("", ""), DINAS)) == []
    assert list(of_book(pair("surat", "apa pun"), DINAS)) == []
    assert list(of_book(pair("surat_rahasia", "apa pun"), DINAS)) == []


def test_a_series_that_the_agency_does_not_have_is_doubtful_where_no_other_writes_so() -> None:
    told = said(pair("surt", "ST-{NOMOR}/{TAHUN}"))

    assert told.ingat
    assert "Seri 'surt' tidak ada pada Dinas Contoh." in told.sebab
    assert "buku tersendiri mulai dari 1, dengan pola ST-{NOMOR}/{TAHUN}" in told.sebab
    assert "Mungkin yang dimaksud 'surat'. Pakai seri yang ada (surat, sk)" in told.saran


@pytest.mark.parametrize(
    "pola",
    ["{NOMOR}/{KODE_UNIT}/{TAHUN}", "{NOMOR:4} / {KODE_UNIT}/{TAHUN}"],
)
def test_it_is_a_fault_where_a_series_of_the_agency_writes_the_same_number(pola: str) -> None:
    told = said(pair("surat_biasa", pola))

    assert not told.ingat
    assert "polanya sama dengan seri 'surat' (Surat keluar)" in told.sebab
    assert "dua naskah akan bernomor sama" in told.sebab


def test_what_an_agency_writes_for_its_own_name_is_the_same_as_the_tag_for_it() -> None:
    with_name = replace(DINAS, seri=(Seri("ba", "Berita acara", "BA-{NOMOR}/DC/{TAHUN}"),))

    assert not said(pair("acara", "BA-{NOMOR}/{SINGKATAN}/{TAHUN}"), with_name).ingat
    assert said(pair("acara", "BB-{NOMOR}/{SINGKATAN}/{TAHUN}"), with_name).ingat


def test_it_is_a_fault_where_it_writes_what_the_mate_for_excluded_matters_writes() -> None:
    assert not said(pair("tertutup", "R-{NOMOR} TAHUN {TAHUN}")).ingat


def test_two_pairs_with_two_books_that_nobody_has_may_not_write_alike_either() -> None:
    one, other = pair("satu", "X-{NOMOR}/{TAHUN}"), pair("dua", "X-{NOMOR}/{TAHUN}", "lain")

    told = said(one, DINAS, other)

    assert not told.ingat
    assert "pola naskah 'Naskah lain' (seri 'dua')" in told.sebab
    assert said(one, DINAS, replace(other, seri="satu")).ingat, "one book, no number twice"
    assert said(one, DINAS, replace(other, seri="surat")).ingat, "a series of the agency's own"


@pytest.mark.parametrize("tanda", ["KODE_KLASIFIKASI", "JENIS", "KODE_JABATAN"])
def test_a_tag_that_nobody_could_ever_fill_is_a_fault(tanda: str) -> None:
    told = said(pair("lain", f"{{NOMOR}}/{{{tanda}}}/{{TAHUN}}"))

    assert not told.ingat
    assert f"isi untuk {{{tanda}}} pada polanya tidak ada" in told.sebab


def test_a_tag_that_the_office_can_fill_is_none() -> None:
    ppid = replace(DINAS, peran=(Peran("ppid", "PPID", kode="PP"),))

    assert said(pair("lain", "{NOMOR}/{KODE_JABATAN}/{TAHUN}"), ppid).ingat
    assert said(pair("lain", "L{NOMOR}/{KODE_UNIT}/{INSTANSI}/{KEAMANAN}/{TAHUN}")).ingat
    assert not said(pair("lain", "L{NOMOR}/{KODE_UNIT}"), replace(DINAS, unit=())).ingat


def test_a_pattern_without_its_number_is_a_fault() -> None:
    assert "semua naskah bernomor sama" in said(pair("lain", "X/{TAHUN}")).sebab
    assert not said(pair("lain", "X/{TAHUN}")).ingat
