"""A ZIP archive and what is built of one: its directory is judged before a member is read."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO, RawIOBase
from typing import BinaryIO

from service.boxed.gagal import Berhenti
from service.domain.batas import Batas

END = b"PK\x05\x06"
LOCAL = struct.Struct("<4s5H3I2H")
DINI = 1_024  # bytes in which readers look for the start of a PDF
KEPALA = 30  # bytes before a member's name
AKHIR = struct.Struct("<4s4H2IH")
EKOR = 22 + 65_535  # bytes in which the end of an archive must stand
SATU = 64_000_000  # bytes of one part of a paper that is read whole
MENGEMBANG = 100  # times its size, and then also more than KECIL, is a bomb
KECIL = 20_000_000
CELAH = 1_024  # bytes between two members that no directory speaks of
POTONG = 1 << 18
SEKALI = 1 << 20  # bytes of an archive written anew that are handed on at once
AWAL = 1_024  # packed bytes in which a member's first ones stand
_DRIVE = re.compile(r"^[A-Za-z]:")


class Arsip:
    """An archive whose directory was found sound; members come out by their true size."""

    def __init__(self, file: BinaryIO, members: list[zipfile.ZipInfo]) -> None:
        self._file = file
        self.members = members
        self.nama = {one.filename: one for one in members}

    def has(self, nama: str) -> bool:
        """Whether there is such a member."""
        return nama in self.nama

    def read(self, nama: str, most: int = SATU) -> bytes:
        """A member whole; stops where it is larger than a reader should hold."""
        if self.nama[nama].file_size > most:
            raise Berhenti("isi_terlalu_besar", nama)
        return b"".join(self.pieces(self.nama[nama]))

    def open(self, nama: str) -> BytesIO | BinaryIO:
        """A member to read from, piece by piece."""
        return Aliran(self.pieces(self.nama[nama]))  # type: ignore[return-value]

    def anew(self, changed: Mapping[str, bytes]) -> Iterator[bytes]:
        """The whole archive with some members changed, all others as they are; no times in it."""
        whole = BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
            for member in self.members:
                held = changed.get(member.filename) or self.read(member.filename)
                packed.writestr(zipfile.ZipInfo(member.filename), held, zipfile.ZIP_DEFLATED)
        told = whole.getvalue()
        for at in range(0, len(told), SEKALI):
            yield told[at : at + SEKALI]

    def head(self, member: zipfile.ZipInfo, most: int = 64) -> bytes:
        """The first bytes of a member."""
        self._file.seek(self.start(member))
        raw = self._file.read(min(AWAL, member.compress_size))
        if member.compress_type:
            raw = zlib.decompressobj(-15).decompress(raw, most)
        return raw[:most]

    def pieces(self, member: zipfile.ZipInfo) -> Iterator[bytes]:
        """The bytes of a member; stops where the directory lied about them."""
        start = self.start(member)
        total = crc = 0
        for piece in self._unpacked(member, start):
            total += len(piece)
            crc = zlib.crc32(piece, crc)
            if total > member.file_size:
                raise Berhenti("ukuran_bohong", member.filename)
            yield piece
        if total != member.file_size or crc != member.CRC:
            raise Berhenti("rusak", member.filename)

    def start(self, member: zipfile.ZipInfo) -> int:
        """Where a member's bytes begin; stops where its own header names another."""
        self._file.seek(member.header_offset)
        found = LOCAL.unpack(self._file.read(KEPALA))
        raw = self._file.read(found[9])
        own = raw.decode("utf-8" if member.flag_bits & 0x800 else "cp437", "replace")
        if found[0] != b"PK\x03\x04" or own != member.orig_filename:
            raise Berhenti("ukuran_bohong", member.filename)
        return int(member.header_offset + KEPALA + found[9] + found[10])

    def _unpacked(self, member: zipfile.ZipInfo, start: int) -> Iterator[bytes]:
        at, left = start, member.compress_size
        inflate = zlib.decompressobj(-15) if member.compress_type else None
        while left > 0:
            # Others may have read from the same file since the last piece.
            self._file.seek(at)
            raw = self._file.read(min(POTONG, left))
            if not raw:
                raise Berhenti("rusak", member.filename)
            at, left = at + len(raw), left - len(raw)
            if inflate is None:
                yield raw
                continue
            while raw:
                if piece := inflate.decompress(raw, 4 * POTONG):
                    yield piece
                raw = inflate.unconsumed_tail
                if inflate.eof:
                    return
        if inflate is not None and (piece := inflate.flush()):
            yield piece


class Aliran(RawIOBase):
    """Pieces, to be read like a file."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._rest = pieces, b""

    def read(self, size: int = -1) -> bytes:
        while size < 0 or len(self._rest) < size:
            piece = next(self._pieces, b"")
            if not piece:
                break
            self._rest += piece
        if size < 0:
            size = len(self._rest)
        found, self._rest = self._rest[:size], self._rest[size:]
        return found


def end_record(file: BinaryIO, size: int) -> tuple[int, int, int] | None:
    """Where the last end of an archive stands, its comment's length, and how many members."""
    begin = max(0, size - EKOR)
    file.seek(begin)
    tail = file.read(EKOR)
    at = tail.rfind(END)
    if at < 0 or len(tail) - at < AKHIR.size:
        return None
    told = AKHIR.unpack(tail[at : at + AKHIR.size])
    return begin + at, told[7], told[4]


