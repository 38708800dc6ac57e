"""A draft of an SOP: written as its file, judged row by row; where rows go, branches follow."""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.domain.refusals import Refusal, TidakAda
from service.domain.sop import konsep_susun as susun
from service.domain.sop.bahan import read_bahan
from service.domain.sop.impor import read_draft
from service.domain.sop.impor_tolakan import TabelLain
from service.domain.sop.konsep import KONSEP, BarisKonsep, SopKonsep
from service.domain.sop.konsep_baca import TerlaluBanyakBaris, of_table, of_text
from service.domain.sop.konsep_periksa import examine
from service.domain.sop.konsep_susun import TanpaTetangga, arranged, ids
from service.domain.sop.tulis import TomlTidakTerbaca, parsed, things, written
from tests.domain.sop.impor_tabel import baris, kepala, resmi, sumber, tabel
from tests.domain.sop.resmi.lima import LIMA
from tests.sop_contoh import BAHAN, PUTUSAN

PAKET = Path(__file__).parents[3] / "templates_docx"
THINGS, _ = read_bahan("bahan.toml", BAHAN)
UMUM, _ = read_bahan("bahan.toml", (PAKET / "umum/bahan.toml").read_text(encoding="utf-8"))
BARU = SopKonsep("k", "dinas_contoh", "", KONSEP, datetime(2026, 11, 21, tzinfo=UTC), "contoh")


def draft(text: str = PUTUSAN) -> SopKonsep:
    return of_text(BARU, text, "")


def ways(konsep: SopKonsep) -> dict[str, dict[str, str]]:
    """By the sentence of each row, where its branches lead, as sentences."""
    said = {id_: konsep.row(kunci).isi["kegiatan"] for kunci, id_ in ids(konsep.langkah).items()}
    return {
        one.isi["kegiatan"]: {
            name: said.get(goal, goal) for name, goal in one.isi.get("cabang", {}).items()
        }
        for one in konsep.langkah
    }


@pytest.mark.parametrize("file", sorted(PAKET.glob("*/sop/*.toml")), ids=lambda one: one.parts[-3])
def test_every_sop_of_the_packs_is_written_back_as_it_says(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    konsep = draft(text)

    after = written(konsep.kepala, [one.isi for one in konsep.langkah])

    assert tomllib.loads(after.teks) == tomllib.loads(text)
    lines = after.teks.split("\n")
    assert all(f"[{key}]" in lines[line - 1] for line, key, _ in after.tempat)


def test_whatever_an_author_types_is_written_back_as_it_says() -> None:
    luck = random.Random(20261121)
    letters = "aZ0 \"\\\t\x7f\n[]{}=#'é🙂,."

    def word() -> str:
        return "".join(luck.choice(letters) for _ in range(luck.randrange(9)))

    def value(deep: int) -> object:
        kinds = [word, lambda: luck.randrange(-9, 9), lambda: luck.random() < 0.5, luck.random]
        if deep:
            kinds += [
                lambda: [value(deep - 1) for _ in range(luck.randrange(4))],
                lambda: {word(): value(deep - 1) for _ in range(luck.randrange(4))},
            ]
        return luck.choice(kinds)()

    for _ in range(300):
        top = {word(): value(3) for _ in range(luck.randrange(5))}
        rows = [{word(): value(2) for _ in range(3)} for _ in range(luck.randrange(3))]
        top.pop("langkah", None)
        after = tomllib.loads(written(top, rows).teks)
        assert after.pop("langkah", []) == rows
        assert after == top
    assert things({}).teks == ""


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("nama = ", "tidak terbaca mulai baris ini"),
        ("a = " + "[" * 5000, "bersarang lebih dari 20 tingkat"),
        ("a = " + "[" * 350 + "]" * 350, "bersarang lebih dari 20 tingkat"),
        ("a = " + "9" * 5000, "angka yang lebih panjang"),
        ("a = '" + "x" * 300_001 + "'", "lebih panjang daripada sebuah SOP"),
    ],
)
def test_a_text_that_is_no_toml_is_told_in_words(teks: str, kata: str) -> None:
    with pytest.raises(TomlTidakTerbaca, match=kata):
        parsed(teks)


def test_numbers_and_days_that_no_ledger_keeps_become_words() -> None:
    found = parsed("a = 2026-11-21\nb = nan\nc = 99999999999999999999\nd = [1.5, 07:00:00]")

    assert found == {"a": "2026-11-21", "b": "nan", "c": "9" * 20, "d": [1.5, "07:00:00"]}


def test_a_branch_leads_to_its_row_wherever_that_is_moved() -> None:
    text = PUTUSAN.replace('id        = "terima"\n', "").replace('tidak = "terima"', 'tidak = "1"')
    konsep = draft(text)
    before = ways(konsep)
    first = konsep.langkah[0].kunci

    moved = arranged(konsep, susun.TURUN, first)
    added = arranged(moved, susun.TAMBAH, "")

    assert [one.isi["kegiatan"] for one in added.langkah[:3]] == [
        "",
        "Memeriksa surat contoh",
        "Menerima surat contoh",
    ]
    assert {key: one for key, one in ways(added).items() if key} == before
    assert arranged(moved, susun.NAIK, first) == konsep


def test_a_branch_to_a_row_that_is_taken_out_leads_nowhere_and_is_named() -> None:
    konsep = draft()
    gone = arranged(konsep, susun.HAPUS, konsep.langkah[0].kunci)

    assert gone.langkah[0].isi["cabang"]["tidak"] == ""
    found = examine(gone, THINGS, ("rapat", "uji_konsekuensi", "uji"))
    assert any("masih kosong" in one.sebab for one in found.at(gone.langkah[0].kunci))
    assert found.sop is None


