"""Office papers by hand, part by part, so that any part can be wrong."""

from __future__ import annotations

import io
import zipfile

XML = '<?xml version="1.0" encoding="UTF-8"?>'
CT = "http://schemas.openxmlformats.org/package/2006/content-types"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
META = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml"
POINT = "application/vnd.openxmlformats-officedocument.presentationml"
KATA = "Surat contoh dari Dinas Contoh."

Parts = dict[str, str | bytes]


def zipped(parts: Parts, pack: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", pack) as packed:
        for nama, held in parts.items():
            one = zipfile.ZipInfo(nama, (2026, 11, 21, 8, 0, 0))
            one.compress_type = pack
            packed.writestr(one, held)
    return out.getvalue()


def rels(*kait: tuple[str, str, str]) -> str:
    """Relations: kind, target, '' or External."""
    lines = (
        f'<Relationship Id="r{n}" Type="{jenis if "/" in jenis else f"{OFFICE}/{jenis}"}" '
        f'Target="{sasaran}"{f" TargetMode={mode!r}" if mode else ""}/>'
        for n, (jenis, sasaran, mode) in enumerate(kait, 1)
    )
    return f'{XML}<Relationships xmlns="{REL}">{"".join(lines)}</Relationships>'


def types(**parts: str) -> str:
    """[Content_Types].xml for these parts; the names of arguments are of no weight."""
    lines = "".join(
        f'<Override PartName="/{one.partition("=")[0]}" ContentType="{one.partition("=")[2]}"/>'
        for one in parts.values()
    )
    return (
        f'{XML}<Types xmlns="{CT}"><Default Extension="rels" ContentType="application/vnd.'
        'openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{lines}</Types>'
    )


def paragraph(words: str = KATA) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def docx_parts(
    body: str = "", *kait: tuple[str, str, str], kind: str = f"{WORD}.document.main+xml"
) -> Parts:
    parts: Parts = {
        "[Content_Types].xml": types(main=f"word/document.xml={kind}"),
        "_rels/.rels": rels(("officeDocument", "word/document.xml", "")),
        "word/document.xml": f'{XML}<w:document xmlns:w="{W}"><w:body>{body or paragraph()}'
        "</w:body></w:document>",
    }
    if kait:
        parts["word/_rels/document.xml.rels"] = rels(*kait)
    return parts


def docx(body: str = "", *kait: tuple[str, str, str], more: Parts | None = None) -> bytes:
    """A Word file of one paragraph, and whatever else is asked for."""
    return zipped({**docx_parts(body, *kait), **(more or {})})


def xlsx_parts(
    rows: str = "",
    sheet: str = "",
    book: str = "",
    *kait: tuple[str, str, str],
    kind: str = f"{EXCEL}.sheet.main+xml",
) -> Parts:
    rows = rows or '<row r="1"><c r="A1" t="inlineStr"><is><t>Contoh</t></is></c></row>'
    return {
        "[Content_Types].xml": types(main=f"xl/workbook.xml={kind}"),
        "_rels/.rels": rels(("officeDocument", "xl/workbook.xml", "")),
        "xl/workbook.xml": f'{XML}<workbook xmlns="{S}" xmlns:r="{OFFICE}"><sheets>'
        f'<sheet name="Lembar1" sheetId="1" r:id="r1"{sheet}/></sheets>{book}</workbook>',
        "xl/_rels/workbook.xml.rels": rels(("worksheet", "worksheets/sheet1.xml", ""), *kait),
        "xl/worksheets/sheet1.xml": f'{XML}<worksheet xmlns="{S}"><cols/><sheetData>{rows}'
        "</sheetData></worksheet>",
    }


def xlsx(
    rows: str = "",
    sheet: str = "",
    book: str = "",
    *kait: tuple[str, str, str],
    more: Parts | None = None,
) -> bytes:
    """A workbook of one sheet, and whatever else is asked for."""
    return zipped({**xlsx_parts(rows, sheet, book, *kait), **(more or {})})


def pptx(show: str = "", notes: str = "") -> bytes:
    """A slide show of one slide."""
    say = (
        f'<p:cSld xmlns:a="{A}"><p:spTree><p:sp><p:txBody><a:p><a:r><a:t>{{}}</a:t></a:r></a:p>'
        "</p:txBody></p:sp></p:spTree></p:cSld>"
    )
    parts: Parts = {
        "[Content_Types].xml": types(main=f"ppt/presentation.xml={POINT}.presentation.main+xml"),
        "_rels/.rels": rels(("officeDocument", "ppt/presentation.xml", "")),
        "ppt/presentation.xml": f'{XML}<p:presentation xmlns:p="{P}" xmlns:r="{OFFICE}">'
        '<p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels": rels(("slide", "slides/slide1.xml", "")),
        "ppt/slides/slide1.xml": f'{XML}<p:sld xmlns:p="{P}"{show}>{say.format(KATA)}</p:sld>',
    }
    if notes:
        parts["ppt/slides/_rels/slide1.xml.rels"] = rels(
            ("notesSlide", "../notesSlides/notesSlide1.xml", "")
        )
        parts["ppt/notesSlides/notesSlide1.xml"] = (
            f'{XML}<p:notes xmlns:p="{P}">{say.format(notes)}</p:notes>'
        )
    return zipped(parts)


ODF = "urn:oasis:names:tc:opendocument:xmlns:"
RUANG = "".join(
    f' xmlns:{one}="{ODF}{one}:1.0"' for one in ("office", "text", "table", "style", "script")
)
RUANG += f' xmlns:draw="{ODF}drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'


def odf(body: str = "", styles: str = "", jenis: str = "text", more: Parts | None = None) -> bytes:
    """An OpenDocument text or sheet."""
    body = body or f"<text:p>{KATA}</text:p>"
    mime = f"application/vnd.oasis.opendocument.{jenis}"
    return zipped(
        {
            "mimetype": mime,
            "content.xml": f"{XML}<office:document-content{RUANG}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:{jenis}>{body}</office:{jenis}>"
            "</office:body></office:document-content>",
            "META-INF/manifest.xml": f'{XML}<m:manifest xmlns:m="{ODF}manifest:1.0">'
            f'<m:file-entry m:full-path="/" m:media-type="{mime}"/></m:manifest>',
            **(more or {}),
        }
    )
