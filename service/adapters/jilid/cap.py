"""The line at the foot of every page, upright and in its corner however the page lies."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary

from service.adapters.jilid.depan import HURUF
from service.adapters.jilid.huruf import Huruf
from service.domain.dossier.halaman import Susunan, marks, read_only, stamp

UKURAN = 7.0
KANAN, BAWAH = 42.5, 14.0  # points from the edges of the sheet as it is seen
BUKA = b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC"


class Cap:
    """Stamps the pages of one dossier."""

    def __init__(
        self, whole: pikepdf.Pdf, font: pikepdf.Object, huruf: Huruf, sebutan: str, susunan: Susunan
    ) -> None:
        self._whole, self._font, self._huruf = whole, font, huruf
        self._sebutan, self._semua = sebutan, susunan.semua
        self._copies, self._marks = read_only(susunan), marks(susunan)
        self._open = whole.make_indirect(whole.make_stream(b"q\n"))
        self._known = set[tuple[int, int]]()  # resources that have the font already

    def lay(self, page: pikepdf.Object, n: int) -> None:
        """On page `n`, over whatever stands there; the page's own state does not reach it."""
        copy, mark = n in self._copies, self._marks.get(n, "")
        text = stamp(self._sebutan, n, self._semua, salinan_baca=copy, cap=mark)
        wide = self._huruf.wide(text) * UKURAN
        place = _place(page, wide)
        # A picture may be dark to its edge; its original is attached, so a little may be covered.
        ground = b"q %b cm 1 g -3 -2.5 %.2f 10.5 re f Q" % (place, wide + 6) if copy else b""
        parts = Q, BUKA, ground, b"q BT 0 Tr 0 g %b %.0f Tf" % (HURUF.encode(), UKURAN)
        told = b"\n".join((*parts, b"%b Tm <%b> Tj ET Q EMC" % (place, self._huruf.code(text))))
        before = page.get("/Contents", Array())
        streams = list(before) if isinstance(before, Array) else [before]
        page.Contents = Array([self._open, *streams, self._whole.make_stream(told)])
        self._lend(page)

    def _lend(self, page: pikepdf.Object) -> None:
        resources = page.get("/Resources")
        if resources is None:
            page.Resources = resources = Dictionary()
        mark = resources.objgen
        if mark != (0, 0) and mark in self._known:
            return
        self._known.add(mark)
        fonts = resources.get("/Font")
        if fonts is None:
            resources.Font = fonts = Dictionary()
        fonts[HURUF] = self._font


Q = b"\nQ"


def _place(page: pikepdf.Object, wide: float) -> bytes:
    """Where the words begin and which way they run, so that they end in the right corner."""
    left, bottom, right, top = seen(page)
    turned = int(page.get("/Rotate", 0)) % 360
    across = right - left if turned % 180 == 0 else top - bottom
    x, y = max(4.0, across - KANAN - wide), BAWAH
    cos, sin, e, f = {
        0: (1, 0, left + x, bottom + y),
        90: (0, 1, right - y, bottom + x),
        180: (-1, 0, right - x, top - y),
        270: (0, -1, left + y, top - x),
    }.get(turned, (1, 0, left + x, bottom + y))
    return b"%d %d %d %d %.2f %.2f" % (cos, sin, -sin, cos, e, f)


def seen(page: pikepdf.Object) -> tuple[float, float, float, float]:
    """The part of the page that is seen."""
    box = page.get("/CropBox", page.get("/MediaBox"))
    x0, y0, x1, y1 = _numbers(box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _numbers(box: pikepdf.Object | None) -> Iterator[float]:
    if box is None or len(box) != 4:
        return iter((0.0, 0.0, 595.28, 841.89))
    return iter([float(one) for one in box])