def test_a_row_that_is_split_and_joined_again_says_what_it_said() -> None:
    konsep = draft()
    row = konsep.langkah[1]
    konsep = replace(
        konsep,
        langkah=(
            konsep.langkah[0],
            replace(row, isi=row.isi | {"kegiatan": "Memeriksa; Meneruskan"}, asal=(2,)),
            *konsep.langkah[2:],
        ),
    )
    split = arranged(konsep, susun.PISAH, row.kunci)
    one, two = split.langkah[1:3]

    assert (one.isi["kegiatan"], two.isi["kegiatan"]) == ("Memeriksa", "Meneruskan")
    assert "cabang" not in one.isi
    assert two.isi["cabang"] == row.isi["cabang"]
    assert one.asal == two.asal == (2,)
    assert "kegiatan" in one.isi["tafsir"]
    again = arranged(split, susun.GABUNG, row.kunci).langkah[1]
    assert again.isi["kegiatan"] == "Memeriksa Meneruskan"
    assert again.isi["cabang"] == row.isi["cabang"]
    assert again.isi["id"] == "periksa"


def test_no_row_moves_past_the_ends_and_none_that_is_not_there() -> None:
    konsep = draft()
    first, last = konsep.langkah[0].kunci, konsep.langkah[-1].kunci

    for apa, kunci in ((susun.NAIK, first), (susun.TURUN, last), (susun.GABUNG, last)):
        with pytest.raises(TanpaTetangga):
            arranged(konsep, apa, kunci)
    for apa, kunci in ((susun.NAIK, "k99"), ("entah", first), (susun.HAPUS, "")):
        with pytest.raises(TidakAda):
            arranged(konsep, apa, kunci)
    full = replace(konsep, langkah=tuple(BarisKonsep(f"k{n}", {}) for n in range(200)))
    with pytest.raises(TerlaluBanyakBaris):
        arranged(full, susun.TAMBAH, "k1")


def test_whatever_is_arranged_every_row_keeps_a_key_of_its_own() -> None:
    luck, konsep = random.Random(7), draft()
    for _ in range(400):
        apa = luck.choice(list(susun._CARA))
        rows = konsep.langkah
        kunci = luck.choice([one.kunci for one in rows]) if rows else ""
        try:
            konsep = arranged(konsep, apa, kunci)
        except Refusal:
            continue
        keys = [one.kunci for one in konsep.langkah]
        assert len(set(keys)) == len(keys)
        examine(konsep, THINGS, ())


@pytest.mark.parametrize("instansi", LIMA)
def test_a_table_that_was_read_becomes_a_draft_that_could_be_used(instansi: str) -> None:
    source = LIMA[instansi][1]
    drawn = {row.nomor: (*row.kolom, *row.ikut) for row in source.TABEL}
    konsep = of_table(
        BARU, read_draft(sumber(f"NAMA SOP : {source.NAMA}", resmi(source, drawn)), UMUM)
    )

    assert len(konsep.langkah) == len(konsep.sumber) == len(source.TABEL)
    assert [one.kegiatan for one in konsep.sumber] == [one.kegiatan for one in source.TABEL]
    assert any(one.tanda for one in konsep.sumber)
    found = examine(konsep, UMUM, ())
    assert found.berat == ()
    doubted = {ragu.isian for one in konsep.langkah for ragu in one.ragu}
    assert doubted


def test_every_fault_is_told_at_its_row() -> None:
    text = PUTUSAN.replace('pelaksana = ["kepala"]', 'pelaksana = ["entah"]', 1)
    text = text.replace('"tanda_contoh"', '"bukan_bahan"', 1).replace(
        'peran = "ppid"', 'peran = "?"'
    )
    konsep = draft(text)
    found = examine(konsep, THINGS, ("uji",))

    assert "bukan_bahan" in found.at(konsep.langkah[0].kunci)[0].sebab
    assert "'entah' tidak dikenal" in found.at(konsep.langkah[1].kunci)[0].sebab
    assert "Peran '?'" in found.at("pelaksana")[0].sebab


def test_rows_that_go_round_for_ever_and_ids_used_twice_are_told() -> None:
    konsep = draft()
    rows = [one.isi | {"cabang": {"a": "terima", "b": "terima"}} for one in konsep.langkah]
    loop = replace(
        konsep,
        langkah=tuple(replace(one, isi=isi) for one, isi in zip(konsep.langkah, rows, strict=True)),
    )
    assert any("berputar terus" in one.sebab for one in examine(loop, THINGS, ()).berat)
    twice = replace(konsep, langkah=(konsep.langkah[0], replace(konsep.langkah[0], kunci="k9")))
    assert any("lebih dari sekali" in one.sebab for one in examine(twice, THINGS, ()).at("k9"))


def test_a_thing_the_office_has_is_not_brought_a_second_time() -> None:
    konsep = replace(draft(), bahan={"surat_contoh": {"nama": "Lain", "wujud": "tanda"}})

    assert "sudah ada di daftar kantor" in examine(konsep, THINGS, ()).at("bahan")[0].sebab


def test_of_two_tables_either_can_be_read() -> None:
    one = tabel(*kepala(("Petugas",)), baris("1", "Menerima surat contoh", ("●",)))
    two = tabel(
        *kepala(("Petugas",)),
        baris("1", "Membuka", ("●",)),
        baris("2", "Menutup", ("●",)),
    )
    held = sumber("SOP SATU", one, "SOP DUA", two)

    best = read_draft(held, UMUM)

    assert (best.tabel, len(best.tabel_lain)) == (2, 2)
    assert "Menerima surat contoh" in best.tabel_lain[0]
    assert read_draft(held, UMUM, 1).baris[0][0].kegiatan == "Menerima surat contoh"
    with pytest.raises(TabelLain):
        read_draft(held, UMUM, 3)
