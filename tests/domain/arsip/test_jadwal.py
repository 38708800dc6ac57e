"""The klasifikasi and the JRA of an agency, out of a file or a workbook."""

from __future__ import annotations

import pytest

from service.domain.arsip.jadwal import Retensi
from service.domain.arsip.jadwal_isi import KODE, NAMA, read_line
from service.domain.arsip.jadwal_tabel import HasilJadwal, KepalaJadwalTidakAda, read_tabel
from service.domain.arsip.jadwal_toml import read_toml
from service.domain.arsip.kode import above, clean, is_kode, order
from service.domain.arsip.lama import Lama
from service.domain.informasi.retensi import DINILAI, MUSNAH, PERMANEN
from service.domain.tabel_isian import of_cells
from tests.domain.arsip.contoh import DUA_TIGA, JADWAL

TOML = """
[[arsip]]
kode = "HM"
nama = "Kehumasan"

[[arsip]]
kode = "HM.01"
nama = "Layanan informasi"
aktif = "2 tahun"
inaktif = "3 tahun"
nasib = "musnah"
"""
KEPALA = ["No", "Kode", "Jenis Arsip", "Retensi (tahun)", "", "Keterangan"]
BAWAH = ["", "", "", "Aktif", "Inaktif", ""]


def book(*rows: list[str]) -> HasilJadwal:
    return read_tabel([of_cells([["JADWAL RETENSI ARSIP"], KEPALA, BAWAH, *rows])])


def told(hasil: HasilJadwal) -> list[str]:
    return [f"{one.tempat}: {one.kata}" for one in hasil.salah]


def test_a_code_is_known_however_it_was_typed() -> None:
    assert clean(" hm.01 .02. ") == "HM.01.02"
    assert is_kode("400.9.6")
    assert is_kode("HM-01/02")
    assert not is_kode("HM..01")
    assert not is_kode("")
    assert [*above("HM.01.02")] == ["HM.01", "HM"]


def test_codes_stand_in_the_order_of_their_figures() -> None:
    assert sorted(["400.10", "400.9.6", "400.9", "HM.01"], key=order) == [
        "400.9",
        "400.9.6",
        "400.10",
        "HM.01",
    ]


def test_what_has_no_line_of_its_own_is_kept_as_the_code_above_it_says() -> None:
    assert JADWAL.retention("HM.01.02") == DUA_TIGA
    assert JADWAL.retention("HM.01.03") != DUA_TIGA
    assert JADWAL.retention("HM") is None
    assert [one.kode for one in JADWAL.tanpa_jadwal] == ["HK", "HM"]
    assert [one.nama for one in JADWAL.path("HM.01.02")] == [
        "Kehumasan",
        "Layanan informasi",
        "Permohonan informasi",
    ]


def test_a_file_brings_the_codes_in_their_order() -> None:
    jadwal, found = read_toml("jra.toml", TOML)
    assert found == []
    assert jadwal is not None
    assert jadwal.retention("HM.01") == DUA_TIGA
    assert DUA_TIGA.kata == "aktif 2 tahun, inaktif 3 tahun, musnah"


def test_every_fault_of_a_file_is_told_with_its_line() -> None:
    wrong = TOML.replace('"2 tahun"', '"dua"').replace('"HM.01"', '"HM..01"') + "warna = 'biru'\n"
    jadwal, found = read_toml("jra.toml", wrong)
    assert jadwal is None
    assert [(one.baris, one.sebab.split(" ")[0]) for one in found] == [
        (7, "Kode"),
        (9, "Retensi"),
        (12, "Kunci"),
    ]


def test_a_code_twice_is_a_fault_and_a_code_with_none_above_it_is_worth_a_look() -> None:
    twice = TOML + TOML.partition("\n\n")[0]
    jadwal, found = read_toml("jra.toml", twice)
    assert jadwal is None
    assert "sudah ada di atas" in str(found[0])
    jadwal, found = read_toml("jra.toml", TOML.replace('"HM"', '"HK"'))
    assert jadwal is not None
    assert [one.peringatan for one in found] == [True]


