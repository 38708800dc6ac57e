"""One thing out of an archive or a letter, within the limits of the house."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from service.boxed import msg, surel, tanda_awal, zip_isi
from service.boxed.arsip import opened
from service.boxed.gagal import Berhenti
from service.domain.batas import Batas

BATAS = Batas(anggota=1_000_000, isi=1 << 50)  # the look has judged; the box counts what leaves it


def member(file: BinaryIO, nama: str, n: int) -> Iterator[bytes]:
    """The bytes of the n-th (from 0) of what the look at this file told of."""
    file.seek(0)
    kind = tanda_awal.mime_of(file.read(tanda_awal.HEAD), nama)
    if kind == tanda_awal.ARSIP:
        arsip = opened(file, BATAS)
        yield from arsip.pieces(zip_isi.files(arsip)[n])
    elif kind == tanda_awal.SUREL:
        yield from surel.member(file, n)
    elif kind == tanda_awal.OLE:
        yield from msg.member(file, n)
    else:
        raise Berhenti("rusak", nama)
