"""Compound files by hand: streams in folders, small ones in the small stream."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

SEKTOR, KECIL, BATAS = 512, 64, 4096
KOSONG, AKHIR, TABEL, TANPA = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


@dataclass
class _Isi:
    nama: str
    jenis: int  # 1 folder, 2 stream, 5 root
    bita: bytes = b""
    anak: list[int] = field(default_factory=list)
    mulai: int = AKHIR
    sesudah: int = TANPA


def compound(streams: dict[str, bytes], clsid: bytes = b"\0" * 16) -> bytes:
    """A file of these streams; `/` in a name is a folder."""
    entries = [_Isi("Root Entry", 5)]
    for nama, held in streams.items():
        _put(entries, nama.split("/"), held)
    for one in entries:
        one.anak.sort(key=lambda n: (len(entries[n].nama), entries[n].nama.upper()))
        for left, right in zip(one.anak, one.anak[1:], strict=False):
            entries[left].sesudah = right
    return _written(entries, clsid)


def _put(entries: list[_Isi], parts: list[str], held: bytes) -> None:
    at = 0
    for part in parts[:-1]:
        found = [n for n in entries[at].anak if entries[n].nama == part]
        if not found:
            entries.append(_Isi(part, 1))
            entries[at].anak.append(len(entries) - 1)
        at = found[0] if found else len(entries) - 1
    entries.append(_Isi(parts[-1], 2, held))
    entries[at].anak.append(len(entries) - 1)


def _written(entries: list[_Isi], clsid: bytes) -> bytes:
    small, small_fat = b"", list[int]()
    for one in entries[1:]:
        if one.jenis == 2 and 0 < len(one.bita) < BATAS:
            one.mulai = len(small_fat)
            many = -(-len(one.bita) // KECIL)
            small_fat += [*range(one.mulai + 1, one.mulai + many), AKHIR]
            small += one.bita.ljust(many * KECIL, b"\0")
    entries[0].bita = small
    fat: list[int] = []
    body = b""

    def chain(held: bytes) -> int:
        nonlocal body
        many = -(-len(held) // SEKTOR)
        if not many:
            return AKHIR
        start = len(fat)
        fat.extend([*range(start + 1, start + many), AKHIR])
        body += held.ljust(many * SEKTOR, b"\0")
        return start

    for one in entries:
        if one.jenis == 5 or (one.jenis == 2 and len(one.bita) >= BATAS):
            one.mulai = chain(one.bita)
    of_small = chain(b"".join(struct.pack("<I", n) for n in small_fat))
    of_names = chain(b"".join(_entry(one, clsid) for one in entries))
    tables = -(-(len(fat) + 1) // 127)
    where = list(range(len(fat), len(fat) + tables))
    fat += [TABEL] * tables
    whole = b"".join(struct.pack("<I", n) for n in fat).ljust(tables * SEKTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH6xIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, of_names)
    head += struct.pack("<IIIIII", 0, BATAS, of_small, -(-len(small_fat) * 4 // SEKTOR), AKHIR, 0)
    head += b"".join(struct.pack("<I", n) for n in [*where, *[KOSONG] * (109 - tables)])
    return head + body + whole


def _entry(one: _Isi, clsid: bytes) -> bytes:
    nama = one.nama.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        nama,
        len(nama) + 2,
        one.jenis,
        1,
        TANPA,
        one.sesudah,
        one.anak[0] if one.anak else TANPA,
        clsid if one.jenis == 5 else b"\0" * 16,
        0,
        0,
        0,
        one.mulai if one.bita else AKHIR if one.jenis == 2 else 0,
        len(one.bita),
    )
