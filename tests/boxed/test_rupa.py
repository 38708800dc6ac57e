"""A page is shown as a picture, and never one that is too large to draw."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from service.boxed import rupa
from service.boxed.gagal import Berhenti
from service.domain.refusals import Refusal
from tests import pindaian
from tests.contoh_buruk import _pdf
from tests.office import one_reader

LEBAR = 600


def seen(isi: bytes, halaman: int = 1, lebar: int = LEBAR) -> Image.Image:
    return Image.open(io.BytesIO(rupa.picture(io.BytesIO(isi), halaman, lebar)))


@pytest.mark.parametrize(
    ("isi", "ratio"),
    [
        (_pdf.letter(), 842 / 595),
        (_pdf.letter(page=b"/Rotate 90"), 595 / 842),
        (_pdf.locked(_pdf.letter(), ""), 842 / 595),
        (_pdf.letter()[:-200], 842 / 595),
        (pindaian.pdf(pindaian.page(dpi=100), dpi=100), 3508 / 2480),
        (pindaian.saved(pindaian.page(dpi=75)), 3508 / 2480),
        (pindaian.saved(pindaian.page(dpi=75).convert("1"), "TIFF"), 3508 / 2480),
        (pindaian.saved(pindaian.page(dpi=75).convert("CMYK"), "JPEG"), 3508 / 2480),
    ],
)
def test_the_first_page_is_drawn_as_wide_as_it_was_asked_for(isi: bytes, ratio: float) -> None:
    picture = seen(isi)

    assert picture.format == "PNG"
    assert picture.width == LEBAR
    assert picture.height == pytest.approx(LEBAR * ratio, abs=3)
    assert min(picture.convert("L").tobytes()) < 120  # there is ink on it


def test_a_further_page_is_drawn_by_its_number() -> None:
    blank = pindaian.page((), dpi=75)
    isi = pindaian.tiff(pindaian.page(dpi=75), blank)

    assert min(seen(isi, 2).convert("L").tobytes()) == 255


def test_what_can_be_seen_through_lies_on_white() -> None:
    clear = Image.new("RGBA", (300, 400), (0, 0, 0, 0))

    assert seen(pindaian.saved(clear)).getpixel((9, 9)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("isi", "halaman", "lebar"),
    [
        (_pdf.letter(), 2, LEBAR),
        (_pdf.letter(), 0, LEBAR),
        (_pdf.letter(), 1, 100_000),
        (_pdf.locked(_pdf.letter(), "rahasia"), 1, LEBAR),
        (_pdf.letter().replace(b"[0 0 595 842]", b"[0 0 9000000 9]"), 1, LEBAR),
        (_pdf.letter().replace(b"[0 0 595 842]", b"[0 0 9 14000]"), 1, 4_000),
        (pindaian.saved(pindaian.page(dpi=75)), 2, LEBAR),
        (pindaian.saved(Image.new("1", (1, 9_000))), 1, LEBAR),
        (b"%PDF-1.7", 1, LEBAR),
        (b"bukan gambar", 1, LEBAR),
    ],
)
def test_what_cannot_be_shown_is_refused(isi: bytes, halaman: int, lebar: int) -> None:
    with pytest.raises(Berhenti):
        seen(isi, halaman, lebar)


def test_the_house_shows_it_from_the_box(tmp_path: Path) -> None:
    (tmp_path / "surat").write_bytes(_pdf.letter())

    shown = one_reader().picture(tmp_path / "surat", 1, LEBAR)

    assert Image.open(io.BytesIO(shown)).width == LEBAR
    with pytest.raises(Refusal):
        one_reader().picture(tmp_path / "surat", 2, LEBAR)
