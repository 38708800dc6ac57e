"""Bars are drawn into the paper itself."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from PIL import Image

from service.adapters.docx.batang import GARIS, LEBAR, TITIK, png
from service.adapters.docx.kompilasi import Kompilasi
from service.adapters.docx.pasir import lenient, strict
from service.domain.batang import Batang
from tests.papers import letter

TEMPLATE = (
    '{% for x in rows|lajur("unit", "ada", "belum") %}{{ x|batang("ada", "belum") }}{% endfor %}'
)
ROWS: list[dict[str, Any]] = [
    {"unit": 'Biro "Umum" & <Rumah>', "ada": 3, "belum": 1},
    {"unit": "Biro Hukum", "ada": 0, "belum": 0},
    {"unit": "Biro Organisasi", "ada": 2, "belum": 0},
]


def drawn(folder: Path, rows: object, *, konsep: bool = False) -> Any:
    paper = Kompilasi(letter(folder / "templat.docx", TEMPLATE).read_bytes(), strict(), lenient())
    made = folder / "jadi.docx"
    made.write_bytes(paper.fill({"rows": rows}, konsep=konsep))
    return Document(str(made)).element


def test_each_unit_has_one_drawing_that_says_its_numbers(tmp_path: Path) -> None:
    found = list(drawn(tmp_path, ROWS).iter(qn("wp:docPr")))

    assert [one.get("descr") for one in found] == [
        'Biro "Umum" & <Rumah>: ada 3, belum 1',
        "Biro Organisasi: ada 2, belum 0",
    ]
    assert len({one.get("id") for one in found}) == len(found)


def test_a_bar_is_as_long_as_its_parts(tmp_path: Path) -> None:
    whole, other = (int(x.get("cx")) for x in drawn(tmp_path, ROWS).iter(qn("wp:extent")))

    assert other * 2 == whole


def test_a_draft_without_numbers_says_which_are_missing(tmp_path: Path) -> None:
    paper = Kompilasi(letter(tmp_path / "templat.docx", TEMPLATE).read_bytes(), strict(), lenient())

    assert b"Rows" not in paper.template
    made = tmp_path / "konsep.docx"
    made.write_bytes(paper.fill({}, konsep=True))
    assert "Rows" in "".join(Document(str(made)).element.itertext())


def test_a_bar_is_a_picture_of_few_bytes_with_a_line_around_each_part() -> None:
    whole = png(Batang((500, 250), ""))

    with Image.open(BytesIO(whole)) as seen:
        row = [seen.convert("L").getpixel((x, seen.height // 2)) for x in range(seen.width)]
        assert seen.width == 750 * round(LEBAR * TITIK) // 1_000
    dark = [x for x, value in enumerate(row) if value == 0x11]
    assert (dark[0], dark[-1]) == (0, len(row) - 1)
    assert len(dark) == 4 * GARIS
    assert row[-GARIS - 1] == 255
    assert len(whole) < 1_000
