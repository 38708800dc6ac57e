"""A table of papers: each row one, each fault at its row, nothing guessed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.adapters.kotak_baca.tabel_diisi import table as from_box
from service.boxed.tabel_isian import told
from service.domain.isian_kepala import KepalaTabelSalah, TabelKosong, TabelTerlaluPanjang
from service.domain.isian_tabel import (
    NASKAH_TERBANYAK,
    BarisNaskah,
    Salah,
    codes,
    contoh_baris,
    kepala,
)
from service.domain.isian_tabel import read as read_table
from service.domain.paper import complete
from service.domain.ruas import Pasangan
from service.domain.tabel_isian import BarisTabel, TabelIsian, of_cells
from tests.domain.naskah_contoh import undangan
from tests.papers import table

PASANGAN = undangan()
TETAP = {nama: PASANGAN.contoh[nama] for nama in ("kop", "mengetahui", "butir", "acara")}
KEPALA = kepala(PASANGAN, TETAP)
BARIS = contoh_baris(PASANGAN, TETAP)


def read(
    pasangan: Pasangan, rows: list[list[str]], tetap: dict[str, Any] = TETAP
) -> list[BarisNaskah]:
    return read_table(pasangan, of_cells(rows), tetap)


def kata(one: BarisNaskah) -> tuple[str, ...]:
    return tuple(each.kata for each in one.salah)


def put(label: str, cell: str, row: list[str] = BARIS) -> list[str]:
    """The sample row with another word in one column."""
    return [cell if one == label else now for one, now in zip(KEPALA, row, strict=True)]


def test_the_head_names_what_is_filled_in_and_nothing_else() -> None:
    assert [
        *("Hal", "Pembuka", "Hari rapat", "Jumlah peserta", "Biaya rapat", "Sifat", "Tembusan"),
    ] == KEPALA
    assert [one for one in kepala(PASANGAN) if one.startswith("Mengetahui")] == [
        *("Mengetahui: jabatan", "Mengetahui: nama", "Mengetahui: pangkat", "Mengetahui: nip"),
    ]


def test_the_sample_row_below_its_head_is_a_whole_paper(tmp_path: Path) -> None:
    sheet = table(tmp_path / "naskah.xlsx", [["Undangan contoh"], KEPALA, BARIS])
    with sheet.open("rb") as file:
        answer = told(file)
    assert isinstance(answer, dict)

    (one,) = read_table(PASANGAN, from_box(answer), TETAP)

    assert (one.baris, one.salah) == (3, ())
    assert complete(PASANGAN, one.isian) == complete(PASANGAN, PASANGAN.contoh)


def test_columns_stand_in_any_order_and_may_be_left_out_where_they_may_stay_empty() -> None:
    heads = ["SIFAT", "hari  rapat", "Hal", "Biaya Rapat", "Pembuka"]
    row = ["Segera", "23 November 2026", "Rapat", "Rp1.500.000,00", "Satu.\n\nDua."]

    (one,) = read(PASANGAN, [heads, row], TETAP)

    assert kata(one) == ()
    assert one.isian["hari_rapat"] == "2026-11-23"
    assert one.isian["biaya"] == 1_500_000
    assert one.isian["pembuka"] == "Satu.\n\nDua."


def test_each_fault_is_said_of_its_row_and_empty_rows_are_passed_over() -> None:
    rows = [
        KEPALA,
        BARIS,
        ["", "  "],
        put("Sifat", "Rahasia", put("Hal", "")),
        put("Biaya rapat", "dua ribu"),
    ]

    found = read(PASANGAN, rows, TETAP)

    assert [(one.baris, kata(one)) for one in found] == [
        (2, ()),
        (4, ("Hal belum diisi.", "Sifat harus salah satu dari: Biasa, Segera, Sangat Segera.")),
        (5, ("Biaya rapat harus berupa bilangan bulat rupiah, tanpa sen.",)),
    ]


def test_an_official_stands_in_several_columns() -> None:
    tetap = {nama: value for nama, value in TETAP.items() if nama != "mengetahui"}
    heads = [*KEPALA, "Mengetahui: nama", "Mengetahui jabatan"]

    first, second, third = read(
        PASANGAN,
        [heads, [*BARIS, "Contoh Dua", "Sekretaris"], [*BARIS, "", "Sekretaris"], BARIS],
        tetap,
    )

    assert first.isian["mengetahui"] == {"nama": "Contoh Dua", "jabatan": "Sekretaris"}
    assert kata(second) == ("Mengetahui (nama) belum diisi.",)
    assert kata(third) == ("Mengetahui belum diisi.",)


def test_a_head_that_does_not_fit_is_refused_with_all_that_is_wrong() -> None:
    wrong = ["Hal", "Hal", "Pembukaan", "Hari rapat", "Biaya rapat", "Warna kertas"]

    with pytest.raises(KepalaTabelSalah) as no:
        read(PASANGAN, [wrong, BARIS], TETAP)

    assert no.value.faults == (
        "Kolom 'Hal' ada dua.",
        "Kolom 'Pembukaan' tidak dikenal; mungkin 'Pembuka'.",
        "Kolom 'Warna kertas' tidak dikenal.",
        "Kolom 'Pembuka' belum ada.",
        "Kolom 'Sifat' belum ada.",
    )


@pytest.mark.parametrize("rows", [[], [["a", "b"], ["1", "2"]]])
def test_a_table_without_a_head_is_told_which_columns_it_needs(rows: list[list[str]]) -> None:
    with pytest.raises(KepalaTabelSalah, match="kolomnya: Hal, Pembuka, Hari rapat"):
        read(PASANGAN, rows, TETAP)


def test_a_table_without_rows_or_with_too_many_is_refused() -> None:
    with pytest.raises(TabelKosong):
        read(PASANGAN, [KEPALA, ["", ""]], TETAP)
    with pytest.raises(TabelTerlaluPanjang, match=r"5\.001 baris"):
        read(PASANGAN, [KEPALA, *([BARIS] * (NASKAH_TERBANYAK + 1))], TETAP)


@settings(deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), max_size=8), min_size=1, max_size=5))
def test_whatever_stands_in_the_cells_is_answered(cells: list[list[str]]) -> None:
    try:
        found = read(PASANGAN, [KEPALA, *cells], TETAP)
    except TabelKosong:
        return
    assert all(one.salah for one in found)


def test_a_fault_names_its_column_and_what_stands_there() -> None:
    (one,) = read(PASANGAN, [KEPALA, put("Biaya rapat", "dua ribu")])

    assert one.salah == (
        Salah(
            "Biaya rapat",
            "dua ribu",
            "Biaya rapat harus berupa bilangan bulat rupiah, tanpa sen.",
        ),
    )


def test_a_row_that_stands_there_twice_is_told_of_the_first() -> None:
    first, second, third = read(PASANGAN, [KEPALA, BARIS, put("Hal", "Lain"), BARIS])

    assert (kata(first), kata(second)) == ((), ())
    assert kata(third) == (
        "Baris ini sama dengan baris 2. Hapus salah satunya, atau bedakan isinya.",
    )


def test_what_a_spreadsheet_hides_is_said_at_its_row_and_column() -> None:
    at = KEPALA.index("Biaya rapat")
    odd = {at: "rumus", KEPALA.index("Hal"): "gabungan"}
    rows = (
        BarisTabel(1, tuple(KEPALA)),
        BarisTabel(4, tuple(BARIS), tersembunyi=True),
        BarisTabel(9, tuple(put("Biaya rapat", "")), odd),
    )

    hidden, wrong = read_table(PASANGAN, TabelIsian(rows), TETAP)

    assert (hidden.baris, [one.kata for one in hidden.salah]) == (
        4,
        ["Baris ini tersembunyi. Tampilkan bila memang ikut, atau hapus barisnya."],
    )
    assert [one.kolom for one in wrong.salah] == ["Hal", "Biaya rapat"]
    assert "Paste Special" in wrong.salah[1].kata
    with pytest.raises(KepalaTabelSalah, match="Kolom 'Hal' tersembunyi"):
        read_table(PASANGAN, TabelIsian(rows, frozenset({KEPALA.index("Hal")})), TETAP)


def test_where_each_row_is_of_a_matter_it_is_named_by_its_code_and_once() -> None:
    heads = ["Kode berkas", "Berkas", *KEPALA]
    rows = [heads, *([kode, "Perkara", *BARIS] for kode in ("a", "b", "a", "", "z"))]
    tabel = of_cells(rows)
    assert codes(tabel) == ["a", "b", "a", "", "z"]

    found = read_table(PASANGAN, tabel, TETAP, berkas={"a", "b"})

    assert [one.berkas for one in found] == ["a", "b", "a", "", "z"]
    assert [len(one.salah) for one in found] == [0, 0, 1, 1, 1]
    assert "sudah ada di baris 2" in kata(found[2])[0]
    assert "kosong" in kata(found[3])[0]
    assert (found[4].salah[0].nilai, "tidak ditemukan" in kata(found[4])[0]) == ("z", True)
    with pytest.raises(KepalaTabelSalah, match="Kolom 'Kode berkas' belum ada"):
        read_table(PASANGAN, of_cells([KEPALA, BARIS]), TETAP, berkas={"a"})


def test_what_the_matter_says_needs_no_column_and_may_have_one() -> None:
    isi = {"sifat": "Segera"}
    heads = [one for one in KEPALA if one != "Sifat"]
    row = [x for one, x in zip(KEPALA, BARIS, strict=True) if one != "Sifat"]

    (without,) = read_table(PASANGAN, of_cells([heads, row]), TETAP, isi=isi)
    (with_it,) = read_table(PASANGAN, of_cells([KEPALA, put("Sifat", "Biasa")]), TETAP, isi=isi)

    assert without.isian["sifat"] == "Segera"
    assert with_it.isian["sifat"] == "Biasa"
