"""Paragraphs, cells and rows of a Word file; every word escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

_KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
TWIP = 1440 / 25.4  # in a millimetre
GARIS = "single"


def plain(words: str) -> str:
    """Words without what no paper can carry, escaped."""
    return escape(_KENDALI.sub("", words))


def quoted(words: str) -> str:
    """The same as the value of an attribute."""
    return quoteattr(_KENDALI.sub("", words))


def twip(mm: float) -> int:
    """Millimetres in the measure of Word."""
    return round(mm * TWIP)


def run(words: str, pt: float, *, tebal: bool = False, miring: bool = False) -> str:
    """Words in one look."""
    look = "<w:b/>" if tebal else ""
    look += "<w:i/>" if miring else ""
    size = round(pt * 2)
    return (
        f'<w:r><w:rPr>{look}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        f'<w:t xml:space="preserve">{plain(words)}</w:t></w:r>'
    )


def par(
    inner: str,
    rata: str = "left",
    *,
    gaya: str = "",
    sebelum: float = 0,
    sesudah: float = 0,
    gantung: float = 0,
    halaman_baru: bool = False,
    bersama: bool = False,
) -> str:
    """One paragraph; `bersama` keeps it with the next."""
    style = f'<w:pStyle w:val="{gaya}"/>' if gaya else ""
    keep = "<w:keepNext/><w:keepLines/>" if bersama else ""
    fresh = "<w:pageBreakBefore/>" if halaman_baru else ""
    hang = f'<w:ind w:left="{twip(gantung)}" w:hanging="{twip(gantung)}"/>' if gantung else ""
    space = f'<w:spacing w:before="{twip(sebelum)}" w:after="{twip(sesudah)}"/>'
    return (
        f'<w:p><w:pPr>{style}{keep}{fresh}{space}{hang}<w:jc w:val="{rata}"/></w:pPr>{inner}</w:p>'
    )


@dataclass(frozen=True)
class Sel:
    """One cell: its paragraphs, its width, and over how much it reaches."""

    isi: str
    lebar: float
    kolom: int = 1
    turun: str = ""  # restart where cells below belong to it, continue where it belongs above
    tengah: bool = True
    rapat: bool = False  # without any margin, for a drawing
    kepala: bool = False
    tanpa_garis: bool = False

    def xml(self) -> str:
        """As it stands in the file."""
        wide = f'<w:tcW w:w="{twip(self.lebar)}" w:type="dxa"/>'
        span = f'<w:gridSpan w:val="{self.kolom}"/>' if self.kolom > 1 else ""
        down = f'<w:vMerge w:val="{self.turun}"/>' if self.turun else ""
        edge = _borders("tcBorders", "nil") if self.tanpa_garis else ""
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="E7E9EB"/>' if self.kepala else ""
        tight = "".join(
            f'<w:{s} w:w="0" w:type="dxa"/>' for s in ("top", "left", "bottom", "right")
        )
        tight = f"<w:tcMar>{tight}</w:tcMar>" if self.rapat else ""
        place = '<w:vAlign w:val="center"/>' if self.tengah else ""
        return (
            f"<w:tc><w:tcPr>{wide}{span}{down}{edge}{shade}{tight}{place}</w:tcPr>{self.isi}</w:tc>"
        )


def row(cells: Sequence[Sel], tinggi: float = 0, *, kepala: bool = False, utuh: bool = True) -> str:
    """One row; a head is repeated on each page, an `utuh` one never breaks over pages."""
    whole = "<w:cantSplit/>" if utuh else ""
    high = f'<w:trHeight w:val="{twip(tinggi)}" w:hRule="atLeast"/>' if tinggi else ""
    head = "<w:tblHeader/>" if kepala else ""
    inner = "".join(one.xml() for one in cells)
    return f"<w:tr><w:trPr>{whole}{high}{head}</w:trPr>{inner}</w:tr>"


def table(
    rows: Sequence[str],
    kolom: Sequence[float],
    *,
    garis: bool = True,
    nama: str = "",
    udara: float = 0.6,
) -> str:
    """A table of fixed columns; `udara` is the room above and below the words of a cell."""
    edge = _borders("tblBorders", GARIS if garis else "nil")
    grid = "".join(f'<w:gridCol w:w="{twip(one)}"/>' for one in kolom)
    told = f"<w:tblCaption w:val={quoted(nama)}/>" if nama else ""
    sides = (("top", udara), ("left", 1.2), ("bottom", udara), ("right", 1.2))
    air = "".join(f'<w:{side} w:w="{twip(mm)}" w:type="dxa"/>' for side, mm in sides)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twip(sum(kolom))}" w:type="dxa"/>{edge}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{air}</w:tblCellMar>{told}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _borders(name: str, kind: str) -> str:
    sides = ("top", "left", "bottom", "right") + (("insideH", "insideV") if name[1] == "b" else ())
    one = f'w:val="{kind}" w:sz="4" w:space="0" w:color="000000"'
    return f"<w:{name}>{''.join(f'<w:{side} {one}/>' for side in sides)}</w:{name}>"
