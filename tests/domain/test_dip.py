from __future__ import annotations

import pytest

from service.domain.dip import (
    KLASIFIKASI,
    LAJUR,
    BarisTidakLengkap,
    BukanUntukDip,
    KepalaTidakDikenal,
    read,
)

KEPALA = list(LAJUR.values())
BARIS = ["1", "Profil", "Biro Umum", "Kepala Biro Umum", "2026, Kota Contoh", "Cetak", "2 tahun"]


def line(no: str = "1", ringkasan: str = "Profil") -> list[str]:
    return [no, ringkasan, *BARIS[2:]]


def test_a_list_is_grouped_in_the_order_of_the_law_and_numbered_anew() -> None:
    listed = read(
        [
            ["DAFTAR INFORMASI PUBLIK"],
            KEPALA,
            [f"({n})" for n in range(1, 8)],
            ["", "Informasi yang wajib tersedia setiap saat"],
            line("7", "Perjanjian"),
            ["Informasi Berkala"],
            line("1", "Profil"),
            line("2", "Laporan"),
        ]
    )

    assert [golongan["kategori"] for golongan in listed] == [
        KLASIFIKASI["berkala"],
        KLASIFIKASI["setiap_saat"],
    ]
    numbered = [(baris["no"], baris["ringkasan"]) for g in listed for baris in g["baris"]]
    assert numbered == [(1, "Profil"), (2, "Laporan"), (3, "Perjanjian")]


def test_columns_may_stand_in_another_order_and_be_spelt_a_little_differently() -> None:
    turned = [KEPALA[n] for n in (1, 0, 2, 3, 4, 5, 6)]
    turned[0] = "RINGKASAN ISI INFORMASI PUBLIK"
    turned[5] = "Format / Bentuk Informasi yg tersedia"

    listed = read([turned, ["Profil", "9", *BARIS[2:]]])

    assert listed[0]["baris"][0]["ringkasan"] == "Profil"
    assert listed[0]["baris"][0]["bentuk"] == "Cetak"


def test_a_table_without_the_seven_columns_is_refused_and_they_are_named() -> None:
    with pytest.raises(KepalaTidakDikenal, match="Ringkasan Isi Informasi"):
        read([["No", "Nama", "Alamat"], ["1", "a", "b"]])


def test_an_incomplete_line_is_named_by_its_place() -> None:
    with pytest.raises(BarisTidakLengkap, match="baris 3 tanpa Jangka Waktu"):
        read([KEPALA, line(), BARIS[:6]])


def test_an_empty_list_is_no_list() -> None:
    with pytest.raises(BarisTidakLengkap, match="tidak memuat satu baris"):
        read([KEPALA])


def test_an_excluded_line_never_enters_the_public_list() -> None:
    with pytest.raises(BukanUntukDip, match="pindahkan ke DIK"):
        read([KEPALA, line(), ["Informasi yang Dikecualikan"], line("2", "Rahasia")])


def test_whatever_is_said_of_exclusion_above_lines_keeps_them_out() -> None:
    for bar in ("Daftar yang dikecualikan", "D. Pengecualian (dikecualikan)", "DIKECUALIKAN"):
        with pytest.raises(BukanUntukDip):
            read([KEPALA, line(), [bar], line("2", "Rahasia")])
