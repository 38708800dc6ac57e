"""What an office cites and is no longer simply in force is told, and stays as it is written."""

from __future__ import annotations

from pathlib import Path

from service.acts.keadaan.check import check
from service.acts.sop.daftar import sop_of
from service.acts.sop.peraturan import regulations, sheet_warnings, sop_warnings
from service.domain.kesalahan import grave
from service.domain.uji import Dasar, LembarUji
from tests.acts.perkara import BAHAN
from tests.acts.test_check import UTUH, PacksOnPaper

DAFTAR = """
[jenis.perki]
nama = "Peraturan Komisi Informasi"
ditulis = ["Perki"]
[jenis.uu]
nama = "Undang-Undang"
ditulis = ["UU"]
[peraturan.perki_1_2010]
jenis = "perki"
nomor = "1"
tahun = 2010
tentang = "Standar Layanan"
keadaan = "diganti"
pengganti = "perki_1_2021"
[peraturan.perki_1_2021]
jenis = "perki"
nomor = "1"
tahun = 2021
tentang = "Standar Layanan"
[peraturan.uu_9_1999]
jenis = "uu"
nomor = "9"
tahun = 1999
tentang = "Contoh"
keadaan = "dicabut"
"""
SOP = """nama = "Contoh"
[identitas]
# Perki 1/2010 disebut lagi di bawah ini
dasar_hukum = [
    "Peraturan Komisi Informasi No 01 Tahun 2010 tentang Standar Layanan",
    "Perki 1/2010",
    "UU Nomor 9 Tahun 1999",
]
[pelaksana]
tim_sekretariat = "Tim Sekretariat"
[[langkah]]
id = "satu"
kegiatan = "Contoh"
pelaksana = ["tim_sekretariat"]
"""


def packs(**more: str) -> PacksOnPaper:
    files = {
        "umum/bahan.toml": BAHAN,
        "umum/peraturan.toml": DAFTAR,
        "dinas/instansi.toml": UTUH,
        "dinas/sop/contoh.toml": SOP,
        **more,
    }
    return PacksOnPaper(files)


def test_the_check_names_what_an_sop_cites_once_at_its_line_and_as_no_fault() -> None:
    found = check(packs())

    assert grave(found) == []
    told = [(one.file, one.baris, one.sebab) for one in found]
    assert [(file, line) for file, line, _ in told] == [
        ("dinas/sop/contoh.toml", 5),
        ("dinas/sop/contoh.toml", 7),
    ]
    assert "Peraturan Komisi Informasi No 01 Tahun 2010" in told[0][2]
    assert "penggantinya Peraturan Komisi Informasi Nomor 1 Tahun 2021" in told[0][2]
    assert "Tidak ada yang diubah" in told[0][2]


def test_the_page_of_an_sop_shows_each_as_it_is_written() -> None:
    house = packs()
    one = sop_of(house, "dinas", "contoh")

    assert [written for written, _ in sop_warnings(house, "dinas", one)] == [
        "Peraturan Komisi Informasi No 01 Tahun 2010",
        "UU Nomor 9 Tahun 1999",
    ]
    assert one.identitas.dasar_hukum[1] == "Perki 1/2010"


def test_the_other_law_of_a_worksheet_is_looked_up_in_the_agencys_own_list() -> None:
    lembar = LembarUji(dasar=(Dasar("a"), Dasar("j", "UU Nomor 9 Tahun 1999 Pasal 4")))
    own = '[peraturan.uu_9_1999]\njenis = "uu"\nnomor = "9"\ntahun = 1999\ntentang = "Contoh"\n'

    assert "sudah dicabut" in sheet_warnings(regulations(packs(), "dinas"), lembar)[0]
    covered = packs(**{"dinas/peraturan.toml": own})
    assert sheet_warnings(regulations(covered, "dinas"), lembar) == []
    assert check(covered)[0].baris == 5


def test_a_broken_list_is_named_and_stops_nothing_else() -> None:
    house = packs(**{"umum/peraturan.toml": "[peraturan", "dinas/peraturan.toml": "[jenis"})
    found = check(house)

    assert {one.file for one in grave(found)} == {"umum/peraturan.toml", "dinas/peraturan.toml"}
    assert regulations(house, "dinas").peraturan == {}
    assert sop_of(house, "dinas", "contoh").judul == "Contoh"


def test_the_list_that_is_shipped_has_no_fault_and_no_address() -> None:
    text = (Path(__file__).parents[2] / "templates_docx/umum/peraturan.toml").read_text("utf-8")
    found = check(packs(**{"umum/peraturan.toml": text}))

    assert grave(found) == []
    assert "http" not in text
    shipped = regulations(packs(**{"umum/peraturan.toml": text}), "dinas").peraturan
    assert {"uu_14_2008", "perki_1_2010", "perki_1_2017", "perki_1_2021"} <= shipped.keys()
