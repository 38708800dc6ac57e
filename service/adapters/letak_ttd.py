"""Where on a paper of ours somebody signs: above their printed name, or in their row of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

KEPALA = "tanda tangan"  # the head of the column in which a row is signed
TERKECIL, TERBESAR = 24.0, 57.0  # points; less is not read by a telephone, more is not needed
SELA = 3.0
SAMPING = 30.0  # nearer than that, two words belong together
KATA = 68.0  # beside a code: room for what is said of it
LEBAR_KOLOM = 110.0  # of the room beside a name in which nothing else may stand


@dataclass(frozen=True)
class _Kotak:
    kiri: float
    bawah: float
    kanan: float
    atas: float

    @property
    def tengah(self) -> tuple[float, float]:
        return (self.kiri + self.kanan) / 2, (self.bawah + self.atas) / 2

    def meets(self, other: _Kotak) -> bool:
        """Whether one lies over the other."""
        return (
            self.kiri < other.kanan
            and other.kiri < self.kanan
            and self.bawah < other.atas
            and other.bawah < self.atas
        )


class PdfLetak:
    """The port Placer, for papers that the house printed itself."""

    def places(
        self, pdf: Path, names: Sequence[str]
    ) -> list[tuple[int, tuple[int, int, int, int]] | None]:
        """For each name the page (from 0) and the box to sign in; None where there is no room."""
        found: list[tuple[int, tuple[int, int, int, int]] | None] = []
        with pypdfium2.PdfDocument(pdf) as paper:
            for nama in names:
                found.append(_place(paper, nama.strip()) if nama.strip() else None)
        return found

    def blocks(self, pdf: Path, nama: str) -> list[tuple[int, tuple[int, int, int, int]]]:
        """Every place over this name where it stands alone, in order: also in the appendices."""
        with pypdfium2.PdfDocument(pdf) as paper:
            return list(_blocks(paper, nama.strip())) if nama.strip() else []

    def spread(
        self, pdf: Path, places: Sequence[tuple[int, tuple[int, int, int, int]] | None]
    ) -> list[tuple[int, tuple[int, int, int, int]] | None]:
        """The same places, wider by room for words where nothing stands beside them."""
        wide = list(places)
        with pypdfium2.PdfDocument(pdf) as paper:
            for n, one in enumerate(places):
                others = [two for m, two in enumerate(wide) if two and m != n]
                wide[n] = _spread(paper, one, others) if one else None
        return wide

    def written(self, pdf: Path, halaman: int) -> list[tuple[float, float, float, float]]:
        """The boxes of what is written on a page (from 0)."""
        with (
            pypdfium2.PdfDocument(pdf) as paper,
            closing(paper[halaman].get_textpage()) as text,
        ):
            return [(one.kiri, one.bawah, one.kanan, one.atas) for one in _lines(text)]

    def found(self, pdf: Path, word: str) -> list[tuple[int, tuple[float, float, float, float]]]:
        """Where a word stands: each time its page (from 0) and its box."""
        here = list[tuple[int, tuple[float, float, float, float]]]()
        with pypdfium2.PdfDocument(pdf) as paper:
            for n in range(len(paper)):
                with closing(paper[n].get_textpage()) as text:
                    here += [(n, (x.kiri, x.bawah, x.kanan, x.atas)) for x in _found(text, word)]
        return here

    def size(self, pdf: Path, halaman: int) -> tuple[float, float]:
        """Width and height of a page (from 0), in points."""
        with pypdfium2.PdfDocument(pdf) as paper:
            wide, high = paper[halaman].get_size()
            return float(wide), float(high)


def _place(paper: pypdfium2.PdfDocument, nama: str) -> tuple[int, tuple[int, int, int, int]] | None:
    """Where the paper itself is signed, before its appendices; else wherever the name is last."""
    return next(_blocks(paper, nama), None) or _last(paper, nama)


def _blocks(
    paper: pypdfium2.PdfDocument, nama: str
) -> Iterator[tuple[int, tuple[int, int, int, int]]]:
    for n in range(len(paper)):
        with closing(paper[n].get_textpage()) as text:
            lines = list(_lines(text))
            boxes = sorted(_found(text, nama), key=lambda box: -box.atas)
            for mine in boxes:
                if _alone(mine, lines) and (box := _above(mine, lines)):
                    yield n, box


def _spread(
    paper: pypdfium2.PdfDocument,
    one: tuple[int, tuple[int, int, int, int]],
    others: Sequence[tuple[int, tuple[int, int, int, int]]],
) -> tuple[int, tuple[int, int, int, int]]:
    page, (left, bottom, right, top) = one
    if top - bottom <= TERKECIL:
        return one  # in a row of a table, whose lines are not words
    wide = _Kotak(left, bottom, right + KATA, top)
    with closing(paper[page].get_textpage()) as text:
        lines = list(_lines(text))
    taken = [*lines, *(_Kotak(*box) for n, box in others if n == page)]
    margin = max((line.kanan for line in lines), default=0.0)
    if wide.kanan > margin + SELA or any(map(wide.meets, taken)):
        return one
    return page, (left, bottom, round(wide.kanan), top)


def _last(paper: pypdfium2.PdfDocument, nama: str) -> tuple[int, tuple[int, int, int, int]] | None:
    for n in range(len(paper) - 1, -1, -1):
        with closing(paper[n].get_textpage()) as text:
            if not (boxes := list(_found(text, nama))):
                continue
            mine = min(boxes, key=lambda box: box.bawah)  # the last of the page
            lines = list(_lines(text))
            box = _above(mine, lines) or _in_row(mine, lines, _column(paper, n, text))
            return (n, box) if box else None
    return None


def _alone(mine: _Kotak, lines: Sequence[_Kotak]) -> bool:
    """Whether nothing stands beside a name on its line, as in the block of who signs."""
    _, middle = mine.tengah
    beside = [one for one in lines if one.bawah < middle < one.atas]
    return not any(
        one.kiri < mine.kanan + SAMPING
        and one.kanan > mine.kiri - SAMPING
        and (one.kiri < mine.kiri - SELA or one.kanan > mine.kanan + SELA)
        for one in beside
    )


def _found(text: pypdfium2.PdfTextPage, nama: str) -> Iterator[_Kotak]:
    search = text.search(nama, match_case=True)
    try:
        while (hit := search.get_next()) is not None:
            index, many = hit
            boxes = [text.get_charbox(index + k) for k in range(many)]
            left, bottom, right, top = zip(*boxes, strict=True)
            yield _Kotak(min(left), min(bottom), max(right), max(top))
    finally:
        search.close()


def _lines(text: pypdfium2.PdfTextPage) -> Iterator[_Kotak]:
    for n in range(text.count_rects()):
        yield _Kotak(*text.get_rect(n))


def _above(mine: _Kotak, lines: Sequence[_Kotak]) -> tuple[int, int, int, int] | None:
    """The empty room over a name, below who holds the office."""
    middle, _ = mine.tengah
    near = [
        one.bawah
        for one in lines
        if one.bawah >= mine.atas - 1
        and one.kiri < middle + LEBAR_KOLOM
        and one.kanan > middle - LEBAR_KOLOM
    ]
    room = min(near, default=mine.atas) - mine.atas - 2 * SELA
    if room < TERKECIL:
        return None
    side = min(room, TERBESAR)
    return _square(mine.kiri + side / 2, mine.atas + SELA + side / 2, side)


def _column(paper: pypdfium2.PdfDocument, page: int, text: pypdfium2.PdfTextPage) -> _Kotak | None:
    """The head of the column for signatures, on this page or on the one before."""
    heads = list(_heads(text))
    if not heads and page:
        with closing(paper[page - 1].get_textpage()) as before:
            heads = list(_heads(before))
    return min(heads, key=lambda box: box.bawah, default=None)


def _heads(text: pypdfium2.PdfTextPage) -> Iterator[_Kotak]:
    for spelt in (KEPALA, KEPALA.capitalize(), KEPALA.title(), KEPALA.upper()):
        yield from _found(text, spelt)


def _in_row(
    mine: _Kotak, lines: Sequence[_Kotak], column: _Kotak | None
) -> tuple[int, int, int, int] | None:
    """The cell of the row, in the column for signatures."""
    if column is None or column.kiri < mine.kanan:
        return None
    x, _ = column.tengah
    taken = [one for one in lines if one.kiri < x + TERKECIL and one.kanan > x - TERKECIL]
    _, y = mine.tengah
    over = min((one.bawah for one in taken if one.bawah > y), default=y + TERBESAR)
    below = max((one.atas for one in taken if one.atas < y), default=y - TERBESAR)
    if any(one.bawah < y < one.atas for one in taken):
        return None
    side = min(2 * min(over - y, y - below) - 2 * SELA, TERKECIL)
    return _square(x, y, side) if side >= TERKECIL else None


def _square(x: float, y: float, side: float) -> tuple[int, int, int, int]:
    half = side / 2
    return round(x - half), round(y - half), round(x + half), round(y + half)