def test_a_file_without_a_line_is_no_schedule() -> None:
    assert read_toml("jra.toml", "")[0] is None


def test_the_jra_is_read_as_the_rule_prints_it_with_the_fate_under_keterangan() -> None:
    hasil = book(
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["1", "HM", "Kehumasan", "", "", ""],
        ["2", "HM.01", "Layanan informasi", "2", "3", "Musnah"],
        ["3", "HM.02", "Penghargaan", "1 tahun setelah kontrak berakhir", "0", "Permanen"],
        ["4", "HM.03", "Uji", "6 bulan", "1", "Dinilai kembali"],
    )
    assert told(hasil) == []
    assert hasil.jadwal is not None
    fates = [one.retensi and one.retensi.nasib for one in hasil.jadwal.baris]
    assert fates == [None, MUSNAH, PERMANEN, DINILAI]
    kontrak = Retensi(Lama(12, "kontrak berakhir"), Lama(), PERMANEN)
    assert hasil.jadwal.retention("HM.02") == kontrak


def test_every_fault_of_a_workbook_is_told_at_its_cell() -> None:
    hasil = book(
        ["1", "", "Kehumasan", "", "", ""],
        ["2", "HM.01", "", "dua", "3", "Entah"],
        ["3", "HM.01", "Layanan", "2", "", "Musnah"],
        ["4", "HM.01", "Layanan", "2", "3 tahun setelah mati", "Musnah"],
    )
    assert hasil.jadwal is None
    assert [one.partition(":")[0] for one in told(hasil)] == [
        "sel B4",
        "sel C5",
        "sel D5",
        "sel F5",
        "sel E6",
        "sel E7",
    ]


def test_a_workbook_without_a_head_is_refused_in_words() -> None:
    with pytest.raises(KepalaJadwalTidakAda, match="Belum ada yang disimpan"):
        read_tabel([of_cells([["Daftar hadir"], ["No", "Nama"]])])


def test_a_klasifikasi_and_its_jra_on_two_sheets_make_one_schedule() -> None:
    codes = of_cells(
        [
            ["Kode Klasifikasi", "Jenis Arsip"],
            ["HM", "Kehumasan"],
            ["HM.01", "Layanan informasi"],
            ["HM.02", "Penghargaan"],
        ]
    )
    terms = of_cells(
        [
            ["Kode", "Jenis arsip", "Aktif (tahun)", "Inaktif (tahun)", "Keterangan"],
            ["HM.01", "Layanan informasi", "2", "3", "Musnah"],
        ]
    )
    hasil = read_tabel([codes, terms])
    assert told(hasil) == []
    assert hasil.jadwal is not None
    assert [one.kode for one in hasil.jadwal.baris] == ["HM", "HM.01", "HM.02"]
    assert [one.kode for one in hasil.jadwal.tanpa_jadwal] == ["HM", "HM.02"]


def test_a_code_and_its_words_in_one_cell_are_taken_apart() -> None:
    hasil = read_tabel(
        [
            of_cells(
                [
                    ["Kode dan jenis arsip", "Aktif (tahun)", "Inaktif (tahun)", "Nasib akhir"],
                    ["KU Keuangan", "", "", ""],
                    ["KU.01 - Gaji pegawai", "2", "3", "Musnah"],
                    ["KU.01.02. Tunjangan 2 kali", "1", "1", "Musnah"],
                ]
            )
        ]
    )
    assert told(hasil) == []
    assert hasil.jadwal is not None
    assert [(one.kode, one.nama) for one in hasil.jadwal.baris] == [
        ("KU", "Keuangan"),
        ("KU.01", "Gaji pegawai"),
        ("KU.01.02", "Tunjangan 2 kali"),
    ]


@pytest.mark.parametrize("kode", ["HM 01", "HM.01", "hm. 01", "400.9.6"])
def test_a_code_that_is_only_a_code_stays_whole(kode: str) -> None:
    found = read_line({KODE: kode, NAMA: "Layanan"}).baris
    assert found is not None
    assert (found.kode, found.nama) == (clean(kode), "Layanan")
