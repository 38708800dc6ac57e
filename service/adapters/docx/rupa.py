"""How an agency's papers look, put on a template of umum: sheet, margins, letters, logo."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.image.exceptions import UnrecognizedImageError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Mm
from lxml import etree

from service.adapters.docx.rupa_kirim import Wujud
from service.adapters.docx.salah import GambarSalah

LEMBAR = {"A4": (210, 297), "F4": (215, 330)}  # mm, upright
BIASA, KEPUTUSAN = "Arial", "Bookman Old Style"  # the letters of the templates of umum
NASKAH = "Naskah"  # the style whose size is that of the whole paper
LOGO = "logo"  # the alt text of the picture that the agency's own takes the place of
FONTS = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")


def dressed(template: bytes, wujud: Wujud) -> bytes:
    """The template as this agency's papers look."""
    paper, made = Document(io.BytesIO(template)), io.BytesIO()
    _sheet(paper, wujud)
    base = _base_size(paper) if wujud.ukuran else 0
    for root in _parts(paper):
        _letters(root, wujud, base)
    for part in list(paper.part.package.iter_parts()):
        if hasattr(part, "_element"):
            _logo(part, wujud.logo)
    paper.save(made)
    return made.getvalue()


def _sheet(paper: Any, wujud: Wujud) -> None:
    for section in paper.sections:
        if wujud.kertas:
            lying = section.page_width > section.page_height
            short, long = (Mm(side) for side in LEMBAR[wujud.kertas])
            section.page_width, section.page_height = (long, short) if lying else (short, long)
        if wujud.margin:
            top, bottom, left, right = (Cm(one) for one in wujud.margin)
            section.top_margin, section.bottom_margin = top, bottom
            section.left_margin, section.right_margin = left, right


def _parts(paper: Any) -> Iterator[Any]:
    """The root of every part that names fonts and sizes; what is changed is kept."""
    for part in paper.part.package.iter_parts():
        if hasattr(part, "_element"):
            yield part._element
        elif "wordprocessingml" in part.content_type and part.content_type.endswith("+xml"):
            root = parse_xml(part.blob)
            yield root
            part._blob = etree.tostring(root, encoding="UTF-8", standalone=True)


def _letters(root: Any, wujud: Wujud, base: int) -> None:
    wanted = {BIASA: wujud.huruf, KEPUTUSAN: wujud.huruf_keputusan}
    for fonts in root.iter(qn("w:rFonts")):
        for name in map(qn, FONTS):
            if told := wanted.get(fonts.get(name, "")):
                fonts.set(name, told)
    for font in root.iter(qn("w:font")):
        if told := wanted.get(font.get(qn("w:name"), "")):
            font.set(qn("w:name"), told)
    if base:
        for size in root.iter(qn("w:sz"), qn("w:szCs")):
            if size.get(qn("w:val")) == str(base):
                size.set(qn("w:val"), str(2 * wujud.ukuran))


def _base_size(paper: Any) -> int:
    """Half points of the template's running text; 0 where nothing in it says."""
    styles = paper.styles
    style = next((styles[name] for name in (NASKAH, "Normal") if name in styles), None)
    while style is not None:
        if style.font.size:
            return int(style.font.size.pt * 2)
        style = style.base_style
    told = styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val")
    return int(told[0]) if told else 0


def _logo(part: Any, logo: bytes) -> None:
    for told in part._element.xpath(f"//wp:docPr[@descr='{LOGO}']"):
        drawing = next(told.iterancestors(qn("w:drawing")), None)
        if drawing is None:
            continue
        if logo:
            _replaced(part, drawing, logo)
        else:
            _taken_out(part, drawing)


def _replaced(part: Any, drawing: Any, logo: bytes) -> None:
    """The agency's picture, as large as the space of the one before allows."""
    try:
        embed, image = part.get_or_add_image(io.BytesIO(logo))
    except (UnrecognizedImageError, ZeroDivisionError) as wrong:
        raise GambarSalah(LOGO) from wrong
    (extent,) = drawing.xpath(".//wp:extent")[:1]
    room = int(extent.get("cx")), int(extent.get("cy"))
    fits = min(room[0] / image.px_width, room[1] / image.px_height)
    sides = {"cx": str(round(image.px_width * fits)), "cy": str(round(image.px_height * fits))}
    for size in (extent, *drawing.xpath(".//pic:spPr/a:xfrm/a:ext")):
        for name, told in sides.items():
            size.set(name, told)
    for blip in drawing.iter(qn("a:blip")):
        before = blip.get(qn("r:embed"))
        blip.set(qn("r:embed"), embed)
        _let_go(part, before)


def _taken_out(part: Any, drawing: Any) -> None:
    rels = [blip.get(qn("r:embed")) for blip in drawing.iter(qn("a:blip"))]
    run = next(drawing.iterancestors(qn("w:r")))
    for one in list(run):
        if one is drawing or drawing in one.iterdescendants():
            run.remove(one)
    for rel in rels:
        _let_go(part, rel)


def _let_go(part: Any, rel: str | None) -> None:
    """Drop the tie to a picture that nothing shows any more."""
    if rel and rel in part.rels and not part._element.xpath(f"//@r:embed[.='{rel}']"):
        part.rels.pop(rel)
