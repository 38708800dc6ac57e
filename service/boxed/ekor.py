"""What stands after the last byte of a picture, and whether another file begins there."""

from __future__ import annotations

import re
from typing import BinaryIO

POTONG = 1 << 20
SISA = 1_024  # bytes after an end that no one misses, if they begin nothing
TERBESAR = 64 * POTONG  # bytes of a picture whose end is looked for
_JPEG_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
# What may begin another file, where one has already ended or not yet begun.
ASING = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"MZ",
    b"\x7fELF",
    b"%PDF-",
    b"GIF8",
    b"\x89PNG",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"ID3",
    b"Rar!",
    b"7z\xbc\xaf",
    b"<?php",
    b"<html",
    b"<!doctype",
    b"<script",
    b"#!/",
    b"\xca\xfe\xba\xbe",
    b"RIFF",
    b"OggS",
)
_MP3 = re.compile(rb"\A\xff[\xe2\xe3\xf2\xf3\xfa\xfb]")


def is_foreign(bita: bytes) -> bool:
    """Whether another file begins with these bytes."""
    bare = bita.lstrip(b"\r\n\t \0")
    return bare.lower().startswith(tuple(one.lower() for one in ASING)) or bool(_MP3.match(bare))


def after_picture(file: BinaryIO, mime: str) -> bool:
    """Whether something of weight follows the picture that no camera wrote."""
    finder = {"image/jpeg": _end_of_jpeg, "image/png": _end_of_png, "image/gif": _end_of_gif}
    end = finder[mime](file) if mime in finder else 0
    if not end:
        return False
    file.seek(end)
    rest = file.read(POTONG).strip(b"\0\r\n ")
    return bool(rest) and not _is_trailer(rest)


def _is_trailer(rest: bytes) -> bool:
    """Whether a camera wrote this: another picture, a moving one, a maker's note."""
    if rest.startswith(b"\xff\xd8\xff") or rest[4:8] == b"ftyp" or rest.endswith(b"SEFT"):
        return True
    return len(rest) <= SISA and not is_foreign(rest)


def _end_of_jpeg(file: BinaryIO) -> int:
    """Where the first picture of the file ends; 0 where it does not."""
    file.seek(0)
    held = file.read(TERBESAR)
    at = 2
    while at + 4 <= len(held) and held[at] == 0xFF:
        mark = held[at + 1]
        if mark == 0xD9:
            return at + 2
        if mark == 0xFF or mark == 0x01 or 0xD0 <= mark <= 0xD7:
            at += 1 if mark == 0xFF else 2
            continue
        at += 2 + int.from_bytes(held[at + 2 : at + 4], "big")
        if mark == 0xDA:
            found = _JPEG_NEXT.search(held, at)
            if not found:
                return 0
            at = found.start()
    return at + 2 if held[at : at + 2] == b"\xff\xd9" else 0


def _end_of_png(file: BinaryIO) -> int:
    at, size = 8, file.seek(0, 2)
    while at + 12 <= size:
        file.seek(at)
        length, kind = int.from_bytes(file.read(4), "big"), file.read(4)
        at += 12 + length
        if kind == b"IEND":
            return at
    return 0


def _end_of_gif(file: BinaryIO) -> int:
    file.seek(0)
    held = file.read(TERBESAR)
    at = 13 + _palette(held, 10)
    while at < len(held):
        if held[at] == 0x3B:
            return at + 1
        if held[at] == 0x2C:
            at += 10 + _palette(held, at + 9) + 1
        elif held[at] == 0x21:
            at += 2
        else:
            return 0
        while at < len(held) and held[at]:
            at += 1 + held[at]
        at += 1
    return 0


def _palette(held: bytes, at: int) -> int:
    told = held[at] if at < len(held) else 0
    return 3 << ((told & 7) + 1) if told & 0x80 else 0
