"""Which words of a page are truly seen: a page is drawn with its words and without, and compared.

What leaves no trace on the picture is not seen, whatever hides it: a box, a picture, the colour of
the paper, a layer that is off, the edge of the page.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as mentah
from PIL import Image, ImageChops

from service.boxed import rupa

HURUF = 40_000  # letters of a page
LAPIS = 12  # forms within forms
BEKAS = 10  # levels of grey that a letter changes at least, where it is seen
TINTA = 60  # levels between ink and paper
TERANG = 200
SEWARNA = 24  # levels around a colour that are the same one
PENUH = 0.93  # of the place of a word, in one colour: no letters are told apart in it
PUTUS = 3  # hidden letters side by side that make a word a hidden one
TAK_TAMPAK, LUAR, SAMAR, TERTUTUP = "tak_tampak", "luar", "samar", "tertutup"
_TANPA_TINTA = (mentah.FPDF_TEXTRENDERMODE_INVISIBLE, mentah.FPDF_TEXTRENDERMODE_CLIP)

Kotak = tuple[int, int, int, int]  # left, top, right, bottom, in dots of the picture


@dataclass(frozen=True)
class Kata:
    """One word of a page."""

    teks: str
    kotak: Kotak
    sembunyi: str = ""  # what hides it; '' where it is seen
    bertinta: bool = False  # where it is not seen: whether a picture has ink in its place
    akhir: str = " "  # what stands behind it: a space, or the end of a line


@dataclass(frozen=True)
class Huruf:
    """One letter, and whether it left a trace."""

    kotak: Kotak
    tanpa_tinta: bool
    terang: bool
    tampak: bool


@dataclass(frozen=True)
class Halaman:
    """A page as it is seen, and every word that can be copied from it."""

    gambar: Image.Image
    kata: list[Kata]

    @property
    def teks(self) -> str:
        """The words that are seen."""
        return "".join(one.teks + one.akhir for one in self.kata if not one.sembunyi)


def letters_at(one: Any, size: tuple[int, int]) -> Iterator[Kotak]:
    """The place of each letter that can be got out of a page, seen or not; spaces are none."""
    return (kotak for letter, kotak, *_ in _letters(one, size) if not letter.isspace())


def look(one: Any, much: float, *, grey: bool = True) -> Halaman:
    """The page, magnified so much; the words of the open page are gone afterwards."""
    seen = rupa.drawn(one, much, grey=grey)
    letters = list(_letters(one, seen.size))
    for thing in _text_objects(one.raw):
        mentah.FPDFTextObj_SetTextRenderMode(thing, mentah.FPDF_TEXTRENDERMODE_INVISIBLE)
    bare = rupa.drawn(one, much, grey=True)
    trace = ImageChops.difference(seen.convert("L"), bare).point(lambda v: 255 * (v >= BEKAS))
    return Halaman(seen, list(_words(letters, trace, bare, seen.convert("L"))))


def _text_objects(raw: Any) -> Iterator[Any]:
    """The objects that draw words, those within forms too."""
    many = mentah.FPDFPage_CountObjects(raw)
    waiting = [(mentah.FPDFPage_GetObject(raw, n), 0) for n in range(many)]
    while waiting:
        thing, depth = waiting.pop()
        kind = mentah.FPDFPageObj_GetType(thing)
        if kind == mentah.FPDF_PAGEOBJ_TEXT:
            yield thing
        elif kind == mentah.FPDF_PAGEOBJ_FORM and depth < LAPIS:
            inside = max(0, mentah.FPDFFormObj_CountObjects(thing))
            waiting += [(mentah.FPDFFormObj_GetObject(thing, n), depth + 1) for n in range(inside)]


def _letters(one: Any, size: tuple[int, int]) -> Iterator[tuple[str, Kotak, bool, bool]]:
    """Each letter, where it stands on the picture, whether it is drawn at all, and brightly."""
    told = mentah.FPDFText_LoadPage(one.raw)
    if not told:
        return
    try:
        for n in range(min(mentah.FPDFText_CountChars(told), HURUF)):
            code = mentah.FPDFText_GetUnicode(told, n)
            thing = mentah.FPDFText_GetTextObject(told, n)
            mode = mentah.FPDFTextObj_GetTextRenderMode(thing) if thing else -1
            yield _letter(code), _box(one, told, n, size), mode in _TANPA_TINTA, _bright(told, n)
    finally:
        mentah.FPDFText_ClosePage(told)


def _letter(code: int) -> str:
    if code == 0xFFFE:  # PDFium marks a hyphen at the end of a line by a letter that is none
        return "-"
    return chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else " "


def _box(one: Any, told: Any, n: int, size: tuple[int, int]) -> Kotak:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    mentah.FPDFText_GetCharBox(told, n, left, right, bottom, top)
    across, down = ctypes.c_int(), ctypes.c_int()
    spots = []
    for x, y in ((left.value, bottom.value), (right.value, top.value)):
        mentah.FPDF_PageToDevice(one.raw, 0, 0, *size, 0, x, y, across, down)
        spots.append((across.value, down.value))
    (x0, y0), (x1, y1) = spots
    return min(x0, x1), min(y0, y1), max(x0, x1) + 1, max(y0, y1) + 1


def _bright(told: Any, n: int) -> bool:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not mentah.FPDFText_GetFillColor(told, n, *parts):
        return False
    return all(one.value >= TERANG for one in parts[:3])


def _words(
    letters: list[tuple[str, Kotak, bool, bool]],
    trace: Image.Image,
    bare: Image.Image,
    grey: Image.Image,
) -> Iterator[Kata]:
    word: list[tuple[str, Huruf]] = []
    for letter, kotak, inkless, bright in letters:
        if letter.isspace() or not letter.isprintable():
            if word:
                yield _word(word, bare, grey, "\n" if letter in "\r\n" else " ")
                word = []
            continue
        seen = not inkless and _touched(trace, kotak)
        word.append((letter, Huruf(kotak, inkless, bright, seen)))
    if word:
        yield _word(word, bare, grey, "\n")


def _touched(trace: Image.Image, kotak: Kotak) -> bool:
    left, top, right, bottom = kotak
    if right - left > 4:  # the ink of a neighbour reaches over the edge
        left, right = left + 1, right - 1
    if left >= trace.width or top >= trace.height or right <= 0 or bottom <= 0:
        return False
    return trace.crop((left, top, right, bottom)).getbbox() is not None


def _word(word: list[tuple[str, Huruf]], bare: Image.Image, grey: Image.Image, behind: str) -> Kata:
    letters = [one for _, one in word]
    kotak = (
        min(one.kotak[0] for one in letters),
        min(one.kotak[1] for one in letters),
        max(one.kotak[2] for one in letters),
        max(one.kotak[3] for one in letters),
    )
    teks = "".join(letter for letter, _ in word)
    told = [one for letter, one in word if letter.isalnum()]
    if not told:  # a comma by itself gives nothing away
        return Kata(teks, kotak, akhir=behind)
    unseen = [one for one in told if not one.tampak]
    if not _hidden(told, unseen):
        # Letters that are drawn as blocks, one beside the other, are as black as a bar.
        block = len(told) >= PUTUS and solid(grey, kotak)
        return Kata(teks, kotak, TERTUTUP if block else "", akhir=behind)
    return Kata(teks, kotak, _why(unseen, kotak, bare), _inked(bare, kotak), behind)


def _hidden(told: list[Huruf], unseen: list[Huruf]) -> bool:
    """Most of it, or some letters side by side."""
    if 2 * len(unseen) > len(told):
        return True
    row = 0
    for one in told:
        row = 0 if one.tampak else row + 1
        if row >= PUTUS:
            return True
    return False


def _why(unseen: list[Huruf], kotak: Kotak, bare: Image.Image) -> str:
    if any(one.tanpa_tinta for one in unseen):
        return TAK_TAMPAK
    left, top, right, bottom = kotak
    if left >= bare.width or top >= bare.height or right <= 0 or bottom <= 0:
        return LUAR
    if all(one.terang for one in unseen) and extremes(bare, kotak)[0] >= TERANG:
        return SAMAR
    return TERTUTUP


def _inked(bare: Image.Image, kotak: Kotak) -> bool:
    dark, light = extremes(bare, kotak)
    return light - dark >= TINTA


def solid(grey: Image.Image, kotak: Kotak) -> bool:
    """Whether the place of a word is all of one colour, nearly to the last dot."""
    left, top = max(0, kotak[0]), max(0, kotak[1])
    right, bottom = min(grey.width, kotak[2]), min(grey.height, kotak[3])
    if left >= right or top >= bottom:
        return True
    counts = grey.crop((left, top, right, bottom)).histogram()
    most = max(range(256), key=counts.__getitem__)
    near = sum(counts[max(0, most - SEWARNA) : most + SEWARNA + 1])
    return near > PENUH * sum(counts)


def extremes(grey: Image.Image, kotak: Kotak) -> tuple[int, int]:
    """The darkest and the lightest dot of a place; all light where it lies off the picture."""
    left, top = max(0, kotak[0]), max(0, kotak[1])
    right, bottom = min(grey.width, kotak[2]), min(grey.height, kotak[3])
    if left >= right or top >= bottom:
        return 255, 255
    counts = grey.crop((left, top, right, bottom)).histogram()
    there = [level for level, many in enumerate(counts) if many]
    return there[0], there[-1]
