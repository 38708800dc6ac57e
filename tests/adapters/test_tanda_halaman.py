"""The mark on every page: read by a phone and off a scan, and no fault in the archive."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from PIL import Image
from pypdf import PdfReader

from service.adapters.pdf_sah import PageExaminer
from service.adapters.tanda_halaman import PageMarker
from service.boxed.qr import codes
from service.domain.refusals import Unavailable
from service.ports import Tanda
from tests.office import one_converter

ALAMAT = "https://ppid.contoh.go.id/v/abcdefghijklmnopqrstuvwxyz/2"
TANDA = Tanda(ALAMAT, ("Keputusan Nomor 12 Tahun 2026", "abcd-efgh"))


@pytest.fixture(scope="module")
def naskah(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper of two upright pages and one that lies."""
    room = tmp_path_factory.mktemp("naskah")
    paper = Document()
    paper.core_properties.title = "Naskah contoh"
    paper.core_properties.language = "id-ID"
    paper.add_paragraph("Halaman pertama contoh.")
    paper.add_page_break()
    paper.add_paragraph("Halaman kedua contoh.")
    lying = paper.add_section(WD_SECTION.NEW_PAGE)
    lying.orientation = WD_ORIENT.LANDSCAPE
    lying.page_width, lying.page_height = lying.page_height, lying.page_width
    paper.add_paragraph("Lampiran contoh.")
    paper.save(room / "naskah.docx")
    return one_converter().pdf(room / "naskah.docx", room / "naskah.pdf")


@pytest.fixture(scope="module")
def bertanda(naskah: Path) -> Path:
    return PageMarker().mark(naskah, TANDA, naskah.with_name("bertanda.pdf"))


def pictures(pdf: Path, dpi: int) -> list[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as opened:
        return [page.render(scale=dpi / 72).to_pil() for page in opened]


@pytest.mark.parametrize("dpi", [200, 300])
def test_each_page_says_where_it_is_asked_after_and_which_one_it_is(
    bertanda: Path, dpi: int
) -> None:
    read = [codes(one.convert("L"))[0] for one in pictures(bertanda, dpi)]

    assert read == [[f"{ALAMAT}.{n}"] for n in (1, 2, 3)]


def test_a_marked_paper_holds_as_archive_and_is_read_out_without_its_marks(
    naskah: Path, bertanda: Path
) -> None:
    for profile in ("2b", "ua1"):
        assert PageExaminer().broken(naskah, profile) == []
        assert PageExaminer().broken(bertanda, profile) == []
    before, after = (
        [page.extract_text().strip() for page in PdfReader(one).pages] for one in (naskah, bertanda)
    )
    assert after == before


def test_a_void_paper_says_so_over_each_page_and_can_be_read_still(
    bertanda: Path, tmp_path: Path
) -> None:
    marker = PageMarker()
    void = marker.cross(bertanda, "BATAL", tmp_path / "batal.pdf")

    assert PageExaminer().broken(void, "2b") == []
    assert marker.cross(bertanda, "BATAL", tmp_path / "lagi.pdf").read_bytes() == void.read_bytes()
    for n, (plain, crossed) in enumerate(
        zip(pictures(bertanda, 200), pictures(void, 200), strict=True), 1
    ):
        assert codes(crossed.convert("L"))[0] == [f"{ALAMAT}.{n}"]
        assert _red(plain) == []
        red = _red(crossed)
        assert 100 < len(red) < 4_000
        assert max(x for x, _ in red) - min(x for x, _ in red) > 60
        assert max(y for _, y in red) - min(y for _, y in red) > 60


def _red(one: Image.Image) -> list[tuple[int, int]]:
    """Where a page of 200 by 200 points is red."""
    raw = one.convert("RGB").resize((200, 200)).tobytes()
    points = ((n // 3 % 200, n // 600, *raw[n : n + 3]) for n in range(0, len(raw), 3))
    return [(x, y) for x, y, r, g, b in points if r > g + 60 and r > b + 60]


def test_nothing_of_the_page_is_covered(naskah: Path, bertanda: Path) -> None:
    for plain, marked in zip(pictures(naskah, 50), pictures(bertanda, 50), strict=True):
        both = zip(plain.convert("L").tobytes(), marked.convert("L").tobytes(), strict=True)
        assert all(now <= was for was, now in both)  # ink is only added


def test_the_same_paper_marked_twice_is_the_same_file(naskah: Path, bertanda: Path) -> None:
    again = PageMarker().mark(naskah, TANDA, naskah.with_name("lagi.pdf"))

    assert again.read_bytes() == bertanda.read_bytes()


def test_what_is_not_final_bears_words_and_no_code(naskah: Path) -> None:
    draft = PageMarker().mark(naskah, Tanda("", ("KONSEP",)), naskah.with_name("konsep.pdf"))

    assert [codes(one.convert("L"))[0] for one in pictures(draft, 200)] == [[], [], []]
    assert PageExaminer().broken(draft, "2b") == []
    assert pictures(draft, 50)[0].tobytes() != pictures(naskah, 50)[0].tobytes()


def test_a_page_that_leaves_its_coordinates_turned_is_marked_in_its_corner(
    naskah: Path, tmp_path: Path
) -> None:
    turned = tmp_path / "miring.pdf"
    with pikepdf.open(naskah) as paper:
        for page in paper.pages:
            page.contents_add(paper.make_stream(b"0.5 0 0 0.5 100 100 cm 1 0 0 rg"), prepend=True)
        paper.save(turned)

    marked = PageMarker().mark(turned, TANDA, tmp_path / "bertanda.pdf")

    assert codes(pictures(marked, 200)[0].convert("L"))[0] == [f"{ALAMAT}.1"]


def test_what_is_no_pdf_is_not_marked_and_stays_as_it_is(tmp_path: Path) -> None:
    odd = tmp_path / "rusak.pdf"
    odd.write_bytes(b"%PDF-1.7\nrusak")
    before = shutil.copyfile(odd, tmp_path / "asli").read_bytes()

    with pytest.raises(Unavailable, match="tidak dapat ditandai"):
        PageMarker().mark(odd, TANDA, tmp_path / "out.pdf")

    assert odd.read_bytes() == before
    assert not (tmp_path / "out.pdf").exists()
