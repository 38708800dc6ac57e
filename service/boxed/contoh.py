"""Small files of our own, read once before any foreign one: what is loaded on first use is loaded.

What a process has warm, every process forked from it has warm.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/{part}" '
    'ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="{target}" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
    "</Relationships>"
)
_WORD = (
    '<?xml version="1.0"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>SURAT CONTOH Nomor : 1/A/2026</w:t></w:r></w:p></w:body></w:document>"
)
_BOOK = (
    '<?xml version="1.0"?>'
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Contoh" sheetId="1" r:id="r1"/></sheets></workbook>'
)
_SHEET = (
    '<?xml version="1.0"?>'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="1"><c r="A1" t="inlineStr"><is><t>No</t></is></c><c r="B1"><v>1</v></c></row>'
    "</sheetData></worksheet>"
)


def samples() -> list[tuple[str, bytes]]:
    """A name and its bytes, one of each kind that comes every day."""
    return [
        ("contoh.pdf", _pdf()),
        ("contoh.docx", _docx()),
        ("contoh.xlsx", _xlsx()),
        ("contoh.png", _picture()),
        ("contoh.txt", b"Nomor : 1/A/2026\nHal : contoh\n"),
    ]


def _pdf() -> bytes:
    shown = b"BT /F1 11 Tf 72 770 Td (Nomor : 1/A/2026) Tj ET"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.7\n")
    for number, part in enumerate(parts, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, part))
    table, start = b"".join(b"%010d 00000 n \n" % place for place in places), out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n%s" % table)
    out.write(b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def _docx() -> bytes:
    return _packed(
        {
            "[Content_Types].xml": _TYPES.format(
                part="word/document.xml", kind="wordprocessingml.document"
            ),
            "_rels/.rels": _RELS.format(target="word/document.xml", kind="officeDocument"),
            "word/document.xml": _WORD,
        }
    )


def _xlsx() -> bytes:
    return _packed(
        {
            "[Content_Types].xml": _TYPES.format(
                part="xl/workbook.xml", kind="spreadsheetml.sheet"
            ),
            "_rels/.rels": _RELS.format(target="xl/workbook.xml", kind="officeDocument"),
            "xl/workbook.xml": _BOOK,
            "xl/_rels/workbook.xml.rels": _RELS.format(
                target="worksheets/sheet1.xml", kind="worksheet"
            ),
            "xl/worksheets/sheet1.xml": _SHEET,
        }
    )


def _packed(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, held in members.items():
            packed.writestr(name, held)
    return out.getvalue()


def _picture() -> bytes:
    """A white page of 60 by 80 points, as PNG."""
    rows = b"".join(b"\0" + b"\xff" * 60 for _ in range(80))
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", 60, 80, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ]
    told = (
        struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
        for kind, held in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(told)
