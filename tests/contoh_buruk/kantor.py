"""Office papers whose parts are wrong, or hide something, or are as they should be."""

from __future__ import annotations

import hashlib
from functools import cache

from service.domain.temuan import DENGAN_CATATAN, DISIMPAN_SAJA, DITERIMA, TIDAK_DAPAT_DIPROSES
from tests.contoh_buruk._contoh import Contoh
from tests.contoh_buruk._kertas import (
    META,
    XML,
    W,
    docx,
    docx_parts,
    odf,
    paragraph,
    pptx,
    rels,
    xlsx,
)
from tests.contoh_buruk._lama import book, word
from tests.contoh_buruk._ole import compound

LUAR = "http://contoh.example/"
DTD = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@cache
def contoh() -> list[Contoh]:
    """Rows 35 to 38, 62 and 63."""
    return [*_xml(), *_hidden(), *_good()]


def _xml() -> list[Contoh]:
    parts = docx_parts()
    body = str(parts["word/document.xml"]).replace(XML, "")
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
    wide = (f'<?xml version="1.0" encoding="UTF-16"?>{DTD}' + body).encode("utf-16")
    other = f'<?xml version="1.0" encoding="cp037"?>{body}'.encode("cp037")
    dtds = {
        "isi": {"word/document.xml": XML + DTD + body},
        "kaitan": {"_rels/.rels": str(parts["_rels/.rels"]).replace(XML, XML + DTD)},
        "jenis": {"[Content_Types].xml": str(parts["[Content_Types].xml"]).replace(XML, XML + DTD)},
        "lain": {"customXml/item1.xml": XML + DTD + "<a>&x;</a>"},
        "lebar": {"word/document.xml": wide},
        "ledak": {"word/document.xml": f"{XML}<!DOCTYPE a [{lol}]><a>&l9;</a>"},
    }
    deep = "<a>" * 20_000 + "</a>" * 20_000
    return [
        *(
            Contoh(f"dtd-{nama}.docx", docx(more=more), TIDAK_DAPAT_DIPROSES, "dtd", row)
            for nama, more in dtds.items()
            for row in [36 if nama == "ledak" else 35]
        ),
        Contoh("dtd.odt", _odt_dtd(), TIDAK_DAPAT_DIPROSES, "dtd", 35),
        Contoh(
            "sandi-lain.docx",
            docx(more={"word/document.xml": other}),
            DISIMPAN_SAJA,
            "xml_tak_wajar",
            35,
        ),
        Contoh(
            "dalam.docx",
            docx(more={"word/document.xml": XML + deep}),
            DISIMPAN_SAJA,
            "xml_terlalu_dalam",
            37,
        ),
        Contoh("kata.xlsx", _huge(), DISIMPAN_SAJA, "isi_terlalu_besar", 38),
    ]


def _hidden() -> list[Contoh]:
    row = '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>'
    name = '<definedNames><definedName name="rahasia" hidden="1">Lembar1!A1</definedName>'
    struck = '<w:p><w:del w:author="Contoh"><w:r><w:delText>lama</w:delText></w:r></w:del></w:p>'
    veil = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>tak tampak</w:t></w:r></w:p>"
    said = {
        "word/comments.xml": f'{XML}<w:comments xmlns:w="{W}"><w:comment w:author="Contoh"/>'
        "</w:comments>"
    }
    veiled = '<style:style style:name="t"><style:table-properties table:display="false"/>'
    veiled += "</style:style>"
    table = '<table:table table:name="rahasia" table:style-name="t"/>'
    papers: list[tuple[str, bytes, str]] = [
        ("lembar.xlsx", xlsx(sheet=' state="hidden"'), "lembar_tersembunyi"),
        ("lembar-sangat.xlsx", xlsx(sheet=' state="veryHidden"'), "lembar_tersembunyi"),
        ("baris.xlsx", xlsx(row), "baris_tersembunyi"),
        ("nama.xlsx", xlsx(book=name + "</definedNames>"), "nama_tersembunyi"),
        ("pivot.xlsx", xlsx(more={"xl/pivotCache/pivotCacheRecords1.xml": f"{XML}<a/>"}), "pivot"),
        ("model.xlsx", xlsx(more={"xl/model/item.data": "x"}), "pivot"),
        ("kata.xlsx", xlsx(more={"xl/comments1.xml": f"{XML}<a/>"}), "komentar"),
        ("jejak.docx", docx(struck), "perubahan_terlacak"),
        ("jejak-sisip.docx", docx(f"<w:ins>{paragraph()}</w:ins>"), "perubahan_terlacak"),
        ("kata.docx", docx("", ("comments", "comments.xml", ""), more=said), "komentar"),
        ("samar.docx", docx(veil), "teks_tersembunyi"),
        ("slide.pptx", pptx(' show="0"'), "slide_tersembunyi"),
        ("catatan.pptx", pptx(notes="Jangan disampaikan"), "catatan_pembicara"),
        ("lembar.ods", odf(table, veiled, "spreadsheet"), "lembar_tersembunyi"),
        (
            "jejak.odt",
            odf("<text:tracked-changes><text:changed-region/></text:tracked-changes>"),
            "perubahan_terlacak",
        ),
        ("kata.odt", odf("<text:p><office:annotation/></text:p>"), "komentar"),
        ("lembar.xls", compound({"Workbook": book(hidden=2)}), "lembar_tersembunyi"),
    ]
    return [Contoh(nama, held, DENGAN_CATATAN, kode, 62) for nama, held, kode in papers]


