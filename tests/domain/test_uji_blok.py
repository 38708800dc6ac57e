"""How far worksheets are, what one lends to another, and items out of a pasted list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from service.domain.ada import of_items
from service.domain.butir import Butir, as_seen
from service.domain.butir_daftar import TERPANJANG, titles, too_long
from service.domain.jangka import Jangka
from service.domain.uji import Dasar, LembarUji
from service.domain.uji_blok import as_decided, completeness
from service.domain.uji_salin import DASAR, JANGKA, PEMICU, TIMBANGAN, empty, lent, overwrites
from tests.domain.test_pengecualian import PENUH

HARI = date(2026, 11, 21)
TUTUP = replace(PENUH, kesimpulan="dikecualikan", dihitamkan="")


def test_four_blocks_are_counted_and_what_is_missing_is_named() -> None:
    bare = completeness(LembarUji(), HARI)
    assert (bare.blok, bare.kata) == (0, "belum diisi")
    whole = completeness(TUTUP, HARI)
    assert (whole.blok, whole.utuh, whole.kata) == (4, True, "")
    part = completeness(replace(TUTUP, kepatutan="", jangka=Jangka()), HARI)
    assert (part.blok, part.kata) == (3, "kurang: kepatutan, jangka waktu")
    assert not part.utuh


def test_before_its_conclusion_a_worksheet_is_asked_for_its_law() -> None:
    early = replace(TUTUP, kesimpulan="", dasar=())
    assert completeness(early, HARI).blok == 3
    assert completeness(replace(early, kesimpulan="terbuka", kategori="berkala"), HARI).utuh
    assert as_decided(early, "dikecualikan").kesimpulan == "dikecualikan"
    assert as_decided(TUTUP, "berkala") == TUTUP


def test_a_term_until_a_date_counts_as_tested_also_for_law_enforcement() -> None:
    until = Jangka("sampai_tanggal", tanggal="2031-11-20")
    one = Butir("b1", "k1", 1, "Butir contoh", uji=replace(TUTUP, jangka=until))

    assert of_items([one]) == "diuji"
    assert of_items([replace(one, uji=replace(TUTUP, jangka=Jangka("sampai_tanggal")))]) == (
        "didaftar"
    )


def test_only_what_is_asked_for_is_lent() -> None:
    other = LembarUji(uraian="Uraian sendiri", kesimpulan="terbuka")
    every = frozenset({DASAR, TIMBANGAN, JANGKA, PEMICU})

    assert lent(TUTUP, other, frozenset({DASAR})) == replace(other, dasar=TUTUP.dasar)
    after = lent(TUTUP, other, every)
    assert (after.uraian, after.kesimpulan) == ("Uraian sendiri", "terbuka")
    assert (after.kepatutan, after.jangka, after.pemicu) == (
        TUTUP.kepatutan,
        TUTUP.jangka,
        TUTUP.pemicu,
    )
    assert lent(TUTUP, TUTUP, every) == TUTUP


def test_what_another_wrote_is_noticed_before_it_is_overwritten() -> None:
    laws = frozenset({DASAR})
    assert not overwrites(TUTUP, LembarUji(), laws)
    assert not overwrites(TUTUP, TUTUP, laws)
    assert overwrites(TUTUP, LembarUji(dasar=(Dasar("c"),)), laws)
    assert not overwrites(TUTUP, LembarUji(dibuka="Tulisan lain"), laws)
    assert empty(LembarUji(dibuka="Akibat"), frozenset({DASAR, TIMBANGAN})) == [DASAR]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Satu\nDua", ["Satu", "Dua"]),
        ("1. Satu\r\n2) Dua\r\n(3) Tiga", ["Satu", "Dua", "Tiga"]),
        ("- Satu\n• Dua\n– Tiga", ["Satu", "Dua", "Tiga"]),
        ("1\tSatu\tBiro Contoh\n2\tDua", ["Satu", "Dua"]),
        ("Satu\n\n  \nsatu\nSATU", ["Satu"]),
        ("  Satu   dengan   spasi ", ["Satu dengan spasi"]),
        ("2026 dalam angka", ["2026 dalam angka"]),
        ("1.5 juta data", ["1.5 juta data"]),
        ("17", ["17"]),
        ("1\t2\t3", []),
        ("", []),
    ],
)
def test_a_pasted_list_loses_its_numbers_and_its_doubles(text: str, found: list[str]) -> None:
    assert titles(text) == found


def test_a_title_that_is_too_long_is_pointed_at() -> None:
    assert too_long(["a" * TERPANJANG, "b" * (TERPANJANG + 1)]) == [2]


def test_a_mark_of_items_changes_with_each_of_them_and_not_with_their_order() -> None:
    one, two = (Butir(f"b{n}", "k1", n, "Butir contoh") for n in (1, 2))

    assert as_seen([one, two]) == as_seen([two, one])
    assert as_seen([one, two]) != as_seen([one, replace(two, versi=2)])
    assert as_seen([one]) != as_seen([one, two])
