from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from service.adapters.pdf import PdfBinder, PdfProofreader, PdfRusak
from service.config import CODE
from service.domain.refusals import Unavailable


def blank(out: Path, pages: int, width: int = 595) -> Path:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width, 842)
    writer.write(out)
    return out


def test_a_dossier_shows_its_parts_and_carries_the_originals(tmp_path: Path) -> None:
    sk, surat = blank(tmp_path / "sk.pdf", 2), blank(tmp_path / "surat.pdf", 1, 842)
    signed = tmp_path / "sk bertanda tangan.pdf"
    signed.write_bytes(sk.read_bytes() + os.urandom(500))

    made = PdfBinder().bind(
        "Berkas Contoh",
        [("Keputusan Nomor 12", sk), ("Surat masuk", surat)],
        [("sk.pdf", signed), ("surat.docx", surat)],
        tmp_path / "dossier.pdf",
    )

    dossier = PdfReader(made)
    assert len(dossier.pages) == 3
    marks = [(mark.title, dossier.get_destination_page_number(mark)) for mark in dossier.outline]  # type: ignore[union-attr]
    assert marks == [("Keputusan Nomor 12", 0), ("Surat masuk", 2)]
    assert dossier.attachments["sk.pdf"] == [signed.read_bytes()]
    assert dossier.attachments["surat.docx"] == [surat.read_bytes()]


def test_two_files_of_one_name_are_both_kept(tmp_path: Path) -> None:
    first, second = blank(tmp_path / "a.pdf", 1), blank(tmp_path / "b.pdf", 2)

    made = PdfBinder().bind(
        "Contoh", [("Isi", first)], [("a.pdf", first), ("a.pdf", second)], tmp_path / "c.pdf"
    )

    held = PdfReader(made).attachments
    assert held["a.pdf"] == [first.read_bytes()]
    assert held["a (2).pdf"] == [second.read_bytes()]


def test_bound_twice_from_the_same_papers_it_is_the_same_bytes(tmp_path: Path) -> None:
    blank(tmp_path / "a.pdf", 2)
    blank(tmp_path / "b.pdf", 1)
    program = (
        "import sys; from pathlib import Path; from service.adapters.pdf import PdfBinder;"
        "a, b, out = map(Path, sys.argv[1:]);"
        "PdfBinder().bind('Contoh', [('A', a), ('B', b)], [('a.pdf', a), ('b.pdf', b)], out)"
    )
    made = []
    for seed in ("1", "2"):
        out = tmp_path / f"dossier{seed}.pdf"
        subprocess.run(
            [sys.executable, "-c", program, tmp_path / "a.pdf", tmp_path / "b.pdf", out],
            check=True,
            cwd=CODE,
            env={"PYTHONHASHSEED": seed, "TZ": f"UTC-{seed}"},
        )
        made.append(out.read_bytes())

    assert made[0] == made[1]


def test_a_part_that_is_no_pdf_is_named(tmp_path: Path) -> None:
    (tmp_path / "rusak.pdf").write_bytes(b"%PDF-1.7 lalu tidak ada apa-apa")

    with pytest.raises(PdfRusak, match="Surat masuk tidak dapat dibuka"):
        PdfBinder().bind(
            "Contoh", [("Surat masuk", tmp_path / "rusak.pdf")], [], tmp_path / "d.pdf"
        )


def test_a_pdf_that_does_not_open_is_neither_read_nor_mended(tmp_path: Path) -> None:
    (tmp_path / "rusak.pdf").write_bytes(b"bukan PDF")

    with pytest.raises(Unavailable):
        PdfProofreader().pages(tmp_path / "rusak.pdf")
    with pytest.raises(Unavailable):
        PdfProofreader().mend(tmp_path / "rusak.pdf", tmp_path / "lain.pdf")
