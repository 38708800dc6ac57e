"""Cutting what goes on changing into pieces, so that what stays the same is the same piece."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO

TETAP = 1 << 15  # a few pages of a SQLite file, which stay where they are
PALING_KECIL, PALING_BESAR = 1 << 13, 1 << 18
SATU_DARI = 0x7F  # of so many rows one ends a piece
BARIS = ".salin"  # rows as text, one a line


def cut(nama: str, source: BinaryIO) -> Iterator[bytes]:
    """The pieces of a file, in order."""
    return _by_rows(source) if nama.endswith(BARIS) else _even(source)


def _even(source: BinaryIO) -> Iterator[bytes]:
    while part := source.read(TETAP):
        yield part


def _by_rows(source: BinaryIO) -> Iterator[bytes]:
    """A row ends a piece by what it says itself, so that one more before it moves nothing."""
    held = bytearray()
    for line in source:
        held += line
        ends = len(held) >= PALING_KECIL and not zlib.crc32(line) & SATU_DARI
        if ends or len(held) >= PALING_BESAR:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)
