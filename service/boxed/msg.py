"""Letters by mail as Outlook keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from service.boxed.gagal import Berhenti
from service.boxed.lihat import Lihat
from service.boxed.ole_buka import opened as opened_ole

NAMA_PANJANG, NAMA_PENDEK, ISI = "3707", "3704", "37010102"
LAMPIRAN = re.compile(r"^__attach_version1\.0_#[0-9a-f]{8}$", re.I)
TEKS = 4_000_000


@dataclass(frozen=True)
class Lampiran:
    """One attachment: its name, and the stream it lies in ('' where it is a letter itself)."""

    nama: str
    aliran: str
    ukuran: int


def read(ole: Any, lihat: Lihat) -> None:
    """Headers, words and attachments."""
    for nama, number in (("dari", "0C1A"), ("kepada", "0E04"), ("perihal", "0037")):
        lihat.sebut(nama, _text(ole, "", number))
    if sender := _text(ole, "", "5D01") or _text(ole, "", "0C1F"):
        lihat.sebut("alamat_pengirim", sender)
    if date := re.search(r"^Date:\s*(.+)$", _text(ole, "", "007D"), re.M | re.I):
        lihat.sebut("tanggal", date[1])
    words = _text(ole, "", "1000").strip()
    lihat.tulis(words)
    for one in attached(ole):
        if one.aliran:
            lihat.anggota.append((one.nama, one.ukuran))
        else:
            lihat.temukan("objek_tertanam", one.nama)
    if not words and not lihat.anggota:
        lihat.temukan("surel_kosong")


def attached(ole: Any) -> list[Lampiran]:
    """The attachments, in the order of the letter."""
    rooms = sorted({one[0] for one in ole.listdir() if LAMPIRAN.match(one[0])})
    return [_lampiran(ole, room, n) for n, room in enumerate(rooms, 1)]


def _lampiran(ole: Any, room: str, n: int) -> Lampiran:
    nama = _text(ole, room, NAMA_PANJANG) or _text(ole, room, NAMA_PENDEK) or f"lampiran-{n}"
    held = f"{room}/__substg1.0_{ISI}"
    found = ole.exists(held)
    return Lampiran(nama, held if found else "", ole.get_size(held) if found else 0)


def member(file: BinaryIO, n: int) -> Iterator[bytes]:
    """The bytes of the n-th attachment that has any."""
    with opened_ole(file) as ole:
        held = [one for one in attached(ole) if one.aliran]
        if n >= len(held):
            raise Berhenti("rusak")
        with ole.openstream(held[n].aliran) as opened:
            yield opened.read()


def _text(ole: Any, room: str, number: str) -> str:
    for ending, coding in (("001F", "utf-16-le"), ("001E", "cp1252")):
        nama = f"{room}/__substg1.0_{number}{ending}".lstrip("/")
        if ole.exists(nama):
            with ole.openstream(nama) as opened:
                return str(opened.read(TEKS).decode(coding, "replace")).strip("\0 ")
    return ""
