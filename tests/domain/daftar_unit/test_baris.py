"""The rows below the head: lines, bars, totals, signatures, merged cells, and what is wrong."""

from __future__ import annotations

import pytest

from service.domain.daftar_unit import baca
from service.domain.daftar_unit.baca import DaftarKosong, DaftarTerlaluPanjang
from service.domain.tabel_isian import GALAT, PANJANG, RUMUS, BarisTabel, TabelIsian
from tests.domain.daftar_unit.contoh import (
    BARIS_DIK,
    BERKALA,
    KEPALA,
    KEPALA_DIK,
    kata,
    line,
    read,
    sheet,
    waktu,
)

SETIAP_SAAT = ["", "C. Informasi yang Wajib Tersedia Setiap Saat"]


def test_the_kind_of_a_line_is_the_bar_above_it() -> None:
    hasil = read(
        [
            KEPALA,
            ["A", "INFORMASI YANG WAJIB DISEDIAKAN DAN DIUMUMKAN SECARA BERKALA"],
            line("Profil"),
            ["II.", "Informasi Serta-Merta"],
            line("Banjir", "2"),
            SETIAP_SAAT,
            line("Laporan informasi berkala", "3"),
        ]
    )

    assert [(one.at("judul"), one.kategori) for one in hasil.diterima] == [
        ("Profil", "berkala"),
        ("Banjir", "serta_merta"),
        ("Laporan informasi berkala", "setiap_saat"),
    ]


def test_the_kind_of_all_lines_may_stand_in_the_title_or_in_the_name_of_the_sheet() -> None:
    above = [["Informasi Serta Merta"], KEPALA, line()]

    assert read(above).diterima[0].kategori == "serta_merta"
    hasil = baca.read([sheet([KEPALA, line()], "Berkala")], waktu)
    assert hasil.diterima[0].kategori == "berkala"


def test_a_column_of_kinds_goes_before_the_bar_and_a_difference_is_said() -> None:
    heads = [*KEPALA, "Kategori"]

    hasil = read(
        [
            heads,
            BERKALA,
            [*line("a laporan"), "berkala"],
            [*line("b laporan"), "SS"],
            [*line("c laporan"), ""],
            [*line("d laporan"), "penting"],
            [*line("e laporan"), "berkala dan setiap saat"],
        ]
    )

    assert [one.kategori for one in hasil.diterima] == ["berkala", "setiap_saat", "berkala"]
    assert [(one.tempat, one.bobot, one.kata[:30]) for one in hasil.salah] == [
        ("sel H4", "ringan", "Kategori di kolom ini berbeda "),
        ("sel H6", "berat", "Kategori tidak dikenal; pilih "),
        ("sel H7", "berat", "Kategori lebih dari satu; pili"),
    ]


def test_a_list_without_any_kind_goes_on_and_that_is_said_once() -> None:
    hasil = read([KEPALA, line(), line("Laporan", "2")])

    assert len(hasil.diterima) == 2
    assert [(one.tempat, one.bobot) for one in hasil.salah] == [("lembar Data", "ringan")]


def test_what_is_withheld_stands_in_no_public_list() -> None:
    hasil = read(
        [
            KEPALA,
            BERKALA,
            line(),
            ["", "Informasi yang Dikecualikan"],
            line("Data pribadi", "2"),
        ]
    )

    assert [one.at("judul") for one in hasil.diterima] == ["Profil"]
    assert kata(hasil) == [
        ("baris 5", "Informasi yang dikecualikan tidak dimuat dalam DIP; pindahkan ke DIK.")
    ]


@pytest.mark.parametrize(
    ("row", "diterima"),
    [
        (["4.", "Informasi yang dikecualikan"], 1),
        (["4", "Informasi yang dikecualikan"], 1),
        (["", "Daftar yang dikecualikan"], 1),
        (["4", "SOP pengecualian informasi"], 2),
        (["", "Informasi berkala, tidak termasuk yang dikecualikan"], 2),
    ],
)
def test_lines_below_words_of_exclusion_stay_out_and_a_title_is_no_bar(
    row: list[str], diterima: int
) -> None:
    hasil = read([KEPALA, BERKALA, line(), row, line("Laporan", "5")])

    assert len(hasil.diterima) == diterima


