"""What must be filled in because of something else: declared, checked, asked for and printed."""

from __future__ import annotations

from typing import Any

import pytest

from service.domain.kurang import Kurang
from service.domain.paper import Pasangan, missing, printed, read
from service.domain.pasangan_beda import declared
from service.domain.ruas import BUTIR, JUDUL, KORESPONDENSI, Ruas
from service.domain.ruas_uji import duties
from tests.domain.naskah_contoh import FILE, KEPALA, naskah

RUAS = """
[[ruas]]
nama = "hasil"
label = "Hasil"
jenis = "daftar"
contoh = [{ judul = "Contoh", putus = "Buka", dasar = "" }]

[[ruas.kolom]]
nama = "judul"
label = "Judul"

[[ruas.kolom]]
nama = "putus"
label = "Putusan"
jenis = "pilihan"
pilihan = ["Buka", "Tutup"]

[[ruas.kolom]]
nama = "dasar"
label = "Dasar"
wajib_bila = { kolom = "putus", nilai = ["Tutup"] }

[[ruas]]
nama = "alasan"
label = "Alasan"
wajib = false
wajib_bila = { ruas = "hasil", kolom = "putus", nilai = ["Tutup"] }
contoh = ""

[[ruas]]
nama = "perintah"
label = "Perintah"
wajib = false
contoh = ""

[[ruas]]
nama = "hari"
label = "Harinya"
jenis = "tanggal"
wajib_bila = { ruas = "perintah" }
contoh = ""
"""


def pair(text: str = RUAS) -> Pasangan:
    usable, found = read("undangan", KEPALA + text, FILE)
    assert found == []
    assert usable
    return usable


def said(text: str) -> str:
    return "\n".join(str(one) for one in read("undangan", KEPALA + text, FILE)[1])


def test_what_nothing_else_asks_for_may_stay_empty() -> None:
    assert missing(pair(), {"hasil": [{"judul": "A", "putus": "Buka", "dasar": ""}]}) == []


def test_a_ruas_and_a_column_are_asked_for_once_another_says_so() -> None:
    isian = {"hasil": [{"judul": "A", "putus": "Buka"}, {"judul": "B", "putus": "Tutup"}]}

    assert missing(pair(), isian) == ["Hasil baris 2 (Dasar)", "Alasan"]
    assert missing(pair(), {**isian, "perintah": "Buka"})[-1] == "Harinya"


def test_without_values_a_zero_asks_for_nothing() -> None:
    counted = RUAS.replace('label = "Perintah"\n', 'label = "Perintah"\njenis = "bilangan"\n')
    rows = {"hasil": [{"judul": "A", "putus": "Buka"}]}

    assert missing(pair(counted), {**rows, "perintah": 0}) == []
    assert missing(pair(counted), {**rows, "perintah": 2}) == ["Harinya"]


def test_a_konsep_shows_what_is_missing_and_only_that() -> None:
    rows = [{"judul": "A", "putus": "Tutup"}, {"judul": "B", "putus": "Buka"}]

    told = printed(pair(), naskah({"hasil": rows}))

    assert isinstance(told["alasan"], Kurang)
    assert [isinstance(row["dasar"], Kurang) for row in told["hasil"]] == [True, False]
    assert told["hari"] == ""


@pytest.mark.parametrize(
    ("now", "then", "fault"),
    [
        ('{ ruas = "perintah" }', '{ ruas = "tidak" }', "menyebut ruas 'tidak' yang tidak ada."),
        ('{ ruas = "perintah" }', '{ nilai = ["a"] }', "belum menyebut ruas yang menentukannya."),
        ('{ ruas = "perintah" }', '{ ruas = "perintah", nilai = ["a"] }', "bukan berjenis pilihan"),
        ('{ ruas = "perintah" }', '{ ruas = "perintah", nila = 1 }', "Kunci 'nila' tidak dikenal"),
        ('"hasil", kolom = "putus"', '"hasil", kolom = "x"', "menyebut kolom 'x' yang tidak ada."),
        ('{ kolom = "putus"', '{ ruas = "alasan", kolom = "putus"', "tanpa ruas."),
        ('{ kolom = "putus", nilai = ["Tutup"]', '{ kolom = "putus", nilai = ["T"]', "nilai 'T'"),
        ('wajib_bila = { ruas = "perintah" }', "wajib = true\nwajib_bila = {}", "wajib = false."),
        ('putus = "Buka"', 'putus = "Tutup"', "contoh masih kosong, padahal putus pada hasil"),
    ],
)
def test_a_condition_that_cannot_be_is_named(now: str, then: str, fault: str) -> None:
    assert RUAS.count(now) == 1

    assert fault in said(RUAS.replace(now, then))


