"""The rules of a pack: read with every fault at its line; an agency's cover the common ones."""

from __future__ import annotations

import pytest

from service.domain.cocok import found, wrong_pola
from service.domain.instansi import Instansi, UnitKerja
from service.domain.kenali_baca import read_text
from service.domain.mutu_teks import BAIK, RUSAK, SEDIKIT, quality
from service.domain.seri import Seri
from tests.domain import surat_contoh as contoh
from tests.domain.surat_contoh import umum

SEPULUH_TIGA = (
    "permohonan_informasi permohonan_uji_konsekuensi keberatan dokumen_informasi usulan_dip "
    "usulan_dik naskah_kembali pindaian_bertanda_tangan daftar_serah_terima undangan memorandum "
    "nota_dinas surat_tugas laporan surat_dinas lainnya"
)
INSTANSI = Instansi(
    "contoh", "Contoh", unit=(UnitKerja("satu", "Satu", "S"),), seri=(Seri("sk", "SK", "{NOMOR}"),)
)


def faults(teks: str) -> list[tuple[int, str]]:
    found = read_text("contoh/kenali.toml", teks, umum(), INSTANSI)[1]
    return [(one.baris, one.sebab) for one in found]


def test_the_common_rules_know_every_kind_that_comes_in() -> None:
    assert {one.id for one in umum().jenis} >= set(SEPULUH_TIGA.split())
    assert umum().ambang == 80
    ruled = {one.jenis for one in umum().kenali}
    assert {one.id for one in umum().jenis} - ruled == {"lainnya"}


def test_the_legal_number_of_a_request_waits_for_a_person() -> None:
    kind = umum().jenis_of("permohonan_informasi")

    assert kind
    assert (kind.daftar, kind.buku) == ("petugas", "register")


def test_every_fault_is_told_at_once_with_its_line() -> None:
    teks = """
ambang = 30
ambagn = 80

[[jenis]]
id = "Salah Id"
nama = "Contoh"
buku = "tak_ada"
daftar = "kadang"

[[kenali]]
id = "satu"
jenis = "tak_ada"
di = "langit"
kata = []

[[kenali]]
id = "satu"
jenis = "undangan"
di = "judul"
cara = "pola"
kata = ["(a+)+", "[", ".*"]
bobot = 120
unit = "tak_ada"
sifat = "ajaib"
"""
    told = faults(teks)
    lines = [line for line, _ in told]
    said = "\n".join(sebab for _, sebab in told)

    assert set(lines) >= {2, 3, 6, 8, 9, 13, 14, 15, 22, 23, 24, 25}
    for word in ("'ambagn' tidak dikenal", "antara 50 dan 100", "Seri 'tak_ada'", "'langit'",
                 "tambahkan [[jenis]]", "dua kali", "pengulangan di dalam pengulangan",
                 "susunannya tidak dapat dibaca", "teks kosong", "Unit 'tak_ada'",
                 "'ajaib'"):  # fmt: skip
        assert word in said, word


def test_what_is_no_toml_is_told_and_read_no_further() -> None:
    aturan, found = read_text("contoh/kenali.toml", "[[kenali]\nid = 1")

    assert aturan is None
    assert found[0].baris == 1


def test_an_agency_covers_a_rule_and_a_kind_by_their_ids_and_adds_its_own() -> None:
    teks = """
ambang = 90
[[jenis]]
id = "undangan"
nama = "Surat undangan"
[[jenis]]
id = "aduan"
nama = "Aduan"
[[kenali]]
id = "undangan.judul"
jenis = "undangan"
di = "judul"
kata = ["sila hadir"]
[[kenali]]
id = "aduan.judul"
jenis = "aduan"
di = "judul"
kata = ["pengaduan"]
"""
    own, found = read_text("contoh/kenali.toml", teks, umum(), INSTANSI)

    assert own
    assert not found
    assert own.ambang == 90
    assert own.nama_jenis("undangan") == "Surat undangan"
    assert len(own.jenis) == len(umum().jenis) + 1
    assert len(own.kenali) == len(umum().kenali) + 1
    assert [one.kata for one in own.kenali if one.id == "undangan.judul"] == [("sila hadir",)]


@pytest.mark.parametrize(
    ("cara", "kata", "kutipan"),
    [
        ("salah_satu", ("tak ada", "daftar informasi"), "DAFTAR\n  INFORMASI"),
        ("semua", ("daftar informasi", "tahun 2026"), "DAFTAR\n  INFORMASI … TAHUN 2026"),
        ("persis", ("contoh kota",), "Contoh Kota"),
        ("pola", (r"tahun\s(\d{4})",), "2026"),
        ("mirip", ("dafter infromasi",), "DAFTAR\n  INFORMASI"),
    ],
)
def test_each_way_of_matching_says_the_very_letters(
    cara: str, kata: tuple[str, ...], kutipan: str
) -> None:
    hit = found(cara, kata, "USULAN DAFTAR\n  INFORMASI\n* Contoh Kota *\nTAHUN 2026")

    assert hit
    assert hit.kutipan == kutipan


@pytest.mark.parametrize(
    ("cara", "kata"),
    [("salah_satu", ("formasi",)), ("semua", ("daftar", "tak ada")), ("persis", ("contoh",)),
     ("pola", (r"^tahun$",)), ("mirip", ("pameran",)), ("salah_satu", ())],
)  # fmt: skip
def test_a_part_of_a_word_or_of_a_line_is_no_match(cara: str, kata: tuple[str, ...]) -> None:
    assert found(cara, kata, "DAFTAR INFORMASI\nContoh Kota\nTAHUN 2026") is None


def test_a_pattern_that_might_never_end_or_fits_all_is_named() -> None:
    for pola in ("(a+)+b", "(x*)*", "(", ".*", "a" * 601):
        assert wrong_pola(pola)
    assert wrong_pola(r"^\W*undangan\b") == ""


@pytest.mark.parametrize(
    ("teks", "mutu"),
    [
        (contoh.PERMOHONAN, BAIK),
        (contoh.SK, BAIK),
        (contoh.SOP_SEBARIS, BAIK),
        (contoh.SOP_BERTABEL, BAIK),
        (contoh.SOP_TANPA_NOMOR, BAIK),
        (contoh.SOP_PINDAIAN, RUSAK),
        ("", SEDIKIT),
        ("Halaman 1\n\n2", SEDIKIT),
        ("lj;k |fds [qw 3e~r ¢¢ nM;op |aS zx^cv bnm, tYgh |q @# $% ^& jkl;" * 5, RUSAK),
        ("\ufffd\ufffd kata \ufffd" * 40, RUSAK),
        ("kqxw zrtp bcdfg hjklm nprst vwxyz qrtpl mnbvc" * 12, RUSAK),
    ],
)  # fmt: skip
def test_writing_is_told_from_the_smudges_of_a_scanner(teks: str, mutu: str) -> None:
    assert quality([teks]) == mutu


def test_the_codes_of_a_table_are_no_smudges() -> None:
    assert quality([contoh.TABEL_DIP], tabel=True) == BAIK
