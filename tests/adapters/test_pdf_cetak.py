"""Papers behind one another for the printer, each on a front where both sides are printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from service.adapters.pdf_cetak import PdfCetak
from service.domain.refusals import Unavailable


def paper(folder: Path, nama: str, pages: int, wide: int = 595) -> tuple[str, Path]:
    writer, out = PdfWriter(), folder / f"{nama}.pdf"
    for _ in range(pages):
        writer.add_blank_page(wide, 842)
    writer.write(out)
    return nama, out


def widths(path: Path) -> list[int]:
    return [int(page.mediabox.width) for page in PdfReader(path).pages]


def test_on_both_sides_each_paper_begins_on_an_odd_page(tmp_path: Path) -> None:
    parts = [paper(tmp_path, "satu", 1, 100), paper(tmp_path, "dua", 2, 200)]
    parts += [paper(tmp_path, "tiga", 3, 300), paper(tmp_path, "empat", 1, 400)]
    out = tmp_path / "cetak.pdf"

    many = PdfCetak().collate("Contoh", parts, out, bolak_balik=True)

    found = PdfReader(out)
    starts = [found.get_destination_page_number(one) for one in found.outline]  # type: ignore[arg-type]
    assert starts == [0, 2, 4, 8]  # counted from nought: each on a front
    assert widths(out) == [100, 100, 200, 200, 300, 300, 300, 300, 400]
    assert many == 9


def test_on_one_side_nothing_stands_between_them(tmp_path: Path) -> None:
    parts = [paper(tmp_path, "satu", 1, 100), paper(tmp_path, "dua", 3, 200)]
    out = tmp_path / "cetak.pdf"

    assert PdfCetak().collate("Contoh", parts, out, bolak_balik=False) == 4
    assert widths(out) == [100, 200, 200, 200]
    assert [one["/Title"] for one in PdfReader(out).outline] == ["satu", "dua"]  # type: ignore[call-overload,index]


def test_a_paper_that_does_not_open_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7 rusak")

    with pytest.raises(Unavailable, match="0007 Surat contoh"):
        PdfCetak().collate("x", [("0007 Surat contoh", broken)], tmp_path / "o", bolak_balik=True)
