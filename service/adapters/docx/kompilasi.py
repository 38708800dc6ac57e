"""A template made ready once: what is left for each paper is one rendering and a zip."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jinja2 import Template
from lxml import etree

from service.adapters.docx import asli, kuning, lurus
from service.adapters.docx.asli import SIFAT, SIFAT_TERPANJANG, Templat
from service.adapters.docx.kemasan import Kemasan
from service.adapters.docx.pasir import Pasir

HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
DOCPR_FROM = 1000  # docxtpl numbers the drawings of a body after this
LISTED = re.compile(r"[\t\n\a\f]")
DRAWS = re.compile(r"\|\s*batang\b")  # a filter that leaves a picture
MOVING = re.compile(r"\{[{%#_]|[}_]\}|[\t\n\a\f]")  # what rendering may change
WHOLE_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)


@dataclass(frozen=True)
class Bagian:
    """One part with fields in it: what stands around the fields, and what is rendered."""

    nama: str  # of the member in the zip
    awal: str
    sumber: str
    akhir: str
    lurus: bool  # well-formed whatever is filled in, and nothing to mend


class Kompilasi:
    """One template, ready for any number of papers; the same as docxtpl makes of it."""

    def __init__(self, template: bytes, sandbox: Pasir, lenient: Pasir) -> None:
        self.template = template
        self._sandbox, self._lenient = sandbox, lenient
        self._rendering = dict[tuple[str, bool], Template]()
        self._slow: Templat | None = None  # what docxtpl itself was at
        self._at: Bagian | None = None  # what we were at
        paper = self._paper = Templat(template)
        paper.render_init()
        package = paper.docx.part.package  # the names of its parts are whatever Word gave them
        self.body, self._core_name = _name(paper.docx.part), _name(package._core_properties_part)
        body = self._body()
        self.bagian = (body, *self._aside())
        self.sifat = self._properties()
        self._draws = any(DRAWS.search(one.sumber) for one in self.bagian)
        self._kemasan = Kemasan(self._still(), self._moving)

    @property
    def _moving(self) -> set[str]:
        """The members that are written anew for each paper."""
        return {one.nama for one in self.bagian} | ({self._core_name} if self.sifat else set())

    def fill(self, isian: Mapping[str, Any], *, konsep: bool = False) -> bytes:
        """The paper; in a draft, what is missing stands there in yellow."""
        if self._draws or asli.has_picture(isian):
            return self.fill_slowly(isian, konsep=konsep)
        self._slow = None
        written = {one.nama: self._written(one, isian, konsep=konsep) for one in self.bagian}
        if self.sifat:
            written[self._core_name] = self._core(isian, konsep=konsep)
        return self._kemasan.with_parts(written)

    @property
    def at_work(self) -> tuple[str, str]:
        """The part that was rendered last, and its source: where a fault lies."""
        if self._slow is not None:
            return self._slow.at_work
        return (self._at.nama, self._at.sumber) if self._at else (self._core_name, "")

    def fill_slowly(self, isian: Mapping[str, Any], *, konsep: bool = False) -> bytes:
        """docxtpl's own way, for what can be known only when all of it is there: pictures."""
        sandbox = self._lenient if konsep else self._sandbox
        paper, made = Templat(self.template), io.BytesIO()
        self._slow = paper
        asli.fill(paper, isian, sandbox)
        if konsep:
            kuning.paint_all(paper)
        paper.save(made)
        return made.getvalue()

    def _written(self, part: Bagian, isian: Mapping[str, Any], *, konsep: bool) -> bytes:
        self._at = part
        told = self._tidied(self._rendered(part, konsep=konsep).render(isian))
        if part.nama == self.body and not part.lurus:
            told = self._mended(asli.without_span(told))
        whole = f"{part.awal}{told}{part.akhir}".encode()
        if konsep:
            return kuning.painted(whole)
        if not part.lurus and part.nama != self.body:
            asli.whole(whole)
        return whole

    def _rendered(self, part: Bagian | str, *, konsep: bool) -> Template:
        """The part or property, compiled when it is first asked for."""
        name = part if isinstance(part, str) else part.nama
        if (name, konsep) not in self._rendering:
            sandbox = self._lenient if konsep else self._sandbox
            if isinstance(part, str):
                made = asli.plain(sandbox).from_string(self.sifat[part])
            else:
                made = sandbox.from_string(part.sumber)
            self._rendering[name, konsep] = made
        return self._rendering[name, konsep]

    def _tidied(self, told: str) -> str:
        """What docxtpl does to a part after rendering, where there is anything to do."""
        told = told.replace("\n<w:p ", "<w:p ").replace("\n<w:p>", "<w:p>")
        if "{_" in told or "_}" in told:
            for written, meant in (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}")):
                told = told.replace(written, meant)
        if LISTED.search(told):
            told = WHOLE_PARAGRAPH.sub(self._listed, told)
        return told

    def _listed(self, paragraph: re.Match[str]) -> str:
        text = paragraph[0]
        if not LISTED.search(text):
            return text
        resolved: str = self._paper.resolve_listing(text)
        return resolved

    def _mended(self, body: str) -> str:
        """Grids and numbers of pictures as docxtpl sets them."""
        tree = self._paper.fix_tables(self._opening + body.removeprefix("<w:body>"))
        self._paper.docx_ids_index = DOCPR_FROM
        self._paper.fix_docpr_ids(tree)
        told: str = etree.tostring(tree, encoding="unicode")
        return told

    @cached_property
    def _opening(self) -> str:
        """The first tag of the body with every name it needs where it stands alone."""
        alone: str = self._paper.get_xml()
        return alone[: alone.index(">") + 1]

    def _body(self) -> Bagian:
        paper = self._paper
        patched = paper.patch_xml(paper.get_xml())
        if straight := lurus.is_straight(patched):
            for n, one in enumerate(paper.docx._element.body.iter(lurus.DOCPR), DOCPR_FROM + 1):
                one.set("id", str(n))
            patched = paper.patch_xml(paper.get_xml())
        whole = etree.tostring(paper.docx._element, encoding="unicode")
        begins, ends = whole.index("<w:body"), whole.rindex("</w:body>") + len("</w:body>")
        inner = f"<w:body>{patched[patched.index('>') + 1 :]}"
        return Bagian(self.body, HEAD + whole[:begins], asli.lined(inner), whole[ends:], straight)

    def _aside(self) -> Iterator[Bagian]:
        """The headers, footers and notes that are not the same in every paper."""
        paper = self._paper
        for uri in (paper.HEADER_URI, paper.FOOTER_URI):
            for _, part in paper.get_headers_footers(uri):
                yield from _part(part, HEAD, paper.patch_xml(paper.get_part_xml(part)))
        for part in asli.notes(paper):
            yield from _part(part, "", asli.source(paper, part))

    def _properties(self) -> dict[str, str]:
        """The properties with fields in them; the others are set for good."""
        core, found = self._paper.docx.core_properties, dict[str, str]()
        for name in SIFAT:
            told = getattr(core, name)
            if MOVING.search(told):
                found[name] = told
            else:
                setattr(core, name, told)
        return found

    def _core(self, isian: Mapping[str, Any], *, konsep: bool) -> bytes:
        core = self._paper.docx.core_properties
        self._at = None
        for name in self.sifat:
            written = self._rendered(name, konsep=konsep).render(isian)
            setattr(core, name, kuning.unmarked(written)[:SIFAT_TERPANJANG])
        told = etree.tostring(core._element, encoding="UTF-8", standalone=True)
        assert isinstance(told, bytes)
        return told

    def _still(self) -> bytes:
        """The whole template, saved once."""
        made = io.BytesIO()
        self._paper.docx.save(made)
        return made.getvalue()


def _part(part: Any, head: str, patched: str) -> Iterator[Bagian]:
    if MOVING.search(patched):
        yield Bagian(_name(part), head, asli.lined(patched), "", lurus.is_straight(patched))


def _name(part: Any) -> str:
    """Of a part, as the zip has it."""
    return str(part.partname).lstrip("/")
