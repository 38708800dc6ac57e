"""Whether a file is one thing only: what stands before its beginning and after its end."""

from __future__ import annotations

import re
from typing import BinaryIO

from service.boxed.arsip import AKHIR, DINI, end_record
from service.boxed.gagal import Berhenti

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
SISA = 1_024  # bytes after an end that no one misses, if they begin nothing
POTONG = 1 << 20


def is_foreign(bita: bytes) -> bool:
    """Whether another file begins with these bytes."""
    bare = bita.lstrip(b"\r\n\t \0")
    return bare.lower().startswith(tuple(one.lower() for one in ASING)) or bool(_MP3.match(bare))


def check_pdf(file: BinaryIO, size: int, head: bytes, kata: str) -> None:
    """Stop where a PDF is also something else; `kata` is what libmagic makes of it."""
    before = head[: head[:DINI].find(b"%PDF-")]
    if is_foreign(before):
        raise Berhenti("dua_wujud", "sebelum PDF")
    if kata.partition("/")[0] in ("image", "audio", "video") or "rom" in kata:
        raise Berhenti("dua_wujud", kata)
    _no_archive(file, size)
    file.seek(max(0, size - POTONG))
    tail = file.read(POTONG)
    end = tail.rfind(b"%%EOF")
    rest = tail[end + 5 :].strip(b"\r\n\t \0") if end >= 0 else b""
    if is_foreign(rest) or (len(rest) > SISA and not rest[:SISA].isascii()):
        raise Berhenti("dua_wujud", "sesudah PDF")


def check_picture(file: BinaryIO, size: int, head: bytes) -> None:
    """Stop where a picture is also something else; its reader looks behind its last byte."""
    if b"%PDF-" in head[:DINI]:
        raise Berhenti("dua_wujud", "PDF di dalam gambar")
    _no_archive(file, size)


def check_ole(file: BinaryIO, size: int, head: bytes) -> None:
    """Stop where a compound file is also something else."""
    if b"%PDF-" in head[:512]:
        raise Berhenti("dua_wujud", "PDF di dalamnya")
    _no_archive(file, size)


def _no_archive(file: BinaryIO, size: int) -> None:
    """Stop where the file, read from its end, is an archive."""
    end = end_record(file, size)
    if end is None:
        return
    at, comment, _ = end
    file.seek(at)
    told = AKHIR.unpack(file.read(AKHIR.size))
    listed = at - told[5]
    if listed < 0 or told[1] or told[2]:
        return
    file.seek(listed)
    if at + AKHIR.size + comment == size and (not told[4] or file.read(4) == b"PK\x01\x02"):
        raise Berhenti("dua_wujud", "arsip di belakangnya")
