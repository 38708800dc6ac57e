"""The head of a unit's list: the law's columns, or the unit's own."""

from __future__ import annotations

import pytest

from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit.baca import LembarTidakAda
from service.domain.daftar_unit.baca import read as read_sheets
from service.domain.daftar_unit.kenal import calon
from service.domain.daftar_unit.kepala import YAKIN, KepalaDaftarTidakAda
from tests.domain.daftar_unit.contoh import (
    BARIS,
    BARIS_DIK,
    BERKALA,
    KEPALA,
    KEPALA_DIK,
    line,
    read,
    sheet,
    waktu,
)


def test_the_columns_of_the_law_are_known_below_any_title_and_surely() -> None:
    hasil = read(
        [
            ["PEMERINTAH KOTA CONTOH"],
            ["DAFTAR INFORMASI PUBLIK"],
            [],
            ["Unit", "Biro Umum"],
            KEPALA,
            [f"({n})" for n in range(1, 8)],
            BERKALA,
            line(),
        ]
    )

    assert [one.ruas for one in hasil.kepala.lajur] == [
        *("no", "ringkasan", "penguasa", "penanggung_jawab", "waktu_tempat", "bentuk", "retensi"),
    ]
    assert {one.yakin for one in hasil.kepala.lajur} == {1.0}
    (one,) = hasil.diterima
    assert (one.baris, one.kategori, one.at("ringkasan")) == (8, "berkala", "Profil")
    assert (one.at("waktu"), one.at("tempat")) == ("2024", "Kota Contoh")


def test_a_unit_keeps_its_own_order_and_words_and_each_is_as_sure_as_it_reads() -> None:
    heads = ["Nama Informasi", "Kategori", "Satker", "Penanggungjawab", "Tahun", "Tempat"]
    heads += ["Softcopy", "Hardcopy", "Masa simpan", "Nomor Urut", "Pagu Anggaran"]
    row = ["Profil", "Setiap saat", "Biro Umum", "Kepala", "2024", "Kota Contoh"]

    hasil = read([heads, [*row, "v", "-", "2 tahun", "7", "Rp1.000"]])

    assert {one.judul: one.ruas for one in hasil.kepala.lajur} == {
        "Nama Informasi": "judul",
        "Kategori": "kategori",
        "Satker": "penguasa",
        "Penanggungjawab": "penanggung_jawab",
        "Tahun": "waktu",
        "Tempat": "tempat",
        "Softcopy": "bentuk_elektronik",
        "Hardcopy": "bentuk_cetak",
        "Masa simpan": "retensi",
        "Nomor Urut": "no",
        "Pagu Anggaran": "",
    }
    assert all(YAKIN <= one.yakin <= 1 for one in hasil.kepala.lajur if one.ruas)
    (one,) = hasil.diterima
    assert (one.kategori, one.at("bentuk"), one.at("judul")) == (
        "setiap_saat",
        "elektronik",
        "Profil",
    )


def test_what_is_not_sure_is_asked_and_nothing_is_taken_before_a_person_chose() -> None:
    heads = [*KEPALA[:2], "Sumber Informasi", "Pejabat", *KEPALA[4:]]

    asked = read([heads, line()])
    said = read([heads, line()], pilihan={2: lj.PENGUASA, 3: lj.PENANGGUNG})

    assert asked.tanya == (
        "Kolom C ('Sumber Informasi') mungkin Pejabat/Unit/Satuan Kerja yang Menguasai Informasi; "
        "pastikan.",
        "Kolom D ('Pejabat') mungkin Penanggung Jawab Pembuatan atau Penerbitan Informasi; "
        "pastikan.",
    )
    assert (asked.diterima, len(asked.dikembalikan)) == ((), 1)
    assert (said.tanya, len(said.diterima)) == ((), 1)


