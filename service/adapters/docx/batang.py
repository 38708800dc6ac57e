"""A bar in a paper: a picture of few bytes, as sharp as a printer is, with words for it."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from service.domain.batang import SERIBU, Batang

LEBAR, TINGGI = 64.0, 3.2  # millimetres of the longest
TITIK = 24  # in a millimetre: 600 in an inch
EMU = 36_000  # of Word, in a millimetre
GARIS = 3  # of these is the line around a part
# As many looks as there are parts; told apart without colour, too.
CORAK = {1: (1,), 2: (1, 3), 3: (1, 2, 3)}
_WARNA = bytes.fromhex("111111 0b4f8a a9b4bf ffffff")
_PAPER: ContextVar[Any] = ContextVar("naskah", default=None)


class Lukisan(str):
    """A drawing of ours, which a paper takes over as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


@contextmanager
def drawing_in(paper: Any) -> Iterator[None]:
    """While a template is filled by docxtpl: where its bars go."""
    before = _PAPER.set(paper)
    try:
        yield
    finally:
        _PAPER.reset(before)


def drawn(one: Batang) -> Lukisan:
    """It takes the place of the words in a run; of nothing, nothing is drawn."""
    paper, widths = _PAPER.get(), _widths(one)
    if paper is None or not sum(widths):
        return Lukisan()
    part = paper.current_rendering_part
    wide, high = round(EMU * sum(widths) / TITIK), round(EMU * TINGGI)
    pic = part.new_pic_inline(io.BytesIO(png(one)), wide, high)
    pic.docPr.set("descr", one.uraian)
    for side in ("distT", "distB", "distL", "distR"):
        pic.set(side, "0")  # where none is said, some programs leave an eighth of an inch
    return Lukisan(
        f'</w:t></w:r><w:r><w:drawing>{pic.xml}</w:drawing></w:r><w:r><w:t xml:space="preserve">'
    )


def png(one: Batang) -> bytes:
    """The bar as a picture: its parts beside each other, a dark line around each."""
    widths, high = _widths(one), round(TINGGI * TITIK)
    looks = CORAK[len(widths)]
    inside, edge = bytearray(), bytes(sum(widths))
    for wide, look in zip(widths, looks, strict=True):
        if wide:
            inside += bytes(GARIS) + bytes([look]) * (wide - 2 * GARIS) + bytes(GARIS)
    rows = [edge] * GARIS + [bytes(inside)] * (high - 2 * GARIS) + [edge] * GARIS
    raw = b"".join(b"\0" + row for row in rows)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", sum(widths), high, 8, 3, 0, 0, 0))
        + _chunk(b"PLTE", _WARNA)
        + _chunk(b"IDAT", zlib.compress(raw, 9))
        + _chunk(b"IEND", b"")
    )


def _widths(one: Batang) -> list[int]:
    """Of each part, in dots; what is there at all is never too thin to be seen."""
    whole = round(LEBAR * TITIK)
    return [max(whole * part // SERIBU, 4 * GARIS) if part else 0 for part in one.bagian]


def _chunk(kind: bytes, told: bytes) -> bytes:
    return struct.pack(">I", len(told)) + kind + told + struct.pack(">I", zlib.crc32(kind + told))
