"""Drawings as wide as their page: places across in per cent, heights in pixels."""

from __future__ import annotations

from html import escape

from service.domain.sop.bagan_huruf import PT, pecah
from service.face.qr import Lukisan

HITAM, LATAR, GARIS, LUNAK, ISI = "#111", "#fff", "#c4cad0", "#444", "#0b4f8a"
HURUF, KECIL = 13, 12
SEMPIT = 300  # what a line of words may take on the narrowest page
RUAS = 98.0  # per cent of the width that stand for the whole scale; a mark at its end stays whole
PENUH, BERGARIS, BERTITIK, POLOS = "penuh", "bergaris", "bertitik", "polos"


def lines(text: str, most: int, huruf: int = HURUF, *, tebal: bool = False) -> tuple[str, ...]:
    """The text in so many lines at most; what is cut off is shown as cut."""
    found = pecah(text, SEMPIT, huruf / PT, tebal=tebal)
    if len(found) <= most:
        return found
    last = found[most - 1].rstrip(" ,.;:")
    return (*found[: most - 1], f"{last[:-1] if len(last) > 40 else last}…")


def _short(number: float) -> str:
    """To the hundredth, without the noughts that say nothing."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _from(x: float) -> str:
    """How far from the left; most things begin there."""
    return f' x="{_short(x)}%"' if x else ""


class Kanvas:
    """One drawing while it grows downwards."""

    def __init__(self, nama: str, judul: str, uraian: str) -> None:
        self.nama, self.judul, self.uraian = nama, judul, uraian
        self.y = 4.0
        self.parts: list[str] = []
        self.said: list[str] = []  # laid over the rest, each letter with a rim of paper

    def words(
        self,
        text: str,
        x: float = 0,
        *,
        huruf: int = HURUF,
        rata: str = "start",
        tebal: bool = False,
        warna: str = HITAM,
        y: float | None = None,
    ) -> None:
        """A line of words; at its own height where one is given, else on the next line."""
        if y is None:
            self.y += huruf + 4
            y = self.y - 4
        looks = ' font-weight="bold"' if tebal else ""
        looks += f' font-size="{huruf}"' if huruf != HURUF else ""
        looks += f' text-anchor="{rata}"' if rata != "start" else ""
        looks += f' fill="{warna}"' if warna != HITAM else ""
        self.said.append(f'<text{_from(x)} y="{y:g}"{looks}>{escape(text)}</text>')

    def box(self, x: float, wide: float, y: float, high: float, corak: str) -> None:
        """A bar in one of the looks; never too thin to be seen."""
        fill = self._fill(corak)
        self.parts.append(
            f'<rect{_from(x)} y="{y:g}" width="{_short(max(wide, 0.6))}%" '
            f'height="{high:g}" fill="{fill}"/>'
        )

    def _fill(self, corak: str) -> str:
        plain = {PENUH: ISI, POLOS: LATAR}
        return plain.get(corak) or f"url(#{self.nama}-{corak})"

    def upright(
        self,
        x: float,
        y: float,
        to_y: float,
        tebal: float = 1,
        warna: str = HITAM,
        *,
        putus: bool = False,
    ) -> None:
        """A line from above to below."""
        dash = ' stroke-dasharray="5 3"' if putus else ""
        self.parts.append(
            f'<line x1="{x:.2f}%" x2="{x:.2f}%" y1="{y:g}" y2="{to_y:g}" stroke="{warna}" '
            f'stroke-width="{tebal:g}"{dash}/>'
        )

    def arrow(self, x: float, y: float) -> None:
        """A head that points back from where a bar ends."""
        self.parts.append(
            f'<svg x="{x:.2f}%" y="{y:g}" width="14" height="14" overflow="visible">'
            f'<path d="M13 1V13L3 7Z" fill="{HITAM}" stroke="none"/></svg>'
        )

    def sample_arrow(self, text: str) -> None:
        """A line of the legend for that head."""
        self.parts.append(
            f'<svg x="6" y="{self.y + 4:g}" width="14" height="14">'
            f'<path d="M13 1V13L3 7Z" fill="{HITAM}" stroke="none"/></svg>'
        )
        self._beside(text)

    def across(self, x: float, to_x: float, y: float, warna: str = HITAM) -> None:
        """A thin line from left to right."""
        self.parts.append(
            f'<line x1="{x:.2f}%" x2="{to_x:.2f}%" y1="{y:g}" y2="{y:g}" stroke="{warna}" '
            'stroke-width="1"/>'
        )

    def sample(self, corak: str, text: str) -> None:
        """A line of the legend."""
        y = self.y + 4
        self.parts.append(
            f'<svg x="0" y="{y:g}" width="26" height="14">'
            f'<rect x="1" y="1" width="24" height="11" stroke="{HITAM}" stroke-width="0.75" '
            f'fill="{self._fill(corak)}"/></svg>'
        )
        self._beside(text)

    def sample_mark(self, text: str, tebal: float, *, putus: bool = False) -> None:
        """A line of the legend for an upright mark."""
        dash = ' stroke-dasharray="5 3"' if putus else ""
        y = self.y + 4
        self.parts.append(
            f'<line x1="13" x2="13" y1="{y:g}" y2="{y + 14:g}" stroke="{HITAM}" '
            f'stroke-width="{tebal:g}"{dash}/>'
        )
        self._beside(text)

    def sample_reach(self, text: str) -> None:
        """A line of the legend for the thin line that goes on from a bar."""
        y = self.y + 10
        self.parts.append(
            f'<path d="M1 {y:g}H25M25 {y - 4:g}V{y + 4:g}" stroke="{HITAM}" stroke-width="1" '
            'fill="none"/>'
        )
        self._beside(text)

    def _beside(self, text: str) -> None:
        self.y += 2
        for line in lines(text, 3, KECIL):
            self.y += KECIL + 4
            self.said.append(
                f'<text x="34" y="{self.y - 2:g}" font-size="{KECIL}">{escape(line)}</text>'
            )

    def svg(self) -> Lukisan:
        """The whole drawing."""
        nama = self.nama
        stripes = (
            f'<pattern id="{nama}-{BERGARIS}" patternUnits="userSpaceOnUse" width="5" height="5" '
            f'patternTransform="rotate(45)"><rect width="5" height="5" fill="{LATAR}"/>'
            f'<rect width="1.6" height="5" fill="{HITAM}"/></pattern>'
        )
        dots = (
            f'<pattern id="{nama}-{BERTITIK}" patternUnits="userSpaceOnUse" width="5" height="5">'
            f'<rect width="5" height="5" fill="{LATAR}"/>'
            f'<circle cx="2.5" cy="2.5" r="1" fill="{HITAM}"/></pattern>'
        )
        return Lukisan(
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="id" class="grafik" '
            f'aria-labelledby="{nama}-judul {nama}-uraian" width="100%" height="{self.y + 6:g}" '
            'font-family="Liberation Sans, Arial, Helvetica, sans-serif">'
            f'<title id="{nama}-judul">{escape(self.judul)}</title>'
            f'<desc id="{nama}-uraian">{escape(self.uraian)}</desc>'
            f"<defs>{stripes}{dots}</defs>"
            f'<rect width="100%" height="100%" fill="{LATAR}"/>'
            f'<g stroke="{HITAM}" stroke-width="0.75">{"".join(self.parts)}</g>'
            f'<g fill="{HITAM}" font-size="{HURUF}" stroke="{LATAR}" stroke-width="3" '
            f'paint-order="stroke">{"".join(self.said)}</g>'
            "</svg>"
        )