def test_a_person_may_give_a_column_another_meaning_and_the_other_column_loses_it() -> None:
    heads = [*KEPALA, "Uraian"]

    hasil = read([heads, [*line("Profil"), "Profil kantor kami"]], pilihan={7: lj.RINGKASAN, 1: ""})

    assert hasil.kepala.di["ringkasan"] == 7
    assert hasil.diterima[0].at("ringkasan") == "Profil kantor kami"


def test_of_two_columns_alike_neither_is_taken_without_a_person() -> None:
    hasil = read([[*KEPALA, "Ringkasan Isi Informasi"], [*line(), "Profil kedua"]])

    assert hasil.kepala.ragu[0].ruas == "ringkasan"
    assert hasil.diterima == ()


def test_a_head_of_two_rows_with_merged_cells_is_read_by_both() -> None:
    above = ["No", "Ringkasan Informasi", "Unit Kerja", "Penanggung Jawab", "Waktu dan Tempat", ""]
    above += ["Bentuk Informasi", "", "Retensi Arsip", "", ""]
    below = ["", "", "", "", "Waktu", "Tempat", "Cetak", "Online (Link)", "Aktif", "Inaktif"]
    row = ["1", "Profil", "Biro", "Kepala", "2024", "Kota Contoh", "√"]
    row += ["https://contoh.go.id/profil", "2 tahun", "3 tahun", "Musnah"]
    gabungan = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1", "I1:K1"]

    for spans in (gabungan, []):
        hasil = read([above, [*below, "Nasib Akhir"], BERKALA, row], spans)

        assert [one.ruas for one in hasil.kepala.lajur] == [
            *("no", "ringkasan", "penguasa", "penanggung_jawab", "waktu", "tempat"),
            *("bentuk_cetak", "bentuk_elektronik", "retensi_aktif", "retensi_inaktif"),
            "nasib_akhir",
        ]
        (one,) = hasil.diterima
        assert one.at("bentuk") == "cetak; elektronik"
        assert one.at("tautan") == "https://contoh.go.id/profil"
        assert one.at("retensi") == "aktif 2 tahun, inaktif 3 tahun, nasib akhir Musnah"


def test_the_kind_may_be_ticked_in_three_columns_of_one_head() -> None:
    above = [*KEPALA, "Kategori Informasi", "", ""]
    below = [*[""] * 7, "Berkala", "Serta Merta", "Setiap Saat"]
    two = [*line("Laporan", "2"), "v", "", "v"]

    hasil = read([above, below, [*line(), "", "", "√"], two], ["H1:J1"])

    assert [one.kategori for one in hasil.diterima] == ["setiap_saat"]
    assert hasil.salah[0].kata.startswith("Kategori lebih dari satu")


def test_the_first_row_of_the_list_is_no_part_of_its_head() -> None:
    hasil = read([KEPALA, line("Cetak"), line("Informasi", "2")])

    assert (hasil.kepala.akhir, len(hasil.diterima)) == (1, 2)


def test_the_list_of_what_is_withheld_is_known_by_its_own_columns() -> None:
    above = ["No", "Informasi", "Dasar Hukum Pengecualian", "Konsekuensi/Pertimbangan bagi Publik"]
    below = ["", "", "", "Dibuka", "Ditutup", ""]

    one = read([KEPALA_DIK, BARIS_DIK])
    two = read([[*above, "", "Jangka Waktu"], below, BARIS_DIK], ["D1:E1"])

    for hasil in (one, two):
        assert hasil.kepala.daftar == lj.DIK
        assert hasil.diterima[0].at("ditutup") == "Pribadi terlindungi"
        assert hasil.diterima[0].kategori == ""


def test_a_column_that_nobody_sees_is_asked_about() -> None:
    one = sheet([KEPALA, line()])
    hidden = type(one)(one.baris, frozenset({2}), "Data")

    hasil = read_sheets([hidden], waktu)

    assert [one.huruf for one in hasil.kepala.ragu] == ["C"]