def opened(file: BinaryIO, batas: Batas) -> Arsip:
    """The archive, its directory judged; stops with the first thing that is not sound."""
    size = file.seek(0, 2)
    end = end_record(file, size)
    if end is None:
        raise Berhenti("dua_wujud" if _buried(file) else "rusak")
    _tail(file, size, *end[:2])
    if end[2] > batas.anggota and end[2] != 0xFFFF:
        raise Berhenti("anggota_terlalu_banyak", f"{end[2]} file")
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as packed:
            members, directory = packed.infolist(), packed.start_dir
    except (zipfile.BadZipFile, RuntimeError, UnicodeError) as broken:
        raise Berhenti("rusak") from broken
    if len(members) > batas.anggota:
        raise Berhenti("anggota_terlalu_banyak", f"{len(members)} file")
    arsip = Arsip(file, members)
    _names(members)
    _sizes(members, batas)
    _places(arsip, members, directory)
    _no_pdf(arsip, members, file)
    return arsip


def _buried(file: BinaryIO) -> bool:
    """Whether an archive ends somewhere before the end of the file."""
    file.seek(0)
    before = b""
    while piece := file.read(1 << 20):
        whole = before + piece
        at = whole.find(END)
        if at >= 0 and len(whole) >= at + AKHIR.size:
            told = AKHIR.unpack(whole[at : at + AKHIR.size])
            return bool(told[1] == told[2] == 0 and told[3] == told[4])
        before = whole[-AKHIR.size :]
    return False


def _no_pdf(arsip: Arsip, members: list[zipfile.ZipInfo], file: BinaryIO) -> None:
    """Stop where a PDF begins beside the members: two programs would see two papers."""
    file.seek(0)
    at = file.read(DINI).find(b"%PDF-")
    if at >= 0 and at not in {arsip.start(one) for one in members[:8]}:
        raise Berhenti("dua_wujud", "PDF di dalam arsip")


def _tail(file: BinaryIO, size: int, at: int, comment: int) -> None:
    """Stop where anything but nothing follows the end."""
    end = at + AKHIR.size + comment
    if end > size:
        raise Berhenti("rusak")
    file.seek(at + AKHIR.size)
    said = file.read(comment).lower()
    if any(mark in said for mark in (b"%pdf-", b"<?php", b"<script", b"<html", b"\x7felf")):
        raise Berhenti("dua_wujud", "keterangan arsip")
    if file.read(size - end).strip(b"\0"):
        raise Berhenti("dua_wujud", "sesudah arsip")


def _names(members: list[zipfile.ZipInfo]) -> None:
    """Stop where a name leads out of the archive, or stands in it twice."""
    seen: set[str] = set()
    for one in members:
        nama = one.orig_filename.replace("\\", "/")
        if stat.S_ISLNK(one.external_attr >> 16):
            raise Berhenti("anggota_tautan", one.filename)
        leads_out = nama.startswith("/") or ".." in nama.split("/") or _DRIVE.match(nama)
        if "\0" in nama:
            raise Berhenti("rusak", one.filename)  # other programs see another name
        if leads_out:
            raise Berhenti("nama_keluar", one.orig_filename)
        if nama in seen:
            raise Berhenti("anggota_kembar", one.filename)
        seen.add(nama)


def _sizes(members: list[zipfile.ZipInfo], batas: Batas) -> None:
    """Stop where the members together, or one, swell beyond what papers do."""
    whole = sum(one.file_size for one in members)
    packed = sum(one.compress_size for one in members)
    if whole > batas.isi:
        raise Berhenti("mengembang", f"{whole // 1_000_000} MB")
    for many, few, nama in [
        (whole, packed, ""),
        *((one.file_size, one.compress_size, one.filename) for one in members),
    ]:
        if many > KECIL and many > MENGEMBANG * max(few, 1):
            raise Berhenti("mengembang", nama)


def _places(arsip: Arsip, members: list[zipfile.ZipInfo], directory: int) -> None:
    """Stop where bytes stand before, between or twice under members."""
    at = 0
    for one in sorted(members, key=lambda one: one.header_offset):
        if one.header_offset < at:
            raise Berhenti("mengembang", one.filename)
        if one.header_offset - at > (CELAH if at else 0):
            raise Berhenti("dua_wujud", "di antara isi arsip" if at else "sebelum arsip")
        at = arsip.start(one) + one.compress_size
    if at > directory:
        raise Berhenti("mengembang")
    if directory - at > (CELAH if at else 0):
        raise Berhenti("dua_wujud", "di antara isi arsip" if at else "sebelum arsip")
