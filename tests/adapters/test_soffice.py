from __future__ import annotations

import shutil
import socket
import time
from collections.abc import Sequence
from pathlib import Path

import page
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm
from PIL import Image
from pypdf import PdfReader

from service.adapters.box import Bubblewrap
from service.adapters.docx import Docx
from service.adapters.pdf import PdfProofreader
from service.adapters.soffice import BukanWord, Soffice
from service.domain.refusals import Unavailable
from service.ports import Limits, Ran
from tests.papers import SK, contoh, letter


def converter(box: object | None = None, limits: Limits | None = None) -> Soffice:
    return Soffice(box or Bubblewrap(), PdfProofreader(), limits or Limits())  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def sk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sk")
    docx = Docx().fill(SK, contoh(), folder / "sk.docx")
    return converter().pdf(docx, folder / "sk.pdf")


def test_an_sk_holds_as_archive_and_for_a_screen_reader(sk: Path) -> None:
    for profile in ("2b", "ua1"):
        report = page.validate_pdf(str(sk), profile=page.ValidationProfile(profile))
        assert [str(fault) for fault in report.failures] == []


def test_an_sk_stands_upright_and_its_lampiran_lies(sk: Path) -> None:
    pages = PdfReader(sk).pages

    assert [float(p.mediabox.width) < float(p.mediabox.height) for p in pages] == [
        *[True] * (len(pages) - 1),
        False,
    ]
    assert {font for p in pages for font in fonts(p)} <= {"Caladea-Regular", "Caladea-Bold"}


def fonts(one: object) -> set[str]:
    held = one["/Resources"]["/Font"]  # type: ignore[index]
    return {str(held[name]["/BaseFont"]).split("+")[1] for name in held}


def test_a_signature_never_stands_alone_on_a_page(tmp_path: Path) -> None:
    isian = contoh()
    for golongan in isian["daftar"]:
        golongan["baris"] *= 4
    docx = Docx().fill(SK, isian, tmp_path / "sk.docx")

    last = PdfReader(converter().pdf(docx, tmp_path / "sk.pdf")).pages[-1].extract_text()

    assert "Daftar ini memuat 20 informasi publik, terdiri atas" in last
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


def test_what_is_no_word_file_is_refused_before_a_box_is_opened(tmp_path: Path) -> None:
    (tmp_path / "surat.docx").write_bytes(b"%PDF-1.7")

    with pytest.raises(BukanWord):
        converter().pdf(tmp_path / "surat.docx", tmp_path / "surat.pdf")


def test_a_pdf_that_lost_its_text_is_not_believed(tmp_path: Path) -> None:
    docx = letter(tmp_path / "surat.docx", "Isi surat yang panjang " * 200)
    short = converter().pdf(letter(tmp_path / "pendek.docx", "Isi"), tmp_path / "pendek.pdf")

    class MakesAnother:
        inside = "/ruang"

        def run(self, command: Sequence[str], folder: Path, limits: Limits) -> Ran:
            shutil.copy(short, folder / "naskah.pdf")
            return Ran(0, "convert done")

    with pytest.raises(Unavailable, match="tidak utuh"):
        converter(MakesAnother()).pdf(docx, tmp_path / "surat.pdf")
    assert not (tmp_path / "surat.pdf").exists()


def test_libreoffice_that_made_nothing_is_found_out_though_it_ends_well(tmp_path: Path) -> None:
    class MakesNothing:
        inside = "/ruang"

        def run(self, command: Sequence[str], folder: Path, limits: Limits) -> Ran:
            return Ran(0, "")

    with pytest.raises(Unavailable, match="tidak menghasilkan PDF"):
        converter(MakesNothing()).pdf(letter(tmp_path / "a.docx", "Isi"), tmp_path / "a.pdf")


def test_a_conversion_that_does_not_end_is_ended(tmp_path: Path) -> None:
    docx = letter(tmp_path / "surat.docx", "Isi surat")
    start = time.monotonic()

    with pytest.raises(Unavailable, match="belum selesai"):
        converter(limits=Limits(seconds=0)).pdf(docx, tmp_path / "surat.pdf")

    assert time.monotonic() - start < 5


def test_a_paper_with_a_text_box_counts_its_letters_once(tmp_path: Path) -> None:
    paper = Document()
    paper.add_paragraph("A & B < C")
    paper.add_table(1, 1).rows[0].cells[0].width = Cm(3)
    paper.save(str(tmp_path / "kecil.docx"))

    assert converter().pdf(tmp_path / "kecil.docx", tmp_path / "kecil.pdf").exists()