def test_what_is_read_of_a_list_stands_in_no_log_by_its_own_name() -> None:
    hasil = read([KEPALA, BERKALA, line("Kata yang belum diumumkan")])

    assert "belum diumumkan" not in repr(hasil)


def test_bad_rows_go_back_and_good_rows_go_on() -> None:
    hasil = read(
        [
            KEPALA,
            BERKALA,
            line("Profil"),
            line("Laporan", "2", penguasa=""),
            line("Rencana", "3", retensi="-", bentuk="sda"),
            line("Anggaran", "4"),
        ]
    )

    assert [one.baris for one in hasil.diterima] == [3, 6]
    assert kata(hasil) == [
        (
            "sel C4",
            "Pejabat/Unit/Satuan Kerja yang Menguasai Informasi belum diisi. Bila sama dengan "
            "baris di atasnya, tulis lagi atau gabungkan selnya.",
        ),
        (
            "sel G5",
            "Jangka Waktu Penyimpanan atau Retensi Arsip hanya berisi tanda '-'; tulis isinya.",
        ),
        ("sel F5", "Tanda 'sda' tidak dapat dibaca; tulis isinya."),
    ]
    assert hasil.jumlah == {
        "baris": 4,
        "diterima": 2,
        "dikembalikan": 2,
        "berat": 3,
        "ringan": 0,
    }


def test_the_row_above_counts_only_where_the_cells_are_really_merged() -> None:
    rows = [
        KEPALA,
        BERKALA,
        line("Profil"),
        line("Laporan", "2", penguasa="", retensi=""),
        line("Rencana", "3", penguasa=""),
    ]

    hasil = read(rows, ["C3:C4", "G3:G4"])

    assert [one.at("penguasa") for one in hasil.diterima] == ["Biro Umum", "Biro Umum"]
    assert [one.baris for one in hasil.dikembalikan] == [5]


def test_a_line_whose_number_and_title_are_merged_is_one_line_of_several_rows() -> None:
    rows = [
        KEPALA,
        BERKALA,
        line("Profil", bentuk="Cetak"),
        ["", "", "", "", "", "Elektronik", ""],
        line("Laporan", "2"),
    ]

    hasil = read(rows, ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "G3:G4"])

    assert [(one.baris, one.at("bentuk")) for one in hasil.diterima] == [
        (3, "Cetak\nElektronik"),
        (5, "Cetak"),
    ]


def test_what_only_looks_like_the_rest_of_the_row_above_goes_back_with_it() -> None:
    rows = [
        KEPALA,
        BERKALA,
        line("Laporan pelaksanaan"),
        ["", "kegiatan tahun 2024"],
        line("x y z"),
    ]

    hasil = read(rows)

    assert [one.baris for one in hasil.diterima] == [5]
    assert (
        "baris 3",
        "Isi baris ini tampaknya bersambung ke baris 4; satukan dalam satu baris.",
    ) in (kata(hasil))
    assert any(place == "baris 4" and "sambungan baris 3" in words for place, words in kata(hasil))


def test_cells_merged_across_columns_are_to_be_parted() -> None:
    hasil = read([KEPALA, BERKALA, line("Profil", penanggung_jawab="")], ["C3:D3"])

    assert kata(hasil) == [
        (
            "sel D3",
            "Sel ini digabung dengan kolom C di kirinya; pisahkan selnya, lalu isi Penanggung "
            "Jawab Pembuatan atau Penerbitan Informasi.",
        )
    ]


def test_merged_chaos_ends_no_reading() -> None:
    rows = [KEPALA, BERKALA, line("Profil"), line("Laporan", "2"), line("Rencana", "3")]

    hasil = read(rows, ["A1:G5", "B3:D9", "C3:C4", "B4:B4", "A2:Z2", "G3:G99"])

    assert hasil.jumlah["baris"] >= 1


