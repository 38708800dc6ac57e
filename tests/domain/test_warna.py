"""Every colour on a page can be read, the house's own and any an agency chooses."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.warna import (
    BESAR,
    GELAP,
    TEKS,
    TERANG,
    contrast,
    darkened,
    is_warna,
    lightened,
    sheet,
)

CSS = Path(__file__).resolve().parents[2] / "service" / "face" / "static" / "berkas.css"
_TOKEN = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{6})")
WARNA = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")

STATES = ["baru", "berjalan", "menunggu", "lewat", "selesai", "dikecualikan"]
ON_GROUND = ["tinta", "lunak", "tindak", "tindak-tua", *STATES]
TEXT = [(ink, ground) for ink in ON_GROUND for ground in ("dasar", "angkat")] + [
    ("di-tindak", "tindak"),
    ("di-tindak", "tindak-tua"),
    ("di-pita", "pita"),
    ("di-bahaya", "lewat"),
    ("di-bahaya", "bahaya-tua"),
    ("tinta", "tambah"),
    ("tinta", "hapus"),
]
EDGES = [(edge, ground) for edge in ("tepi", "fokus") for ground in ("dasar", "angkat")]


def tokens(text):
    """The tokens of a sheet, light and dark, the dark ones upon the light."""
    light, _, dark = text.partition("@media (prefers-color-scheme")
    dark = dark.partition("\n}")[0] if "/* ---- ground" in dark else dark
    first = dict(_TOKEN.findall(light))
    return {"terang": first, "gelap": first | dict(_TOKEN.findall(dark))}


HOUSE = tokens(CSS.read_text())


@pytest.mark.parametrize("mode", ["terang", "gelap"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read_on_its_ground(mode, ink, ground):
    assert contrast(HOUSE[mode][ink], HOUSE[mode][ground]) >= TEKS


@pytest.mark.parametrize("mode", ["terang", "gelap"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_fields_and_the_focus_ring_stand_out(mode, edge, ground):
    assert contrast(HOUSE[mode][edge], HOUSE[mode][ground]) >= BESAR


def test_the_ring_on_the_band_stands_out():
    assert contrast(HOUSE["terang"]["di-pita"], HOUSE["terang"]["pita"]) >= BESAR


def test_every_colour_of_the_sheet_is_measured():
    measured = {name for pair in TEXT + EDGES for name in pair}

    assert set(HOUSE["terang"]) - measured == {"garis"}, "a line only parts, it says nothing"


def test_colours_stand_only_among_the_tokens():
    rules = CSS.read_text().partition("/* ---- ground ---- */")[2].partition("@media print")[0]

    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?!-)", rules)


def test_the_grounds_of_the_sheet_are_those_that_agency_colours_are_made_for():
    assert (HOUSE["terang"]["dasar"], HOUSE["terang"]["angkat"]) == TERANG
    assert (HOUSE["gelap"]["dasar"], HOUSE["gelap"]["angkat"]) == GELAP


@given(WARNA)
def test_any_agency_colour_becomes_readable_in_light_and_dark(warna):
    made = tokens(sheet(warna))

    for mode in ("terang", "gelap"):
        both = HOUSE[mode] | made[mode]
        for ink, ground in TEXT:
            if {ink, ground} & set(made[mode]):
                assert contrast(both[ink], both[ground]) >= TEKS, (mode, ink, ground)


def test_a_colour_that_is_already_readable_is_left_as_it_is():
    assert darkened("#7a0f14") == "#7a0f14"
    assert "--pita:#7a0f14" in sheet("#7A0F14")


def test_yellow_is_darkened_until_white_can_be_read_on_it():
    made = darkened("#ffd400")

    assert made != "#ffd400"
    assert contrast("#ffffff", made) >= TEKS


def test_black_is_lightened_until_it_can_be_read_on_dark_pages():
    assert contrast(lightened("#000000"), GELAP[1]) >= TEKS


def test_what_is_no_colour_never_reaches_the_sheet():
    nasty = "red}body{display:none"

    assert not is_warna(nasty)
    assert sheet(nasty) == sheet("#0b4f8a")


def test_black_on_white_is_the_most_there_is():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