def _good() -> list[Contoh]:
    core = (
        f'{XML}<cp:coreProperties xmlns:cp="{META.rpartition("/")[0]}/core" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Contoh Pegawai</dc:creator>'
        "</cp:coreProperties>"
    )
    kait = rels(
        ("officeDocument", "word/document.xml", ""), (f"{META}/core-properties", "core.xml", "")
    )
    own = "file:///C:/Users/contoh/Normal.dotm"
    filtered = '<definedNames><definedName name="_xlnm._FilterDatabase" hidden="1">A1</definedName>'
    return [
        Contoh(
            "penulis.docx",
            docx(more={"_rels/.rels": kait, "core.xml": core}),
            DITERIMA,
            "metadata_penulis",
            63,
        ),
        Contoh(
            "templat-sendiri.docx",
            docx("", ("attachedTemplate", own, "External")),
            DITERIMA,
            "",
            39,
        ),
        Contoh("tautan.docx", docx("", ("hyperlink", LUAR, "External")), DITERIMA, "", 39),
        Contoh("saring.xlsx", xlsx(book=filtered + "</definedNames>"), DITERIMA, "", 62),
        Contoh("biasa.xlsx", xlsx(), DITERIMA, "", 62),
        Contoh("biasa.pptx", pptx(), DITERIMA, "", 62),
        Contoh("biasa.odt", odf(), DITERIMA, "", 62),
        Contoh("openoffice.odt", odf(more=_openoffice()), DITERIMA, "", 35),
        Contoh("biasa.ods", odf("<table:table/>", "", "spreadsheet"), DITERIMA, "", 62),
        Contoh("biasa.doc", compound(word()), DITERIMA, "", 79),
        Contoh("biasa.xls", compound({"Workbook": book()}), DITERIMA, "", 79),
        Contoh("biasa.rtf", b"{\\rtf1\\ansi Surat contoh\\par}", DITERIMA, "", 79),
    ]


def _odt_dtd() -> bytes:
    return odf(more={"content.xml": f"{XML}{DTD}<a>&x;</a>"})


def _huge() -> bytes:
    """80 MB of shared strings that swell less than a bomb does."""
    grain = b"".join(hashlib.sha256(b"%d" % n).hexdigest().encode() for n in range(512))
    block = b"<si><t>" + grain + b"</t></si>"
    shared = (
        XML.encode()
        + b"<sst>"
        + b"".join(block + b"<si><t>" + b"x" * 900_000 + b"</t></si>" for _ in range(85))
    )
    return xlsx(
        "",
        "",
        "",
        ("sharedStrings", "sharedStrings.xml", ""),
        more={"xl/sharedStrings.xml": shared + b"</sst>"},
    )


def _openoffice() -> dict[str, str | bytes]:
    """The list of parts as OpenOffice wrote it for years: a DTD that holds nothing."""
    doctype = '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" '
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return {
        "META-INF/manifest.xml": f'{XML}{doctype}"Manifest.dtd"><manifest:manifest '
        f'xmlns:manifest="{space}"/>'
    }