def test_totals_numbering_repeated_heads_and_signatures_are_no_lines_and_are_named() -> None:
    hasil = read(
        [
            KEPALA,
            [str(n) for n in range(1, 8)],
            BERKALA,
            line(),
            [],
            KEPALA,
            line("Laporan", "2"),
            ["", "Jumlah informasi", "2"],
            ["", "", "", "", "Kota Contoh, 22 November 2026"],
            ["", "", "", "", "Kepala Biro Umum,"],
            [],
            ["", "", "", "", "Contoh Satu"],
            ["", "", "", "", "NIP 19860429 200412 1 001"],
        ]
    )

    assert [one.baris for one in hasil.diterima] == [4, 7]
    assert [(one.dari, one.sampai, one.apa) for one in hasil.dilewati] == [
        (2, 2, "penomoran kolom"),
        (3, 3, "judul golongan"),
        (6, 6, "kepala yang diulang"),
        (8, 8, "baris jumlah"),
        (9, 10, "kaki daftar"),
        (12, 13, "kaki daftar"),
    ]
    assert hasil.dikembalikan == ()


def test_a_head_of_two_rows_that_is_printed_on_every_page_is_no_line() -> None:
    above = [*KEPALA[:5], "Bentuk Informasi", "", "Retensi Arsip", ""]
    below = [*[""] * 5, "Cetak", "Elektronik", "Aktif", "Inaktif"]
    row = [*line()[:5], "v", "", "2 tahun", "3 tahun"]

    hasil = read([above, below, BERKALA, row, above, below, ["2", "Laporan", *row[2:]]])

    assert [one.baris for one in hasil.diterima] == [4, 7]
    assert hasil.dikembalikan == ()


def test_a_numbered_line_is_no_total_and_no_signature_however_little_it_says() -> None:
    rows = [line(), ["2", "Jumlah penduduk"], ["", "Catatan: sementara"], ["3", "Keterangan ahli"]]

    hasil = read([KEPALA, BERKALA, *rows])

    assert [one.baris for one in hasil.dikembalikan] == [4, 6]
    assert [(one.dari, one.apa) for one in hasil.dilewati[1:]] == [(5, "kaki daftar")]


def test_a_half_empty_line_is_a_line_and_no_heading() -> None:
    hasil = read([KEPALA, BERKALA, line(), ["2", "Laporan keuangan"]])

    assert [one.baris for one in hasil.dikembalikan] == [4]
    assert len(hasil.salah) == 5


def test_a_heading_over_the_whole_table_that_names_no_kind_is_no_line() -> None:
    hasil = read([KEPALA, BERKALA, ["Profil badan publik"], line()], ["A3:G3"])

    assert [one.baris for one in hasil.diterima] == [4]
    assert hasil.dilewati[-1].apa == "judul bagian"


def test_what_a_spreadsheet_could_not_work_out_is_said_at_its_cell() -> None:
    body = BarisTabel(3, tuple(line()), {1: GALAT, 2: RUMUS, 3: PANJANG, 0: RUMUS})
    tabel = TabelIsian(
        (BarisTabel(1, tuple(KEPALA)), BarisTabel(2, tuple(BERKALA)), body), nama="Data"
    )

    hasil = baca.read([tabel], waktu)

    assert [place for place, _ in kata(hasil)] == ["sel B3", "sel C3", "sel D3"]
    assert "galat rumus" in hasil.salah[0].kata
    assert "belum dihitung" in hasil.salah[1].kata


def test_a_hidden_row_goes_back() -> None:
    rows = (BarisTabel(1, tuple(KEPALA)), BarisTabel(2, tuple(line()), tersembunyi=True))

    hasil = baca.read([TabelIsian(rows)], waktu)

    assert hasil.dikembalikan[0].salah[0].kata.startswith("Baris ini tersembunyi.")


def test_a_title_of_figures_alone_is_no_title() -> None:
    hasil = read([KEPALA, BERKALA, line("12345"), line("X", "2"), line("Profil", penguasa="77")])

    assert [place for place, _ in kata(hasil)] == ["sel B3", "sel B4", "sel C5"]


def test_a_time_that_nobody_can_read_stays_as_text_and_is_asked_about() -> None:
    hasil = read(
        [
            KEPALA,
            BERKALA,
            line("Profil", waktu_tempat="setiap triwulan, Kota Contoh"),
            line("Laporan", "2", waktu_tempat="nanti tahun depan, Kota Contoh"),
            line("Rencana", "3", waktu_tempat="2022-2024"),
        ]
    )

    assert len(hasil.diterima) == 3
    assert [one.at("waktu") for one in hasil.diterima] == [
        "setiap triwulan",
        "nanti tahun depan",
        "2022-2024",
    ]
    assert [(one.tempat, one.bobot, one.kata) for one in hasil.salah] == [
        ("sel E4", "ringan", "Waktunya tidak terbaca."),
        ("sel E5", "ringan", "Tempat pembuatan belum disebut."),
    ]


