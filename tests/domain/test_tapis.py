"""What a template may ask of a value: dates, numbers and names as official papers write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.angka import read_bilangan, ribuan, romawi, rupiah
from service.domain.gelar import besar
from service.domain.kurang import KOSONG, Kurang
from service.domain.tanggal import terbilang
from service.domain.tapis import TAPIS

SABTU = date(2026, 11, 21)
ANGKA = "nol satu dua tiga empat lima enam tujuh delapan sembilan"
KECIL = {kata: n for n, kata in enumerate(ANGKA.split())} | {
    "sepuluh": 10,
    "sebelas": 11,
    "seratus": 100,
}
TINGKAT = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def number(words: str) -> int:
    """The number that such words say, heard from left to right."""
    whole = group = now = 0
    for kata in words.replace("seribu", "satu ribu").split():
        if kata in KECIL:
            group, now = group + now, KECIL[kata]
        elif kata == "belas":
            now += 10
        elif kata in ("puluh", "ratus"):
            group, now = group + now * {"puluh": 10, "ratus": 100}[kata], 0
        else:
            whole += (group + now) * TINGKAT[kata]
            group = now = 0
    return whole + group + now


@settings(deadline=None)
@given(st.one_of(st.integers(0, 10**15 - 1), st.integers(0, 2_500), st.just(999_999_999_999_999)))
def test_a_number_in_words_is_heard_as_the_same_number(n: int) -> None:
    assert number(terbilang(n)) == n


def test_the_largest_number_has_words_and_what_lies_outside_stays_in_digits() -> None:
    assert TAPIS["terbilang"](10**15) == "seribu triliun"
    assert TAPIS["terbilang"](10**15 + 1) == "1.000.000.000.000.001"
    assert TAPIS["terbilang"](-3) == "-3"
    with pytest.raises(ValueError, match="-3"):
        terbilang(-3)


@pytest.mark.parametrize(
    ("tapis", "value", "written"),
    [
        ("panjang", SABTU, "21 November 2026"),
        ("hari", SABTU, "Sabtu"),
        ("hari_tanggal", SABTU, "Sabtu, 21 November 2026"),
        ("bulan", SABTU, "November"),
        ("tahun", SABTU, "2026"),
        ("tanggal_angka", SABTU, "21-11-2026"),
        (
            "tanggal_terbilang",
            SABTU,
            "Sabtu, tanggal dua puluh satu bulan November tahun dua ribu dua puluh enam",
        ),
        ("terbilang", 21, "dua puluh satu"),
        ("rupiah", 1_500_000, "Rp1.500.000,00"),
        ("ribuan", 1_500_000, "1.500.000"),
        ("ribuan", 999, "999"),
        ("romawi", 11, "XI"),
        ("romawi", 1994, "MCMXCIV"),
        ("romawi", 4000, "4000"),
        ("nip", "198604292004121001", "19860429 200412 1 001"),
        ("nip", "NRP 76010101", "NRP 76010101"),
        ("huruf", 27, "aa"),
        ("huruf", 0, "0"),
        ("daftar_huruf", 10**12, "1000000000000"),
        ("daftar_huruf", 3, "huruf a, huruf b, dan huruf c"),
        ("diktum", 12, "KEDUA BELAS"),
        ("diktum", 100, "KESERATUS"),
        ("jam", time(9, 5), "09.05"),
        ("jam", datetime(2026, 11, 21, 14, 30), "14.30"),
        ("jam", "9:00", "09.00"),
        ("jam", "selesai", "selesai"),
    ],
)
def test_a_value_is_written_as_a_letter_writes_it(tapis: str, value: object, written: str) -> None:
    assert TAPIS[tapis](value) == written


def test_an_hour_is_said_with_its_zone() -> None:
    assert TAPIS["jam"]("9.00", "WITA") == "09.00 WITA"


@pytest.mark.parametrize(
    ("part", "whole", "written"),
    [
        (2, 3, "66,7%"),
        (1, 3, "33,3%"),
        (1, 16, "6,3%"),
        (1, 5_000, "0,1%"),
        (20_001, 20_000, "100,1%"),
        (1, 2, "50%"),
        (0, 7, "0%"),
        (3, 3, "100%"),
        (1_999, 2_000, "99,9%"),
        (3, 2, "150%"),
        (0, 0, "-"),
        (Kurang("Jumlah"), 3, "\u00abJumlah\u00bb"),
    ],
)
def test_a_share_is_rounded_but_whole_or_none_only_where_it_is_so(
    part: int, whole: int, written: str
) -> None:
    assert TAPIS["persen"](part, whole) == written


def test_the_number_of_a_decree_is_written_small_within_a_sentence() -> None:
    small = TAPIS["nomor_kalimat"]

    assert small("13 TAHUN 2026") == "13 Tahun 2026"
    assert small("Keputusan Nomor 12 TAHUN 2026 tentang Contoh") == (
        "Keputusan Nomor 12 Tahun 2026 tentang Contoh"
    )
    assert small("KEPUTUSAN NOMOR 12 TAHUN 2026") == "KEPUTUSAN NOMOR 12 TAHUN 2026"
    assert small("42/BU/XI/2026") == "42/BU/XI/2026"
    assert str(small(Kurang("Nomor"))) == "\u00abNomor\u00bb"


def test_a_sum_of_fees_counts_each_row_that_is_whole() -> None:
    rows = [{"banyaknya": 40, "tarif": 300}, {"banyaknya": 2, "tarif": Kurang("Tarif")}, "rusak"]

    assert TAPIS["jumlah_kali"](rows, "banyaknya", "tarif") == 12_000
    assert TAPIS["jumlah_kali"](rows, "banyaknya") == 42


def test_what_was_kept_as_text_is_written_the_same_way() -> None:
    assert TAPIS["panjang"]("2026-11-21") == "21 November 2026"
    assert TAPIS["panjang"]("2026-02-31") == "2026-02-31"
    assert TAPIS["terbilang"]("2026") == "dua ribu dua puluh enam"


@pytest.mark.parametrize("tapis", sorted(TAPIS))
@pytest.mark.parametrize("value", [KOSONG, Kurang("Tanggal rapat"), None, [], True, 1.5])
def test_what_is_no_value_of_its_kind_passes_through(tapis: str, value: object) -> None:
    assert TAPIS[tapis](value) is value or TAPIS[tapis](value) == value


@pytest.mark.parametrize("tapis", sorted(TAPIS))
@settings(deadline=None)
@given(
    value=st.one_of(
        st.text(), st.integers(), st.dates(), st.times(), st.datetimes(), st.booleans(), st.none()
    )
)
def test_no_value_whatever_stops_a_paper(tapis: str, value: object) -> None:
    assert isinstance(TAPIS[tapis](value), str | type(value))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Dra. Contoh Pejabat, M.Si.", "Dra. CONTOH PEJABAT, M.Si."),
        ("Prof. Dr. H. Contoh, S.H., M.Hum., Ph.D.", "Prof. Dr. H. CONTOH, S.H., M.Hum., Ph.D."),
        ("drg. Contoh Dua, Sp.PD", "drg. CONTOH DUA, Sp.PD"),
        ("Contoh, S.Kep., Ns., M.Kep.", "CONTOH, S.Kep., Ns., M.Kep."),
        ("Siti Contoh, A.Md.Kep", "SITI CONTOH, A.Md.Kep"),
        ("R. Contoh Jum'at", "R. CONTOH JUM'AT"),
        ("Kepala Dinas Kominfo, Kota Contoh", "KEPALA DINAS KOMINFO, KOTA CONTOH"),
        ("Kepala UPTD S.Parman", "KEPALA UPTD S.PARMAN"),
    ],
)
def test_degrees_keep_their_letters_in_a_name_in_capitals(name: str, written: str) -> None:
    assert besar(name) == written


@settings(deadline=None)
@given(st.text())
def test_capitals_change_no_other_letter_and_no_space(text: str) -> None:
    assert re.findall(r"\s+", besar(text)) == re.findall(r"\s+", text)
    assert besar(text).upper() == text.upper()


@settings(deadline=None)
@given(st.integers(0, 10**15))
def test_a_number_that_is_written_is_read_back(n: int) -> None:
    assert read_bilangan(ribuan(n)) == read_bilangan(rupiah(n)) == read_bilangan(str(n)) == n


@pytest.mark.parametrize(
    "text", ["", "1.50", "1,5", "1.500,50", "-3", "tiga", "1 500", "١٢", "9" * 40, "1e3", "0x1"]
)
def test_what_may_mean_two_numbers_is_not_guessed(text: str) -> None:
    assert read_bilangan(text) is None


@settings(deadline=None)
@given(st.integers(1, 3999))
def test_roman_letters_say_what_they_stand_for(n: int) -> None:
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    letters = [worth[one] for one in romawi(n)]
    after = [*letters[1:], 0]
    assert sum(-a if a < b else a for a, b in zip(letters, after, strict=True)) == n


def test_who_signs_in_the_name_of_another_says_for_whom_and_through_whom() -> None:
    kepala = {"sebagai": "", "jabatan": "Kepala Dinas Contoh", "nama": "Contoh Satu, M.Si."}
    sendiri = {"jabatan_sendiri": "Kepala Bidang Contoh", "melalui": "Sekretaris"}
    write = TAPIS["penanda_tangan"]

    assert write(kepala) == "Kepala Dinas Contoh"
    assert write({**kepala, "sebagai": "Plt. "}) == "Plt. Kepala Dinas Contoh"
    assert write({**kepala, **sendiri}) == "Kepala Dinas Contoh"
    assert write({**kepala, **sendiri, "sebagai": "a.n. "}) == (
        "a.n. Kepala Dinas Contoh\nKepala Bidang Contoh"
    )
    assert write({**kepala, **sendiri, "sebagai": "u.b. "}, "besar") == (
        "a.n. KEPALA DINAS CONTOH\nSEKRETARIS\nu.b.\nKEPALA BIDANG CONTOH"
    )
    assert write({**kepala, "sebagai": "Plh. "}, "besar") == "Plh. KEPALA DINAS CONTOH"
    assert str(write(Kurang("Pejabat"))) == str(Kurang("Pejabat"))


def test_within_a_sentence_an_office_is_that_of_who_signs() -> None:
    kepala = {"sebagai": "", "jabatan": "Kepala Dinas Contoh", "nama": "Contoh Satu, M.Si."}
    sendiri = {"jabatan_sendiri": "Kepala Bidang Contoh", "melalui": "Sekretaris"}
    write = TAPIS["sebutan_jabatan"]

    assert write(kepala) == write({**kepala, **sendiri}) == "Kepala Dinas Contoh"
    assert write({**kepala, "sebagai": "Plh. "}) == "Plh. Kepala Dinas Contoh"
    assert write({**kepala, **sendiri, "sebagai": "a.n. "}) == "Kepala Bidang Contoh"
    assert write({**kepala, **sendiri, "sebagai": "u.b. "}) == "Kepala Bidang Contoh"
    assert write({"jabatan": "Arsiparis Contoh"}) == "Arsiparis Contoh"
    assert str(write(Kurang("Pejabat"))) == str(Kurang("Pejabat"))
