"""The words of a Word file in reading order, and what is hidden between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from service.boxed import tertulis
from service.boxed.lihat import Lihat
from service.boxed.paket import Paket

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DDE = re.compile(r"^\s*\"?\s*DDE(AUTO)?\b", re.I)
_AMBIL = re.compile(r"^\s*(INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK)\b(.*)", re.I | re.S)


def read(paket: Paket, utama: str, lihat: Lihat) -> None:
    """Text page by page, with what stands above and below the pages."""
    root = paket.bagian.xml(utama)
    w = STRICT if str(root.tag).startswith(STRICT) else W
    pages = list(_pages(root, w))
    pages[0] = _joined(*_beside(paket, utama, w, lihat, "header"), pages[0])
    pages[-1] = _joined(
        pages[-1],
        *(
            text
            for kind in ("footer", "footnotes", "endnotes")
            for text in _beside(paket, utama, w, lihat, kind)
        ),
    )
    lihat.halaman = len(pages)
    if len(pages) > lihat.batas.halaman:
        lihat.temukan("terlalu_banyak_halaman", f"{len(pages)} halaman")
    tertulis.note(pages, lihat)
    _hidden(root, w, lihat)
    if paket.part(utama, "comments"):
        _comments(paket, utama, w, lihat)
    _fields(root, w, lihat)


def _beside(paket: Paket, utama: str, w: str, lihat: Lihat, jenis: str) -> Iterator[str]:
    """The words of each header, footer or set of notes, once."""
    seen = set()
    for kait in paket.kaitan(utama):
        if kait.jenis == jenis and not kait.luar and paket.bagian.has(kait.sasaran):
            root = paket.bagian.xml(kait.sasaran)
            text = "\n".join(_pages(root, w)).strip()
            _hidden(root, w, lihat)
            _fields(root, w, lihat)
            if text not in seen:
                seen.add(text)
                yield text


def _joined(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def _pages(root: Any, w: str) -> Iterator[str]:
    """The text between one page break and the next."""
    for doubled in list(root.iter(_FALLBACK)):
        # A text box stands here again, for programs that are too old for it.
        doubled.getparent().remove(doubled)
    tags = [f"{w}{one}" for one in ("t", "tab", "br", "cr", "p", "tr", "tc", "noBreakHyphen")]
    page: list[str] = []
    in_cell = fresh = False
    said = False  # whether anything stands on this page yet
    for one in root.iter(*tags, f"{w}lastRenderedPageBreak"):
        tag = one.tag[len(w) :]
        if tag == "t":
            if one.text and not _unseen(one, w):
                page.append(one.text)
                said, fresh = True, False
        elif tag == "lastRenderedPageBreak" or (tag == "br" and one.get(f"{w}type") == "page"):
            # A break by hand and the mark of the program for the very same one.
            if said:
                yield "".join(page)
                page, said = [], False
        elif tag == "tr":
            page.append("\n")
            in_cell = False
        elif tag == "tc":
            page.append("\t" if in_cell else "")
            in_cell = fresh = True
        elif tag == "p":
            page.append("" if fresh else "\n")
            fresh = False
        elif tag == "tab":
            # A tab stop in the settings of a paragraph is none in its words.
            page.append("\t" if one.getparent().tag == f"{w}r" else "")
        else:
            page.append("-" if tag == "noBreakHyphen" else "\n")
    yield "".join(page)


def _unseen(text: Any, w: str) -> bool:
    settings = text.getparent().find(f"{w}rPr")
    return settings is not None and _on(settings.find(f"{w}vanish"), w)


def _on(switch: Any, w: str) -> bool:
    return switch is not None and switch.get(f"{w}val", "1") not in ("0", "false", "off")


def _hidden(root: Any, w: str, lihat: Lihat) -> None:
    for one in root.iter(f"{w}ins", f"{w}del", f"{w}moveFrom", f"{w}moveTo"):
        lihat.temukan("perubahan_terlacak", one.get(f"{w}author", ""))
        break
    for one in root.iter(f"{w}vanish"):
        # The mark of a paragraph's end is often hidden; that hides no word.
        if _on(one, w) and one.getparent().getparent().find(f"{w}t") is not None:
            lihat.temukan("teks_tersembunyi")
            break


def _comments(paket: Paket, utama: str, w: str, lihat: Lihat) -> None:
    comments = paket.bagian.xml(paket.part(utama, "comments"))
    found = next(comments.iter(f"{w}comment"), None)
    if found is not None:
        lihat.temukan("komentar", found.get(f"{w}author", ""))


def _fields(root: Any, w: str, lihat: Lihat) -> None:
    """Fields that start a program or fetch something when they are brought up to date."""
    for text in fields(root, w):
        if _DDE.match(text):
            lihat.temukan("dde", text.strip())
        elif found := _AMBIL.match(text):
            kode = "gambar_luar" if found[1].upper() == "INCLUDEPICTURE" else "rujukan_luar"
            lihat.temukan(kode, found[2].strip())


def fields(root: Any, w: str) -> list[str]:
    """What each field is told to do."""
    said: list[str] = [one.get(f"{w}instr", "") for one in root.iter(f"{w}fldSimple")]
    words: list[str] = []
    for one in root.iter(f"{w}instrText", f"{w}fldChar"):
        if one.tag == f"{w}instrText":
            words.append(one.text or "")
        elif one.get(f"{w}fldCharType") == "begin":
            # A field may be cut into many runs, and fields stand in fields.
            said.append("".join(words))
            words = []
    return [*said, "".join(words)]
