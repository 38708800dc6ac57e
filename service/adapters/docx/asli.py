"""docxtpl's own way of filling, and the few places where ours must be another."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any

from docx.image.exceptions import UnrecognizedImageError
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from lxml import etree

from service.adapters.docx.batang import drawing_in
from service.adapters.docx.kalimat import Terpotong
from service.adapters.docx.lurus import PARSER
from service.adapters.docx.pasir import BUKA, Pasir
from service.adapters.docx.salah import GambarSalah

NOTES = re.compile(r"wordprocessingml\.(?:footnotes|endnotes)\+xml$")
PARAGRAPH = re.compile(r"<w:p([ >])")
UNPAINTABLE = re.compile(rf'(<w:gridSpan w:val|\bw:fill)="{BUKA}[^"]*"')
SIFAT = ("author", "comments", "identifier", "language", "subject", "title")
SIFAT_TERPANJANG = 255  # letters; python-docx takes no more
GAMBAR = {"gambar", "lebar_mm"}
LEBAR = 60.0  # mm of a picture for which nobody says how wide


class Templat(DocxTemplate):  # type: ignore[misc]
    """docxtpl's template, with notes and properties filled as officers expect it."""

    def __init__(self, template: bytes) -> None:
        super().__init__(io.BytesIO(template))
        self.at_work = "", ""  # the part being rendered, and its source

    def render_xml_part(
        self, src_xml: str, part: Any, context: Mapping[str, Any], jinja_env: Any = None
    ) -> str:
        """The same, remembering what it was at, so that a fault has a place."""
        self.at_work = str(part.partname).lstrip("/"), lined(src_xml)
        return without_span(super().render_xml_part(src_xml, part, context, jinja_env))

    def fix_tables(self, xml: str) -> Any:
        """The same, of a body that is whole: docxtpl would go on with what is left of it."""
        whole(xml.encode())
        return super().fix_tables(xml)

    def render_footnotes(self, context: Mapping[str, Any], jinja_env: Any = None) -> None:
        """Notes of both kinds, once: read twice, a value would be taken for a template."""
        for part in notes(self):
            written = self.render_xml_part(source(self, part), part, context, jinja_env)
            part._blob = written.encode()

    def render_properties(self, context: Mapping[str, Any], jinja_env: Any = None) -> None:
        """Properties are no XML yet when they are set: escaped here, they would be so twice."""
        set_properties(self, context, plain(jinja_env))


def whole(xml: bytes) -> None:
    """Terpotong where a part came apart: a block that begins and ends in different places."""
    try:
        etree.fromstring(xml, PARSER)
    except etree.XMLSyntaxError as wrong:
        raise Terpotong from wrong


def without_span(rendered: str) -> str:
    """A cell whose span or colour is missing in a draft has none."""
    return UNPAINTABLE.sub(_none, rendered) if BUKA in rendered else rendered


def _none(found: re.Match[str]) -> str:
    return f'{found[1]}="{"auto" if found[1] == "w:fill" else 1}"'


def lined(patched: str) -> str:
    """Each paragraph on a line of its own, as docxtpl renders it: so a fault has a place."""
    return PARAGRAPH.sub(r"\n<w:p\1", patched)


def plain(sandbox: Pasir) -> Pasir:
    """The same sandbox for text that is no XML."""
    twin = sandbox.overlay(autoescape=False)
    assert isinstance(twin, Pasir)
    return twin


def set_properties(templat: Templat, isian: Mapping[str, Any], sandbox: Pasir) -> None:
    """Title, author and the others, as long as they may be."""
    core = templat.docx.core_properties
    for name in SIFAT:
        written = sandbox.from_string(getattr(core, name)).render(isian)
        setattr(core, name, written[:SIFAT_TERPANJANG])


def notes(templat: Templat) -> list[Any]:
    """The parts with footnotes and endnotes."""
    parts = templat.docx.part.package.iter_parts()
    return [part for part in parts if NOTES.search(part.content_type)]


def source(templat: Templat, part: Any) -> str:
    """The notes of a part, prepared as docxtpl prepares a body."""
    prepared: str = templat.patch_xml(part.blob.decode())
    return prepared


def fill(paper: Templat, isian: Mapping[str, Any], sandbox: Pasir) -> None:
    """The template filled by docxtpl, pictures included."""
    paper.init_docx()
    with drawing_in(paper):
        paper.render(_with_pictures(paper, isian, ""), sandbox, autoescape=True)


def has_picture(value: object) -> bool:
    """Whether there is a picture in an isian, however deep."""
    if isinstance(value, dict):
        return value.keys() >= GAMBAR or any(
            has_picture(one) for one in value.values() if isinstance(one, dict | list)
        )
    return isinstance(value, list) and any(
        has_picture(one) for one in value if isinstance(one, dict | list)
    )


def _with_pictures(paper: Templat, value: Any, name: str) -> Any:
    if isinstance(value, dict) and value.keys() >= GAMBAR:
        return Gambar(paper, value, name)
    if isinstance(value, Mapping):
        return {key: _with_pictures(paper, one, str(key)) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_pictures(paper, one, name) for one in value]
    return value


class Gambar(InlineImage):  # type: ignore[misc]
    """A picture with words for those who cannot see it."""

    def __init__(self, paper: Templat, told: Mapping[str, Any], name: str) -> None:
        super().__init__(paper, io.BytesIO(told["gambar"]), Mm(told["lebar_mm"] or LEBAR))
        self._name = name
        self._told = str(told.get("keterangan") or name.replace("_", " ").capitalize())

    def _insert_image(self) -> str:
        try:
            part = self.tpl.current_rendering_part
            pic = part.new_pic_inline(self.image_descriptor, self.width, None)
        except (UnrecognizedImageError, ZeroDivisionError) as wrong:
            raise GambarSalah(self._name) from wrong
        pic.docPr.set("descr", self._told)
        return (
            "</w:t></w:r><w:r><w:drawing>"
            f"{pic.xml}"
            '</w:drawing></w:r><w:r><w:t xml:space="preserve">'
        )

    __str__ = __html__ = _insert_image
