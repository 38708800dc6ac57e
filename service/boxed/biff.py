"""The records of an old Excel book: sheets that are hidden, macros of version 4, locks."""

from __future__ import annotations

import struct

from service.boxed import terkunci
from service.boxed.gagal import Berhenti
from service.boxed.lihat import Lihat

BOF, EOF, FILEPASS, SHEET, SUPBOOK = 0x0809, 0x000A, 0x002F, 0x0085, 0x01AE
BOF_LAMA = (0x0009, 0x0209, 0x0409)
MAKRO = 1  # the kind of a sheet that holds macros of version 4


def read(book: bytes, lihat: Lihat) -> None:
    """What the globals of the book tell; stops where it is locked, or no book."""
    if len(book) < 8 or struct.unpack_from("<H", book)[0] not in (BOF, *BOF_LAMA):
        raise Berhenti("rusak")
    at = 0
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        held = book[at + 4 : at + 4 + size]
        if kind == FILEPASS:
            _locked(held, lihat)
            return
        if kind == SHEET and len(held) >= 8:
            _sheet(held, lihat)
        elif kind == SUPBOOK and len(held) > 4 and held[2:4] != b"\x01\x04":
            # A book of another file, or a conversation with another program.
            lihat.temukan("buku_lain")
        elif kind == EOF:
            return
        at += 4 + size


def _sheet(held: bytes, lihat: Lihat) -> None:
    hidden, kind = held[4] & 3, held[5]
    wide = len(held) > 7 and held[7] & 1
    nama = held[8:].decode("utf-16-le" if wide else "cp1252", "replace")
    if hidden:
        lihat.temukan("lembar_tersembunyi", nama)
    if kind == MAKRO:
        lihat.temukan("makro_xlm", nama)


def _locked(held: bytes, lihat: Lihat) -> None:
    if terkunci.opens_rc4(held):
        lihat.temukan("sandi_bawaan")
        return
    raise Berhenti("terkunci_sandi")
