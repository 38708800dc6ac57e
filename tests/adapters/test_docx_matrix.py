"""Whatever a template uses: the compiled way makes, part by part, what docxtpl itself makes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, Listing, RichText
from lxml import etree
from PIL import Image

from service.adapters.docx import asli, pasir
from service.adapters.docx.batang import drawing_in
from service.adapters.docx.kompilasi import Kompilasi
from service.config import CODE
from service.domain.paper import read, sample
from tests.papers import template_of

PAIRS = sorted((CODE / "templates_docx").glob("*/naskah/*.toml"))
STRICT, LENIENT = pasir.strict(), pasir.lenient()
BARIS = [{"no": n, "judul": f"Judul contoh {n} & <lainnya>", "unit": "Unit"} for n in range(1, 6)]
NAKAL = (
    'PT "Contoh" & Rekan\'s <kantor> {{ 7*7 }} {% raw %} }} %} '
    "\u00a0 ﷺ العربية 👩\u200d💼 文 n\u0303"
)


def saved(paper: Any) -> bytes:
    made = io.BytesIO()
    paper.save(made)
    return made.getvalue()


def lines(*texts: str) -> bytes:
    """A template of a few paragraphs."""
    paper = Document()
    for text in texts:
        paper.add_paragraph(text)
    return saved(paper)


def rows(*texts: tuple[str, ...]) -> bytes:
    """A template with one table."""
    paper = Document()
    table = paper.add_table(len(texts), max(map(len, texts)))
    for row, cells in zip(table.rows, texts, strict=True):
        for cell, text in zip(row.cells, cells, strict=False):
            cell.text = text
    return saved(paper)


def cells_of(*texts: str) -> bytes:
    """A template with a table whose rows have just these cells, whatever its grid says."""
    paper = Document()
    table = paper.add_table(1, len(texts))
    for cell, text in zip(table.rows[0].cells, texts, strict=True):
        cell.text = text
    return saved(paper)


def split_by_word() -> bytes:
    """A tag in three runs, one of them bold, as Word leaves it after a correction."""
    paper = Document()
    one = paper.add_paragraph("Yth. {")
    one.add_run("{ na").bold = True
    one.add_run("ma }")
    one.add_run("} di tempat")
    return saved(paper)


def around() -> bytes:
    """Tags in a first page's header, the others' header and a footer."""
    paper = Document()
    section = paper.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "{{ nama }}"
    section.header.paragraphs[0].text = "Nomor {{ nomor }}\tHalaman"
    section.footer.paragraphs[0].text = "{% if nomor %}{{ nomor }}{% endif %} tetap"
    second = paper.add_section(WD_SECTION.NEW_PAGE)
    second.header.is_linked_to_previous = False
    second.header.paragraphs[0].text = "Lampiran {{ nomor }}"
    paper.add_paragraph("{{ nama }}")
    return saved(paper)


def with_notes(kind: str, text: str) -> bytes:
    """A template with a part of foot- or endnotes."""
    paper = Document()
    paper.add_paragraph("{{ nama }}")
    told = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{kind}s {nsdecls("w")}>'
        f'<w:{kind} w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}></w:{kind}s>'
    )
    mime = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    package = paper.part.package
    part = Part(PackURI(f"/word/{kind}s.xml"), mime, told.encode(), package)
    rel = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}s"
    paper.part.relate_to(part, rel)
    return saved(paper)


def properties() -> bytes:
    paper = Document()
    paper.core_properties.title = "Keputusan {{ nama }}"
    paper.core_properties.subject = "{% if nomor %}Nomor {{ nomor }}{% endif %}"
    paper.core_properties.author = "Kantor Contoh & Mitra"
    paper.add_paragraph("{{ nama }}")
    return saved(paper)


def drawing(inner: str = "", name: str = "Kotak") -> str:
    """A text box as Word writes it."""
    return (
        f"<w:r {nsdecls('w', 'wp', 'a')}><w:drawing><wp:inline>"
        f'<wp:extent cx="900000" cy="900000"/><wp:docPr id="7" name="{name}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/'
        f'wordprocessingShape"><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>'
        "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def boxes(looped: bool) -> bytes:
    """Text boxes with tags inside; in a loop their numbers are given anew."""
    paper = Document()
    inner = paragraph("{{ nama }}") + paragraph("{%p if nomor %}") + paragraph("{{ nomor }}")
    inner += paragraph("{%p endif %}")
    if looped:
        paper.add_paragraph("{%p for b in baris %}")
    for n in range(2):
        paper.add_paragraph("Lihat: ")._p.append(parse_xml(drawing(inner, f"Kotak {n}")))
    if looped:
        paper.add_paragraph("{%p endfor %}")
    return saved(paper)


def nested_table() -> bytes:
    paper = Document()
    table = paper.add_table(2, 2)
    table.rows[0].cells[0].text = "{{ nama }}"
    inner = table.rows[1].cells[0].add_table(3, 3)
    inner.rows[0].cells[0].text = "{%tr for b in baris %}"
    for cell, text in zip(inner.rows[1].cells, ("no", "judul", "unit"), strict=True):
        cell.text = f"{{{{ b.{text} }}}}"
    inner.rows[2].cells[0].text = "{%tr endfor %}"
    return saved(paper)


def spanned() -> bytes:
    """A band over all columns between the rows, in a loop in a loop."""
    paper = Document()
    table = paper.add_table(6, 3)
    for cell, text in zip(table.rows[0].cells, ("No.", "Judul", "Unit"), strict=True):
        cell.text = text
    table.rows[1].cells[0].text = "{%tr for golongan in ['A', 'B & C'] %}"
    band = table.rows[2].cells
    band[0].merge(band[2]).text = "{{ golongan }}"
    table.rows[3].cells[0].text = "{%tr for b in baris %}"
    for cell, text in zip(table.rows[4].cells, ("no", "judul", "unit"), strict=True):
        cell.text = f"{{{{ b.{text} }}}}"
    table.rows[5].cells[0].text = "{%tr endfor %}"
    table.add_row().cells[0].text = "{%tr endfor %}"
    return saved(paper)


def renamed() -> bytes:
    """Body and properties under other names, as Word on the web gives them."""
    paper = Document(io.BytesIO(properties()))
    paper.part.partname = PackURI("/word/document2.xml")
    paper.part.package._core_properties_part.partname = PackURI("/docProps/core2.xml")
    return saved(paper)


BODY = "word/document.xml"
ROW = ("{{ b.no }}", "{{ b.judul }}", "{{ b.unit }}")
HEADS = ("No.", "Judul", "Unit")
ONE = {"nama": "Contoh", "nomor": "1/2026", "baris": BARIS, "kosong": [], "n": 3, "ya": True}
# Name, template, isian, and whether each paper of it needs no mending after it is rendered.
MATRIX: list[tuple[str, Callable[[], bytes], dict[str, Any], bool]] = [
    ("isian biasa", lambda: lines("Yth. {{ nama }}", "Nomor {{ nomor }} {{ n + 1 }}"), {}, True),
    ("tanda terpotong Word", split_by_word, {}, True),
    (
        "pengulangan paragraf",
        lambda: lines("{%p for b in baris %}", "{{ loop.index }}. {{ b.judul }}", "{%p endfor %}"),
        {},
        True,
    ),
    (
        "pengulangan paragraf kosong",
        lambda: lines("awal", "{%p for b in kosong %}", "{{ b }}", "{%p endfor %}", "akhir"),
        {},
        True,
    ),
    (
        "pengulangan baris",
        lambda: rows(HEADS, ("{%tr for b in baris %}",), ROW, ("{%tr endfor %}",)),
        {},
        True,
    ),
    (
        "tabel tanpa baris tetap",
        lambda: rows(("{%tr for b in kosong %}",), ROW, ("{%tr endfor %}",)),
        {},
        False,
    ),
    ("baris dengan pita dan pengulangan bersarang", spanned, {}, True),
    (
        "pengulangan kolom",
        lambda: cells_of("Tetap", "{%tc for b in baris %}", "{{ b.judul }}", "{%tc endfor %}"),
        {},
        False,
    ),
    (
        "pengulangan kolom lebih sedikit",
        lambda: cells_of("A", "B", "{%tc for b in kosong %}", "{{ b }}", "{%tc endfor %}"),
        {},
        False,
    ),
    ("tabel dalam tabel", nested_table, {}, False),
    (
        "syarat bersarang",
        lambda: lines(
            "{%p if ya %}",
            "{% if n > 2 and n < 5 %}tiga{% elif n %}lain{% else %}nol{% endif %}",
            "{%p if not ya %}",
            "tidak",
            "{%p else %}",
            "{% for b in baris %}{% if not loop.first %}, {% endif %}{{ b.no }}{% endfor %}",
            "{%p endif %}",
            "{%p endif %}",
        ),
        {},
        True,
    ),
    ("syarat melintas paragraf", lambda: lines("A {% if ya %}B", "C{% endif %} D"), {}, True),
    (
        "syarat melintas paragraf yang tidak terpenuhi",
        lambda: lines("A {% if not ya %}B", "C{% endif %} D"),
        {},
        True,
    ),
    (
        "syarat melintas sel",
        lambda: rows(("A {% if ya %}B", "C{% endif %} D"), ("E", "F")),
        {},
        False,
    ),
    (
        "sel digabung ke bawah",
        lambda: rows(
            HEADS,
            ("{%tr for b in baris %}",),
            ("{% vm %}{{ b.unit }}", "{{ b.judul }}", "{{ b.no }}"),
            ("{%tr endfor %}",),
        ),
        {},
        False,
    ),
    (
        "sel digabung ke samping",
        lambda: rows(
            ("{%tc for b in baris %}", "{% hm %}Judul", "{%tc endfor %}"),
            ("{%tc for b in baris %}", "{{ b.no }}", "{%tc endfor %}"),
        ),
        {},
        False,
    ),
    (
        "colspan dan cellbg",
        lambda: rows(("{% colspan n %}{{ nama }}",), ("{% cellbg 'FFEE00' %}A", "B", "C")),
        {},
        False,
    ),
    (
        "RichText",
        lambda: lines("Hal: {{r tebal }} selesai", "{{ tebal }}"),
        {"tebal": RichText("A & B", bold=True, color="FF0000", size=30)},
        True,
    ),
    (
        "Listing, baris baru, tab",
        lambda: lines("A {{ daftar }} Z", "{{ nama }}"),
        {"daftar": Listing("satu\ndua\tdua\athree & four\fhalaman"), "nama": "a\nb\tc"},
        True,
    ),
    (
        "tanda khusus XML dan isian yang mirip tanda",
        lambda: lines("{{ nama }}"),
        {"nama": NAKAL},
        True,
    ),
    ("tanda kurung yang diloloskan", lambda: lines("{_{ nama }_} {_% if %_} {{ nama }}"), {}, True),
    (
        "spasi dihapus dan keterangan",
        lambda: lines("A", "{%- if ya -%}", "B", "{%- endif -%}", "{#p catatan #}", "{# x #}C"),
        {},
        True,
    ),
    (
        "set",
        lambda: lines("{% set jumlah = baris|length %}{{ jumlah }} {{ nama|upper }}"),
        {},
        True,
    ),
    (
        "makro dan safe",
        lambda: lines("{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m(nama) }} {{ '<w:br/>'|safe }}"),
        {},
        False,
    ),
    ("seratus ribu huruf", lambda: lines("{{ nama }}"), {"nama": "abjad & é文 " * 10_000}, True),
    ("kepala dan kaki halaman", around, {"nama": NAKAL}, True),
    ("catatan kaki", lambda: with_notes("footnote", "Lihat {{ nama }}"), {"nama": NAKAL}, True),
    ("sifat dokumen", properties, {"nama": "Contoh é文"}, True),
    ("bagian dengan nama lain", renamed, {}, True),
    ("kotak teks", lambda: boxes(looped=False), {}, True),
    ("kotak teks berulang", lambda: boxes(looped=True), {}, False),
    ("tanpa tanda", lambda: lines("Tidak ada yang diisi."), {}, True),
]


def parts(docx: bytes) -> dict[str, bytes]:
    """Every part of a .docx; XML in its one canonical form."""
    with zipfile.ZipFile(io.BytesIO(docx)) as whole:
        assert whole.testzip() is None
        return {
            name: etree.tostring(etree.fromstring(whole.read(name)), method="c14n")
            if name.endswith((".xml", ".rels"))
            else whole.read(name)
            for name in whole.namelist()
        }


def by_docxtpl(template: bytes, isian: Mapping[str, Any]) -> bytes:
    paper = DocxTemplate(io.BytesIO(template))
    with drawing_in(paper):
        paper.render(dict(isian), pasir.strict(), autoescape=True)
    return saved(paper)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)]


@pytest.mark.parametrize(
    ("build", "isian", "lurus"),
    [pytest.param(*rest, id=name) for name, *rest in MATRIX],
)
def test_the_compiled_way_makes_what_docxtpl_makes(
    build: Callable[[], bytes], isian: dict[str, Any], lurus: bool
) -> None:
    template, told = build(), ONE | isian
    compiled = Kompilasi(template, STRICT, LENIENT)
    (body,) = (one for one in compiled.bagian if one.nama == compiled.body)

    for _ in range(2):  # the second paper is made of what the first one left
        assert differing(parts(compiled.fill(told)), parts(by_docxtpl(template, told))) == []
    assert body.lurus == lurus


@pytest.mark.parametrize("toml", PAIRS, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_every_pair_we_ship_is_made_as_docxtpl_makes_it_and_mends_nothing(toml: Path) -> None:
    pasangan, _ = read(toml.stem, toml.read_text(), toml.name)
    assert pasangan is not None
    template, told = template_of(toml).read_bytes(), sample(pasangan)
    compiled = Kompilasi(template, STRICT, LENIENT)

    assert differing(parts(compiled.fill(told)), parts(by_docxtpl(template, told))) == []
    assert [one.nama for one in compiled.bagian if not one.lurus] == []


def test_no_paper_of_the_matrix_is_empty_of_what_was_filled_in() -> None:
    """Two ways that both print nothing would be equal, too."""
    empty = []
    for name, build, isian, _ in MATRIX:
        compiled = Kompilasi(build(), STRICT, LENIENT)
        if parts(compiled.fill(ONE | isian))[compiled.body] == parts(build())[compiled.body]:
            empty.append(name)
    assert empty == ["tanpa tanda"]


def picture(side: int) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (side, side), "red").save(made, "PNG")
    return made.getvalue()


def test_pictures_go_docxtpls_own_way_and_are_told_in_words() -> None:
    template = lines("Foto: {{ foto }}", "{%p for b in lain %}", "{{ b.foto }}", "{%p endfor %}")
    foto = {"gambar": picture(20), "lebar_mm": 30}
    compiled = Kompilasi(template, STRICT, LENIENT)

    ours = compiled.fill({"foto": foto, "lain": [{"foto": foto | {"keterangan": "Ruang contoh"}}]})

    paper = DocxTemplate(io.BytesIO(template))
    told = InlineImage(paper, io.BytesIO(picture(20)), Mm(30))
    paper.render({"foto": told, "lain": [{"foto": told}]}, pasir.strict(), autoescape=True)
    for words in (b' descr="Foto"', b' descr="Ruang contoh"'):
        assert words in parts(ours)[BODY]
    silent = parts(ours)
    silent[BODY] = (
        silent[BODY].replace(b' descr="Foto"', b"").replace(b' descr="Ruang contoh"', b"")
    )
    assert differing(silent, parts(saved(paper))) == []


def test_subdocuments_go_docxtpls_own_way() -> None:
    template = lines("Sebelum {{ nama }}", "{{p lampiran }}", "Sesudah")
    made = []
    for paper in (asli.Templat(template), DocxTemplate(io.BytesIO(template))):
        lampiran = paper.new_subdoc(io.BytesIO(rows(("A & B", "C"))))
        paper.render({"nama": NAKAL, "lampiran": lampiran}, pasir.strict(), autoescape=True)
        made.append(parts(saved(paper)))

    assert differing(*made) == []
    assert b"<w:tbl>" in made[0][BODY]


def test_endnotes_are_filled_which_docxtpl_leaves_as_they_are() -> None:
    made = parts(
        Kompilasi(with_notes("endnote", "Lihat {{ nama }}"), STRICT, LENIENT).fill(
            {"nama": "A & B"}
        )
    )

    assert b"Lihat A &amp; B" in made["word/endnotes.xml"]


def test_a_value_in_a_footnote_is_never_read_as_a_template() -> None:
    """docxtpl fills the notes once a section, the second time from what was filled in."""
    paper = Document(io.BytesIO(with_notes("footnote", "Lihat {{ nama }}")))
    paper.add_section(WD_SECTION.NEW_PAGE)
    compiled = Kompilasi(saved(paper), STRICT, LENIENT)
    foto = {"gambar": picture(2), "lebar_mm": 1}

    for isian in ({"nama": "{{ 7*7 }}"}, {"nama": "{{ 7*7 }}", "foto": foto}):
        assert b"Lihat {{ 7*7 }}" in parts(compiled.fill(isian))["word/footnotes.xml"]


def test_a_title_is_printed_letter_for_letter_and_cut_where_word_would_not_take_more() -> None:
    """docxtpl escapes properties twice, and refuses a long one."""
    compiled, foto = Kompilasi(properties(), STRICT, LENIENT), {"gambar": picture(2), "lebar_mm": 1}

    for more in ({}, {"foto": foto}):
        made = compiled.fill({"nama": "A & <B> " * 60, "nomor": "1"} | more)
        title = Document(io.BytesIO(made)).core_properties.title
        assert title == ("Keputusan " + "A & <B> " * 60)[:255]


def test_the_same_paper_is_the_same_bytes() -> None:
    compiled = Kompilasi(around(), STRICT, LENIENT)

    assert compiled.fill(ONE) == compiled.fill(ONE)
