"""Two validators that know nothing of each other look at the same papers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import page
import pikepdf
import pytest
from docx import Document
from PIL import Image

from service.adapters.pdf_sah import PageExaminer, lengths_hold
from service.domain.refusals import Unavailable
from tests import verapdf
from tests.fault.titik import in_child
from tests.office import one_converter
from tests.papers import letter

RULE = "STREAM-LENGTH"


@pytest.fixture(scope="module")
def surat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    room = tmp_path_factory.mktemp("surat")
    docx = letter(room / "surat.docx", "NOTA DINAS", "Isi surat contoh")
    return one_converter().pdf(docx, room / "surat.pdf")


def changed(pdf: Path, out: Path, change: Callable[[pikepdf.Pdf], object]) -> Path:
    with pikepdf.open(pdf) as paper:
        change(paper)
        paper.save(out, compress_streams=False, fix_metadata_version=False)
    return out


def no_font(paper: pikepdf.Pdf) -> None:
    for font in paper.pages[0].Resources.Font.values():
        del font.FontDescriptor["/FontFile2"]


def no_colours(paper: pikepdf.Pdf) -> None:
    del paper.Root["/OutputIntents"]


def no_marks(paper: pikepdf.Pdf) -> None:
    del paper.Root["/StructTreeRoot"]


def test_both_agree_on_papers_that_hold_and_on_papers_that_do_not(
    surat: Path, tmp_path: Path
) -> None:
    papers = [
        surat,
        changed(surat, tmp_path / "tanpa_huruf.pdf", no_font),
        changed(surat, tmp_path / "tanpa_warna.pdf", no_colours),
        changed(surat, tmp_path / "tanpa_susunan.pdf", no_marks),
    ]

    other = verapdf.broken(papers, "2b", "ua1")

    ours = {
        (profile, one.stem): bool(PageExaminer().broken(one, profile))
        for one in papers
        for profile in ("2b", "ua1")
    }
    assert ours == {key: bool(rules) for key, rules in other.items()}
    assert [ours["2b", one.stem] for one in papers] == [False, True, True, False]
    assert ours["ua1", "tanpa_susunan"]


def test_a_paper_that_gave_up_its_promise_is_still_an_archive_copy_to_both(tmp_path: Path) -> None:
    Image.new("RGB", (40, 40), "red").save(tmp_path / "lambang.png")
    paper = Document()
    paper.add_picture(str(tmp_path / "lambang.png"))  # and no words for it
    paper.save(str(tmp_path / "surat.docx"))

    made = one_converter().pdf(tmp_path / "surat.docx", tmp_path / "surat.pdf")

    assert verapdf.broken([made], "2b") == {("2b", "surat"): ""}
    assert PageExaminer().broken(made, "2b") == []


def test_a_stream_that_ends_in_a_carriage_return_is_no_fault_but_a_wrong_length_is(
    surat: Path, tmp_path: Path
) -> None:
    def ends_in_return(paper: pikepdf.Pdf) -> None:
        words = paper.pages[0].Contents
        words.write(words.read_bytes() + b"\r")

    odd = changed(surat, tmp_path / "akhir.pdf", ends_in_return)
    report = page.validate_pdf(str(odd), profile=page.ValidationProfile("2b"))
    assert [RULE in one.rule_id for one in report.failures] == [True]
    assert PageExaminer().broken(odd, "2b") == []
    assert verapdf.broken([odd], "2b") == {("2b", "akhir"): ""}

    whole = odd.read_bytes()
    wrong = re.sub(
        rb"/Length (\d+)(?= >>\s*stream)", lambda n: b"/Length %d" % (int(n[1]) - 3), whole, count=1
    )
    assert wrong != whole
    (tmp_path / "salah.pdf").write_bytes(wrong)
    assert any(RULE in one for one in PageExaminer().broken(tmp_path / "salah.pdf", "2b"))


def test_every_stream_of_a_paper_is_looked_at(surat: Path) -> None:
    whole = surat.read_bytes()

    assert lengths_hold(whole)
    for found in re.finditer(rb"/Length (\d+)", whole):
        wrong = b"/Length " + str(int(found[1]) + 1).encode().rjust(len(found[1]), b"0")
        other = whole[: found.start()] + wrong + whole[found.end() :]
        if len(other) == len(whole):
            assert not lengths_hold(other), found


def test_what_is_no_pdf_is_not_examined(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"bukan PDF")

    with pytest.raises(Unavailable, match="tidak dapat diperiksa"):
        PageExaminer().broken(tmp_path / "a.pdf", "2b")


@pytest.mark.timeout(60)
def test_a_process_forked_off_one_that_examined_examines_as_well(
    surat: Path, tmp_path: Path
) -> None:
    told, bad = tmp_path / "kata", tmp_path / "bukan.pdf"
    bad.write_bytes(b"bukan PDF")
    assert PageExaminer().broken(surat, "2b") == []

    def forked() -> None:
        found = PageExaminer().broken(surat, "2b")
        with pytest.raises(Unavailable, match="tidak dapat diperiksa"):
            PageExaminer().broken(bad, "2b")
        told.write_text(str(found))

    assert in_child(forked) == 0
    assert told.read_text() == "[]"
