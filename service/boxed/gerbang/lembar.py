"""One sheet as the gate sees it, row by row: what is hidden in it, and whose numbers are."""

from __future__ import annotations

import re
from typing import Any

from service.boxed import xml_aman
from service.boxed.gerbang.catat import Catat, ranges
from service.boxed.gerbang.gaya import Samar
from service.boxed.paket import Paket
from service.domain.gerbang.pribadi import Pribadi, found

KEPALA = 20  # rows in which the words over a column stand
_HURUF = re.compile(r"[A-Z]+")
_BERANGKA = re.compile(r"[0-9]{5}|@")
_ANGKA = re.compile(r"[0-9][0-9., -]*")
_TELEPON = re.compile(r"\b(?:hp|telp|telepon|ponsel|wa|whatsapp|kontak|no\.?\s*hp)\b", re.I)
YA = ("1", "true")


def letters(column: int) -> str:
    """A, B, … Z, AA: the name of a column."""
    told = ""
    while column:
        column, rest = divmod(column - 1, 26)
        told = chr(65 + rest) + told
    return told


def number(ref: str) -> int:
    """The number of the column that a cell stands in; 0 where it does not say."""
    found_ = _HURUF.match(ref)
    column = 0
    for one in found_[0][:3] if found_ else "":
        column = column * 26 + ord(one) - 64
    return column


class Lembar:
    """One sheet on its way past."""

    def __init__(self, paket: Paket, part: str, s: str, nama: str, catat: Catat) -> None:
        self._paket, self._part, self._s, self._catat = paket, part, s, catat
        self._di = f'lembar "{nama}"'
        self._hidden_columns: list[tuple[int, int]] = []
        self._filled: dict[int, str] = {}  # of each column with something in it, the first word
        self._hidden_rows: list[int] = []
        self._hidden_word = ""
        self._heads: dict[int, str] = {}
        self._in_head = True
        self._known: dict[str, list[Pribadi]] = {}

    def read(self, shared: list[str], samar: Samar) -> None:
        """Note every hit of the sheet."""
        self._shared, self._samar = shared, samar
        source = self._paket.bagian.arsip.open(self._part)
        tags = [f"{self._s}{one}" for one in ("row", "cols")]
        n = 0
        for one in xml_aman.each(source, tags, self._part):
            if one.tag.endswith("cols"):
                self._cols(one)
            else:
                n = int(one.get("r") or n + 1)
                self._row(one, n)
        self._told()

    def _cols(self, cols: Any) -> None:
        for one in cols:
            thin = one.get("width") is not None and float(one.get("width") or 1) < 0.1
            if one.get("hidden") in YA or thin:
                self._hidden_columns.append((int(one.get("min", 1)), int(one.get("max", 1))))

    def _row(self, row: Any, n: int) -> None:
        flat = row.get("ht") is not None and float(row.get("ht") or 1) < 0.5
        hidden = row.get("hidden") in YA or flat
        column = 0
        words: dict[int, str] = {}
        for cell in row.iter(f"{self._s}c"):
            column = number(cell.get("r", "")) or column + 1
            if told := self._value(cell):
                self._filled.setdefault(column, told)
                if hidden:
                    self._hidden_word = self._hidden_word or told
                    if self._hidden_rows[-1:] != [n]:
                        self._hidden_rows.append(n)
                if self._unseen(cell):
                    self._catat.note("teks_samar", self._column(column), f"baris {n}: {told}")
                words[column] = told
        self._head(words, n)
        for column, told in words.items():
            for found_ in self._found(told, self._heads.get(column, "")):
                self._catat.note(found_.jenis, self._column(column), f"baris {n}: {found_.samar}")

    def _head(self, words: dict[int, str], n: int) -> None:
        """The rows above the first number say what stands in the columns."""
        if n > KEPALA or any(_ANGKA.fullmatch(one) for one in words.values()):
            self._in_head = False
        if self._in_head and len(words) > 1:
            for column, told in words.items():
                self._heads[column] = f"{self._heads.get(column, '')} {told}"[-60:].strip()

    def _unseen(self, cell: Any) -> bool:
        look = cell.get("s", "0")
        if look in self._samar.tertutup:
            return True
        if cell.get("t") != "s" or look not in self._samar.polos:
            return False
        told = cell.findtext(f"{self._s}v") or ""
        return told.isdigit() and int(told[:9]) in self._samar.putih

    def _value(self, cell: Any) -> str:
        s, kind = self._s, cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(t.text or "" for t in cell.iter(f"{s}t"))
        told = cell.findtext(f"{s}v") or ""
        if kind == "s":
            known = told.isdigit() and len(told) < 10 and int(told) < len(self._shared)
            return self._shared[int(told)] if known else ""
        return _plain(told) if kind == "n" else str(told)

    def _found(self, told: str, head: str) -> list[Pribadi]:
        if not _BERANGKA.search(told):
            return []
        bare = told.replace(" ", "").replace("-", "")
        if bare.isdigit():
            if len(bare) < 9:
                return []
            if bare[0] == "8" and _TELEPON.search(head):
                bare = told = f"0{bare}"  # Excel drops the nought before a number
            told = f"{head} {told}"
        if told not in self._known:
            if len(self._known) > 50_000:
                self._known.clear()
            self._known[told] = found(told)
        return self._known[told]

    def _column(self, column: int) -> str:
        return f"{self._di}, kolom {letters(column)}"

    def _told(self) -> None:
        if self._hidden_rows:
            where = f"{self._di}, {ranges(self._hidden_rows, 'baris')}"
            self._catat.note("baris_tersembunyi", where, self._hidden_word, len(self._hidden_rows))
        for first, last in self._hidden_columns:
            for column in sorted(self._filled):
                if first <= column <= last:
                    head = self._heads.get(column) or self._filled[column]
                    self._catat.note("kolom_tersembunyi", self._column(column), head)


def _plain(told: str) -> str:
    """A number as people write it: 3.275E15 with all its digits."""
    if "E" in told or "e" in told:
        try:
            return str(int(float(told)))
        except (ValueError, OverflowError):
            return told
    return told.removesuffix(".0")
