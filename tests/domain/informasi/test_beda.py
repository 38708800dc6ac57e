"""Two editions are compared line by line, by the code and not by the printed number."""

from __future__ import annotations

import random
import time

import pytest

from service.domain.informasi.beda import Beda, KodeGanda, TanpaKode, beda


def row(kode: str, ringkasan: str = "Laporan contoh", **more: str) -> dict[str, str]:
    return {"kode": kode, "kategori": "berkala", "ringkasan": ringkasan, **more}


def test_what_came_went_and_changed_is_told() -> None:
    before = [row("A"), row("B"), row("C", retensi="2 tahun")]
    after = [row("C", retensi="5 tahun", kategori="setiap_saat"), row("D"), row("A")]

    found = beda(before, after)

    assert [one["kode"] for one in found.ditambah] == ["D"]
    assert [one["kode"] for one in found.dihapus] == ["B"]
    assert [(one.kode, one.ruas) for one in found.diubah] == [("C", ("kategori", "retensi"))]
    assert found.diubah[0].sebelum["retensi"] == "2 tahun"
    assert found.diubah[0].sesudah["retensi"] == "5 tahun"
    assert found.tetap == 1
    assert found.kata == "1 ditambah, 1 diubah, 1 dihapus"


def test_another_order_and_another_number_are_no_change() -> None:
    before = [row("A", no="1"), row("B", no="2")]

    found = beda(before, [row("B", no="1"), row("A", no="2")])

    assert not found.ada
    assert (found.tetap, found.kata) == (2, "Tidak ada perubahan")


def test_how_a_cell_is_spaced_is_no_change_and_a_letter_is() -> None:
    assert not beda([row("A", "Laporan  contoh\n")], [row("A", "Laporan contoh")]).ada
    assert beda([row("A", "Laporan contoh")], [row("A", "laporan contoh")]).ada


def test_a_field_that_is_new_or_gone_is_a_change_only_with_something_in_it() -> None:
    assert not beda([row("A")], [row("A", alamat="")]).ada
    assert beda([row("A")], [row("A", alamat="https://contoh.go.id/a")]).diubah[0].ruas == (
        "alamat",
    )
    assert beda([row("A", sidik="f")], [row("A")]).diubah[0].ruas == ("sidik",)


def test_the_first_edition_adds_everything_and_an_empty_one_takes_all_away() -> None:
    rows = [row("A"), row("B")]

    assert beda([], rows).ditambah == tuple(rows)
    assert beda(rows, []).dihapus == tuple(rows)
    assert beda([], []) == Beda()


def test_one_code_at_two_lines_is_refused_and_so_is_a_line_without() -> None:
    with pytest.raises(KodeGanda, match="Kode A"):
        beda([row("A")], [row("A"), row("B"), row("A")])
    with pytest.raises(TanpaKode, match="ke-2"):
        beda([row("A"), row("")], [])


def test_a_difference_applied_to_the_edition_before_gives_the_edition_after() -> None:
    chance = random.Random(5)
    for _ in range(200):
        before = {k: row(k, chance.choice("xyz")) for k in chance.sample("ABCDEFGH", 5)}
        after = {k: row(k, chance.choice("xyz")) for k in chance.sample("ABCDEFGH", 5)}
        found = beda(before.values(), after.values())
        rebuilt = dict(before)
        for gone in found.dihapus:
            del rebuilt[gone["kode"]]
        rebuilt |= {one["kode"]: dict(one) for one in found.ditambah}
        rebuilt |= {one.kode: dict(one.sesudah) for one in found.diubah}
        assert rebuilt == after
        assert found.tetap + len(found.diubah) + len(found.ditambah) == len(after)


def test_fifty_thousand_lines_are_compared_while_somebody_waits() -> None:
    def edition(year: int, first: int) -> list[dict[str, str]]:
        return [
            {
                "kode": f"k{n}",
                "kategori": "berkala",
                "ringkasan": f"Laporan contoh nomor {n} dari bagian umum",
                "penguasa": f"Bagian {n % 40}",
                "penanggung_jawab": f"Kepala Bagian {n % 40}",
                "waktu_tempat": f"Kota Contoh, {year if n % 10 == 0 else 2020}",
                "bentuk": "Cetak dan Elektronik",
                "retensi": "Aktif: 2 tahun; Inaktif: 3 tahun",
            }
            for n in range(first, first + 50_000)
        ]

    before, after = edition(2024, 0), edition(2025, 500)
    begun = time.perf_counter()
    found = beda(before, after)

    assert time.perf_counter() - begun < 2  # a tenth of a second where nothing else runs
    assert (len(found.ditambah), len(found.dihapus)) == (500, 500)
    assert len(found.diubah) == 4_950