def test_two_versions_of_a_pair_tell_a_condition_in_words() -> None:
    before = pair(RUAS.replace('wajib_bila = { ruas = "perintah" }', "wajib = false"))

    (one,) = declared(before, pair())

    assert (one.nama, one.sebelum, one.sesudah) == (
        "Ruas hari \u00b7 wajib_bila",
        "",
        "perintah diisi",
    )


PASANGAN = (
    RUAS
    + """
[[ruas]]
nama = "tutup"
label = "Yang ditutup"
jenis = "daftar"
wajib_bila = { ruas = "hasil", kolom = "putus", nilai = ["Tutup"], sama = "judul" }
contoh = []

[[ruas.kolom]]
nama = "judul"
label = "Judul"
"""
)


def test_each_row_that_asks_for_it_has_a_row_of_its_own() -> None:
    hasil = [{"judul": x, "putus": "Tutup", "dasar": "Dasar"} for x in ("A  a", "B", "B")]
    open_ = {"judul": "C", "putus": "Buka"}
    told = {"hasil": [*hasil, open_], "alasan": "Alasan"}

    assert missing(pair(PASANGAN), {**told, "tutup": []}) == ["Yang ditutup"]
    assert missing(pair(PASANGAN), {**told, "tutup": [{"judul": "b"}]}) == [
        "Yang ditutup (A  a)",
        "Yang ditutup (B)",
    ]
    every = [{"judul": x} for x in ("B", "b", " A A")]
    assert missing(pair(PASANGAN), {**told, "tutup": every}) == []
    assert missing(pair(PASANGAN), {"hasil": [open_], "alasan": "x", "tutup": []}) == []


@pytest.mark.parametrize(
    ("now", "then", "fault"),
    [
        ('sama = "judul"', 'sama = "nama"', "bukan kolom pada kedua daftarnya."),
        ('sama = "judul"', 'sama = "putus"', "bukan kolom pada kedua daftarnya."),
        (
            'nilai = ["Tutup"] }\ncontoh = ""',
            'nilai = ["Tutup"], sama = "judul" }\ncontoh = ""',
            "sama",
        ),
        ('{ kolom = "putus", nilai', '{ sama = "putus", kolom = "putus", nilai', "tanpa ruas."),
    ],
)
def test_rows_that_cannot_be_paired_are_named(now: str, then: str, fault: str) -> None:
    assert PASANGAN.count(now) == 1

    assert fault in said(PASANGAN.replace(now, then))


ITEM: dict[str, Any] = {
    "judul": "Contoh",
    "unit": "Biro Contoh",
    "dasar": ["Pasal 17 huruf b"],
    "dibuka": "Akibatnya.",
    "ditutup": "Manfaatnya.",
    "jangka": "Sampai lelang",
    "kesimpulan": "Dikecualikan",
}


@pytest.mark.parametrize("key", ["dasar", "dibuka", "ditutup", "unit", "jangka"])
@pytest.mark.parametrize("kesimpulan", ["Dikecualikan", "Terbuka sebagian"])
def test_an_item_that_is_closed_names_the_block_that_it_lacks(key: str, kesimpulan: str) -> None:
    ruas = Ruas("butir", "Informasi yang diuji", BUTIR)
    whole = {**ITEM, "kesimpulan": kesimpulan, "dihitamkan": "Kolom 5"}

    assert list(duties(ruas, [whole], JUDUL)) == []
    (lack,) = duties(ruas, [whole, {**whole, key: [] if key == "dasar" else " "}], JUDUL)
    assert lack.startswith("Informasi yang diuji butir 2 (")


def test_a_part_says_what_is_blacked_out_and_every_item_has_its_conclusion() -> None:
    ruas = Ruas("butir", "Informasi", BUTIR)
    rows = [{**ITEM, "kesimpulan": "Terbuka sebagian"}, {"judul": "B"}, {"kesimpulan": "Terbuka"}]

    assert list(duties(ruas, rows, JUDUL)) == [
        "Informasi butir 1 (bagian yang dihitamkan)",
        "Informasi butir 2 (kesimpulan)",
    ]
    assert list(duties(ruas, rows[1:], KORESPONDENSI)) == []
    assert list(duties(Ruas("butir", "Informasi", BUTIR, wajib=False), rows, JUDUL)) == []
