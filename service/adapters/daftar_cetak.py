"""The port ListPaper: a long list as a Word file of its own, its heads again on every page."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from service.domain.edisi.cetakan import Cetakan, is_bar
from service.domain.instansi import Kop

LEBAR_HALAMAN = 14_570  # twentieths of a point between the margins of an A4 on its side
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PKG = "http://schemas.openxmlformats.org/package/2006"
_ML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_AWAL = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TETAP = (2020, 1, 1, 0, 0, 0)  # the same list gives the same bytes
_TIADA = "\ufffe\uffff"

JENIS = (
    f'{_AWAL}<Types xmlns="{_PKG}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_ML}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_ML}.styles+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_ML}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
AKAR = (
    f'{_AWAL}<Relationships xmlns="{_PKG}/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PKG}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
SAMBUNGAN = (
    f'{_AWAL}<Relationships xmlns="{_PKG}/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_REL}/footer" Target="footer1.xml"/></Relationships>'
)


def _style(id_: str, name: str, more: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{more}</w:style>'


GAYA = (
    f"{_AWAL}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="17"/>'
    '<w:lang w:val="id-ID"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    + _style("Normal", "Normal", "")
    + _style("Kop", "Kop", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr>')
    + _style(
        "Heading1",
        "heading 1",
        '<w:pPr><w:spacing w:before="160" w:after="60"/><w:jc w:val="center"/>'
        '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr>',
    )
    + _style(
        "Keterangan",
        "Keterangan",
        '<w:pPr><w:spacing w:after="20"/><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="20"/>'
        "</w:rPr>",
    )
    + "</w:styles>"
)


class DaftarCetak:
    """Writes the parts by hand: a table of thousands of rows is built in a breath."""

    def write(self, out: Path, cetakan: Cetakan) -> Path:
        parts = {
            "[Content_Types].xml": JENIS,
            "_rels/.rels": AKAR,
            "word/_rels/document.xml.rels": SAMBUNGAN,
            "word/styles.xml": GAYA,
            "word/footer1.xml": _footer(cetakan.kaki),
            "docProps/core.xml": _core(cetakan.judul),
            "word/document.xml": _body(cetakan),
        }
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
            for name, text in parts.items():
                packed.writestr(zipfile.ZipInfo(name, _TETAP), text.encode())
        return out


def _body(one: Cetakan) -> str:
    return "".join(
        (
            f"{_AWAL}<w:document {_W} {_R}><w:body>",
            *_kop(one.kop),
            _said(one.judul, "Heading1"),
            *(_said(text, "Keterangan") for text in one.keterangan),
            "<w:p/>",
            *_table(one),
            # Word wants a paragraph after a table; this one never begins a page of its own.
            '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
            '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>',
            '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>'
            '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
            '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
            'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>',
            "</w:body></w:document>",
        )
    )


def _kop(kop: Kop) -> Iterator[str]:
    """The letterhead; without a line below it, which LibreOffice leaves untagged in the PDF."""
    yield from (_said(text, "Kop") for text in kop.induk)
    if kop.nama:
        yield _said(kop.nama, "Kop", bold=True)
    yield from (_said(text, "Kop") for text in kop.alamat)


def _table(one: Cetakan) -> Iterator[str]:
    wide = [LEBAR_HALAMAN * part // 100 for part in one.lebar]
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7A828A"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(wide)}" w:type="dxa"/>'
        f'<w:tblInd w:w="70" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>'
    )
    yield "".join(f'<w:gridCol w:w="{one}"/>' for one in wide) + "</w:tblGrid>"
    cells = "".join(_cell(x, w, "E4E8EC") for x, w in zip(one.kepala, wide, strict=True))
    yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"
    for row in one.baris:
        if is_bar(row):
            cell = _cell(row[0], sum(wide), "F3F5F7", len(wide))
            yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"
        else:
            cells = "".join(_cell(x, w) for x, w in zip(row, wide, strict=True))
            # Whole rows alone: only such a table is printed in parts.
            yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
    yield "</w:tbl>"


def _cell(text: str, wide: int, fill: str = "", span: int = 1) -> str:
    """A cell; one that is filled is a head, or the bar of the lines below it."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    head = bool(fill)
    said = "".join(_said(line, bold=head) for line in text.split("\n"))
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{spans}{shade}</w:tcPr>{said}</w:tc>'


def _said(text: str, style: str = "", *, bold: bool = False) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    about = f"<w:pPr>{named}</w:pPr>" if named else ""
    if not (plain := _plain(text)):
        return f"<w:p>{about}</w:p>"
    strong = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p>{about}<w:r>{strong}<w:t xml:space="preserve">{plain}</w:t></w:r></w:p>'


def _footer(text: str) -> str:
    page = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        'PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1'
        '</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return (
        f'{_AWAL}<w:ftr {_W}><w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="{LEBAR_HALAMAN}"/>'
        f'</w:tabs></w:pPr><w:r><w:t xml:space="preserve">{_plain(text)}</w:t></w:r><w:r><w:tab/>'
        f'<w:t xml:space="preserve">halaman </w:t></w:r>{page}</w:p></w:ftr>'
    )


def _core(judul: str) -> str:
    return (
        f'{_AWAL}<cp:coreProperties xmlns:cp="{_PKG}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{_plain(judul)}</dc:title><dc:language>id-ID</dc:language></cp:coreProperties>"
    )


def _plain(text: str) -> str:
    """Without what XML cannot hold."""
    kept = (x if x >= " " else " " for x in text if x not in _TIADA)
    return escape("".join(kept))
