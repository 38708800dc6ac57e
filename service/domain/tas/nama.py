"""Names inside a bag: those that every disk can keep, and those that may not stand in one."""

from __future__ import annotations

import re
import unicodedata

from service.domain.kiriman import shown

DATA = "data/"
TERPANJANG = 100  # bytes of a name as it lies in a bag
AKHIRAN = 12  # bytes of what says its kind
_TERLARANG = re.compile(r'[<>:"/\\|?*%\x00-\x1f\x7f]')
_DRIVE = re.compile(r"[A-Za-z]:")


def safe(nama: str) -> str:
    """A file's own name, as near as every disk can keep it."""
    plain = unicodedata.normalize("NFC", shown(nama))
    plain = _TERLARANG.sub("_", plain).strip(" .") or "file"
    if len(plain.encode()) <= TERPANJANG:
        return plain
    stem, dot, end = plain.rpartition(".")
    if not dot or len(end.encode()) > AKHIRAN:
        return _cut(plain, TERPANJANG)
    return f"{_cut(stem, TERPANJANG - len(end.encode()) - 1)}.{end}"


def placed(folder: str, urut: int, nama: str) -> str:
    """Where a file lies; no two of a folder share a number, so no two share a name."""
    return f"{DATA}{folder}/{urut:03}_{safe(nama)}"


def wrong(path: str) -> str:
    """Why a name may not stand in a bag; '' where it may."""
    if not path:
        return "namanya kosong"
    if path.startswith(("/", "~")) or _DRIVE.match(path):
        return "menunjuk ke luar tas (alamat mutlak)"
    parts = path.split("/")
    if ".." in parts or "." in parts or "" in parts:
        return "menunjuk ke luar tas"
    if "\\" in path:
        return "memuat garis miring terbalik"
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in path):
        return "memuat tanda yang tidak terlihat"
    return ""


def told(path: str) -> str:
    """A name as it can be shown, however it was written."""
    return shown(path)[:200]


def same(path: str) -> str:
    """What a name comes to, whichever way its letters were put together."""
    return unicodedata.normalize("NFC", path)


def _cut(text: str, atmost: int) -> str:
    return text.encode()[:atmost].decode("utf-8", "ignore").rstrip(" .") or "file"
