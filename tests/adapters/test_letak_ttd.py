"""On a paper of ours somebody signs above their name, or in their row, and nowhere twice."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from service.adapters.docx import Docx
from service.adapters.letak_ttd import PdfLetak
from tests.office import one_converter
from tests.papers import UMUM, contoh


def printed(jenis: str, room: Path) -> Path:
    docx = Docx().fill(UMUM / f"{jenis}.docx", contoh(UMUM / f"{jenis}.toml"), room / "n.docx")
    return one_converter().pdf(docx, room / "n.pdf")


def written_in(pdf: Path, page: int, box: tuple[int, int, int, int]) -> str:
    with pypdfium2.PdfDocument(pdf) as paper:
        text = paper[page].get_textpage()
        found: str = text.get_text_bounded(*box).strip()
        text.close()
    return found


@pytest.mark.parametrize("jenis", ["memorandum", "sk_penetapan_dip", "surat_tugas"])
def test_above_the_name_of_who_signs_alone_there_is_room(jenis: str, tmp_path: Path) -> None:
    pdf = printed(jenis, tmp_path)
    nama = contoh(UMUM / f"{jenis}.toml")["penandatangan"]["nama"]

    (found,) = PdfLetak().places(pdf, [nama])

    assert found is not None
    page, box = found
    assert box[2] - box[0] >= 24
    assert box[3] - box[1] >= 24
    assert written_in(pdf, page, box) == ""


def test_a_decision_is_signed_before_its_appendix(tmp_path: Path) -> None:
    pdf = printed("sk_klasifikasi", tmp_path)
    nama = contoh(UMUM / "sk_klasifikasi.toml")["penandatangan"]["nama"]

    (found,) = PdfLetak().places(pdf, [nama])

    assert found is not None
    page, box = found
    over = (box[0] - 60, box[3], box[2] + 200, box[3] + 60)
    with pypdfium2.PdfDocument(pdf) as paper:
        assert page < len(paper) - 1
    assert "Ditetapkan di" in written_in(pdf, page, over)
    assert written_in(pdf, page, box) == ""


def test_a_name_in_a_line_of_words_is_no_place_to_sign(tmp_path: Path) -> None:
    pdf = printed("berita_acara_uji", tmp_path)
    isian = contoh(UMUM / "berita_acara_uji.toml")

    pages = {one[0] for one in PdfLetak().places(pdf, [x["nama"] for x in isian["pihak"]]) if one}

    assert 0 not in pages  # where the parties are introduced by name, one below the other


def test_each_row_of_a_table_has_its_own_place_and_none_covers_another(tmp_path: Path) -> None:
    pdf = printed("berita_acara_uji", tmp_path)
    isian = contoh(UMUM / "berita_acara_uji.toml")
    names = [*(one["nama"] for one in isian["pihak"]), isian["mengetahui"]["nama"]]

    found = PdfLetak().places(pdf, names)

    assert all(found)
    boxes = [one for one in found if one]
    assert len(set(boxes)) == len(names)
    assert {written_in(pdf, *one) for one in boxes} == {""}


def test_a_name_that_stands_nowhere_has_no_place(tmp_path: Path) -> None:
    pdf = printed("memorandum", tmp_path)
    assert PdfLetak().places(pdf, ["Contoh Tidak Ada", "", "  "]) == [None, None, None]
