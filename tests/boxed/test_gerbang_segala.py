"""One PDF with all that an office file may hold: what is blackened is nowhere in its copy."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from service.boxed.gerbang import bukti
from tests.boxed.test_gerbang_hitam import copy, texts
from tests.contoh_buruk import _pdf

BIASA, TEKS, PINDAI = "Laporan kinerja Biro Contoh", "Kenari Teks 6271", "Kenari Pindai 6272"
ISIAN, CATATAN, LAMPIRAN = "KenariIsian6273", "KenariCatatan6274", "KenariLampiran6275"
BARIS = (1, 60 / 595, 148 / 842, 400 / 595, 164 / 842)  # the second line of the letter
KOTAK = [
    BARIS,
    (1, 90 / 595, 440 / 842, 360 / 595, 475 / 842),  # its form field
    (1, 90 / 595, 540 / 842, 360 / 595, 575 / 842),  # the remark laid on it
    (2, 60 / 595, 140 / 842, 400 / 595, 170 / 842),  # the line of the scan
]


def shown(words: str) -> bytes:
    return f"BT /F1 12 Tf 4 8 Td ({words}) Tj ET".encode()


def everything() -> bytes:
    """A page of text with a form field and a remark, a scanned page, and a file within."""
    sheet = Image.new("L", (595, 842), "white")
    ImageDraw.Draw(sheet).text((72, 148), PINDAI, fill="black")
    with (
        pikepdf.open(io.BytesIO(_pdf.letter(BIASA, TEKS, "Ditetapkan di Kota Contoh"))) as paper,
        pikepdf.open(io.BytesIO(_pdf.scan(sheet, BIASA, PINDAI))) as scan,
    ):
        paper.pages.extend(scan.pages)
        page = paper.pages[0]
        font = page.Resources.Font
        laid = []
        for n, (words, kind) in enumerate(((ISIAN, Name.Widget), (CATATAN, Name.FreeText))):
            top = 842 - 440 - 100 * n
            look = paper.make_stream(shown(words), Type=Name.XObject, Subtype=Name.Form)
            look.BBox, look.Resources = Array([0, 0, 260, 30]), Dictionary(Font=font)
            laid.append(
                paper.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=kind,
                        Rect=Array([95, top - 30, 355, top]),
                        AP=Dictionary(N=look),
                        Contents=String(words),
                        F=4,
                    )
                )
            )
        field = laid[0]
        field.FT, field.T, field.V = Name.Tx, String("nik"), String(ISIAN)
        page.Annots = Array(laid)
        paper.Root.AcroForm = Dictionary(Fields=Array([field]), DR=Dictionary(Font=font))
        paper.attachments["gaji.txt"] = LAMPIRAN.encode()
        paper.docinfo["/Author"] = "Kenari Pembuat"
        out = io.BytesIO()
        paper.save(out)
    return out.getvalue()


def test_text_scan_form_remark_and_attachment_leave_nothing_under_the_boxes(
    tmp_path: Path,
) -> None:
    before = everything()
    told = texts(before, tmp_path)
    assert all(one in told for one in ("Kenari Teks", "Kenari Pindai", ISIAN, CATATAN))

    made = copy(before, *KOTAK)

    after = texts(made, tmp_path)
    assert "Kenari" not in after
    assert "kinerja" in after
    assert "Ditetapkan" in after
    assert bukti.leftovers(io.BytesIO(made), KOTAK) == (2, [])


def test_the_letters_under_the_boxes_are_counted_before_and_after() -> None:
    before = everything()
    made = copy(before, *KOTAK)

    under, every = bukti.counted(io.BytesIO(before), KOTAK)
    left, still = bukti.counted(io.BytesIO(made), KOTAK)

    letters = len("".join((TEKS, PINDAI)).replace(" ", ""))
    assert under >= letters
    assert left == 0
    assert 0 < still <= every - letters
    assert bukti.counted(io.BytesIO(b"\x89PNG"), KOTAK) == (0, 0)
