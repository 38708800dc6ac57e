from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from PIL import Image
from pypdf import PdfReader

from service.adapters.docx import Docx
from service.adapters.pdf import PdfProofreader
from service.adapters.pdf_sah import PageExaminer
from service.adapters.soffice import BukanWord, Soffice
from service.adapters.tanda_halaman import PageMarker
from service.domain.refusals import Unavailable
from tests.office import one_converter
from tests.papers import SK, contoh, letter


def converter(mesin: object | None = None) -> Soffice:
    """The shared one, or one whose LibreOffice is a stand-in."""
    if not mesin:
        return one_converter()
    return Soffice(mesin, PdfProofreader(), PageExaminer(), PageMarker())  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def sk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sk")
    docx = Docx().fill(SK, contoh(), folder / "sk.docx")
    return converter().pdf(docx, folder / "sk.pdf")


def test_an_sk_holds_as_archive_and_for_a_screen_reader(sk: Path) -> None:
    for profile in ("2b", "ua1"):
        assert PageExaminer().broken(sk, profile) == []


def test_an_sk_stands_upright_and_its_lampiran_lies(sk: Path) -> None:
    pages = PdfReader(sk).pages

    upright = [float(p.mediabox.width) < float(p.mediabox.height) for p in pages]
    assert upright == sorted(upright, reverse=True)
    assert {*upright} == {True, False}
    assert {font for p in pages for font in fonts(p)} <= {
        "LiberationSans",
        "LiberationSans-Bold",
        "URWBookmanLight",
        "URWBookmanDemi",
    }


def fonts(one: object) -> set[str]:
    held = one["/Resources"]["/Font"]  # type: ignore[index]
    return {str(held[name]["/BaseFont"]).split("+")[1] for name in held}


def test_a_signature_never_stands_alone_on_a_page(tmp_path: Path) -> None:
    isian = contoh()
    for golongan in isian["daftar"]:
        golongan["baris"] *= 4
    docx = Docx().fill(SK, isian, tmp_path / "sk.docx")

    last = PdfReader(converter().pdf(docx, tmp_path / "sk.pdf")).pages[-1].extract_text()

    assert "Daftar ini memuat 20 (dua puluh) informasi publik, terdiri atas" in last
    assert "NIP 19700101 199503 2 001" in last


def linked(out: Path, address: str) -> Path:
    """A letter whose picture is not in it but at `address`."""
    picture = out.with_suffix(".png")
    Image.new("RGB", (40, 40), "red").save(picture)
    paper = Document()
    paper.add_paragraph("Isi surat")
    paper.add_picture(str(picture))
    (blip,) = paper.element.iter(qn("a:blip"))
    held = paper.part.rels[blip.attrib.pop(qn("r:embed"))]
    link = paper.part.relate_to(address, held.reltype, is_external=True)
    blip.set(qn("r:link"), link)
    paper.save(str(out))
    return out


def test_a_picture_that_lies_elsewhere_is_neither_fetched_nor_shown(tmp_path: Path) -> None:
    Image.new("RGB", (40, 40), "red").save(tmp_path / "rahasia.png")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        far = f"http://127.0.0.1:{server.getsockname()[1]}/gambar.png"
        converter().pdf(linked(tmp_path / "jauh.docx", far), tmp_path / "jauh.pdf")
        with pytest.raises(TimeoutError):
            server.accept()

    near = f"file://{tmp_path}/rahasia.png"
    made = converter().pdf(linked(tmp_path / "dekat.docx", near), tmp_path / "dekat.pdf")
    assert list(PdfReader(made).pages[0].images) == []


def test_what_is_no_word_file_is_refused_before_libreoffice_sees_it(tmp_path: Path) -> None:
    (tmp_path / "surat.docx").write_bytes(b"%PDF-1.7")

    with pytest.raises(BukanWord):
        converter().pdf(tmp_path / "surat.docx", tmp_path / "surat.pdf")


