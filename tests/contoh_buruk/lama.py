"""Office papers that are locked, signed, or of another time."""

from __future__ import annotations

from functools import cache

from service.domain.temuan import DENGAN_CATATAN, DISIMPAN_SAJA, TIDAK_DAPAT_DIPROSES
from tests.contoh_buruk._contoh import Contoh
from tests.contoh_buruk._kertas import (
    OFFICE,
    XML,
    docx,
    odf,
    rels,
    types,
    xlsx,
    zipped,
)
from tests.contoh_buruk._kunci import agile, filepass, standard
from tests.contoh_buruk._lama import book, user, word
from tests.contoh_buruk._ole import compound


@cache
def contoh() -> list[Contoh]:
    """Rows 42, 43, 72 and 79."""
    return [*_locks(), *_old()]


def _locks() -> list[Contoh]:
    manifest = (
        f'{XML}<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>'
    )
    odt = odf(more={"META-INF/manifest.xml": manifest, "content.xml": b"\x91\x33" * 40})
    kept: list[tuple[str, bytes]] = [
        ("terkunci.docx", agile(docx(), "sandi lain")),
        ("terkunci.xlsx", compound({"EncryptionInfo": b"\3\0\2\0", "EncryptedPackage": b"x" * 99})),
        ("terkunci.doc", compound(word(locked=True))),
        ("terkunci.xls", compound({"Workbook": book(lock=filepass("sandi lain"))})),
        ("terkunci.ppt", compound({"PowerPoint Document": b"\0" * 99, "Current User": user()})),
        ("terkunci.odt", odt),
    ]
    opens: list[tuple[str, bytes]] = [
        ("bawaan.xlsx", agile(xlsx(), "VelvetSweatshop")),
        ("bawaan-lama.xlsx", standard(xlsx(), "VelvetSweatshop")),
        ("bawaan.xls", compound({"Workbook": book(lock=filepass("VelvetSweatshop"))})),
    ]
    hidden = agile(xlsx(sheet=' state="veryHidden"'), "VelvetSweatshop")
    return [
        *(Contoh(nama, held, DISIMPAN_SAJA, "terkunci_sandi", 42) for nama, held in kept),
        *(Contoh(nama, held, DENGAN_CATATAN, "sandi_bawaan", 43) for nama, held in opens),
        Contoh("bawaan-sembunyi.xlsx", hidden, DENGAN_CATATAN, "lembar_tersembunyi", 43),
    ]


def _old() -> list[Contoh]:
    signed = {"_xmlsignatures/sig1.xml": f"{XML}<a/>", "_xmlsignatures/origin.sigs": ""}
    asic = {"mimetype": "application/vnd.etsi.asic-e+zip", "surat.docx": docx()}
    sxw = {"mimetype": "application/vnd.sun.xml.writer", "content.xml": f"{XML}<a/>"}
    epub = {"mimetype": "application/epub+zip", "a.xhtml": f"{XML}<a/>"}
    sealed = bytes.fromhex("308006092a864886f70d010702a08030") + b"\x80" * 300
    wp = b"\xffWPC\x10\0\0\0\x01\x0a" + b"\0" * 400
    display = bytes(range(128, 256)) * 10
    rtf = b"{\\rtf1 Surat contoh\\par{\\object\\objemb{\\*\\objdata 0105000002}}}"
    fetch = b"{\\rtf1{\\*\\template http://contoh.example/a.dotm} Surat\\par}"
    msi = compound({"a": b"b"}, bytes.fromhex("84100c0000000000c000000000000046"))
    return [
        Contoh("ttd.docx", docx(more=signed), DENGAN_CATATAN, "bertanda_tangan", 72),
        Contoh("ttd.xlsx", xlsx(more=signed), DENGAN_CATATAN, "bertanda_tangan", 72),
        Contoh("surat.asice", zipped(asic), DISIMPAN_SAJA, "bungkus_tanda_tangan", 72),
        Contoh("surat.pdf.p7m", sealed, DISIMPAN_SAJA, "bungkus_tanda_tangan", 72),
        Contoh("surat.sxw", zipped(sxw), DISIMPAN_SAJA, "format_lama", 79),
        Contoh("buku.epub", zipped(epub), DISIMPAN_SAJA, "format_asing", 79),
        Contoh("surat.doc", wp, DISIMPAN_SAJA, "format_lama", 79),
        Contoh("surat.doc", display, DISIMPAN_SAJA, "tak_dikenal", 79),
        Contoh("surat.doc", compound({"MatOST": b"x"}), DISIMPAN_SAJA, "format_lama", 79),
        Contoh("surat.rtf", rtf, DENGAN_CATATAN, "objek_tertanam", 79),
        Contoh("surat.rtf", fetch, DENGAN_CATATAN, "templat_luar", 79),
        Contoh("surat.rtf", rtf[:40], DISIMPAN_SAJA, "rusak", 21),
        Contoh("pasang.doc", msi, TIDAK_DAPAT_DIPROSES, "program", 16),
        Contoh("surat.doc", compound({"WordDocument": b"x" * 40}), DISIMPAN_SAJA, "rusak", 21),
        Contoh("surat.doc", compound(word())[:700], DISIMPAN_SAJA, "rusak", 21),
        Contoh("lembar.xlsb", zipped(_xlsb()), DISIMPAN_SAJA, "format_asing", 79),
        Contoh("jar.zip", _jar(), TIDAK_DAPAT_DIPROSES, "program", 16),
    ]


def _xlsb() -> dict[str, str | bytes]:
    kind = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    return {
        "[Content_Types].xml": types(main=f"xl/workbook.bin={kind}"),
        "_rels/.rels": rels((f"{OFFICE}/officeDocument", "xl/workbook.bin", "")),
        "xl/workbook.bin": b"\x83\x01\0",
    }


def _jar() -> bytes:
    return zipped({"META-INF/MANIFEST.MF": "Main-Class: A\n", "A.class": b"\xca\xfe\xba\xbe"})
