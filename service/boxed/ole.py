"""Word, Excel, PowerPoint and Outlook before 2007: compound files of streams."""

from __future__ import annotations

import struct
from datetime import datetime
from typing import Any, BinaryIO

from service.boxed import biff, msg, terkunci
from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.lihat import Lihat
from service.boxed.ole_buka import opened, stream

DOC, XLS, PPT, MSG, MSI = (
    "application/msword",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/vnd.ms-outlook",
    "application/x-msi",
)
TERKUNCI = "application/encrypted"
_MSI = ("000C1084-0000-0000-C000-000000000046", "000C1086-0000-0000-C000-000000000046")
PPT_LOCKED = 0xF3D1C4DF
_PROGRAM = (b".exe\0", b".scr\0", b".lnk\0", b".js\0", b".vbs\0", b".bat\0", b".cmd\0", b".hta\0")


def read(file: BinaryIO, lihat: Lihat) -> None:
    """What the file is and carries; its words are told after it was converted."""
    lihat.mime = "application/x-ole-storage"
    with opened(file) as ole:
        streams = {"/".join(one).lower() for one in ole.listdir()}
        lihat.mime = _mime(ole, streams)
        if lihat.mime == MSI:
            raise Berhenti("program")
        if lihat.mime == TERKUNCI:
            terkunci.read(ole, streams, lihat)
            return
        _said(ole, lihat)
        _carried(ole, streams, lihat)
        if lihat.mime == DOC:
            _doc(ole)
        elif lihat.mime == XLS:
            biff.read(stream(ole, "workbook" if "workbook" in streams else "book"), lihat)
        elif lihat.mime == PPT:
            _ppt(ole)
        elif lihat.mime == MSG:
            msg.read(ole, lihat)
            return
        else:
            raise Berhenti("format_lama")
        lihat.sebut("perlu_ubah", "ya")


def _mime(ole: Any, streams: set[str]) -> str:
    if (ole.root.clsid or "").upper() in _MSI:
        return MSI
    for nama, mime in (
        ("encryptedpackage", TERKUNCI),
        ("worddocument", DOC),
        ("workbook", XLS),
        ("book", XLS),
        ("powerpoint document", PPT),
        ("__properties_version1.0", MSG),
        ("visiodocument", "application/vnd.visio"),
        ("quill/quillsub/contents", "application/x-mspublisher"),
        ("fileheader", "application/x-hwp"),
        ("matost", "application/vnd.ms-works"),
    ):
        if nama in streams:
            return mime
    return "application/x-ole-storage"


def _said(ole: Any, lihat: Lihat) -> None:
    try:
        told = ole.get_metadata()
    except RUSAK:
        return
    for nama, found in (
        ("penulis", told.author),
        ("pengubah", told.last_saved_by),
        ("dibuat", told.create_time),
        ("diubah", told.last_saved_time),
        ("program", told.creating_application),
        ("judul", told.title),
    ):
        if isinstance(found, bytes):
            lihat.sebut(nama, _decoded(found, told.codepage))
        elif isinstance(found, datetime) and found.year > 1601:
            lihat.sebut(nama, found.isoformat())
    if lihat.metadata.keys() & {"penulis", "pengubah"}:
        lihat.temukan("metadata_penulis")


def _decoded(found: bytes, codepage: object) -> str:
    return found.decode("utf-8" if codepage in (65001, -535) else "cp1252", "replace")


def _carried(ole: Any, streams: set[str], lihat: Lihat) -> None:
    for nama in sorted(streams):
        parts = nama.split("/")
        if "vba" in parts[:-1] or parts[0] in ("macros", "_vba_project_cur"):
            lihat.temukan("makro", parts[0])
        elif parts[-1] == "\x01ole10native":
            head = stream(ole, nama)[:2_000].lower()
            named = any(mark in head for mark in _PROGRAM)
            lihat.temukan("program_tertanam" if named else "objek_tertanam", parts[0])
        elif parts[0] in ("objectpool", "mbd") or parts[0].startswith("mbd"):
            lihat.temukan("objek_tertanam", parts[0])
        elif parts[0] in ("_xmlsignatures", "_signatures"):
            lihat.temukan("bertanda_tangan")


def _doc(ole: Any) -> None:
    """Stop where a .doc is locked, or is no .doc."""
    fib = stream(ole, "worddocument")[:32]
    magic, version = struct.unpack_from("<HH", fib)
    if magic not in (0xA5EC, 0xA5DC) or version < 100:
        raise Berhenti("rusak")
    if struct.unpack_from("<H", fib, 0x0A)[0] & 0x0100:
        raise Berhenti("terkunci_sandi")


def _ppt(ole: Any) -> None:
    found = stream(ole, "current user")[:20] if ole.exists("current user") else b""
    if len(found) >= 16 and struct.unpack_from("<I", found, 12)[0] == PPT_LOCKED:
        raise Berhenti("terkunci_sandi")
