"""The mark on every page of a paper: a QR by which a print is known again, and its name in words;
and the word over each page of one that is void.

All are drawn as outlines, so that no font is asked for, and lie there as artifacts, which a screen
reader passes over.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pikepdf
import segno

from service.domain.refusals import Unavailable
from service.huruf_garis import letters, words
from service.ports import Tanda

MM = 72 / 25.4
SISI = 12.7 * MM  # of the QR; less is not read off a scan of 200 dpi
KIRI, BAWAH = 15 * MM, 8 * MM  # from the edges of the sheet, within the margins of every paper
HURUF, BARIS = 6.0, 8.1  # points, and from one line to the next
LEBAR = 500.0  # points; no line of words is longer
NAMA = pikepdf.Name("/BerkasTanda")
LINTANG, TINGGI_LINTANG = 0.72, 0.3  # of a word across: of the diagonal, of the shorter side
PENA = 1.4  # points: how wide a pen writes
TEBAL = 0.02  # of its strokes, of the height of its letters
ARTIFACT = "/Artifact <</Type /Pagination /Subtype /Footer>>"


class PageMarker:
    """The port Marker."""

    def mark(self, pdf: Path, tanda: Tanda, out: Path) -> Path:
        with _opened(pdf, out) as paper:
            marks = _Marks(paper, tanda)
            for n, page in enumerate(paper.pages, 1):
                marks.lay(page, n)
        return out

    def cross(self, pdf: Path, kata: str, out: Path) -> Path:
        with _opened(pdf, out) as paper:
            for page in paper.pages:
                _drawn(paper, page, f"q {_across(page, kata)} Q", "/Artifact <</Type /Layout>>")
        return out

    def pen(self, pdf: Path, halaman: int, garis: Sequence[tuple[float, float]], out: Path) -> Path:
        (ax, ay), *more = garis
        line = " ".join((f"{ax:.2f} {ay:.2f} m", *(f"{x:.2f} {y:.2f} l" for x, y in more)))
        with _opened(pdf, out) as paper:
            drawn = f"q 0.1 0.1 0.45 RG {PENA} w 1 J 1 j {line} S Q"
            _drawn(paper, paper.pages[halaman], drawn, "/Artifact <</Type /Layout>>")
        return out


@contextmanager
def _opened(pdf: Path, out: Path) -> Iterator[pikepdf.Pdf]:
    """The paper, to be drawn upon; when that is done it lies whole at `out`."""
    try:
        with pikepdf.open(pdf) as paper:
            yield paper
            paper.save(out, fix_metadata_version=False, deterministic_id=True)
    except pikepdf.PikepdfError as broken:
        raise Unavailable(f"PDF naskah ini tidak dapat ditandai: {broken}") from broken


def _drawn(paper: pikepdf.Pdf, page: pikepdf.Page, drawn: str, artifact: str) -> None:
    """Over the page, whatever the page did to its coordinates."""
    page.contents_add(paper.make_stream(b"q\n"), prepend=True)
    mark = f"\nQ\n{artifact} BDC\n{drawn}\nEMC\n"
    page.contents_add(paper.make_stream(mark.encode()))


def _across(page: pikepdf.Page, kata: str) -> str:
    """From corner to corner, in outlines alone, so that what stands below can be read."""
    left, bottom, right, top = (float(one) for one in page.mediabox)
    wide, high = right - left, top - bottom
    upem, drawn = letters()
    told = sum(drawn(letter)[1] for letter in kata) or upem
    scale = min(LINTANG * math.hypot(wide, high) / told, TINGGI_LINTANG * min(wide, high) / upem)
    turn = math.atan2(high, wide)
    cos, sin = math.cos(turn) * scale, math.sin(turn) * scale
    middle = f"{left + wide / 2:.2f} {bottom + high / 2:.2f}"
    parts = [f"0.75 0 0 RG {TEBAL * upem:g} w"]
    parts.append(f"{cos:.6f} {sin:.6f} {-sin:.6f} {cos:.6f} {middle} cm")
    parts.append(f"1 0 0 1 {-told / 2:g} {-0.36 * upem:g} cm")
    for letter in kata:
        outline, width = drawn(letter)
        parts.extend((*outline, "S") if outline else ())
        parts.append(f"1 0 0 1 {width} 0 cm")
    return "\n".join(parts)


class _Marks:
    """What is laid on the pages of one paper; the words they share are drawn once."""

    def __init__(self, paper: pikepdf.Pdf, tanda: Tanda) -> None:
        self._paper, self._tanda = paper, tanda
        self._right = SISI + 2 * MM if tanda.alamat else 0.0
        self._mask: int | None = None
        self._many = len(paper.pages)
        self._shared = self._named()

    def _named(self) -> pikepdf.Stream:
        lines = [*reversed(self._tanda.sebut)]
        drawn = [
            part
            for n, line in enumerate(lines, 1)
            for part in words(line, self._right, n * BARIS, HURUF)
        ]
        made = self._paper.make_stream("\n".join(drawn).encode())
        made.Type, made.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        made.BBox = [0, 0, LEBAR, SISI + BARIS]
        made.Resources = pikepdf.Dictionary()
        return made

    def lay(self, page: pikepdf.Page, n: int) -> None:
        """Over the page, in its own corner."""
        left, bottom, *_ = (float(one) for one in page.mediabox)
        page.add_resource(self._shared, pikepdf.Name.XObject, NAMA)
        at = f"1 0 0 1 {left + KIRI:.2f} {bottom + BAWAH:.2f} cm 0 g"
        told = words(f"halaman {n} dari {self._many}", self._right, 0, HURUF)
        drawn = "\n".join((*self._qr(n), f"{NAMA} Do", *told))
        _drawn(self._paper, page, f"q {at}\n{drawn}\nQ", ARTIFACT)

    def _qr(self, n: int) -> Iterator[str]:
        """Rows of dark modules, each run one box; one module is one unit."""
        if not self._tanda.alamat:
            return
        # The best mask is looked for once: it costs far more than all the rest.
        text = f"{self._tanda.alamat}.{n}"
        code = segno.make(text, error="m", micro=False, mask=self._mask)
        self._mask = code.mask
        rows = [[bool(one) for one in row] for row in code.matrix_iter(border=0)]
        one = SISI / len(rows)
        yield f"q {one:.5f} 0 0 {one:.5f} 0 0 cm"
        for up, row in enumerate(reversed(rows)):
            for start, many in _runs(row):
                yield f"{start} {up} {many} 1 re"
        yield "f Q"


def _runs(row: list[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for n, dark in enumerate([*row, False]):
        if dark and start is None:
            start = n
        elif not dark and start is not None:
            yield start, n - start
            start = None
