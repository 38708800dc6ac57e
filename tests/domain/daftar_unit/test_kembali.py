"""What goes back of a list, and what comes again of it."""

from __future__ import annotations

from service.domain.daftar_unit import baca
from service.domain.daftar_unit.kembali import BukuKembali, returned
from tests.domain.daftar_unit.contoh import BERKALA, KEPALA, line, read, sheet, waktu


def back(rows: list[list[str]], gabungan: tuple[str, ...] = ()) -> BukuKembali:
    one = sheet(rows, gabungan=gabungan)
    return returned(one, baca.read([one], waktu))


def texts(buku: BukuKembali) -> list[list[str]]:
    body = [[one.teks for one in row] for row in buku.baris]
    return [*map(list, buku.kepala), *body]


def test_what_went_back_and_was_mended_is_read_again_and_nothing_else_counts_as_gone() -> None:
    rows = [KEPALA, BERKALA, line("Profil"), line("Laporan", "2", penguasa="")]
    mended = texts(back(rows))
    mended[2][2] = "Biro Umum"

    again = read(mended)

    assert [(one.at("judul"), one.kategori) for one in again.diterima] == [("Laporan", "berkala")]
    assert again.sebagian
    assert not read(rows).sebagian


def test_what_was_merged_is_written_out_in_each_row_that_goes_back() -> None:
    rows = [KEPALA, BERKALA, line("Profil"), line("Laporan", "2", penguasa="", bentuk="")]

    told = texts(back(rows, ("C3:C4",)))

    assert told[2][:4] == ["2", "Laporan", "Biro Umum", "Kepala Biro Umum"]


def test_a_head_of_two_rows_goes_back_so_that_it_is_known_again() -> None:
    above = [*KEPALA[:5], "Bentuk Informasi", "", KEPALA[6]]
    below = ["", "", "", "", "", "Cetak", "Elektronik", ""]
    row = [*line()[:5], "v", "", "2 tahun"]
    bad = ["2", "Laporan", "", *row[3:]]

    told = texts(back([above, below, BERKALA, row, bad], ("F1:G1",)))
    told[3][2] = "Biro Umum"
    again = read(told)

    assert again.diterima[0].at("bentuk") == "cetak"
    assert again.diterima[0].kategori == "berkala"


def test_a_kind_that_only_the_title_tells_goes_back_with_the_rows() -> None:
    rows = [["Informasi Serta-Merta"], KEPALA, line("Banjir", penguasa=""), line("Gempa", "2")]
    mended = texts(back(rows))
    mended[2][2] = "Biro Umum"

    assert read(mended).diterima[0].kategori == "serta_merta"


def test_what_should_be_looked_at_in_rows_that_were_taken_is_listed_last() -> None:
    doubt = line("Laporan", "2", waktu_tempat="entah, Kota Contoh")

    buku = back([KEPALA, BERKALA, doubt, line("Profil", "3", penguasa="")])

    assert [(row[1], row[2], row[6]) for row in buku.salah] == [
        ("C3", "C4", "Harus diperbaiki"),
        ("", "E3", "Sebaiknya dilihat"),
    ]


def test_what_went_back_twice_keeps_its_columns() -> None:
    first = texts(back([KEPALA, BERKALA, line("Profil", penguasa="")]))

    second = texts(back(first))

    assert second[0].count("Baris asal") == 1
    assert second[2][1] == "Profil"


def test_a_fault_of_the_whole_row_is_marked_at_its_first_cell() -> None:
    buku = back([KEPALA, BERKALA, line("Profil"), line("Profil", "2")])

    assert buku.baris[1][0].catatan.startswith("Baris ini sama dengan baris 3")
    assert buku.baris[1][-1].teks.startswith("Baris ini sama dengan baris 3")