def test_the_same_code_twice_goes_back_and_the_same_line_twice_goes_on_once() -> None:
    heads = [*KEPALA, "Kode"]
    hasil = read(
        [
            heads,
            BERKALA,
            [*line("Profil"), "AB-1"],
            [*line("Laporan", "2"), "ab-1"],
            [*line("Rencana", "3"), "CD-2"],
            [*line("Rencana", "4"), "CD-2"],
            [*line("Anggaran", "5"), ""],
            [*line("ANGGARAN", "6"), ""],
        ]
    )

    assert [one.baris for one in hasil.diterima] == [5, 7]
    assert kata(hasil) == [
        (
            "sel H3",
            "Kode ini juga dipakai baris 4 dengan isi lain. Satu kode satu baris; kosongkan kode "
            "baris yang baru.",
        ),
        (
            "sel H4",
            "Kode ini juga dipakai baris 3 dengan isi lain. Satu kode satu baris; kosongkan kode "
            "baris yang baru.",
        ),
        ("sel H6", "Baris ini sama dengan baris 5; hapus salah satunya."),
        (
            "baris 8",
            "Baris ini sama dengan baris 7. Hapus salah satunya, atau bedakan isinya.",
        ),
    ]


def test_the_same_title_of_another_year_is_another_line() -> None:
    rows = [line("Laporan tahunan", waktu_tempat=f"{year}, Kota Contoh") for year in (2023, 2024)]

    assert len(read([KEPALA, BERKALA, *rows]).diterima) == 2


@pytest.mark.parametrize(
    ("dasar", "jangka", "kembali", "said"),
    [
        ("Pasal 17 huruf h UU 14/2008", "permanen", False, ""),
        ("Peraturan Menteri 3/2020", "5 tahun", True, "harus menyebut undang-undangnya"),
        ("", "5 tahun", True, "belum diisi"),
        ("Pasal 17 huruf j UU 14/2008", "5 tahun", True, "sebut undang-undang yang melarang"),
        ("Pasal 17 huruf j UU KIP jo. UU 7/1992", "5 tahun", False, ""),
        ("Pasal 17 huruf a Undang-Undang Nomor 14 Tahun 2008", "permanen", True, "tanpa batas"),
        ("UU Nomor 14 Tahun 2008", "5 tahun", False, "belum menyebut huruf"),
    ],
)
def test_no_information_is_withheld_without_its_law(
    dasar: str, jangka: str, kembali: bool, said: str
) -> None:
    row = [*BARIS_DIK[:2], dasar, *BARIS_DIK[3:5], jangka]

    hasil = read([KEPALA_DIK, row])

    assert bool(hasil.dikembalikan) is kembali
    assert said in " ".join(one.kata for one in hasil.salah)
    assert bool(said) is bool(hasil.salah)


@pytest.mark.parametrize("n", [3, 4])
def test_both_consequences_are_asked_of_what_is_withheld(n: int) -> None:
    row = [*BARIS_DIK]
    row[n] = ""

    assert [one.kolom for one in read([KEPALA_DIK, row]).salah] == ["ABCDE"[n]]


def test_behind_a_thousand_empty_rows_nothing_is_read_and_that_is_said() -> None:
    rows = (
        BarisTabel(1, tuple(KEPALA)),
        BarisTabel(2, tuple(line())),
        BarisTabel(1_048_576, tuple(line("Laporan"))),
    )

    hasil = baca.read([TabelIsian(rows, nama="Data")], waktu)

    assert [one.baris for one in hasil.diterima] == [2]
    assert "Isi mulai baris 1048576 tidak dibaca" in hasil.salah[0].kata


def test_a_head_without_lines_and_a_list_without_end_are_refused() -> None:
    with pytest.raises(DaftarKosong, match="'Data' belum memuat satu baris"):
        read([KEPALA, BERKALA])
    rows = (BarisTabel(n, tuple(line())) for n in range(2, 100_003))
    with pytest.raises(DaftarTerlaluPanjang, match=r"100\.001 baris"):
        baca.read([TabelIsian((BarisTabel(1, tuple(KEPALA)), *rows))], waktu)
