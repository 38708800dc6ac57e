"""The symbols and arrows of a flowchart as drawings of Word, cut to the cells they stand in."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from service.adapters.sop_word.unsur import par, quoted, run
from service.domain.sop.bagan_bentuk import (
    AWAL,
    BELAH_KETUPAT,
    KAPSUL,
    KOTAK,
    SEGILIMA,
    Bagan,
    Baris,
    Lambang,
    Panah,
    Titik,
)
from service.domain.sop.bagan_huruf import panjang
from service.domain.sop.bagan_rute import BARIS_KATA, HURUF_PT

EMU = 36_000  # in a millimetre
PRESET = {
    KAPSUL: "flowChartTerminator",
    KOTAK: "flowChartProcess",
    BELAH_KETUPAT: "flowChartDecision",
    SEGILIMA: "flowChartOffpageConnector",
}
SEBUTAN = {
    KAPSUL: "Kapsul (mulai atau selesai)",
    KOTAK: "Kotak (pelaksanaan)",
    BELAH_KETUPAT: "Belah ketupat (keputusan)",
    SEGILIMA: "Segilima (penghubung)",
}
_GRUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
Kotak = tuple[float, float, float, float]  # left, top, right, bottom


class Pena:
    """Draws for one file: no two drawings share a number, and each tells what its cell shows.

    LibreOffice keeps the words of a group only where its parts say them too.
    """

    def __init__(self) -> None:
        self._next = itertools.count(1)
        self.kisah = ""

    def nama(self) -> str:
        """The name of the next drawing, with its number and its words."""
        id_ = next(self._next)
        return f'id="{id_}" name="Bagan {id_}" descr={quoted(self.kisah)}'


def cell(bagan: Bagan, baris: Baris, lane: int, sebutan: str, pena: Pena) -> str:
    """The paragraph of one cell of actors: what of the flowchart lies within it."""
    left = lane * bagan.lebar_lajur
    box = (left, baris.y, left + bagan.lebar_lajur, baris.bawah)
    pena.kisah = _told(bagan, baris, lane, sebutan)
    shapes = list(_shapes(bagan, baris, box, pena))
    if not shapes:
        return par(run("", 2), "center")
    return par(_group(shapes, bagan.lebar_lajur, baris.tinggi, pena), "center", gaya="Bagan")


def _told(bagan: Bagan, baris: Baris, lane: int, sebutan: str) -> str:
    own = [
        one
        for one in bagan.lambang
        if one.langkah == baris.id and one.pelaksana == bagan.lajur[lane]
    ]
    kinds = dict.fromkeys(f"{SEBUTAN[one.bentuk]}{', tafsir' if one.putus else ''}" for one in own)
    return f"{' dan '.join(kinds)}: {sebutan}" if own else "Garis alir"


def _shapes(bagan: Bagan, baris: Baris, box: Kotak, pena: Pena) -> Iterator[str]:
    for line in bagan.panah:
        yield from _pieces(line, box, pena)
    for one in bagan.lambang:
        if one.langkah == baris.id and box[0] <= one.x < box[2]:
            yield _symbol(one, box, pena)
    for word in bagan.kata:
        wide = panjang(word.isi, HURUF_PT) + 0.5
        left = word.x if word.rata == AWAL else word.x - wide
        if word.langkah == baris.id and box[0] <= left + wide / 2 < box[2]:
            left = min(max(left, box[0]), max(box[0], box[2] - wide))
            high = BARIS_KATA
            place = (left - box[0], word.y - high * 0.78 - box[1], wide, high)
            rata = "left" if word.rata == AWAL else "right"
            yield _text(place, word.isi, HURUF_PT, rata, pena)


def _symbol(one: Lambang, box: Kotak, pena: Pena) -> str:
    left, top = one.x - one.lebar / 2 - box[0], one.atas - box[1]
    place = (left, top, one.lebar, one.tinggi)
    inner = par(run(one.isi, 6), "center", gaya="Bagan") if one.isi else ""
    return _shape(place, PRESET[one.bentuk], _line(putus=one.putus), inner, pena, isi="FFFFFF")


def _text(place: Kotak, words: str, pt: float, rata: str, pena: Pena) -> str:
    """Words on white, so that a line behind them does not strike them out."""
    inner = par(run(words, pt), rata)
    return _shape(place, "rect", "<a:ln><a:noFill/></a:ln>", inner, pena, isi="FFFFFF")


def _pieces(line: Panah, box: Kotak, pena: Pena) -> Iterator[str]:
    last = len(line.titik) - 2
    for n, (a, b) in enumerate(itertools.pairwise(line.titik)):
        piece = _within(a, b, box)
        if piece:
            head = line.kepala and n == last and piece[1] == b
            yield _stroke(piece[0], piece[1], box, _line(putus=line.putus, kepala=head), pena)


def _within(a: Titik, b: Titik, box: Kotak) -> tuple[Titik, Titik] | None:
    """The part of an upright or level line that lies in the cell."""
    left, top, right, bottom = box
    if a[0] == b[0]:
        low, high = max(min(a[1], b[1]), top), min(max(a[1], b[1]), bottom)
        if not left <= a[0] < right or high <= low:
            return None
        ends = ((a[0], low), (a[0], high))
        return ends if a[1] < b[1] else ends[::-1]
    low, high = max(min(a[0], b[0]), left), min(max(a[0], b[0]), right)
    if not top <= a[1] < bottom or high <= low:
        return None
    ends = ((low, a[1]), (high, a[1]))
    return ends if a[0] < b[0] else ends[::-1]


def _line(*, putus: bool, kepala: bool = False) -> str:
    dash = '<a:prstDash val="dash"/>' if putus else ""
    head = '<a:tailEnd type="triangle" w="med" len="med"/>' if kepala else ""
    return (
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        f"{dash}<a:round/>{head}</a:ln>"
    )


def _stroke(a: Titik, b: Titik, box: Kotak, line: str, pena: Pena) -> str:
    flip = ' flipH="1"' if b[0] < a[0] else ' flipV="1"' if b[1] < a[1] else ""
    left, top = min(a[0], b[0]) - box[0], min(a[1], b[1]) - box[1]
    size = (left, top, abs(a[0] - b[0]), abs(a[1] - b[1]))
    return (
        f"<wps:wsp><wps:cNvPr {pena.nama()}/><wps:cNvCnPr/><wps:spPr>"
        f'{_frame(size, flip)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{line}</wps:spPr>'
        "<wps:bodyPr/></wps:wsp>"
    )


def _shape(place: Kotak, preset: str, line: str, inner: str, pena: Pena, isi: str = "") -> str:
    fill = f'<a:solidFill><a:srgbClr val="{isi}"/></a:solidFill>' if isi else "<a:noFill/>"
    text = f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>" if inner else ""
    return (
        f"<wps:wsp><wps:cNvPr {pena.nama()}/><wps:cNvSpPr/><wps:spPr>"
        f'{_frame(place)}<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{fill}{line}</wps:spPr>'
        f"{text}"
        '<wps:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" wrap="none" anchor="ctr"/></wps:wsp>'
    )


def _frame(place: Kotak, flip: str = "") -> str:
    left, top, wide, high = (round(one * EMU) for one in place)
    return f'<a:xfrm{flip}><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def _group(shapes: list[str], wide: float, high: float, pena: Pena) -> str:
    cx, cy = round(wide * EMU), round(high * EMU)
    # LibreOffice makes a group as large as what is in it; this one fills the cell, unseen.
    ground = _shape((0, 0, wide, high), "rect", "<a:ln><a:noFill/></a:ln>", "", pena)
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr {pena.nama()}/>'
        "<wp:cNvGraphicFramePr/><a:graphic>"
        f'<a:graphicData uri="{_GRUP}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="{cx}" cy="{cy}"/></a:xfrm></wpg:grpSpPr>{ground}{"".join(shapes)}'
        "</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        "<mc:Fallback/></mc:AlternateContent></w:r>"
    )