def test_a_column_that_the_law_asks_and_nobody_has_is_said_once() -> None:
    short = [one for n, one in enumerate(KEPALA) if n != 2]
    row = [one for n, one in enumerate(BARIS) if n != 2]

    without = read([short, BERKALA, row, [*row[:1], "Laporan", *row[2:]]])
    given = read([short, BERKALA, row], bawaan={lj.PENGUASA: "Biro Umum"})

    assert [one.kata for one in without.umum] == [
        "Kolom Pejabat/Unit/Satuan Kerja yang Menguasai Informasi belum ada; tambahkan dan isi."
    ]
    assert without.jumlah["dikembalikan"] == 2
    assert given.diterima[0].at("penguasa") == "Biro Umum"


def test_the_likeliest_sheet_is_read_and_of_the_others_it_is_said_why_not() -> None:
    book = [
        sheet([["Petunjuk"], ["Isi lembar berikutnya"]], "Petunjuk"),
        sheet([KEPALA, BERKALA, line(), line("Laporan", "2")], "DIP 2026"),
        sheet([KEPALA_DIK, BARIS_DIK], "DIK"),
    ]

    hasil = read_sheets(book, waktu)

    assert hasil.lembar == "DIP 2026"
    assert hasil.lembar_lain == (
        "Lembar 'Petunjuk' tidak dibaca: kepala daftarnya tidak ada.",
        "Lembar 'DIK' tidak dibaca: berkepala Daftar Informasi yang Dikecualikan dengan 1 baris. "
        "Unggah tersendiri, atau pilih lembar itu.",
    )
    assert read_sheets(book, waktu, lembar="DIK").kepala.daftar == lj.DIK
    with pytest.raises(LembarTidakAda, match="'Petunjuk'"):
        read_sheets(book, waktu, lembar="Petunjuk")


def test_a_hidden_sheet_is_read_only_where_no_other_has_a_head() -> None:
    full = sheet([KEPALA, line(), line("Laporan", "2"), line("Berita", "3")], "Lama")
    hidden = type(full)(full.baris, nama="Lama", terlihat=False)

    hasil = read_sheets([hidden, sheet([KEPALA, line()], "Baru")], waktu)

    assert hasil.lembar == "Baru"
    assert "tersembunyi" in hasil.lembar_lain[0]


def test_a_workbook_without_such_a_head_is_refused_and_its_sheets_are_named() -> None:
    with pytest.raises(KepalaDaftarTidakAda, match="Lembar yang dilihat: Gaji"):
        read_sheets([sheet([["No", "Nama", "Alamat"], ["1", "Contoh", "Kota"]], "Gaji")], waktu)


@pytest.mark.parametrize(
    ("judul", "ruas", "yakin"),
    [
        ("RINGKASAN ISI INFORMASI", "ringkasan", 1.0),
        ("Ringkasan isi infomasi", "ringkasan", 0.9),
        ("Pejabat / Unit / Satuan Kerja yg menguasai Informasi", "penguasa", 0.9),
        ("Penanggung Jawab Pembuatan/Penerbitan Informasi", "penanggung_jawab", 1.0),
        ("Format/Bentuk Informasi Yang Tersedia (hard/soft)", "bentuk", 0.8),
        ("Jangka Waktu Penyimpanan / Retensi Arsip", "retensi", 1.0),
        ("JENIS", "kategori", 0.5),
    ],
)
def test_a_head_misspelt_or_shortened_is_known_but_less_surely(
    judul: str, ruas: str, yakin: float
) -> None:
    found, sure = calon(lj.DIP, judul)[0]

    assert found == ruas
    assert yakin <= sure <= 1


@pytest.mark.parametrize(
    "judul", ["", "Nomor rekening bank milik pegawai", "Gaji pokok", "x" * 500]
)
def test_what_is_no_head_is_surely_none(judul: str) -> None:
    assert all(sure < YAKIN for _, sure in calon(lj.DIP, judul))
