"""Personal data in texts of an office: what is found, what is left alone, what is shown of it."""

from __future__ import annotations

import time

import pytest

from service.domain.gerbang.pribadi import found, samarkan

PRIBADI = [
    ("NIK 6271035208900004", "nik"),  # a woman born on the 12th
    ("nik: 6271031208900004.", "nik"),
    ("62.71.03.120890.0004", "nik"),
    ("6271 0312 0890 0004", "nik"),
    ("627103-120890-0004", "nik"),
    ("1 6271031208900004 Contoh Satu", "nik"),
    ("62710312089\u200b00004", "nik"),
    (
        "\uff16\uff12\uff17\uff11\uff10\uff13\uff11\uff12\uff10\uff18\uff19\uff10\uff10\uff10\uff10\uff14",
        "nik",
    ),
    ("Nomor KK 6271031208090004", "kk"),
    ("NIP 198003122005011002", "nip"),
    ("NIP. 19800312 200501 1 002", "nip"),
    ("NI PPPK 199003122023212001", "nip"),
    ("hubungi 0812-3456-7890", "ponsel"),
    ("HP 081234567890", "ponsel"),
    ("WA +62 812 3456 7890", "ponsel"),
    ("6285712345678", "ponsel"),
    ("(+62) 857 1234 5678", "ponsel"),
    ("contoh.satu@gmail.com", "surel"),
    ("Surel: contoh@kantor.co.id,", "surel"),
    ("ppid@contohkab.go.id", "surel_kantor"),
    ("NPWP 01.234.567.8-901.000", "npwp"),
    ("01.234.567.8-901.000", "npwp"),
    ("NPWP: 012345678901000", "npwp"),
    ("Nomor rekening 1234-01-000123-50-9", "rekening"),
    ("No. Rek 0012345678 a.n. Contoh", "rekening"),
    ("Bank BRI 123401000123509", "rekening"),
    ("Telp. (0536) 3221234", "telepon"),
    ("telepon 021-5201234", "telepon"),
    ("No. BPJS 0001234567890", "bpjs"),
    ("Paspor A1234567", "paspor"),
    ("Tempat/Tanggal Lahir: Palangka Raya, 12 Mei 1980", "lahir"),
    ("lahir di Kupang 12-05-1980", "lahir"),
]
BUKAN = [
    "Nomor 800/1004/BU/2021 tanggal 12 Maret 2021",
    "7/SOP/KEMENSETNEG/HUMAS/01/2023",
    "31.h/Kominfo/066/II/2022",
    "Rp 6271031208900004",
    "sebesar Rp1.250.000.000,00 dari Rp 12.345.678.901",
    "6271031308900004,50",
    "9971031208900004",  # no such province
    "6271033308900004",  # no such day
    "6271031213900004",  # no such month
    "6271031208900000",  # the number of nobody
    "6271031208900004123",
    "ISBN 978-602-03-3295-6",
    "ISSN 0852-1234",
    "12 Maret 1980 sampai 31-12-2025 pukul 08.15",
    "08-12-2025",
    "NIP 188003122005011002",
    "NIP 198013122005011002",
    "kode rekening 5.1.02.01.01.0024",
    "rekening belanja 5102010100240001",
    "rekening sebesar 12345678 rupiah",
    "DPA 1.02.0.00.0.00.01.0000",
    "koordinat -2.208333, 113.916667",
    "Undang-Undang Nomor 14 Tahun 2008 Pasal 17 huruf h angka 1",
    "tahun 2020-2024 jumlah 081 orang",
    "SHA-256 08123456789012345678901234567890abcdef",
    "halaman 0812345",
    "id 550e8400-e29b-41d4-a716-446655440000",
    "versi 10.2.0812.3456.7890.1",
    "luas 0812345678,5 meter",
    "a@b",
    "Pasal 4@ayat",
    "Bank Contoh berdiri tahun 1998",
    "Telp. -",
    "ditetapkan di Palangka Raya pada 12 Mei 1980",
]


@pytest.mark.parametrize(("teks", "jenis"), PRIBADI, ids=[one for one, _ in PRIBADI])
def test_what_tells_of_a_person_is_found(teks: str, jenis: str) -> None:
    assert [one.jenis for one in found(teks)] == [jenis]


@pytest.mark.parametrize("teks", BUKAN)
def test_numbers_of_letters_sums_dates_and_books_are_no_persons(teks: str) -> None:
    assert found(teks) == []


@pytest.mark.parametrize(("teks", "jenis"), PRIBADI, ids=[one for one, _ in PRIBADI])
def test_what_is_shown_of_it_does_not_tell_it_again(teks: str, jenis: str) -> None:
    told = samarkan(teks)

    assert [one for one in found(told) if one.jenis == jenis] == []
    assert "•" in told


def test_a_nik_is_shown_by_its_ends_only() -> None:
    assert samarkan("NIK 6271031208900004 atas nama") == "NIK 62••••••••••••04 atas nama"
    assert samarkan("contoh.satu@gmail.com") == "c•••@gmail.com"


def test_each_stands_where_it_was_found() -> None:
    teks = "Contoh, 6271031208900004, HP 081234567890, contoh@gmail.com"

    assert [teks[one.awal : one.akhir] for one in found(teks)] == [
        "6271031208900004",
        "081234567890",
        "contoh@gmail.com",
    ]


def test_a_text_of_two_million_letters_is_looked_through_in_seconds() -> None:
    page = (
        "Nomor 800/1004/BU/2021 telepon kantor, rekening belanja, contoh 12 Maret 2021. " * 25_000
    )
    began = time.process_time()

    assert found(page + " 6271031208900004")[-1].jenis == "nik"
    assert time.process_time() - began < 8


def test_a_long_list_of_persons_is_told_of_one_by_one() -> None:
    page = "\n".join(f"{n}\t627103120890{n:04}" for n in range(1, 9_001))
    began = time.process_time()

    assert len(found(page)) == 9_000
    assert time.process_time() - began < 3
