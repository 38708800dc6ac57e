"""The cells of an Excel file, sheet by sheet, and what is hidden behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from service.boxed import xml_aman
from service.boxed.arsip import SATU
from service.boxed.gagal import Berhenti
from service.boxed.lihat import SEHALAMAN, Lihat
from service.boxed.paket import Paket
from service.domain.tanggal import panjang

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_R_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
BAHAYA = re.compile(
    r"\bDDE\b|\|\s*'|\b(?:WEBSERVICE|CALL|REGISTER(?:\.ID)?|EXEC|FILTERXML)\s*\(", re.I
)
_TANGGAL = {14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58}
_HURUF = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def read(paket: Paket, utama: str, lihat: Lihat) -> None:
    """Text sheet by sheet; sheets that are hidden are read too, and told of."""
    book = paket.bagian.xml(utama)
    s = STRICT if str(book.tag).startswith(STRICT) else S
    _book(paket, book, s, lihat)
    strings, dated = shared(paket, utama, s), dates(paket, utama, s)
    awal = 1904 if year_1904(book, s) else 1900
    for sheet, part in sheets(paket, utama, book, s):
        lihat.halaman += 1
        if part:
            nama = sheet.get("name", "")
            lihat.tulis(
                nama + "\n" + _Sheet(paket, part, s, strings, dated, awal).text(nama, lihat)
            )


def sheets(paket: Paket, utama: str, book: Any, s: str) -> Iterator[tuple[Any, str]]:
    """Each sheet as the book names it, and its part; '' where it has none that can be read."""
    parts = {one.id: one.sasaran for one in paket.kaitan(utama) if not one.luar}
    for sheet in book.iter(f"{s}sheet"):
        part = parts.get(sheet.get(f"{{{_R}}}id") or sheet.get(f"{{{_R_STRICT}}}id", ""), "")
        yield sheet, part if paket.bagian.has(part) and part.lower().endswith(".xml") else ""


def _book(paket: Paket, book: Any, s: str, lihat: Lihat) -> None:
    for sheet in book.iter(f"{s}sheet"):
        if sheet.get("state", "visible") != "visible":
            lihat.temukan("lembar_tersembunyi", sheet.get("name", ""))
    for one in book.iter(f"{s}definedName"):
        hidden = one.get("hidden") in ("1", "true")
        # Excel itself hides the names of its filters.
        if hidden and not one.get("name", "").startswith(("_xlnm.", "_xlchart", "_xlfn")):
            lihat.temukan("nama_tersembunyi", one.get("name", ""))
        if BAHAYA.search(one.text or ""):
            lihat.temukan("dde", one.get("name", ""))
    for nama in paket.bagian.nama:
        _beside(paket, nama, s, lihat)


def _beside(paket: Paket, nama: str, s: str, lihat: Lihat) -> None:
    """Findings in the parts beside the sheets."""
    low = nama.lower()
    if not low.startswith("xl/") or low.endswith(".rels"):
        return
    if low.startswith(("xl/pivotcache/", "xl/model/")):
        lihat.temukan("pivot")
    elif low.startswith("xl/externallinks/") and low.endswith(".xml"):
        lihat.temukan("buku_lain", nama)
        if next(paket.bagian.xml(nama).iter(f"{s}ddeLink"), None) is not None:
            lihat.temukan("dde", nama)
    elif re.fullmatch(r"xl/(comments|threadedcomments/).*\.xml", low):
        lihat.temukan("komentar")
    elif low.startswith(("xl/connections", "xl/querytables/")):
        lihat.temukan("rujukan_luar", nama)
    elif low.startswith("xl/revisions/"):
        lihat.temukan("perubahan_terlacak")


def shared(paket: Paket, utama: str, s: str) -> list[str]:
    """The texts that cells share, in their order."""
    part = paket.part(utama, "sharedStrings")
    if not part:
        return []
    if paket.bagian.arsip.nama[part].file_size > SATU:
        raise Berhenti("isi_terlalu_besar", part)
    # What is spoken under a word (rPh) is not part of it.
    return [
        "".join(t.text or "" for t in one.iter(f"{s}t") if t.getparent().tag != f"{s}rPh")
        for one in xml_aman.each(paket.bagian.arsip.open(part), [f"{s}si"], part)
    ]


def dates(paket: Paket, utama: str, s: str) -> set[str]:
    """The numbers of the cell styles that show a date."""
    part = paket.part(utama, "styles")
    if not part:
        return set()
    styles = paket.bagian.xml(part)
    own = {
        one.get("numFmtId")
        for one in styles.iter(f"{s}numFmt")
        if re.search(r"[dy]", _HURUF.sub("", one.get("formatCode", "")), re.I)
    }
    dated = own | {str(n) for n in _TANGGAL}
    formats = styles.find(f"{s}cellXfs")
    shown = () if formats is None else formats
    return {str(n) for n, one in enumerate(shown) if one.get("numFmtId") in dated}


def year_1904(book: Any, s: str) -> bool:
    """Whether its days are counted from 1904."""
    return any(one.get("date1904") in ("1", "true") for one in book.iter(f"{s}workbookPr"))


class _Sheet:
    """One sheet, row by row."""

    def __init__(
        self, paket: Paket, part: str, s: str, shared: list[str], dates: set[str], awal: int
    ) -> None:
        self._paket, self._part, self._s = paket, part, s
        self._shared, self._dates = shared, dates
        self._zero = datetime(1904, 1, 1) if awal == 1904 else datetime(1899, 12, 30)  # noqa: DTZ001

    def text(self, nama: str, lihat: Lihat) -> str:
        """The words of the sheet, as many as are wanted; what is hidden in it is told."""
        rows: list[str] = []
        length = 0
        source = self._paket.bagian.arsip.open(self._part)
        for one in xml_aman.each(source, [f"{self._s}row", f"{self._s}cols"], self._part):
            if self._hides(one):
                lihat.temukan("baris_tersembunyi", nama)
            if one.tag == f"{self._s}row" and length < SEHALAMAN:
                rows.append("\t".join(self._cells(one, nama, lihat)).rstrip())
                length += len(rows[-1])
        return "\n".join(row for row in rows if row)

    def _hides(self, one: Any) -> bool:
        spots = (one,) if one.tag == f"{self._s}row" else one
        return any(spot.get("hidden") in ("1", "true") for spot in spots)

    def _cells(self, row: Any, nama: str, lihat: Lihat) -> Iterator[str]:
        s = self._s
        for cell in row.iter(f"{s}c"):
            formula = cell.find(f"{s}f")
            if formula is not None and BAHAYA.search(formula.text or ""):
                lihat.temukan("dde", f"{nama}!{cell.get('r', '')}")
            yield self._value(cell)

    def _value(self, cell: Any) -> str:
        s, kind = self._s, cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(t.text or "" for t in cell.iter(f"{s}t"))
        told: str = cell.findtext(f"{s}v") or ""
        if kind == "s":
            return self._shared[int(told)] if told.isdigit() and self._known(told) else ""
        if kind == "n" and told and cell.get("s") in self._dates:
            return self._day(told)
        if kind == "b":
            return "benar" if told == "1" else "salah"
        return told.removesuffix(".0")

    def _known(self, told: str) -> bool:
        return len(told) < 10 and int(told) < len(self._shared)

    def _day(self, told: str) -> str:
        try:
            return panjang((self._zero + timedelta(days=float(told))).date())
        except (ValueError, OverflowError):
            return told
