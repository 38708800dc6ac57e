"""A Word file as the gate sees it: changes, remarks, hidden words, and where its fields reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from service.boxed import docx
from service.boxed.gerbang import kertas
from service.boxed.gerbang.catat import Catat
from service.boxed.gerbang.gaya_naskah import Gaya
from service.boxed.paket import Paket

_BAGIAN = {
    "header": "kepala halaman",
    "footer": "kaki halaman",
    "footnotes": "catatan kaki",
    "endnotes": "catatan akhir",
    "glossaryDocument": "potongan tersimpan",
}
_PERUBAHAN = {
    "ins": "ditambah",
    "del": "dihapus",
    "moveFrom": "dipindah dari sini",
    "moveTo": "dipindah ke sini",
    "cellIns": "sel ditambah",
    "cellDel": "sel dihapus",
}
_RUPA = ("rPrChange", "pPrChange", "tblPrChange", "sectPrChange", "trPrChange", "tcPrChange")
_AMBIL = re.compile(
    r"^\s*(?:(?:INCLUDETEXT|INCLUDEPICTURE|LINK|DDEAUTO|DDE|IMPORT|RD|DATABASE)\b|FILENAME\b.*\\p)",
    re.I | re.S,
)


def read(paket: Paket, utama: str, catat: Catat) -> None:
    """Every hit of the paper."""
    root = paket.bagian.xml(utama)
    w = docx.STRICT if str(root.tag).startswith(docx.STRICT) else docx.W
    kertas.read(paket, catat)
    gaya = Gaya(paket, utama, w)
    for di, one in _pieces(paket, utama, root):
        _changes(one, w, di, catat)
        _hidden(one, w, di, gaya, catat)
        _fields(one, w, di, catat)
    _comments(paket, utama, w, catat)
    _settings(paket, utama, w, catat)


def _pieces(paket: Paket, utama: str, root: Any) -> Iterator[tuple[str, Any]]:
    """The body, and what stands above, below and behind its pages."""
    yield "isi naskah", root
    for kait in paket.kaitan(utama):
        if kait.jenis in _BAGIAN and not kait.luar and paket.bagian.has(kait.sasaran):
            yield _BAGIAN[kait.jenis], paket.bagian.xml(kait.sasaran)


class _Alinea:
    """The paragraphs of a piece by their number, tables and all; counted when first asked."""

    def __init__(self, root: Any, w: str, di: str) -> None:
        self._root, self._w, self._di = root, w, di
        self._nth: dict[Any, int] = {}

    def of(self, one: Any) -> str:
        if not self._nth:
            self._nth = {p: n for n, p in enumerate(self._root.iter(f"{self._w}p"), 1)}
        while one is not None and one.tag != f"{self._w}p":
            one = one.getparent()
        n = self._nth.get(one)
        return f"{self._di}, alinea {n}" if n else self._di


def _changes(root: Any, w: str, di: str, catat: Catat) -> None:
    for one in root.iter(*(f"{w}{tag}" for tag in _PERUBAHAN)):
        how = _PERUBAHAN[one.tag[len(w) :]]
        said = "".join(t.text or "" for t in one.iter(f"{w}t", f"{w}delText"))
        who = one.get(f"{w}author", "")
        catat.note("perubahan_terlacak", f"{di}: {how}", f"{who}: {said}".strip(": "))
    for one in root.iter(*(f"{w}{tag}" for tag in _RUPA)):
        who = one.get(f"{w}author", "")
        catat.note("perubahan_terlacak", f"{di}: bentuk diubah", who)


def _hidden(root: Any, w: str, di: str, gaya: Gaya, catat: Catat) -> None:
    last: tuple[str, Any] | None = None
    alinea = _Alinea(root, w, di)
    for run in root.iter(f"{w}r"):
        said = "".join(t.text or "" for t in run.findall(f"{w}t"))
        jenis = gaya.hides(run) if said.strip() else ""
        if not jenis:
            last = None if said.strip() else last
            continue
        if last != (jenis, run.getparent()):  # words side by side are one place
            catat.note(jenis, alinea.of(run), said)
        last = (jenis, run.getparent())


def _fields(root: Any, w: str, di: str, catat: Catat) -> None:
    for code in docx.fields(root, w):
        if _AMBIL.match(code) or kertas.DI_DALAM.search(code):
            catat.note("ruas_jalur", di, code.strip())


def _comments(paket: Paket, utama: str, w: str, catat: Catat) -> None:
    if part := paket.part(utama, "comments"):
        for n, one in enumerate(paket.bagian.xml(part).iter(f"{w}comment"), 1):
            said = " ".join("".join(t.text or "" for t in one.iter(f"{w}t")).split())
            catat.note("komentar", f"komentar ke-{n}", f"{one.get(f'{w}author', '')}: {said}")


def _settings(paket: Paket, utama: str, w: str, catat: Catat) -> None:
    """Where a letter took its addresses from, and values that are kept and not shown."""
    if not (part := paket.part(utama, "settings")):
        return
    root = paket.bagian.xml(part)
    for one in root.iter(f"{w}mailMerge"):
        query = one.find(f"{w}query")
        told = "" if query is None else query.get(f"{w}val", "")
        catat.note("sambungan_data", "sumber surat massal", told)
    for one in root.iter(f"{w}docVar"):
        catat.note("variabel", f'nilai "{one.get(f"{w}name", "")}"', one.get(f"{w}val", ""))
