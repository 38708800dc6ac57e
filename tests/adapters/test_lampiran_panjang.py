"""A list of thousands of rows is printed in parts, and nobody can tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from bench.lampiran import NAMED, isian
from service.adapters.docx import Docx
from service.adapters.pdf import PdfProofreader
from service.adapters.pdf_sah import PageExaminer
from service.adapters.pdf_sambung import PdfJoiner
from service.adapters.soffice import Bersambung, Hangat, naskah, rantai
from service.adapters.soffice.potongan import cut
from service.ports import Tanda
from tests import verapdf
from tests.office import one_converter, one_filler
from tests.papers import SK, altered

TANDA = Tanda("https://ppid.contoh.go.id/v/abcdefghij/1", ("Keputusan Contoh Nomor 12",))
HEAD = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def list_of(rows: int, out: Path) -> Path:
    return one_filler().fill(SK, isian(rows), out)


@pytest.fixture(scope="module")
def mesin() -> Iterator[Hangat]:
    one = Hangat()
    yield one
    one.close()


def in_parts(mesin: Hangat, docx: Path, out: Path) -> Path | None:
    return Bersambung(PdfJoiner(), Hangat).pdf(mesin, docx, out, 500, 300)


def pages(pdf: Path) -> list[str]:
    return PdfProofreader().pages(pdf)


def looks(pdf: Path) -> list[bytes]:
    with pypdfium2.PdfDocument(pdf) as paper:
        return [bytes(page.render(scale=0.7).buffer) for page in paper]


def ordered(pdf: Path) -> list[int]:
    """The numbers of the rows, as they are read in it."""
    return [int(n) for page in pages(pdf) for n in NAMED.findall(page)]


def marked(pdf: Path) -> list[tuple[str, int | None]]:
    """Its bookmarks, and the pages they lead to."""
    with pypdfium2.PdfDocument(pdf) as paper:
        return [(one.get_title(), one.get_dest().get_index()) for one in paper.get_toc()]


def whole(mesin: Hangat, docx: Path) -> Path:
    out = docx.with_name("utuh.pdf")
    mesin.convert(docx, out, 60)
    return out


def test_a_list_printed_in_parts_is_page_for_page_the_one_printed_at_once(
    mesin: Hangat, tmp_path: Path
) -> None:
    docx = list_of(600, tmp_path / "sk.docx")

    joined = in_parts(mesin, docx, tmp_path / "bagian.pdf")

    assert joined
    assert len(pages(joined)) > 40
    at_once = whole(mesin, docx)
    assert pages(joined) == pages(at_once)
    assert looks(joined) == looks(at_once)


CELL = "<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>Lain</w:t></w:r></w:p></w:tc></w:tr>"
TELLINGS = {
    "tanpa kepala berulang": (HEAD, "<w:trPr><w:cantSplit/></w:trPr>"),
    "lampiran berhalaman 1 lagi": (
        '<w:type w:val="nextPage"/>',
        '<w:type w:val="nextPage"/><w:pgNumType w:start="1"/>',
    ),
    "tabel lain yang lebih panjang di depannya": (
        '<w:p><w:pPr><w:pStyle w:val="JudulLampiran"/>',
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{CELL * 90}</w:tbl>"
        '<w:p><w:pPr><w:pStyle w:val="JudulLampiran"/>',
    ),
    "baris yang lebih panjang daripada halaman": ("ke-63", "ke-63" + " sangat panjang" * 600),
    "halaman romawi": (
        '<w:type w:val="nextPage"/>',
        '<w:type w:val="nextPage"/><w:pgNumType w:fmt="lowerRoman" w:start="7"/>',
    ),
    "halaman pertama lampiran lain": (
        '<w:cols w:space="708"/></w:sectPr></w:body>',
        '<w:cols w:space="708"/><w:titlePg/></w:sectPr></w:body>',
    ),
    "kepala halaman turun dari bagian sebelumnya": (
        '<w:headerReference w:type="default" r:id="rId11"/><w:type w:val="nextPage"/>'
        '<w:pgSz w:w="16838"',
        '<w:type w:val="nextPage"/><w:pgSz w:w="16838"',
    ),
}


@pytest.mark.parametrize("telling", TELLINGS)
def test_however_its_pages_are_told_the_parts_are_as_the_whole(
    mesin: Hangat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, telling: str
) -> None:
    short_parts(monkeypatch)
    was, becomes = TELLINGS[telling]
    docx = altered(list_of(150, tmp_path / "a.docx"), tmp_path / "b.docx", was=was, becomes=becomes)
    assert docx.read_bytes() != (tmp_path / "a.docx").read_bytes()

    joined = Bersambung(PdfJoiner(), Hangat).pdf(mesin, docx, tmp_path / "c.pdf", 100, 60)

    assert joined
    assert pages(joined) == pages(whole(mesin, docx))


def test_a_heading_that_stays_with_its_rows_does_so_at_every_seam(
    mesin: Hangat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rantai, "ROWS", 37)
    monkeypatch.setattr(rantai, "LAST", 50)
    filled = isian(200)
    rows = [row for group in filled["daftar"] for row in group["baris"]]
    filled["daftar"] = [
        {"kategori": f"Golongan {n}", "baris": rows[n : n + 2]} for n in range(0, 200, 2)
    ]
    docx, filler = tmp_path / "sk.docx", Docx()
    filler.fill(SK, filled, docx)
    filler.close()

    joined = Bersambung(PdfJoiner(), Hangat).pdf(mesin, docx, tmp_path / "c.pdf", 100, 60)

    assert joined
    assert pages(joined) == pages(whole(mesin, docx))


WHOLE_ONLY = {
    "jumlah halaman": (
        "LAMPIRAN</w:t>",
        "LAMPIRAN</w:t></w:r><w:r><w:instrText> NUMPAGES </w:instrText>",
    ),
    "baris boleh terbelah": ("<w:trPr><w:cantSplit/></w:trPr>", ""),
    "baris berangka Word": (
        '<w:pStyle w:val="TabelIsiKecil"/>',
        '<w:pStyle w:val="TabelIsiKecil"/><w:numPr><w:numId w:val="1"/></w:numPr>',
    ),
    "sel gabung ke bawah": (
        '<w:tcW w:w="223" w:type="pct"/>',
        '<w:tcW w:w="223" w:type="pct"/><w:vMerge/>',
    ),
    "dua lajur": (
        '<w:cols w:space="708"/></w:sectPr></w:body>',
        '<w:cols w:num="2"/></w:sectPr></w:body>',
    ),
}


@pytest.mark.parametrize("why", WHOLE_ONLY)
def test_what_hangs_together_through_all_pages_is_not_cut(tmp_path: Path, why: str) -> None:
    was, becomes = WHOLE_ONLY[why]
    docx = list_of(150, tmp_path / "a.docx")
    assert cut(docx, 100)

    assert cut(altered(docx, tmp_path / "b.docx", was=was, becomes=becomes), 100) is None


def short_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if 150 rows were many."""
    monkeypatch.setattr(naskah, "LONG", 100)
    monkeypatch.setattr(rantai, "ROWS", 60)
    monkeypatch.setattr(rantai, "LAST", 80)


