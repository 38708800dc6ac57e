"""Whether a file is one thing only: what stands before its beginning and after its end."""

from __future__ import annotations

from typing import BinaryIO

from service.boxed.arsip import AKHIR, DINI, end_record
from service.boxed.ekor import SISA, after_picture, is_foreign
from service.boxed.gagal import Berhenti

# Marks that stand inside: a game, an archive of tapes, a compact disc, a picture of a patient.
_DI_DALAM = ((0x100, b"SEGA"), (257, b"ustar"), (0x8001, b"CD001"), (128, b"DICM"))
POTONG = 1 << 20


def check_pdf(file: BinaryIO, size: int, head: bytes, kata: str) -> None:
    """Stop where a PDF is also something else; `kata` is what libmagic makes of it."""
    before = head[: head[:DINI].find(b"%PDF-")]
    if is_foreign(before):
        raise Berhenti("dua_wujud", "sebelum PDF")
    if kata.partition("/")[0] in ("image", "audio", "video") or "rom" in kata:
        raise Berhenti("dua_wujud", kata)
    _no_other(file, size, head)
    file.seek(max(0, size - POTONG))
    tail = file.read(POTONG)
    end = tail.rfind(b"%%EOF")
    rest = tail[end + 5 :].strip(b"\r\n\t \0") if end >= 0 else b""
    if is_foreign(rest) or (len(rest) > SISA and not rest[:SISA].isascii()):
        raise Berhenti("dua_wujud", "sesudah PDF")


def check_picture(file: BinaryIO, size: int, mime: str, head: bytes) -> None:
    """Stop where a picture is also something else."""
    if b"%PDF-" in head[:DINI]:
        raise Berhenti("dua_wujud", "PDF di dalam gambar")
    _no_other(file, size, head)
    if after_picture(file, mime):
        raise Berhenti("dua_wujud", "sesudah gambar")


def check_ole(file: BinaryIO, size: int, head: bytes) -> None:
    """Stop where a compound file is also something else."""
    if b"%PDF-" in head[:512]:
        raise Berhenti("dua_wujud", "PDF di dalamnya")
    _no_other(file, size, head)


def _no_other(file: BinaryIO, size: int, head: bytes) -> None:
    """Stop where the file, read from within or from its end, is something else."""
    for at, mark in _DI_DALAM:
        if head.startswith(mark, at):
            raise Berhenti("dua_wujud", mark.decode())
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
