"""The code printed on our own papers is found again, however the paper comes back."""

from __future__ import annotations

import io
from typing import Any

import pytest
import segno
from PIL import Image, ImageFilter

from service.boxed import gambar, pdf
from service.boxed.lihat import Lihat
from tests import pindaian
from tests.contoh_buruk import _pdf

KITA = "https://ppid.contoh.go.id/v/k7q2m9xw4t/1.1"
LAIN = "https://ppid.contoh.go.id/v/z3h8p5rc6n/2.1"
ASING = "00020101021126contoh pembayaran"
DPI = 200
SISI = round(12.7 / 25.4 * DPI)  # the code is printed 12.7 mm wide


def code(words: str, side: int = SISI) -> Image.Image:
    out = io.BytesIO()
    segno.make(words, error="m").save(out, kind="png", scale=8, border=4)
    return Image.open(out).convert("L").resize((side, side), Image.Resampling.BICUBIC)


def sheet(*words: str, x: float = 0.84, y: float = 0.9) -> Image.Image:
    """A letter with these codes, side by side in a corner."""
    paper = pindaian.page(dpi=DPI)
    for n, one in enumerate(words):
        at = round(paper.width * x) - n * 2 * SISI, round(paper.height * y)
        paper.paste(code(one), at)
    return paper


def look(isi: bytes) -> Lihat:
    lihat = Lihat()
    reader: Any = pdf if isi.startswith(b"%PDF") else gambar
    reader.read(io.BytesIO(isi), "contoh", lihat)
    return lihat


@pytest.mark.parametrize(
    ("how", "paper"),
    [
        ("bottom right", sheet(KITA)),
        ("top left", sheet(KITA, x=0.06, y=0.04)),
        ("in the middle", sheet(KITA, x=0.5, y=0.5)),
        ("upside down", sheet(KITA).rotate(180)),
        ("on its side", sheet(KITA).rotate(90, expand=True)),
        ("askew", pindaian.skewed(sheet(KITA), 3)),
        ("blurred", sheet(KITA).filter(ImageFilter.GaussianBlur(1.0))),
        ("worn", pindaian.noisy(sheet(KITA), 2_000)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_our_code_is_read_from_a_scan(how: str, paper: Image.Image) -> None:
    assert look(pindaian.saved(paper)).tanda == [KITA]
    assert look(pindaian.pdf(paper, dpi=DPI)).tanda == [KITA]


def test_our_code_goes_before_anybody_elses() -> None:
    found = look(pindaian.saved(sheet(ASING, KITA)))

    assert found.tanda == [KITA]
    assert found.temuan == []


def test_a_page_with_two_of_our_codes_is_for_a_person() -> None:
    found = look(pindaian.saved(sheet(KITA, LAIN)))

    assert ("qr_ganda", "halaman 1") in found.temuan


def test_a_code_of_others_is_told_where_there_is_none_of_ours() -> None:
    assert look(pindaian.saved(sheet(ASING))).tanda == [ASING]


def test_a_code_that_cannot_be_read_is_for_a_person() -> None:
    paper = sheet()
    torn = code(KITA, 3 * SISI)
    torn.paste(255, (SISI, SISI, 3 * SISI - 30, 2 * SISI))
    paper.paste(torn, (1_200, 1_900))

    found = look(pindaian.saved(paper))

    assert found.tanda == [""]
    assert ("qr_tak_terbaca", "halaman 1") in found.temuan


def test_a_page_without_a_code_says_nothing_of_codes() -> None:
    found = look(pindaian.tiff(sheet(), sheet(KITA)))

    assert found.tanda == ["", KITA]
    assert found.temuan == []


def test_the_code_on_a_paper_that_was_never_printed_is_read_too() -> None:
    """As a picture among words, and as shapes."""
    assert look(printed(picture=True)).tanda == [KITA]
    assert look(printed(picture=False)).tanda == [KITA]
    assert look(printed(picture=False, whole=True)).tanda == [KITA]
    assert look(printed(picture=True, turned=90)).tanda == [KITA]
    assert look(printed(picture=True, turned=180)).tanda == [KITA]


def printed(*, picture: bool, turned: int = 0, whole: bool = False) -> bytes:
    """A letter with our code at its foot, 36 points wide."""
    rows = [bytes(row) for row in segno.make(KITA, error="m").matrix]
    many = len(rows)
    held = _pdf.objects(page=b"/Rotate %d" % turned)
    words = _pdf.lines(_pdf.KATA)
    if picture:
        dark = bytes(0 if one else 255 for row in rows for one in row)
        held[6] = _pdf.packed(
            dark,
            b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 "
            b"/ColorSpace /DeviceGray" % (many, many),
        )
        held[3] = held[3].replace(b"/Font <<", b"/XObject << /Q 6 0 R >> /Font <<")
        drawn = b" q 36 0 0 36 500 60 cm /Q Do Q"
    else:
        side = 36 / many
        drawn = b" 0 g " + b"".join(
            b"%.3f %.3f %.3f %.3f re %b "
            % (500 + x * side, 96 - (y + 1) * side, side, side, b"" if whole else b"f")
            for y, row in enumerate(rows)
            for x, one in enumerate(row)
            if one
        )
        drawn += b" f"
    held[4] = _pdf.packed(words + drawn)
    return _pdf.written(held)
