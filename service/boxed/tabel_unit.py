"""Every sheet of a unit's list, read as it streams by: 100,000 rows cost seconds and little memory.

The answer is lines of JSON: one for each sheet before its rows, one for each row with anything in
it, one with the cells made one behind them. A line that is a text alone is a refusal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any, BinaryIO

from service.boxed import ole_buka, xlsx, xml_aman
from service.boxed.arsip import opened
from service.boxed.bagian import Bagian
from service.boxed.gagal import RUSAK, Berhenti
from service.boxed.paket import Paket
from service.boxed.tabel import BUKAN, MELEBIHI
from service.domain.batas import Batas
from service.domain.tabel_isian import GALAT, PANJANG, RUMUS
from service.domain.tanggal import panjang

BATAS_BARIS = 101_000  # rows of one sheet with anything in them: a list, its head and its foot
BATAS_LEMBAR = 40
BATAS_LAJUR = 80
BATAS_GABUNGAN = 50_000
BATAS_ISI = 400_000_000  # bytes, unpacked
TERPANJANG = 32_767  # letters of a cell
TEPAT = 10**15  # from here on a spreadsheet no longer keeps every digit
CSV = (
    "File ini teks berpemisah (CSV), bukan buku kerja Excel, walaupun namanya .xlsx. Buka di Excel "
    "atau LibreOffice, simpan sebagai Excel Workbook (.xlsx), lalu unggah lagi."
)
SANDI = (
    "File ini terkunci sandi. Buka dengan sandinya, hapus sandinya (File, Info, Protect Workbook, "
    "Encrypt with Password), simpan, lalu unggah lagi."
)
LAMA = (
    "File ini berformat Excel lama (.xls). Buka, simpan sebagai Excel Workbook (.xlsx), lalu "
    "unggah lagi."
)
_SEL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_SANDI_OLE = "EncryptedPackage".encode("utf-16-le")
_PEMISAH = re.compile(rb"[^\r\n]*(?:[,;\t][^\r\n]*){2,}")


def told(file: BinaryIO) -> Iterator[bytes]:
    """The sheets, row by row; or the sentence that says why there are none."""
    try:
        if why := _other(file):
            yield _line(why)
            return
        arsip = opened(file, Batas())
        if sum(one.file_size for one in arsip.members) > BATAS_ISI:
            yield _line(MELEBIHI.format(f"{BATAS_ISI // 1_000_000} MB isi"))
            return
        yield from _book(Paket(Bagian(arsip)))
    except Berhenti as stopped:
        yield _line(SANDI if stopped.kode == "terkunci_sandi" else BUKAN)
    except RUSAK:
        yield _line(BUKAN)


def _other(file: BinaryIO) -> str:
    """What a file is that only bears the name of a workbook; '' where it may be one."""
    file.seek(0)
    head = file.read(64_000)
    if head[:2] == b"PK":
        return ""
    if head[:8] == ole_buka.KEPALA:
        rest = head + file.read()
        return SANDI if _SANDI_OLE in rest else LAMA
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return CSV if b"\0" not in head and _PEMISAH.match(bare) else ""


def _line(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode() + b"\n"


def _book(paket: Paket) -> Iterator[bytes]:
    utama = paket.utama()
    book = paket.bagian.xml(utama)
    s = xlsx.STRICT if str(book.tag).startswith(xlsx.STRICT) else xlsx.S
    strings = [one[:TERPANJANG] for one in xlsx.shared(paket, utama, s)]
    dated = xlsx.dates(paket, utama, s)
    zero = datetime(1904, 1, 1) if xlsx.year_1904(book, s) else datetime(1899, 12, 30)  # noqa: DTZ001
    read = 0
    for sheet, part in xlsx.sheets(paket, utama, book, s):
        if part and read < BATAS_LEMBAR:
            read += 1
            seen = sheet.get("state", "visible") == "visible"
            yield _line({"nama": sheet.get("name", "")[:200], "terlihat": seen})
            yield from _Lembar(s, strings, dated, zero).lines(paket, part)


class _Lembar:
    """One sheet as it streams by."""

    def __init__(self, s: str, strings: list[str], dated: set[str], zero: datetime) -> None:
        self._strings, self._dated, self._zero = strings, dated, zero
        self._row, self._cell, self._value = f"{s}row", f"{s}c", f"{s}v"
        self._formula, self._text, self._cols = f"{s}f", f"{s}t", f"{s}cols"
        self._merge = f"{s}mergeCell"
        self._days = dict[str, str]()
        self._columns = dict[str, int]()

    def lines(self, paket: Paket, part: str) -> Iterator[bytes]:
        """Its rows, then its hidden columns and what was made one in it."""
        hidden, merged, many, last = list[int](), list[list[int]](), 0, 0
        source = paket.bagian.arsip.open(part)
        for one in xml_aman.each(source, [self._row, self._cols, self._merge], part):
            if one.tag == self._row:
                number = one.get("r", "")
                last = int(number) if number.isdecimal() else last + 1
                cells, odd = self._cells(one)
                if not cells and not odd:
                    continue
                many += 1
                if many > BATAS_BARIS:
                    yield _line(MELEBIHI.format("100.000 baris"))
                    return
                unseen = one.get("hidden") in ("1", "true")
                yield _line([last, unseen, cells, odd])
            elif one.tag == self._cols:
                hidden += _unseen(one)
            elif len(merged) < BATAS_GABUNGAN and (found := _span(one.get("ref", ""))):
                merged.append(found)
        yield _line({"lajur": sorted(set(hidden)), "gabungan": merged})

    def _cells(self, row: Any) -> tuple[list[str], list[tuple[int, str]]]:
        cells, odd, at = list[str](), list[tuple[int, str]](), -1
        for cell in row:
            if cell.tag != self._cell:
                continue
            at = self._at(cell.get("r"), at)
            if at >= BATAS_LAJUR:
                break
            if not len(cell):
                continue
            text, fault = self._told(cell)
            if text:
                cells += [""] * (at + 1 - len(cells))
                cells[at] = text
            if fault:
                odd.append((at, fault))
        return cells, odd

    def _at(self, ref: str | None, before: int) -> int:
        """The column of a cell, from 0."""
        if not ref:
            return before + 1
        letters = ref.rstrip("0123456789")
        found = self._columns.get(letters)
        if found is None:
            found = self._columns[letters] = _column(letters)
        return found

    def _told(self, cell: Any) -> tuple[str, str]:
        """What a cell says, and what is odd in it."""
        kind, value, formula = cell.get("t", "n"), None, False
        for part in cell:
            if part.tag == self._value:
                value = part.text
            elif part.tag == self._formula:
                formula = True
        if kind == "inlineStr":
            return "".join(one.text or "" for one in cell.iter(self._text)).strip()[:TERPANJANG], ""
        if not value:
            # A formula that says nothing is told from one that nobody has worked out.
            return "", RUMUS if formula and kind != "str" else ""
        if kind == "s":
            known = value.isdecimal() and len(value) < 10 and int(value) < len(self._strings)
            return (self._strings[int(value)].strip() if known else ""), ""
        if kind == "e":
            return value[:40], GALAT
        if kind == "b":
            return ("benar" if value == "1" else "salah"), ""
        if kind != "n":
            return value.strip()[:TERPANJANG], ""
        if cell.get("s") in self._dated:
            return self._day(value), ""
        return self._number(value)

    def _number(self, value: str) -> tuple[str, str]:
        if value.isdecimal() and len(value) < 16:
            return value, ""
        try:
            number = float(value)
        except ValueError:
            return value[:40], ""
        if abs(number) >= TEPAT:
            return value[:40], PANJANG
        return (str(int(number)) if number.is_integer() else str(number)), ""

    def _day(self, value: str) -> str:
        found = self._days.get(value)
        if found is None:
            try:
                # A day is kept as a fraction, whose last second is seldom whole.
                moment = self._zero + timedelta(seconds=round(float(value) * 86_400))
                found = panjang(moment.date()) if moment.time() == time() else str(moment)
            except (ValueError, OverflowError):
                found = value[:40]
            self._days[value] = found
        return found


def _unseen(cols: Any) -> Iterator[int]:
    for one in cols:
        if one.get("hidden") in ("1", "true"):
            first, last = one.get("min", ""), one.get("max", "")
            if first.isdecimal() and last.isdecimal():
                yield from range(int(first) - 1, min(int(last), BATAS_LAJUR))


def _span(ref: str) -> list[int]:
    """Cells made one: top, left, bottom, right; [] where they are no two."""
    first, _, last = ref.partition(":")
    one, two = _SEL.fullmatch(first), _SEL.fullmatch(last)
    if not one or not two:
        return []
    left, right = _column(one[1]), min(_column(two[1]), BATAS_LAJUR - 1)
    return [int(one[2]), left, int(two[2]), right] if left < BATAS_LAJUR else []


def _column(letters: str) -> int:
    n = 0
    for one in letters[:3]:
        n = n * 26 + ord(one) - 64
    return n - 1
