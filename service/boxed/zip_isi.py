"""A plain archive: what is in it, and archives within it."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import BinaryIO

from service.boxed import odf, ooxml
from service.boxed.arsip import Arsip, opened
from service.boxed.bagian import HITUNG
from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.lihat import Lihat
from service.boxed.paket import ISI
from service.domain.batas import Batas

SARANG = 64_000_000  # bytes of an archive within an archive that is opened to look for more
LAPIS = 1  # archives within an archive that are unpacked
# What systems leave behind in archives; nobody sent it.
SISA = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
DIJAGA = "application/vnd.etsi.asic-e+zip"
PROGRAM = ("AndroidManifest.xml", "META-INF/MANIFEST.MF")


def read(file: BinaryIO, lihat: Lihat) -> None:
    """The archive for what it is: a paper of an office program, a signed bundle, or files."""
    lihat.mime = "application/zip"
    arsip = opened(file, lihat.batas)
    if arsip.has(ISI):
        ooxml.read(arsip, lihat)
        return
    kind = _own_word(arsip)
    if kind.startswith(odf.AWAL):
        odf.read(arsip, lihat)
        return
    if kind.startswith("application/vnd.etsi.asic") or _is_signed(arsip):
        lihat.mime = DIJAGA
        raise Berhenti("bungkus_tanda_tangan")
    if _is_program(arsip):
        raise Berhenti("program")
    if "/" in kind or any(one.endswith(".iwa") for one in arsip.nama):
        # A paper of another program: its parts are no files that somebody sent.
        lihat.mime = kind or "application/vnd.apple.iwork"
        raise Berhenti("format_lama" if "sun.xml" in kind else "format_asing")
    _files(arsip, lihat)


def files(arsip: Arsip) -> list[zipfile.ZipInfo]:
    """The members that are files somebody sent and that open without a password, in order."""
    return [
        one
        for one in arsip.members
        if not one.is_dir() and not one.flag_bits & 1 and not _is_left_behind(one.filename)
    ]


def _is_left_behind(nama: str) -> bool:
    return nama.startswith(SISA[0]) or nama.rpartition("/")[2] in SISA[1:]


def _own_word(arsip: Arsip) -> str:
    """What the member `mimetype` says, where the archive has one."""
    if not arsip.has("mimetype"):
        return ""
    return arsip.head(arsip.nama["mimetype"], 100).decode("ascii", "replace").strip()


def _is_signed(arsip: Arsip) -> bool:
    return any(
        one.lower().startswith("meta-inf/") and one.lower().endswith((".p7s", "signatures.xml"))
        for one in arsip.nama
    )


def _is_program(arsip: Arsip) -> bool:
    classes = any(one.endswith((".class", ".dex")) for one in arsip.nama)
    return classes and any(arsip.has(one) for one in PROGRAM)


def _files(arsip: Arsip, lihat: Lihat) -> None:
    found = files(arsip)
    if any(one.flag_bits & 1 for one in arsip.members):
        lihat.temukan("terkunci_sandi")
    elif not found:
        raise Berhenti("arsip_kosong")
    room = HITUNG
    for one in found:
        if one.compress_type not in (0, 8):
            lihat.temukan("pemampatan_asing", one.filename)
        elif one.file_size <= room:
            room -= one.file_size
            _counted(arsip, one, lihat)
    _nested(arsip, found, lihat.batas, 0, [HITUNG])
    lihat.anggota = [(one.filename, one.file_size) for one in found]


def _counted(arsip: Arsip, member: zipfile.ZipInfo, lihat: Lihat) -> None:
    try:
        for _ in arsip.pieces(member):
            pass
    except Berhenti as why:
        if why.kode != "rusak":
            raise
        lihat.temukan("anggota_rusak", member.filename)
    except RUSAK:
        lihat.temukan("anggota_rusak", member.filename)


def _nested(
    arsip: Arsip, found: list[zipfile.ZipInfo], batas: Batas, depth: int, room: list[int]
) -> None:
    """Stop where archives lie in archives in archives, or a bomb lies in one."""
    for one in found:
        if one.compress_type not in (0, 8) or arsip.head(one, 4) != b"PK\x03\x04":
            continue
        if one.file_size > min(SARANG, room[0]):
            continue
        room[0] -= one.file_size
        try:
            inner = opened(BytesIO(arsip.read(one.filename)), batas)
        except Berhenti as why:
            if why.kode == "mengembang":
                raise
            continue
        except RUSAK:
            continue
        if inner.has(ISI) or _own_word(inner):
            continue
        if depth >= LAPIS:
            raise Berhenti("arsip_bersarang", one.filename)
        _nested(inner, files(inner), batas, depth + 1, room)