def test_a_pdf_that_lost_its_text_is_not_believed(tmp_path: Path) -> None:
    docx = letter(tmp_path / "surat.docx", "Isi surat yang panjang " * 200)
    short = converter().pdf(letter(tmp_path / "pendek.docx", "Isi"), tmp_path / "pendek.pdf")

    class MakesAnother:
        def convert(self, docx: Path, out: Path, seconds: float) -> None:
            shutil.copy(short, out)

    with pytest.raises(Unavailable, match="tidak utuh"):
        converter(MakesAnother()).pdf(docx, tmp_path / "surat.pdf")
    assert not (tmp_path / "surat.pdf").exists()


def test_half_a_pdf_is_not_mended_into_a_paper(tmp_path: Path) -> None:
    docx = letter(tmp_path / "surat.docx", "Isi surat")
    whole = converter().pdf(docx, tmp_path / "utuh.pdf").read_bytes()

    class MakesHalf:
        def convert(self, docx: Path, out: Path, seconds: float) -> None:
            out.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(Unavailable, match="tidak utuh"):
        converter(MakesHalf()).pdf(docx, tmp_path / "surat.pdf")
    assert [one.name for one in tmp_path.iterdir() if one.is_dir()] == []


def test_a_long_paper_is_given_more_time_than_a_letter(tmp_path: Path) -> None:
    given = []

    class Counts:
        def convert(self, docx: Path, out: Path, seconds: float) -> None:
            given.append(seconds)
            raise Unavailable("cukup")

    paper = Document()
    paper.add_table(1_100, 1)
    paper.save(str(tmp_path / "panjang.docx"))
    for docx in (tmp_path / "panjang.docx", letter(tmp_path / "surat.docx", "Isi")):
        with pytest.raises(Unavailable):
            converter(Counts()).pdf(docx, tmp_path / "a.pdf")

    assert given == [300, 60]


def test_a_paper_a_screen_reader_cannot_follow_makes_no_such_promise(tmp_path: Path) -> None:
    """A picture without words for it: still an archive copy, no more PDF/UA."""
    Image.new("RGB", (40, 40), "red").save(tmp_path / "lambang.png")
    paper = Document()
    paper.add_paragraph("Isi surat")
    paper.add_picture(str(tmp_path / "lambang.png"))
    paper.save(str(tmp_path / "surat.docx"))

    made = converter().pdf(tmp_path / "surat.docx", tmp_path / "surat.pdf")

    assert b"pdfuaid" not in PdfReader(made).xmp_metadata.stream.get_data()  # type: ignore[union-attr]
    assert PageExaminer().broken(made, "2b") == []


def test_a_paper_that_is_no_archive_copy_is_refused_with_the_rule(tmp_path: Path) -> None:
    docx = letter(tmp_path / "surat.docx", "Isi surat")

    class ForgetsTheFont:
        def convert(self, docx: Path, out: Path, seconds: float) -> None:
            whole = converter().pdf(docx, tmp_path / "utuh.pdf")
            with pikepdf.open(whole) as paper:
                for font in paper.pages[0].Resources.Font.values():
                    del font.FontDescriptor["/FontFile2"]
                paper.save(out)

    with pytest.raises(Unavailable, match=r"belum memenuhi PDF/A-2b.*PDFA2B-"):
        converter(ForgetsTheFont()).pdf(docx, tmp_path / "surat.pdf")
    assert not (tmp_path / "surat.pdf").exists()


def test_a_paper_with_a_text_box_counts_its_letters_once(tmp_path: Path) -> None:
    paper = Document()
    paper.add_paragraph("A & B < C")
    paper.add_table(1, 1).rows[0].cells[0].width = Cm(3)
    paper.save(str(tmp_path / "kecil.docx"))

    assert converter().pdf(tmp_path / "kecil.docx", tmp_path / "kecil.pdf").exists()
