"""Scanned pages are read by their letters, whichever way they lie."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from service.adapters.box import Bubblewrap
from service.adapters.ocr import TesseractOcr
from service.domain.refusals import Refusal, Unavailable
from service.ports import Limits, Terbaca
from tests import pindaian
from tests.contoh_buruk import _pdf
from tests.office import one_reader

SHEET = pindaian.page(dpi=200)
WAYS: dict[str, bytes] = {
    "level": pindaian.saved(SHEET, dpi=(200, 200)),
    "two degrees askew": pindaian.saved(pindaian.skewed(SHEET, 2)),
    "three degrees the other way": pindaian.saved(pindaian.skewed(SHEET, -3)),
    "on its side": pindaian.saved(SHEET.rotate(90, expand=True), "JPEG"),
    "on its other side": pindaian.saved(SHEET.rotate(270, expand=True), "JPEG"),
    "upside down": pindaian.saved(SHEET.rotate(180)),
    "without a word of its fineness": pindaian.saved(pindaian.page(dpi=120)),
    "worn": pindaian.saved(pindaian.noisy(SHEET, 2_000)),
    "as a fax": pindaian.saved(SHEET.convert("1"), "TIFF", compression="group4"),
    "in a PDF": pindaian.pdf(SHEET),
    "turned by its camera": pindaian.saved(
        SHEET.rotate(90, expand=True),
        "JPEG",
        exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
    ),
}


def read(isi: bytes, room: Path, halaman: int = 1, limits: Limits | None = None) -> Terbaca:
    (room / "asli").write_bytes(isi)
    (room / "halaman.bmp").write_bytes(one_reader().scan(room / "asli", halaman))
    ocr = TesseractOcr(Bubblewrap(), limits) if limits else TesseractOcr(Bubblewrap())
    return ocr.read(room / "halaman.bmp")


@pytest.mark.parametrize("way", WAYS)
def test_the_words_of_a_scan_are_found(way: str, tmp_path: Path) -> None:
    told = read(WAYS[way], tmp_path)

    assert [word for word in pindaian.KATA if word not in told.teks] == []
    assert told.keyakinan > 80


def test_lines_and_paragraphs_stay_apart(tmp_path: Path) -> None:
    lines = read(WAYS["level"], tmp_path).teks.split("\n")

    assert "Nomor : 005/17/DC/2026" in lines
    assert "Kepada Yth. Kepala Dinas Percobaan" in lines
    assert "" in lines


def test_each_page_of_a_file_is_read_for_itself(tmp_path: Path) -> None:
    second = pindaian.page(("Lampiran kedua", "Daftar contoh"), dpi=200)
    both = pindaian.tiff(SHEET, second, dpi=(200, 200))

    assert "permohonan" in read(both, tmp_path).teks
    assert "Lampiran kedua" in read(both, tmp_path, 2).teks


def test_an_empty_page_says_nothing(tmp_path: Path) -> None:
    assert read(pindaian.saved(pindaian.page((), dpi=200)), tmp_path) == Terbaca("", 0)


def test_what_is_no_writing_is_not_taken_for_writing(tmp_path: Path) -> None:
    noise = Image.effect_noise((1_654, 2_339), 120)

    assert read(pindaian.saved(noise), tmp_path).keyakinan < 60


def test_a_page_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "surat.pdf").write_bytes(_pdf.letter())

    with pytest.raises(Refusal):
        one_reader().scan(tmp_path / "surat.pdf", 2)


def test_a_page_at_which_the_program_gave_up_is_tried_again_later(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as late:
        read(WAYS["level"], tmp_path, limits=Limits(memory=20))

    assert not late.value.permanent
