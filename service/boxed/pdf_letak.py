"""Where words stand on the pages of a PDF, as parts of a page's width and height."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import pypdfium2.raw as mentah

from service.boxed import pdf_buka
from service.domain.klinik.letak import squeezed

TERBANYAK = 40  # pages that are looked at
HURUF = 20_000  # letters of a page
TEPI = 3.0  # points of air around the words

Kotak = tuple[float, float, float, float]


def places(file: BinaryIO, asked: Sequence[tuple[str, int, int]]) -> list[list[float] | None]:
    """For each phrase, the n-th time, some letters in: page, left, top, width, height."""
    isi, _ = pdf_buka.whole(file)
    paper = pdf_buka.opened(isi)
    found: list[list[float] | None] = [None] * len(asked)
    left = [nth for _, nth, _ in asked]
    for n in range(min(len(paper), TERBANYAK)):
        with pdf_buka.page(paper, n) as one:
            if one is None:
                continue
            text, boxes = _letters(one)
            for k, (phrase, _, skip) in enumerate(asked):
                wanted = squeezed(phrase)
                if found[k] is None and len(wanted) > skip:
                    at = _occurrence(text, wanted, left[k])
                    if at < 0:
                        left[k] -= text.count(wanted)
                    else:
                        found[k] = [n + 1, *_part(one, boxes[at + skip : at + len(wanted)])]
    return found


def _letters(one: Any) -> tuple[str, list[Kotak]]:
    """The letters of a page without what stands between words, and the box of each."""
    told = mentah.FPDFText_LoadPage(one.raw)
    if not told:
        return "", []
    try:
        many = min(mentah.FPDFText_CountChars(told), HURUF)
        every = [pair for n in range(many) for pair in _letter(told, n)]
    finally:
        mentah.FPDFText_ClosePage(told)
    return "".join(letter for letter, _ in every), [box for _, box in every]


def _letter(told: Any, n: int) -> Iterator[tuple[str, Kotak]]:
    code = mentah.FPDFText_GetUnicode(told, n)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    mentah.FPDFText_GetCharBox(told, n, left, right, bottom, top)
    box = left.value, bottom.value, right.value, top.value
    for letter in squeezed(unicodedata.normalize("NFKC", chr(code))) if code else "":
        yield letter, box


def _occurrence(text: str, wanted: str, nth: int) -> int:
    """Where the n-th (from 0) stands; -1 where it does not."""
    at = -1
    for _ in range(nth + 1):
        at = text.find(wanted, at + 1)
        if at < 0:
            return -1
    return at


def _part(one: Any, boxes: list[Kotak]) -> list[float]:
    width, height = one.get_size()
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return [
        round(max(0.0, left - TEPI) / width, 4),
        round(max(0.0, height - top - TEPI) / height, 4),
        round(min(width, right - left + 2 * TEPI) / width, 4),
        round(min(height, top - bottom + 2 * TEPI) / height, 4),
    ]
