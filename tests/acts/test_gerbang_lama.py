"""Workbooks of older programs, and pictures of several pages, on their way to the public."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from service.acts.gerbang import periksa, salin
from service.domain.gerbang import salinan
from service.domain.gerbang.hitam import boxes
from service.house import RealHouse
from tests import pindaian
from tests.conftest import new_sqlite
from tests.office import open_house

BIASA, LEMBAR, BARIS, KATA = "Anggaran Biro Contoh", "KenariLembar", "KenariBaris", "KenariKata"
KINDS = {
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealHouse]:
    room = tmp_path_factory.mktemp("gerbang")
    with open_house(room, new_sqlite(room)) as one:
        yield one


@pytest.fixture(scope="module")
def lama(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same workbook as two other programs write it, with all that a workbook may hide."""
    room = tmp_path_factory.mktemp("lama")
    book = Workbook()
    sheet, other = book.active, book.create_sheet("Rahasia")
    sheet.append([BIASA, "Jumlah"])
    sheet.append([BARIS, 9])
    sheet.append(["Kertas", 12])
    sheet.row_dimensions[2].hidden = True
    sheet["A1"].comment = Comment(KATA, "Pemeriksa")
    other["A1"], other.sheet_state = LEMBAR, "hidden"
    book.properties.creator = "KenariPembuat"
    book.save(room / "daftar.xlsx")
    for kind in KINDS:
        line = ["soffice", f"-env:UserInstallation=file://{room}/p", "--headless", "--convert-to"]
        ran = [*line, kind, "--outdir", str(room), str(room / "daftar.xlsx")]
        subprocess.run(ran, check=True, capture_output=True, timeout=100)
    return room


def said(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


@pytest.mark.parametrize("kind", KINDS)
def test_the_copy_of_a_workbook_of_another_program_says_what_is_seen_of_it_and_no_more(
    house: RealHouse, lama: Path, tmp_path: Path, kind: str
) -> None:
    path = lama / f"daftar.{kind}"
    found = periksa.hits(house, path, path.name)
    assert found

    made = salin.copied(house, path, path.name, KINDS[kind], found, tmp_path)

    assert made.tembus == ()
    text = said(made.path)
    assert BIASA in text
    assert "Kertas" in text
    assert "Kenari" not in text
    assert b"Kenari" not in made.path.read_bytes()


def test_every_page_of_a_picture_is_copied_and_blackened(house: RealHouse, tmp_path: Path) -> None:
    sheets = [pindaian.page((f"Lembar {n}", "Contoh Rahasia"), dpi=75) for n in (1, 2)]
    path = tmp_path / "pindaian.tiff"
    path.write_bytes(pindaian.tiff(*sheets))
    found = periksa.hits(house, path, path.name)
    assert house.reader.look(path, path.name).halaman == 2

    made = salin.copied(house, path, path.name, "image/tiff", found, tmp_path)
    assert (made.cara, len(pypdf.PdfReader(made.path).pages)) == (salinan.GAMBAR, 2)

    over = boxes([(2, 0.05, 0.05, 0.95, 0.2)], 2)
    out = tmp_path / "hitam.pdf"
    done = salin.blackened(house, path, path.name, found, over, out)
    pages = pypdf.PdfReader(done.path).pages
    assert len(pages) == 2
    dark = [sum(one.images[0].image.convert("L").histogram()[:40]) for one in pages]
    assert dark[1] > 10 * dark[0]
