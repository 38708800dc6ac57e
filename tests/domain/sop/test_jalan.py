"""A matter goes through its SOP row by row: who may, what must be there, where it goes."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.domain.sop.baca import read_text
from service.domain.sop.bentuk import PER_BUTIR
from service.domain.sop.jalan import (
    Keadaan,
    Maju,
    Posisi,
    Putusan,
    begin,
    choices,
    complete,
    item_outcomes,
    missing,
)
from service.domain.sop.tolakan import (
    BelumLengkap,
    BukanHasil,
    BukanPelaksana,
    BukanTahap,
    ButirBelumDiputus,
    PerluAlasanKembali,
    RujukanBelumSelesai,
    SudahSelesai,
    UnitBelumSelesai,
)
from tests.sop_contoh import SERAH_DUA, UJI, bahan, sop

PAGI = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
ALL = ("tim_sekretariat", "atasan_ppid", "unit", "pengelola_arsip")
BAHAN = bahan()
# With a last row that asks for the lists which the outcomes call for.
LAPOR = (
    UJI
    + """
[[langkah]]
id = "laporan"
kegiatan = "Melaporkan"
pelaksana = ["tim_sekretariat"]
kelengkapan = [
    { bahan = "dip", bila = ["terbuka", "sebagian"] },
    { bahan = "dik", bila = ["dikecualikan", "sebagian"] },
]
"""
)


def at(text: str, langkah: str, **more: str) -> Posisi:
    return replace(begin(sop(text), "", PAGI), langkah=langkah, **more)


def go(
    text: str,
    here: Posisi,
    known: Keadaan | None = None,
    said: Putusan | None = None,
    peran: tuple[str, ...] = ALL,
) -> Maju:
    later = PAGI + timedelta(hours=1)
    return complete(sop(text), BAHAN, here, peran, known or Keadaan(), said or Putusan(), later)


LENGKAP = {
    "dokumen": "didaftar",
    "undangan": "disetujui",
    "berita_acara": "ditandatangani",
    "sk": "ditandatangani",
    "dip": "terbit",
    "dik": "terbit",
    "fisik": "diterima_kedua_pihak",
}


def test_a_row_is_done_by_its_own_people_when_all_is_there_and_the_next_begins() -> None:
    after = go(UJI, at(UJI, "terima"), Keadaan({"dokumen": "diterima"}))

    assert after.posisi.langkah == "rapat"
    assert after.posisi.sejak == PAGI + timedelta(hours=1)
    assert after.dibuat == ("register",)
    assert not after.kembali


def test_nobody_else_does_it() -> None:
    with pytest.raises(BukanPelaksana, match="Atasan PPID"):
        go(UJI, at(UJI, "penetapan"), Keadaan(LENGKAP), peran=("tim_sekretariat",))


def test_what_has_not_arrived_holds_it_up_and_is_named() -> None:
    with pytest.raises(BelumLengkap, match="Yang diperlukan belum ada: Dokumen contoh") as lacks:
        go(UJI, at(UJI, "terima"), Keadaan())
    assert lacks.value.lacks == ("Dokumen contoh",)


def test_a_paper_that_is_not_signed_by_all_holds_it_up() -> None:
    said = Putusan("cukup")
    for state in ("", "konsep", "disetujui"):
        with pytest.raises(BelumLengkap, match="Berita acara"):
            go(UJI, at(UJI, "rapat"), Keadaan({**LENGKAP, "berita_acara": state}), said)

    after = go(UJI, at(UJI, "rapat"), Keadaan(LENGKAP), said)
    assert after.posisi.langkah == "penetapan"


def test_a_decision_is_one_of_those_that_the_sop_names() -> None:
    for said in (Putusan(), Putusan("mungkin")):
        with pytest.raises(BukanHasil, match="cukup, lagi"):
            go(UJI, at(UJI, "rapat"), Keadaan(LENGKAP), said)
    with pytest.raises(BukanHasil, match="tanpa pilihan"):
        go(UJI, at(UJI, "terima"), Keadaan(LENGKAP), Putusan("cukup"))


def test_it_goes_back_only_with_a_reason_and_the_rounds_are_counted() -> None:
    for empty in ("", "  "):
        with pytest.raises(PerluAlasanKembali):
            go(UJI, at(UJI, "rapat"), said=Putusan("lagi", empty))

    back = go(UJI, at(UJI, "rapat"), said=Putusan("lagi", "Dokumen contoh kurang"))
    assert (back.kembali, back.posisi.langkah, back.posisi.putaran) == (True, "terima", 1)


@pytest.mark.parametrize(
    ("outcomes", "way", "passed"),
    [
        (["terbuka"], ["umumkan", "laporan"], ("masuk_dik",)),
        (["dikecualikan"], ["masuk_dik", "laporan"], ("umumkan",)),
        (["sebagian"], ["umumkan", "masuk_dik", "laporan"], ()),
        (["terbuka", "dikecualikan"], ["umumkan", "masuk_dik", "laporan"], ()),
    ],
)
def test_each_outcome_walks_its_own_rows_and_a_mixed_one_walks_both(
    outcomes: list[str], way: list[str], passed: tuple[str, ...]
) -> None:
    items = {f"butir{n}": one for n, one in enumerate(outcomes)}
    known = Keadaan(LENGKAP, items)
    here, walked, left_out = at(LAPOR, "penetapan"), list[str](), list[str]()
    while not here.selesai:
        after = go(LAPOR, here, known)
        here = after.posisi
        walked += [here.langkah] if here.langkah else []
        left_out += after.dilewati

    assert (walked, tuple(left_out)) == (way, passed)


def test_every_item_has_its_outcome_before_the_decree_is_set() -> None:
    for items in ({}, {"a": "terbuka", "b": ""}, {"a": "entah"}):
        with pytest.raises(ButirBelumDiputus):
            go(UJI, at(UJI, "penetapan"), Keadaan(LENGKAP, items))
    # What an item may be is no answer for the row, but sending it back is.
    with pytest.raises(BukanHasil):
        go(UJI, at(UJI, "penetapan"), Keadaan(LENGKAP, {"a": "terbuka"}), Putusan("terbuka"))
    back = go(UJI, at(UJI, "penetapan"), said=Putusan("kembali", "Belum jelas"))
    assert back.posisi.langkah == "rapat"


def test_a_report_waits_for_the_list_that_its_outcome_asks_for() -> None:
    only_open = {"dip": "terbit"}
    after = go(LAPOR, at(LAPOR, "laporan"), Keadaan(only_open, {"a": "terbuka"}))
    assert after.posisi.selesai
    with pytest.raises(BelumLengkap, match="Daftar Informasi yang Dikecualikan"):
        go(LAPOR, at(LAPOR, "laporan"), Keadaan(only_open, {"a": "terbuka", "b": "dikecualikan"}))


def test_a_hand_over_is_confirmed_by_both_sides() -> None:
    first = go(SERAH_DUA, begin(sop(SERAH_DUA), "", PAGI)).posisi
    assert (first.langkah, first.tahap) == ("serah", "beri")
    with pytest.raises(BukanPelaksana, match="Unit"):
        go(SERAH_DUA, first, peran=("pengelola_arsip",))
    given = go(SERAH_DUA, first, peran=("unit",)).posisi
    assert (given.langkah, given.tahap) == ("serah", "terima")
    with pytest.raises(BukanPelaksana, match="Arsip"):
        go(SERAH_DUA, given, peran=("unit",))
    with pytest.raises(BelumLengkap, match="Berkas fisik"):
        go(SERAH_DUA, given, said=Putusan("terima"), peran=("pengelola_arsip",))
    taken = go(SERAH_DUA, given, Keadaan(LENGKAP), Putusan("terima"), ("pengelola_arsip",))
    assert taken.posisi.selesai
    back = go(
        SERAH_DUA, given, said=Putusan("kembali", "Jumlahnya kurang"), peran=("pengelola_arsip",)
    )
    assert (back.posisi.langkah, back.posisi.putaran) == ("siapkan", 1)


def test_an_old_page_names_an_act_that_is_over() -> None:
    with pytest.raises(BukanTahap):
        go(SERAH_DUA, at(SERAH_DUA, "serah", tahap="entah"))


def test_what_is_at_its_end_goes_no_further() -> None:
    with pytest.raises(SudahSelesai):
        go(UJI, at(UJI, ""))


def test_a_row_that_calls_another_sop_waits_for_its_end() -> None:
    text = UJI.replace('id = "rapat"', 'id = "rapat"\nrujukan = "rapat_contoh"')
    here = replace(begin(sop(text, lain=["rapat_contoh"]), "", PAGI), langkah="rapat")
    calls = sop(text, lain=["rapat_contoh"])
    said, later = Putusan("cukup"), PAGI + timedelta(hours=1)
    with pytest.raises(RujukanBelumSelesai):
        complete(calls, BAHAN, here, ALL, Keadaan(LENGKAP), said, later)
    known = Keadaan(LENGKAP, rujukan_selesai=True)
    assert complete(calls, BAHAN, here, ALL, known, said, later).posisi.langkah == "penetapan"


def test_a_row_of_each_unit_waits_for_them() -> None:
    text = UJI.replace('id = "terima"', 'id = "terima"\nuntuk = "unit"')
    with pytest.raises(UnitBelumSelesai, match="2 unit"):
        go(text, at(text, "terima"), Keadaan(LENGKAP, unit_berjalan=("a", "b")))
    assert go(text, at(text, "terima"), Keadaan(LENGKAP)).posisi.langkah == "rapat"


def test_what_is_missing_is_told_before_anybody_tries() -> None:
    row = sop(UJI).row("terima")

    assert missing(row, BAHAN, Keadaan()) == (["dokumen"], [])
    assert missing(sop(UJI).row("rapat"), BAHAN, Keadaan()) == ([], ["undangan", "berita_acara"])


def test_a_living_paper_counts_at_each_row_in_the_state_that_row_names() -> None:
    text = """
