"""Whether a file's name says what it is."""

from __future__ import annotations

import re

from service.boxed.lihat import Lihat

_OPEN = "application/vnd.oasis.opendocument."
_MS = "application/vnd."
AKHIRAN: dict[str, tuple[str, ...]] = {
    "application/pdf": ("pdf",),
    "application/zip": ("zip",),
    "application/msword": ("doc", "dot"),
    "application/vnd.ms-excel": ("xls", "xlt", "xla"),
    "application/vnd.ms-powerpoint": ("ppt", "pps", "pot"),
    "application/vnd.ms-outlook": ("msg",),
    "text/rtf": ("rtf",),
    "message/rfc822": ("eml", "mht"),
    "text/csv": ("csv", "tsv", "txt"),
    "text/plain": ("txt", "csv", "md", "log", "tsv"),
    "image/jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "image/png": ("png",),
    "image/tiff": ("tif", "tiff"),
    "image/gif": ("gif",),
    "image/webp": ("webp",),
    f"{_OPEN}text": ("odt",),
    f"{_OPEN}spreadsheet": ("ods",),
    f"{_OPEN}presentation": ("odp",),
    f"{_OPEN}graphics": ("odg",),
    f"{_OPEN}text-template": ("ott",),
    f"{_OPEN}spreadsheet-template": ("ots",),
    f"{_MS}openxmlformats-officedocument.wordprocessingml.document": ("docx",),
    f"{_MS}openxmlformats-officedocument.wordprocessingml.template": ("dotx",),
    f"{_MS}ms-word.document.macroEnabled.12": ("docm",),
    f"{_MS}ms-word.template.macroEnabled.12": ("dotm",),
    f"{_MS}openxmlformats-officedocument.spreadsheetml.sheet": ("xlsx",),
    f"{_MS}openxmlformats-officedocument.spreadsheetml.template": ("xltx",),
    f"{_MS}ms-excel.sheet.macroEnabled.12": ("xlsm",),
    f"{_MS}ms-excel.template.macroEnabled.12": ("xltm",),
    f"{_MS}ms-excel.addin.macroEnabled.12": ("xlam",),
    f"{_MS}ms-excel.sheet.binary.macroEnabled.12": ("xlsb",),
    f"{_MS}openxmlformats-officedocument.presentationml.presentation": ("pptx",),
    f"{_MS}openxmlformats-officedocument.presentationml.template": ("potx",),
    f"{_MS}openxmlformats-officedocument.presentationml.slideshow": ("ppsx",),
    f"{_MS}ms-powerpoint.presentation.macroEnabled.12": ("pptm",),
    f"{_MS}ms-powerpoint.slideshow.macroEnabled.12": ("ppsm",),
}
PROGRAM = {
    *("exe", "scr", "com", "pif", "bat", "cmd", "msi", "lnk", "js", "jse", "vbs", "vbe"),
    *("wsf", "hta", "ps1", "jar", "apk", "dll", "cpl", "reg", "sh", "app", "dmg"),
}
DIKENAL = {one for all_ in AKHIRAN.values() for one in all_} | PROGRAM
_AKHIRAN = re.compile(r"\.([A-Za-z0-9]{1,5})\s*$")


def check(nama: str, lihat: Lihat, *, is_read: bool) -> None:
    """Note a name that belies the bytes; what could not be read proves no name wrong."""
    found = _AKHIRAN.search(nama)
    ending = found[1].lower() if found else ""
    if ending in PROGRAM:
        lihat.temukan("nama_program", nama)
    elif (
        is_read
        and ending in DIKENAL
        and lihat.mime in AKHIRAN
        and ending not in AKHIRAN[lihat.mime]
    ):
        lihat.temukan("nama_lain", f".{ending}, isinya .{AKHIRAN[lihat.mime][0]}")
