"""A template that is taken in is made lighter, and looks as it did before."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from service.adapters.pangkas import Pangkas, TemplatTakTerbuka
from service.adapters.pdf import PdfProofreader
from tests.office import one_converter
from tests.papers import SK, letter


def trimmer(proofreader: PdfProofreader | None = None) -> Pangkas:
    return Pangkas(one_converter(), proofreader or PdfProofreader())


def part(docx: Path, name: str = "word/styles.xml") -> str:
    with zipfile.ZipFile(docx) as packed:
        return packed.read(name).decode() if name in packed.namelist() else ""


def styles(docx: Path) -> set[str]:
    return set(re.findall(r'<w:style [^>]*w:styleId="([^"]+)"', part(docx)))


@pytest.fixture
def undangan(tmp_path: Path) -> Path:
    """A template as Word leaves it: a hundred styles of which it uses a few."""
    paper = Document()
    paper.add_heading("UNDANGAN RAPAT {{ nomor }}", 1)
    table = paper.add_table(2, 2)
    table.style = "Light Grid Accent 1"
    table.cell(0, 0).text = "Hari"
    for words in ("Pembukaan", "Pembahasan"):
        paper.add_paragraph(words, style="List Number")
    paper.add_paragraph("{{ penutup }}", style="Body Text").runs[0].font.size = Pt(11)
    paper.save(str(tmp_path / "undangan.docx"))
    return tmp_path / "undangan.docx"


def test_a_template_loses_what_it_does_not_use_and_nothing_that_shows(
    undangan: Path, tmp_path: Path
) -> None:
    made = tmp_path / "ringan.docx"

    assert trimmer().trim(undangan, made)

    assert len(styles(undangan)) > 150
    left = styles(made)
    assert {"Heading1", "Heading1Char", "LightGrid-Accent1", "ListNumber", "BodyText"} < left
    assert len(left) < 18
    assert "latentStyles" not in part(made)
    assert "<w:docDefaults>" in part(made)
    assert not part(made, "word/stylesWithEffects.xml")
    assert "stylesWithEffects" not in part(made, "[Content_Types].xml")
    assert part(made, "word/document.xml") == part(undangan, "word/document.xml")
    assert made.stat().st_size < undangan.stat().st_size
    assert Document(str(made)).paragraphs[1].style.name == "List Number"  # type: ignore[union-attr]


def test_lists_that_are_counted_by_stay_and_the_others_go(undangan: Path, tmp_path: Path) -> None:
    made = tmp_path / "ringan.docx"
    trimmer().trim(undangan, made)

    before, after = (part(one, "word/numbering.xml") for one in (undangan, made))
    assert before.count("<w:num ") == 9
    assert after.count("<w:num ") == 1
    assert after.count("<w:abstractNum ") == 1


def test_trimmed_twice_it_is_the_same_bytes(undangan: Path, tmp_path: Path) -> None:
    once, twice = tmp_path / "satu.docx", tmp_path / "dua.docx"
    trimmer().trim(undangan, once)
    trimmer().trim(once, twice)

    assert once.read_bytes() == twice.read_bytes()


def test_where_a_page_would_look_other_it_stays_as_it_was(undangan: Path, tmp_path: Path) -> None:
    class SeesADifference(PdfProofreader):
        def alike(self, pdf: Path, other: Path) -> bool:
            return False

    assert not trimmer(SeesADifference()).trim(undangan, tmp_path / "sama.docx")

    assert (tmp_path / "sama.docx").read_bytes() == undangan.read_bytes()
    assert {one.name for one in tmp_path.iterdir()} == {"undangan.docx", "sama.docx"}


def test_a_style_that_is_named_only_when_filled_keeps_all_of_them(tmp_path: Path) -> None:
    paper = Document()
    line = paper.add_paragraph("Isi")
    line._p.get_or_add_pPr().append(parse_xml(f'<w:pStyle {nsdecls("w")} w:val="{{{{ gaya }}}}"/>'))
    paper.save(str(tmp_path / "a.docx"))
    trimmer().trim(tmp_path / "a.docx", tmp_path / "b.docx")

    assert styles(tmp_path / "b.docx") == styles(tmp_path / "a.docx")


def test_a_style_that_a_table_of_contents_calls_by_its_name_stays(tmp_path: Path) -> None:
    paper = Document()
    run = paper.add_paragraph("Isi").add_run()
    code = parse_xml(f'<w:instrText {nsdecls("w")}> TOC \\t "Intense Quote,1" </w:instrText>')
    run._r.append(code)
    paper.save(str(tmp_path / "a.docx"))
    trimmer().trim(tmp_path / "a.docx", tmp_path / "b.docx")

    assert "IntenseQuote" in styles(tmp_path / "b.docx")
    assert "List Bullet" not in part(tmp_path / "b.docx")


def test_our_own_pair_stays_what_it_is(tmp_path: Path) -> None:
    assert trimmer().trim(SK, tmp_path / "sk.docx")
    assert part(SK, "word/document.xml") == part(tmp_path / "sk.docx", "word/document.xml")


@pytest.mark.parametrize("held", [b"bukan zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_word_file_is_refused_and_nothing_is_left(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(held)

    with pytest.raises(TemplatTakTerbuka, match="tidak diubah"):
        trimmer().trim(tmp_path / "a.docx", tmp_path / "b.docx")

    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]


def test_pages_that_differ_in_one_letter_or_in_number_are_not_alike(tmp_path: Path) -> None:
    made = []
    for n, lines in enumerate((["Surat contoh 1"], ["Surat contoh 7"], ["Surat contoh 1"] * 90)):
        docx = letter(tmp_path / f"{n}.docx", *lines)
        made.append(one_converter().pdf(docx, tmp_path / f"{n}.pdf"))
    one, other, longer = made

    assert PdfProofreader().alike(one, one)
    assert not PdfProofreader().alike(one, other)
    assert not PdfProofreader().alike(one, longer)