def test_a_long_list_is_an_archive_copy_with_its_marks_and_promises_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short_parts(monkeypatch)
    docx = list_of(150, tmp_path / "sk.docx")
    made = one_converter().pdf(docx, tmp_path / "sk.pdf", TANDA)

    assert PageExaminer().broken(made, "2b") == []
    assert set(verapdf.broken([made], "2b").values()) == {""}
    assert b"pdfuaid" not in made.read_bytes()
    assert ordered(made) == list(range(1, 151))
    assert [one.name for one in tmp_path.iterdir() if one.is_dir()] == []


def test_bookmarks_of_all_parts_lead_to_the_pages_they_are_on_now(
    mesin: Hangat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short_parts(monkeypatch)
    docx = altered(
        list_of(150, tmp_path / "a.docx"),
        tmp_path / "b.docx",
        was='<w:pStyle w:val="JumlahLampiran"/>',
        becomes='<w:pStyle w:val="JumlahLampiran"/><w:outlineLvl w:val="0"/>',
    )
    joined = Bersambung(PdfJoiner(), Hangat).pdf(mesin, docx, tmp_path / "c.pdf", 100, 60)

    assert joined
    marks = marked(joined)
    assert marks == marked(whole(mesin, docx))
    assert [title.split()[0] for title, _ in marks] == ["KEPUTUSAN", "DAFTAR", "Daftar"]
    assert marks[-1][1] == len(pages(joined)) - 1


@pytest.mark.panjang
@pytest.mark.timeout(300)
def test_every_row_of_five_thousand_is_there_once_and_in_its_turn(tmp_path: Path) -> None:
    made = one_converter().pdf(list_of(5_000, tmp_path / "sk.docx"), tmp_path / "sk.pdf", TANDA)

    assert ordered(made) == list(range(1, 5_001))
    assert PageExaminer().broken(made, "2b") == []
    assert set(verapdf.broken([made], "2b").values()) == {""}


def test_a_long_list_that_cannot_be_cut_is_printed_at_once_and_promises_no_more_than_an_archive(
    tmp_path: Path,
) -> None:
    paper = Document()
    paper.core_properties.title = "Daftar contoh"
    table = paper.add_table(1_100, 1)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Dua baris"
    paper.save(str(tmp_path / "gabung.docx"))

    made = one_converter().pdf(tmp_path / "gabung.docx", tmp_path / "gabung.pdf")

    assert PageExaminer().broken(made, "2b") == []
    assert b"pdfuaid" not in made.read_bytes()
