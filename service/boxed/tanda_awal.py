"""What a file is by its first bytes: libmagic's word, and ours where libmagic is known to err."""

from __future__ import annotations

import re

import magic

from service.boxed import surel, teks
from service.boxed.gagal import RUSAK

HEAD = 1_000_000
_MAGIC = magic.Magic(mime=True)

PDF, ARSIP, OLE, RTF, SUREL = (
    "application/pdf",
    "application/zip",
    "application/x-ole-storage",
    "text/rtf",
    "message/rfc822",
)
P7M, P7S = "application/pkcs7-mime", "application/pkcs7-signature"
TEKS, TABEL, HALAMAN_WEB, XML = "text/plain", "text/csv", "text/html", "text/xml"
PROGRAM = {
    "application/x-dosexec",
    "application/vnd.microsoft.portable-executable",
    "application/x-executable",
    "application/x-pie-executable",
    "application/x-sharedlib",
    "application/x-object",
    "application/x-mach-binary",
    "application/x-ms-shortcut",
    "application/java-vm",
    "application/x-java-applet",
    "application/x-dex",
    "application/vnd.android.package-archive",
    "application/x-bytecode.python",
    "application/x-shellscript",
    "text/x-shellscript",
    "text/x-msdos-batch",
    "text/x-php",
}
ARSIP_LAIN = {
    "application/x-rar",
    "application/vnd.rar",
    "application/x-7z-compressed",
    "application/gzip",
    "application/x-gzip",
    "application/x-tar",
    "application/x-bzip2",
    "application/x-xz",
    "application/zstd",
    "application/x-lzma",
    "application/vnd.ms-cab-compressed",
    "application/x-lzh-compressed",
    "application/x-lha",
    "application/x-arj",
    "application/x-iso9660-image",
    "application/x-archive",
    "application/vnd.ms-tnef",
}
LAMA = {
    "application/vnd.wordperfect": b"\xffWPC",
    "application/x-wri": b"\x31\xbe\x00\x00",
    "application/vnd.lotus-1-2-3": b"\x00\x00\x02\x00",
    "application/x-wordpro": b"WordPro",
    "application/x-amipro": b"[ver]",
}
NASKAH_PROGRAM = (
    *(".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".hta", ".sh", ".py"),
    *(".reg", ".scf", ".desktop", ".url", ".inf", ".php", ".pl"),
)
_LNK = b"\x4c\x00\x00\x00\x01\x14\x02\x00"
_OID_SIGNED = bytes.fromhex("06092a864886f70d010702")
_OID_SEALED = bytes.fromhex("06092a864886f70d010703")
_PROLOG = re.compile(r"\A(?:\s|<\?.*?\?>|<!--.*?-->)*", re.S)
_WEB = re.compile(
    r"<(?:!doctype\s+html|!doctype\s+svg|(?:[\w-]+:)?(?:html|svg)\b"
    r"|(?:head|body|script|iframe|meta|style|table|div|p|h1|form|img|a|object)[\s>/])",
    re.I,
)


def libmagic(head: bytes) -> str:
    """What libmagic makes of the first bytes; '' where it makes nothing of them."""
    try:
        return str(_MAGIC.from_buffer(head))
    except (magic.MagicException, *RUSAK):
        return ""


def mime_of(head: bytes, nama: str = "") -> str:
    """The first look: enough to choose the reader who decides."""
    told = libmagic(head)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ARSIP
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLE
    if _is_program(head, told, nama):
        return told if told in PROGRAM else "application/x-executable"
    if head.startswith(b"{\\rtf"):
        return RTF
    for mime, mark in LAMA.items():
        if head.startswith(mark):
            return mime
    if _OID_SIGNED in head[:64] or head.startswith(b"-----BEGIN PKCS7"):
        return P7S
    if _OID_SEALED in head[:64]:
        return P7M
    if picture := _picture(head):
        return picture
    if b"%PDF-" in head[:1_024]:
        return PDF
    if found := _of_text(head, told, nama):
        return found
    # What libmagic takes for text and we cannot read is none.
    return told if told and not told.startswith("text/") else "application/octet-stream"


def _is_program(head: bytes, told: str, nama: str) -> bool:
    if head.startswith((_LNK, b"#!", b"\x7fELF", b"<?php", b"dex\n03")):
        return True
    if head.startswith(b"MZ") and b"\0" in head[:256]:
        return True
    # Letters of the alphabet alone make neither a program nor the name of one.
    return (told in PROGRAM and told not in ("text/x-php",)) or _is_script(head, nama)


def _is_script(head: bytes, nama: str) -> bool:
    if head[:200].lstrip().lower().startswith((b"@echo off", b"[internetshortcut]")):
        return True
    if not nama.lower().endswith(NASKAH_PROGRAM):
        return False
    return teks.decoded(head[:4_000]) is not None


def _picture(head: bytes) -> str:
    for mark, mime in (
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"GIF87a", "image/gif"),
        (b"GIF89a", "image/gif"),
        (b"II*\0", "image/tiff"),
        (b"MM\0*", "image/tiff"),
        (b"II+\0", "image/tiff"),
    ):
        if head.startswith(mark):
            return mime
    return "image/webp" if head[:4] == b"RIFF" and head[8:12] == b"WEBP" else ""


def _of_text(head: bytes, told: str, nama: str) -> str:
    text = teks.decoded(head)
    if text is None:
        return ""
    if surel.is_letter(head):
        return HALAMAN_WEB if surel.is_page(head) else SUREL
    start = text[_PROLOG.match(text[:20_000]).end() :]  # type: ignore[union-attr]
    if _WEB.match(start) or told in ("text/html", "image/svg+xml"):
        return HALAMAN_WEB
    if text.lstrip().startswith("<?xml"):
        return HALAMAN_WEB if re.match(r"<!DOCTYPE", start, re.I) else XML
    return TABEL if teks.is_table(text, nama) else TEKS
