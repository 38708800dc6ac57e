"""Regulations are data; a citation is found however it is written, and never changed."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.kutipan import cited, warnings
from service.domain.peraturan import Daftar, read

UMUM = Path(__file__).parents[2] / "templates_docx" / "umum" / "peraturan.toml"
KEPALA = '[jenis.uu]\nnama = "Undang-Undang"\n'


@pytest.fixture(scope="module")
def daftar() -> Daftar:
    found, wrong = read("umum/peraturan.toml", UMUM.read_text(encoding="utf-8"))
    assert wrong == []
    return found


def law(name: str = "uu_1_2020", **more: str) -> str:
    told = {"jenis": '"uu"', "nomor": '"1"', "tahun": "2020", "tentang": '"Contoh"', **more}
    lines = [f"{key} = {value}" for key, value in told.items() if value]
    return "\n".join([f"[peraturan.{name}]", *lines]) + "\n"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("UU No. 14 Tahun 2008", ["uu_14_2008"]),
        ("Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan", ["uu_14_2008"]),
        ("undang undang republik indonesia nomor 14 tahun 2008", ["uu_14_2008"]),
        ("UNDANG-UNDANG NOMOR 14 TAHUN 2008", ["uu_14_2008"]),
        ("UU14/2008", ["uu_14_2008"]),
        ("UU No.14 Th. 2008", ["uu_14_2008"]),
        ("Pasal 17 UU KIP", ["uu_14_2008"]),
        ("Perki 1/2010", ["perki_1_2010"]),
        ("Perki No. 1 Tahun 2010", ["perki_1_2010"]),
        ("Peraturan Komisi Informasi Nomor 1 Tahun 2010", ["perki_1_2010"]),
        ("Peraturan Komisi Informasi Pusat Nomor 01 Tahun 2010", ["perki_1_2010"]),
        ("Peraturan\n Komisi  Informasi Nomor 1\nTahun 2010", ["perki_1_2010"]),
        ("Perki No. 1 Tahun 2010 dan No. 1 Tahun 2013", ["perki_1_2010", "perki_1_2013"]),
        ("Perki 1/2021 menggantikan Perki 1/2010", ["perki_1_2021", "perki_1_2010"]),
        ("Perki 1/2010, lalu Perki No. 1 Tahun 2010", ["perki_1_2010"]),
        ("Permendagri RI Nomor 03 Tahun 2017", ["permendagri_3_2017"]),
        ("3. UU No. 23 Tahun 2013 4. PP 61 Tahun 2010", ["uu_23_2013", "pp_61_2010"]),
        ("Perka ANRI 5/2021", ["peraturan_anri_5_2021"]),
        ("1. No. 14 Tahun 2008", []),  # of which kind, nobody can say
        ("SUU 14/2008", []),
        ("UU 14 Tahun 20089", []),
        ("UU Nomor 114 Tahun 2008", []),
        ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 14 Tahun 2008", []),
        ("Perda Nomor 1 Tahun 2010", []),
        ("", []),
    ],
)
def test_a_citation_is_found_however_it_is_written(
    daftar: Daftar, text: str, ids: list[str]
) -> None:
    assert [one.peraturan.id for one in cited(text, daftar)] == ids


def test_what_is_cited_is_shown_as_it_stands(daftar: Daftar) -> None:
    [one, two] = cited("lihat perki No. 01\nTahun 2010 jo. Nomor 1 Tahun 2013.", daftar)

    assert (one.teks, two.teks) == ("perki No. 01 Tahun 2010", "Nomor 1 Tahun 2013")


def test_only_what_is_not_simply_in_force_is_warned_of_with_its_successor(daftar: Daftar) -> None:
    assert warnings("UU 14/2008 dan Perki 1/2021", daftar) == []
    [said] = warnings("Perki 1/2010", daftar)
    assert "sudah diganti; penggantinya Peraturan Komisi Informasi Nomor 1 Tahun 2021" in said
    [said] = warnings("Perki 1/2017", daftar)
    assert "keberlakuannya diragukan; mungkin digantikan" in said
    [said] = warnings("UU No. 23 Tahun 2013", daftar)
    assert "salah kutip" in said
    assert "Nomor 24 Tahun 2013" in said


def test_an_agency_covers_and_extends_the_common_list(daftar: Daftar) -> None:
    own, found = read(
        "contoh/peraturan.toml",
        '[jenis.pergub]\nnama = "Peraturan Gubernur Contoh"\nditulis = ["Pergub"]\n'
        + law("perki_1_2017", jenis='"perki"', tahun="2017", keadaan='"dicabut"')
        + law("pergub_63_2015", jenis='"pergub"', nomor='"063"', tahun="2015"),
        daftar,
    )
    both = daftar.over(own)

    assert found == []
    assert "sudah dicabut." in warnings("Perki 1/2017", both)[0]
    assert [one.peraturan.id for one in cited("Pergub No. 63 Tahun 2015", both)] == [
        "pergub_63_2015"
    ]
    assert "diragukan" in warnings("Perki 1/2017", daftar)[0]


def test_every_fault_of_a_list_is_named_at_once() -> None:
    _, found = read(
        "contoh/peraturan.toml",
        KEPALA
        + law("A_b")
        + law("satu", jenis='"perwali"', nomor='"12a"', tahun="1800")
        + law("dua", keadaan='"diganti"')
        + law("tiga", keadaan='"dicabut"', pengganti='"hilang"')
        + law("empat", pengganti='"dua"')
        + law("lima", keadaan='"dicabut"', pengganti='"enam"')
        + law("enam", keadaan='"dicabut"', pengganti='"lima"')
        + law("tujuh", sumber='"https://contoh.test/uu"', warna='"biru"')
        + law("delapan", jenis="", tahun="", keadaan='"entah"'),
    )

    said = "\n".join(str(one) for one in found)
    for words in (
        "Nama 'A_b' harus huruf kecil",
        "jenis 'perwali' tidak dikenal",
        "nomor hanya angka",
        "tahun harus antara 1945 dan 2100",
        "dua diganti, tetapi penggantinya belum disebut",
        "Peraturan 'hilang' tidak ada di daftar ini",
        "empat berlaku, jadi tidak punya pengganti",
        "Pengganti lima kembali ke lima sendiri",
        "sumber ditulis dengan kata-kata",
        "Kunci 'warna' tidak dikenal",
        "jenis delapan belum diisi",
        "tahun delapan belum diisi",
        "keadaan 'entah' tidak dikenal",
    ):
        assert words in said, said
    assert read("contoh/peraturan.toml", "[jenis")[1]


@given(st.text(max_size=300))
def test_no_text_breaks_the_search_and_nothing_known_is_changed(text: str) -> None:
    known, _ = read("umum", UMUM.read_text(encoding="utf-8"))
    before = copy.deepcopy(known)

    cited(f"{text} Perki 1/2010 {text}", known)

    assert known == before


def test_a_hostile_text_is_read_in_no_time(daftar: Daftar) -> None:
    for piece in ("undang - ", "Peraturan Komisi ", "UU Nomor 1 ", "no. 1 tahun 2010, dan "):
        cited(piece * 20_000, daftar)
