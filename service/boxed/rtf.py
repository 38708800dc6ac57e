"""The words of an RTF file, and what it carries or fetches."""

from __future__ import annotations

import re
from typing import BinaryIO

from service.boxed import tertulis
from service.boxed.gagal import Berhenti
from service.boxed.lihat import Lihat
from service.boxed.rujukan import leads_far

SATU = 50_000_000  # bytes that are read
DALAM = 2_000  # groups within groups
_PART = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])"
    rb"|([^\\{}\r\n]+)|[\r\n]+|\\"
)
# Groups whose words are not words of the letter.
_DIAM = {
    *(b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"themedata"),
    *(b"colorschememapping", b"datastore", b"latentstyles", b"listtable", b"rsidtbl"),
    *(b"generator", b"xmlnstbl", b"fldinst", b"deleted", b"listoverridetable", b"objdata"),
}
_BARIS = {b"par": "\n", b"line": "\n", b"row": "\n", b"tab": "\t", b"cell": "\t", b"sect": "\n"}
_LAIN = {b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’"}
_LAIN |= {b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•"}
_SAID = (
    (rb"\\objdata\b|\\objemb\b|\\objocx\b", "objek_tertanam"),
    (rb"\\objautlink\b|\\objlink\b", "rujukan_luar"),
    (rb"\bDDE(?:AUTO)?\s", "dde"),
    (rb"\\(?:revised|deleted)\b", "perubahan_terlacak"),
    (rb"\\\*\\atnid\b|\\annotation\b", "komentar"),
    (rb"\\v(?=[\\ ])(?!0)", "teks_tersembunyi"),
)
_TEMPLAT = re.compile(rb"\\\*\\template\s+([^{}]{1,300})")
_GAMBAR = re.compile(rb"INCLUDEPICTURE\s+(?:\\\w\s+)*\"?([^\"{}]{1,300})", re.I)
_INFO = re.compile(rb"\{\\(author|operator|title)\s+([^{}]{1,300})\}")
_SEBUT = {b"author": "penulis", b"operator": "pengubah", b"title": "judul"}


def read(file: BinaryIO, lihat: Lihat) -> None:
    """Text page by page; pictures and objects are left where they are."""
    file.seek(0)
    bita = file.read(SATU + 1)
    if len(bita) > SATU:
        raise Berhenti("isi_terlalu_besar")
    _carried(bita, lihat)
    pages = _text(bita).split("\f")
    lihat.halaman = len(pages)
    tertulis.note(pages, lihat)
    if not bita.rstrip(b"\0\r\n\t ").endswith(b"}"):
        raise Berhenti("rusak", "terpotong")


def _carried(bita: bytes, lihat: Lihat) -> None:
    for pattern, kode in _SAID:
        if re.search(pattern, bita):
            lihat.temukan(kode)
    for found in _TEMPLAT.finditer(bita):
        target = found[1].decode("cp1252", "replace")
        if leads_far(target):
            lihat.temukan("templat_luar", target)
    for found in _GAMBAR.finditer(bita):
        target = found[1].decode("cp1252", "replace")
        lihat.temukan("gambar_luar" if leads_far(target) else "gambar_lokal", target)
    for found in _INFO.finditer(bita):
        lihat.sebut(_SEBUT[found[1]], found[2].decode("cp1252", "replace"))
    if "penulis" in lihat.metadata:
        lihat.temukan("metadata_penulis")


def _text(bita: bytes) -> str:
    out: list[str] = []
    stack: list[tuple[bool, int]] = []
    silent, skip, left = False, 1, 0  # within a silent group; letters that stand in for \u
    for part in _PART.finditer(bita):
        word, number, code, sign, brace, plain = part.groups()
        if brace == b"{":
            stack.append((silent, skip))
            if len(stack) > DALAM:
                raise Berhenti("xml_terlalu_dalam")
        elif brace:
            silent, skip = stack.pop() if stack else (False, 1)
        elif sign == b"*" or word in _DIAM:
            silent = True
        elif word == b"uc":
            skip = int(number or 1)
        elif silent:
            continue
        elif word == b"u" and number:
            out.append(chr(int(number) % 65_536))
            left = skip
        elif word in (b"page", b"pagebb"):
            out.append("\f")
        elif word:
            out.append(_BARIS.get(word) or _LAIN.get(word, ""))
        elif (code or plain) is not None:
            said = (bytes.fromhex(code.decode()) if code else plain).decode("cp1252", "replace")
            out.append(said[left:])
            left = max(0, left - len(said))
        elif sign in (b"\\", b"{", b"}"):
            out.append(sign.decode())
        elif sign == b"~":
            out.append(" ")
    return "".join(out)
