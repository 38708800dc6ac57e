"""Decrees, minutes and invitations say what is so; no signature is torn from its words."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from service.domain.paper import sample
from tests.pasangan import Meja, bare, declared, pages

SK = ("sk_klasifikasi", "sk_perubahan_klasifikasi", "sk_penetapan_dip")
HITAM = "Bagian contoh yang tidak dicetak"


def _of(jenis: str, ruas: str) -> Any:
    return sample(declared(jenis))[ruas]


@pytest.mark.parametrize("jenis", SK)
def test_what_is_regarded_is_numbered_only_where_there_is_more_than_one(
    meja: Meja, jenis: str
) -> None:
    hal = ["Surat contoh pertama", "Surat contoh kedua"]
    one = "".join(pages(meja.pdf(jenis, f"{jenis}_satu", memperhatikan=hal[:1])))
    two = "".join(pages(meja.pdf(jenis, f"{jenis}_dua", memperhatikan=hal)))

    assert bare("Memperhatikan: Surat contoh pertama; MEMUTUSKAN") in one
    assert bare("Memperhatikan: 1. Surat contoh pertama; 2. Surat contoh kedua; MEMUTUSKAN") in two


@pytest.mark.parametrize("jenis", [*SK, "surat_tugas"])
def test_grounds_run_on_to_what_is_decided(meja: Meja, jenis: str) -> None:
    ground = "dasar" if jenis == "surat_tugas" else "mengingat"
    empty = {} if jenis == "surat_tugas" else {"memperhatikan": []}
    word = "MEMBERI TUGAS:" if jenis == "surat_tugas" else "MEMUTUSKAN:"
    law = ["Peraturan contoh kesatu", "Peraturan contoh kedua"]
    told = "".join(pages(meja.pdf(jenis, f"{jenis}_dasar", **{ground: law}, **empty)))

    assert bare(f"{law[0]}; 2. {law[1]}; {word}") in told


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (("Terbuka",), "1 (satu) informasi: 1 menjadi terbuka."),
        (("Terbuka", "Dikecualikan"), "2 (dua) informasi: 1 menjadi terbuka dan 1 dikecualikan."),
        (
            ("Terbuka", "Terbuka sebagian", "Terbuka sebagian", "Dikecualikan"),
            "4 (empat) informasi: 1 menjadi terbuka, 2 terbuka sebagian, dan 1 dikecualikan.",
        ),
    ],
)
def test_a_change_of_classification_counts_only_what_there_is(
    meja: Meja, kinds: tuple[str, ...], words: str
) -> None:
    row = _of("sk_perubahan_klasifikasi", "perubahan")[0]
    rows = [{**row, "kesimpulan": one} for one in kinds]
    printed = meja.pdf("sk_perubahan_klasifikasi", f"ubah_{len(kinds)}", perubahan=rows)

    assert bare(f"memuat {words}") in "".join(pages(printed))


@pytest.mark.parametrize("banyak", [1, 2, 3])
def test_a_list_of_public_information_says_how_much_it_holds(meja: Meja, banyak: int) -> None:
    groups = _of("sk_penetapan_dip", "daftar")[:banyak]
    count = [(one["kategori"], len(one["baris"])) for one in groups]
    told = [f"{kategori} sebanyak {n}" for kategori, n in count]
    words = (f"{', '.join(told[:-1])}{',' * (banyak > 2)} dan " if told[1:] else "") + told[-1]

    for jenis in ("sk_penetapan_dip", "berita_acara_kesepakatan"):
        printed = meja.pdf(jenis, f"{jenis}_{banyak}", daftar=groups)
        assert bare(f") informasi publik, terdiri atas {words}.") in "".join(pages(printed))


def test_a_long_number_stands_whole_on_a_line_of_the_appendix(meja: Meja) -> None:
    nomor = "12345/UND/KEMENCONTOH/HUMAS/XII/2026"
    printed = meja.pdf("undangan_rapat", "u_nomor", nomor=nomor)
    ran = subprocess.run(
        ["pdftotext", "-layout", str(printed), "-"], capture_output=True, text=True, check=True
    )

    lines = [" ".join(one.split()) for one in ran.stdout.splitlines()]
    assert lines.count(f"Nomor : {nomor}") == 3  # the letter and its two appendices


@pytest.mark.parametrize("jenis", SK[:2])
def test_by_when_an_exclusion_is_opened_is_the_term_of_the_agency(meja: Meja, jenis: str) -> None:
    words = "45 (empat puluh lima) hari kerja"
    told = "".join(pages(meja.pdf(jenis, f"{jenis}_tenggat", tenggat_berakhir=words)))

    assert bare(f"aling lambat {words} sebelum jangka waktu pengecualian") in told
    assert bare("30 (tiga puluh)") not in told


@pytest.mark.parametrize("jenis", ["sk_klasifikasi", "berita_acara_uji", "lembar_uji_konsekuensi"])
def test_nothing_is_blacked_out_where_all_is_excluded(meja: Meja, jenis: str) -> None:
    butir = [{**row, "dihitamkan": HITAM} for row in _of(jenis, "butir")]
    shut = [row for row in butir if row["kesimpulan"] == "Dikecualikan"]
    part = [row for row in butir if row["kesimpulan"] == "Terbuka sebagian"]

    assert shut
    assert part
    assert bare(HITAM) not in "".join(pages(meja.pdf(jenis, f"{jenis}_tutup", butir=shut)))
    assert bare(HITAM) in "".join(pages(meja.pdf(jenis, f"{jenis}_hitam", butir=part)))


@pytest.mark.parametrize("banyak", [3, 4, 6])
def test_those_who_sign_minutes_of_a_test_stand_on_one_page(meja: Meja, banyak: int) -> None:
    pihak = (_of("berita_acara_uji", "pihak") * 2)[:banyak]
    told = pages(meja.pdf("berita_acara_uji", f"uji_{banyak}", pihak=pihak))
    signed = next(n for n, page in enumerate(told) if bare("Demikian Berita Acara ini") in page)

    assert sum(page.count(bare("Jabatan Tanda tangan")) for page in told) == 1
    assert bare("Jabatan Tanda tangan") in told[signed]
    assert told[signed].count(bare("NIP ")) >= banyak


@pytest.mark.parametrize("saran", [0, 1, 4])
def test_the_end_of_a_report_on_a_meeting_takes_words_along(meja: Meja, saran: int) -> None:
    kept = [f"Saran contoh nomor {n}" for n in range(1, saran + 1)]
    told = pages(meja.pdf("laporan_rapat", f"rapat_{saran}", saran=kept))
    last = next(page for page in told if bare("E. Penutup") in page)

    assert bare(kept[-1] if kept else _of("laporan_rapat", "simpulan")[-1]) in last
    assert bare("Dibuat di") in last


@pytest.mark.parametrize(
    ("sifat", "derajat", "words"),
    [
        ("Biasa", "Segera", "Segera"),
        ("Biasa", "Biasa", "Biasa"),
        ("Biasa", "", "Biasa"),
        ("Terbatas", "Segera", "Terbatas, Segera"),
    ],
)
def test_what_is_ordinary_is_not_said_beside_what_is_urgent(
    meja: Meja, sifat: str, derajat: str, words: str
) -> None:
    printed = meja.pdf("undangan_rapat", f"u_{sifat}_{derajat}", sifat=sifat, derajat=derajat)

    assert bare(f"Sifat: {words} Lampiran") in "".join(pages(printed))


def test_an_appendix_that_stands_alone_is_not_called_the_first(meja: Meja) -> None:
    alone = "".join(pages(meja.pdf("undangan_rapat", "u_satu", butir=[])))
    both = "".join(pages(meja.pdf("undangan_rapat", "u_dua")))

    assert bare("Lampiran Surat") in alone
    assert bare("Lampiran I Surat") in both
    assert bare("Lampiran II Surat") in both


def test_what_is_to_be_brought_is_a_list_that_ends(meja: Meja) -> None:
    told = "".join(pages(meja.pdf("undangan_rapat", "u_bawa", dibawa=["Satu contoh", "Dua"])))

    assert bare("1. Satu contoh; 2. Dua.") in told


@pytest.mark.parametrize(
    ("jenis", "head"),
    [
        ("berita_acara_kesepakatan", "BERITA ACARA KESEPAKATAN DAFTAR INFORMASI PUBLIK NOMOR"),
        ("berita_acara_pemindahan", "BERITA ACARA PEMINDAHAN ARSIP INAKTIF NOMOR"),
    ],
)
def test_an_appendix_names_its_minutes_as_they_name_themselves(
    meja: Meja, jenis: str, head: str
) -> None:
    assert "".join(pages(meja.pdf(jenis))).count(bare(head)) == 2


def test_no_word_of_the_table_of_minutes_is_torn(meja: Meja) -> None:
    printed = meja.pdf("berita_acara_uji", "uji_kata")
    ran = subprocess.run(
        ["pdftotext", "-layout", str(printed), "-"], capture_output=True, text=True, check=True
    )

    said = {*ran.stdout.split()}
    cells = [row[one] for row in _of("berita_acara_uji", "butir") for one in ("dibuka", "ditutup")]
    assert {word for one in cells for word in one.split()} <= said