nama = "Laporan yang hidup"
[pelaksana]
unit = "Unit"
[[langkah]]
id = "susun"
kegiatan = "Menyusun laporan"
pelaksana = ["unit"]
keluaran = ["sk"]
cukup = { sk = "konsep" }
[[langkah]]
id = "akhiri"
kegiatan = "Menandatangani laporan"
pelaksana = ["unit"]
keluaran = ["sk"]
"""
    drawn_up = Keadaan({"sk": "konsep"})
    with pytest.raises(BelumLengkap, match="konsep"):
        go(text, at(text, "susun"))
    here = go(text, at(text, "susun"), drawn_up).posisi
    assert here.langkah == "akhiri"
    with pytest.raises(BelumLengkap, match="ditandatangani"):
        go(text, here, drawn_up)
    assert go(text, here, Keadaan({"sk": "ditandatangani"})).posisi.selesai


def test_choices_say_which_of_them_send_it_back() -> None:
    one = sop(UJI)

    assert choices(one, at(UJI, "rapat")) == {"cukup": False, "lagi": True}
    assert choices(one, at(UJI, "penetapan")) == {"kembali": True}
    assert item_outcomes(one, one.row("penetapan")) == ("terbuka", "sebagian", "dikecualikan")
    assert item_outcomes(one, one.row("rapat")) == ()


# --- whatever the SOP --------------------------------------------------------------------------


def random_sop(dice: random.Random) -> str:
    """Any table that the reader lets through: returns, leaps forward, items, acts."""
    many = dice.randint(1, 12)
    rows = ['nama = "Contoh acak"\n[pelaksana]\nunit = "Unit"\npengelola_arsip = "Arsip"\n']
    asked = False
    for n in range(1, many + 1):
        row = f'[[langkah]]\nid = "l{n}"\nkegiatan = "Langkah {n}"\npelaksana = ["unit"]\n'
        kind = dice.randrange(6)
        if kind == 1:
            row += f'cabang = {{ ya = "berikut", tidak = "l{dice.randint(1, n)}" }}\n'
        elif kind == 2 and n < many:
            row += f'cabang = {{ ya = "berikut", lompat = "l{dice.randint(n + 1, many)}" }}\n'
        elif kind == 3:
            row += 'untuk = "butir"\ncabang = { terbuka = "berikut", tutup = "berikut" }\n'
            asked = True
        elif kind == 4 and asked:
            row += f'hanya = ["{dice.choice(["terbuka", "tutup"])}"]\n'
        elif kind == 5:
            row += "".join(
                f'[[langkah.tahap]]\nid = "t{k}"\nkegiatan = "Tahap"\n'
                f'pelaksana = ["{dice.choice(["unit", "pengelola_arsip"])}"]\n'
                for k in range(dice.randint(1, 3))
            )
        rows.append(row)
    return "".join(rows)


@pytest.mark.parametrize("seed", range(60))
def test_no_matter_is_ever_stuck_and_each_stands_in_one_place_only(seed: int) -> None:
    dice = random.Random(seed)
    text = random_sop(dice)
    one, found = read_text("contoh", "contoh.toml", text, BAHAN)
    if one is None:  # a leap may leave a row that nobody reaches; that is told
        assert "tidak pernah dicapai" in str(found[0])
        return
    here, steps = begin(one, "", PAGI), 0
    items = dict.fromkeys("abc", "")
    while not here.selesai:
        row = one.row(here.langkah)
        assert one.has(here.langkah)
        assert (here.tahap in {act.id for act in row.tahap}) if row.tahap else here.tahap == ""
        ways = choices(one, here)
        if row.untuk == PER_BUTIR:
            items = {each: dice.choice(item_outcomes(one, row)) for each in items}
        forward = [way for way, back in ways.items() if not back]
        patient = steps > 300  # by then nobody sends it back any more
        chosen = dice.choice(forward if patient else list(ways)) if ways else ""
        after = complete(
            one, BAHAN, here, ALL, Keadaan(LENGKAP, items), Putusan(chosen, "Contoh"), PAGI
        )
        assert after.posisi.putaran == here.putaran + after.kembali
        here, steps = after.posisi, steps + 1
        assert steps < 400
