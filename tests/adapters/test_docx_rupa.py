"""An agency's sheet, margins, letters and logo are put on the templates of umum."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Cm, Mm, Pt
from PIL import Image

from service.adapters.docx import Docx, GambarSalah
from service.domain.refusals import Refusal
from service.ports.papers import Rupa

RUPA = Rupa("F4", "Tahoma", "Georgia", 11, (1.5, 2.0, 2.5, 3.5))


@pytest.fixture(scope="module")
def filler() -> Iterator[Docx]:
    made = Docx()
    yield made
    made.close()


def png(path: Path, wide: int, high: int, colour: str = "blue") -> Path:
    Image.new("RGB", (wide, high), colour).save(path, "PNG")
    return path


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """Two sections, the second lying; a logo in the head; Arial 12, Bookman, and a table in 9."""
    paper = Document()
    paper.styles["Normal"].font.name = "Arial"
    paper.styles["Normal"].font.size = Pt(12)
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    logo = section.header.paragraphs[0].add_run()
    shape = logo.add_picture(str(png(tmp_path / "templat.png", 50, 50)), Cm(2), Cm(2))
    shape._inline.docPr.set("descr", "logo")
    section.header.add_paragraph("{{ nama }}")
    paper.add_paragraph("Yth. {{ nama }}").runs[0].font.size = Pt(12)
    paper.add_paragraph("KEPUTUSAN").runs[0].font.name = "Bookman Old Style"
    paper.add_paragraph("kecil").runs[0].font.size = Pt(9)
    lying = paper.add_section(WD_SECTION.NEW_PAGE)
    lying.orientation = WD_ORIENT.LANDSCAPE
    lying.page_width, lying.page_height = Mm(297), Mm(210)
    paper.save(str(tmp_path / "templat.docx"))
    return tmp_path / "templat.docx"


def filled(filler: Docx, template: Path, rupa: Rupa) -> Any:
    out = template.parent / "naskah.docx"
    return Document(str(filler.fill(template, {"nama": "Contoh"}, out, rupa)))


def sides(*lengths: Any) -> list[int]:
    """In whole millimetres."""
    return [round(one.mm) for one in lengths]


def logos(paper: Any) -> list[Any]:
    return paper.sections[0].header._element.xpath(".//wp:docPr[@descr='logo']")


def test_sheet_and_margins_are_the_agencys_and_a_lying_page_stays_lying(
    filler: Docx, template: Path
) -> None:
    upright, lying = filled(filler, template, RUPA).sections

    assert sides(upright.page_width, upright.page_height) == [215, 330]
    assert sides(lying.page_width, lying.page_height) == [330, 215]
    for one in (upright, lying):
        assert sides(one.top_margin, one.bottom_margin) == [15, 20]
        assert sides(one.left_margin, one.right_margin) == [25, 35]


def test_letters_and_the_size_of_the_running_text_are_the_agencys(
    filler: Docx, template: Path
) -> None:
    paper = filled(filler, template, RUPA)

    assert paper.styles["Normal"].font.name == "Tahoma"
    assert paper.styles["Normal"].font.size == Pt(11)
    letter, decree, small = (one.runs[0].font for one in paper.paragraphs[:3])
    assert letter.size == Pt(11)
    assert decree.name == "Georgia"
    assert small.size == Pt(9)
    assert paper.paragraphs[0].text == "Yth. Contoh"


def test_the_logo_is_the_agencys_in_its_own_proportions_within_its_place(
    filler: Docx, template: Path, tmp_path: Path
) -> None:
    own = png(tmp_path / "logo.png", 300, 600, "red")

    paper = filled(filler, template, Rupa(logo=own))

    (told,) = logos(paper)
    extent = told.getparent().xpath("./wp:extent")[0]
    assert (int(extent.get("cx")), int(extent.get("cy"))) == (Cm(1), Cm(2))
    with zipfile.ZipFile(tmp_path / "naskah.docx") as whole:
        pictures = [whole.read(one) for one in whole.namelist() if "/media/" in one]
    assert pictures == [own.read_bytes()]


@pytest.mark.parametrize("rupa", [Rupa(huruf="Tahoma"), Rupa(tanpa_logo=True)])
def test_without_a_logo_its_place_is_taken_out(
    filler: Docx, template: Path, tmp_path: Path, rupa: Rupa
) -> None:
    paper = filled(filler, template, rupa)

    assert logos(paper) == []
    assert paper.sections[0].header.paragraphs[1].text == "Contoh"
    with zipfile.ZipFile(tmp_path / "naskah.docx") as whole:
        assert not [one for one in whole.namelist() if "/media/" in one]


def test_where_nothing_is_given_the_template_stays_as_it_is(filler: Docx, template: Path) -> None:
    paper = filled(filler, template, Rupa())

    assert len(logos(paper)) == 1
    assert paper.styles["Normal"].font.name == "Arial"
    assert sides(paper.sections[1].page_width) == [297]


def test_two_agencies_share_a_template_and_not_their_looks(filler: Docx, template: Path) -> None:
    for huruf in ("Tahoma", "Georgia", "Tahoma"):
        assert filled(filler, template, Rupa(huruf=huruf)).styles["Normal"].font.name == huruf


def test_a_logo_that_is_changed_is_seen_on_the_next_paper(
    filler: Docx, template: Path, tmp_path: Path
) -> None:
    own = tmp_path / "logo.png"
    for colour in ("red", "green"):
        filled(filler, template, Rupa(logo=png(own, 9, 9, colour)))
        with zipfile.ZipFile(tmp_path / "naskah.docx") as whole:
            (name,) = (one for one in whole.namelist() if "/media/" in one)
            assert Image.open(io.BytesIO(whole.read(name))).getpixel((0, 0)) == (
                (255, 0, 0) if colour == "red" else (0, 128, 0)
            )


def test_a_logo_that_is_none_or_gone_is_told(filler: Docx, template: Path, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"bukan gambar")
    with pytest.raises(GambarSalah, match="logo"):
        filled(filler, template, Rupa(logo=tmp_path / "logo.png"))
    with pytest.raises(Refusal, match="Logo instansi tidak ditemukan"):
        filled(filler, template, Rupa(logo=tmp_path / "hilang.png"))
    assert filled(filler, template, Rupa()).paragraphs[0].text == "Yth. Contoh"


def test_a_draft_and_its_paper_have_the_same_looks(filler: Docx, template: Path) -> None:
    out = template.parent / "konsep.docx"

    paper = Document(str(filler.fill(template, {}, out, RUPA, konsep=True)))

    assert paper.styles["Normal"].font.name == "Tahoma"
    assert paper.paragraphs[0].text == "Yth. «Nama»"
