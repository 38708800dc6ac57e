"""The table of an SOP out of Word, Excel and PDF files, as an office draws it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PIL import Image

from service.boxed import tabel_sop
from service.domain.refusals import Refusal
from service.domain.sop.baca import read_text
from service.domain.sop.bahan import read_bahan
from service.domain.sop.bentuk import Sop
from service.domain.sop.impor import read_draft
from service.domain.sop.impor_bentuk import Sel, Tabel
from tests.domain.sop.impor_tabel import baris, kepala, tabel
from tests.office import one_reader

PELAKSANA = ("PPID Pelaksana", "Tim Sekretariat")
ISI = tabel(
    *kepala(PELAKSANA),
    baris(
        "1", "Menerima permohonan", [Sel(lambang=True), ""], ("Surat permohonan", "10 menit", "")
    ),
    baris(
        "2", "Memeriksa berkas", ["", Sel("◇", lambang=True)], ("", "1 hari", "Memorandum"), "Arsip"
    ),
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KOTAK = (
    '<w:r><w:drawing xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp><a:prstGeom prst="{}"/></wps:wsp></w:drawing></w:r>'
)


def read(path: Path) -> Sop:
    """The SOP that the house reads out of the draft of a file, through the box."""
    things, _ = read_bahan("bahan.toml", UMUM.read_text(encoding="utf-8"))
    konsep = read_draft(one_reader().sop_table(path), things)
    more, _ = read_bahan("bahan.toml", konsep.bahan) if konsep.bahan else ({}, [])
    sop, found = read_text("konsep", "konsep.toml", konsep.toml, {**things, **more})
    assert sop, found
    return sop


UMUM = Path(__file__).parents[2] / "templates_docx/umum/bahan.toml"


def same(sop: Sop) -> None:
    """It is the SOP of ISI."""
    assert (sop.nama, sop.nomor) == ("Penetapan DIP", "7/SOP/2026")
    assert [one.kegiatan for one in sop.langkah] == ["Menerima permohonan", "Memeriksa berkas"]
    assert [one.waktu.kata for one in sop.langkah] == ["10 menit", "1 hari"]
    assert [one.pelaksana for one in sop.langkah] == [("ppid_pelaksana",), ("tim_sekretariat",)]
    assert sop.langkah[0].kelengkapan[0].bahan == "surat_permohonan"
    assert sop.langkah[1].keluaran == ("memorandum",)
    assert sop.langkah[1].keterangan == "Arsip"


def word(out: Path, body: str) -> Path:
    """A Word file around a body."""
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/'
            'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        packed.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats'
            '.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
        )
        packed.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
        )
    return out


def paragraph(words: str, more: str = "") -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r>{more}</w:p>'


def word_table(one: Tabel) -> str:
    """A table as Word writes it: every covered place is there, and says that it goes on."""
    reach: dict[int, tuple[int, int]] = {}  # column -> rows that a cell still covers, its width
    rows = []
    for row in one.baris:
        cells, at, given = [], 0, list(row)
        while given or any(left for left, _ in [reach.get(at, (0, 0))]):
            left, wide = reach.get(at, (0, 0))
            if left:
                cells.append(_word_cell(Sel("", wide), "<w:vMerge/>"))
                reach[at] = (left - 1, wide)
                at += wide
                continue
            cell = given.pop(0)
            merge = '<w:vMerge w:val="restart"/>' if cell.tinggi > 1 else ""
            cells.append(_word_cell(cell, merge))
            reach[at] = (cell.tinggi - 1, cell.lebar)
            at += cell.lebar
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def _word_cell(cell: Sel, merge: str) -> str:
    shape = KOTAK.format("flowChartDecision" if cell.isi else "rect") if cell.lambang else ""
    words = "" if cell.lambang else cell.isi
    return (
        f'<w:tc><w:tcPr><w:gridSpan w:val="{cell.lebar}"/>{merge}</w:tcPr>'
        f"{paragraph(words, shape)}</w:tc>"
    )


def placed(one: Tabel) -> Iterator[tuple[int, int, Sel]]:
    """Each cell with its row and column, from 1."""
    taken = set[tuple[int, int]]()
    for n, row in enumerate(one.baris, 1):
        at = 1
        for cell in row:
            while (n, at) in taken:
                at += 1
            taken |= {(n + d, at + a) for d in range(cell.tinggi) for a in range(cell.lebar)}
            yield n, at, cell
            at += cell.lebar


def in_word(out: Path) -> Path:
    above = paragraph("NOMOR SOP : 7/SOP/2026") + paragraph("NAMA SOP : Penetapan DIP")
    return word(out / "sop.docx", above + word_table(ISI))


def in_excel(out: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["NOMOR SOP", ":", "7/SOP/2026"])
    sheet.append(["NAMA SOP", ":", "Penetapan DIP"])
    for n, at, cell in placed(ISI):
        words = "◇" if cell.isi == "◇" else "□" if cell.lambang else cell.isi
        sheet.cell(n + 3, at, words or None)
        if cell.lebar > 1 or cell.tinggi > 1:
            sheet.merge_cells(
                start_row=n + 3,
                start_column=at,
                end_row=n + 2 + cell.tinggi,
                end_column=at + cell.lebar - 1,
            )
    book.save(out / "sop.xlsx")
    return out / "sop.xlsx"


def in_pdf(out: Path) -> Path:
    """A page drawn by hand: thin rules, words line by line, a box and a diamond in their cells."""
    wide = (24, 120, 70, 70, 80, 60, 70, 50)
    xs = [40 + sum(wide[:n]) for n in range(len(wide) + 1)]
    ys = [500 - 40 * n for n in range(len(ISI.baris) + 1)]
    drawn = []
    for n, at, cell in placed(ISI):
        left, right = xs[at - 1], xs[at - 1 + cell.lebar]
        top, low = ys[n - 1], ys[n - 1 + cell.tinggi]
        drawn.append(f"{left} {low} m {right} {low} l S {left} {top} m {right} {top} l S")
        drawn.append(f"{left} {low} m {left} {top} l S {right} {low} m {right} {top} l S")
        if cell.isi == "◇":
            x, y = (left + right) / 2, (top + low) / 2
            drawn.append(f"{x - 15} {y} m {x} {y + 9} l {x + 15} {y} l {x} {y - 9} l h S")
        elif cell.lambang:
            drawn.append(f"{left + 20} {low + 12} 30 16 re S")
        else:
            for line, words in enumerate(_lines(cell.isi, (right - left) / 4.2)):
                drawn.append(_said(left + 3, top - 10 - 9 * line, words))
    drawn.append(_said(40, 560, "NOMOR SOP : 7/SOP/2026"))
    drawn.append(_said(40, 540, "NAMA SOP : Penetapan DIP"))
    return pdf(out / "sop.pdf", "\n".join(drawn))


def _said(x: float, y: float, words: str) -> str:
    return f"BT /F 7 Tf {x} {y} Td ({words}) Tj ET"


def _lines(words: str, wide: float) -> list[str]:
    found = [""]
    for word_ in words.split():
        if len(found[-1]) + len(word_) > wide and found[-1]:
            found.append("")
        found[-1] = f"{found[-1]} {word_}".strip()
    return found


def pdf(out: Path, content: str) -> Path:
    """A PDF of one page."""
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R "
        "/Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    held, places = io.BytesIO(b""), []
    held.write(b"%PDF-1.4\n")
    for n, part in enumerate(parts, 1):
        places.append(held.tell())
        held.write(f"{n} 0 obj\n{part}\nendobj\n".encode("latin-1"))
    start = held.tell()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    held.write(
        f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    )
    out.write_bytes(held.getvalue())
    return out


@pytest.mark.parametrize("make", [in_word, in_excel, in_pdf])
def test_the_same_sop_is_read_from_word_excel_and_pdf(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    same(read(make(tmp_path)))


def test_lines_arrows_and_remarks_of_word_are_no_marks_but_their_letters_are(
    tmp_path: Path,
) -> None:
    arrow = KOTAK.format("straightConnector1")
    letter = KOTAK.format("rect").replace(
        "</wps:wsp>", f"<w:txbxContent>{paragraph('T')}</w:txbxContent></wps:wsp>"
    )
    body = f"<w:tbl><w:tr><w:tc>{paragraph('', arrow)}</w:tc><w:tc>{paragraph('', letter)}</w:tc>"
    path = word(tmp_path / "a.docx", f"{body}</w:tr></w:tbl>")

    (found,) = one_reader().sop_table(path).isi

    assert found == Tabel(((Sel(), Sel("T", lambang=True)),))


def test_the_shapes_of_excel_stand_in_the_cell_of_their_middle(tmp_path: Path) -> None:
    path = in_excel(tmp_path)
    shape = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>'
        "<xdr:from><xdr:col>3</xdr:col><xdr:row>5</xdr:row></xdr:from>"
        "<xdr:to><xdr:col>3</xdr:col><xdr:row>5</xdr:row></xdr:to>"
        '<xdr:sp><xdr:spPr><a:prstGeom prst="flowChartProcess"/></xdr:spPr></xdr:sp>'
        "</xdr:twoCellAnchor></xdr:wsDr>"
    )
    out = tmp_path / "gambar.xlsx"
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w") as after:
        for one in before.infolist():
            after.writestr(one.filename, before.read(one))
        after.writestr("xl/drawings/drawing1.xml", shape)
        after.writestr(
            "xl/worksheets/_rels/sheet1.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="d1" Target="../drawings/drawing1.xml" Type="http://schemas.'
            'openxmlformats.org/officeDocument/2006/relationships/drawing"/></Relationships>',
        )

    assert read(out).langkah[0].pelaksana == ("ppid_pelaksana", "tim_sekretariat")


def test_a_merge_over_the_whole_sheet_costs_nothing(tmp_path: Path) -> None:
    path = in_excel(tmp_path)
    out = tmp_path / "gabung.xlsx"
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w") as after:
        for one in before.infolist():
            held = before.read(one)
            if one.filename == "xl/worksheets/sheet1.xml":
                held = held.replace(
                    b"</mergeCells>", b'<mergeCell ref="J30:XFD1048576"/></mergeCells>'
                )
                assert b"XFD1048576" in held
            after.writestr(one.filename, held)

    same(read(out))


def test_a_scan_without_letters_is_told_in_words(tmp_path: Path) -> None:
    Image.new("L", (400, 300), 255).save(tmp_path / "pindai.pdf")

    with pytest.raises(Refusal, match="hanya berisi gambar pindaian"):
        one_reader().sop_table(tmp_path / "pindai.pdf")


@pytest.mark.parametrize(
    "held",
    [b"", b"bukan apa-apa", b"PK\x03\x04 setengah", b"%PDF-1.7 setengah", b"\xd0\xcf\x11\xe0"],
)
def test_what_is_no_paper_at_all_is_refused_with_what_to_do(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "sop.docx").write_bytes(held)

    with pytest.raises(Refusal, match=r"Simpan ulang sebagai \.docx"):
        one_reader().sop_table(tmp_path / "sop.docx")


def test_more_cells_than_an_sop_has_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tabel_sop, "BATAS_SEL", 10)

    with in_word(tmp_path).open("rb") as opened:
        assert "terlalu besar untuk sebuah SOP" in tabel_sop.told(opened)
