"""Compound files, opened only where their measures are those that programs write."""

from __future__ import annotations

import struct
from typing import Any, BinaryIO

import olefile

from service.boxed.gagal import Berhenti

KEPALA = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PANJANG = 512  # bytes of the header
SATU = 64_000_000  # bytes of one stream that is read whole


def opened(file: BinaryIO) -> Any:
    """The compound file; stops where its measures are none that a program writes."""
    file.seek(0)
    head = file.read(PANJANG)
    if len(head) < PANJANG or head[:8] != KEPALA:
        raise Berhenti("rusak")
    order, sector, small = struct.unpack_from("<HHH", head, 28)
    if order != 0xFFFE or sector not in (9, 12) or small != 6:
        raise Berhenti("rusak")
    if struct.unpack_from("<I", head, 56)[0] != 4096:
        raise Berhenti("rusak")
    file.seek(0)
    return olefile.OleFileIO(file)


def stream(ole: Any, nama: str, most: int = SATU) -> bytes:
    """A stream whole; stops where it is larger than a reader should hold."""
    if ole.get_size(nama) > most:
        raise Berhenti("isi_terlalu_besar", nama)
    with ole.openstream(nama) as opened:
        found: bytes = opened.read()
    return found
