"""What is blackened is gone from the copy: from its words, its pictures and every stream of it."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import zlib
from pathlib import Path

import pikepdf
import pypdf
import pytest
from PIL import Image, ImageDraw

from service.boxed.gagal import Berhenti
from service.boxed.gerbang import bukti, hitamkan, periksa
from service.domain.batas import Batas
from tests.contoh_buruk import _pdf

RAHASIA = "Contoh Rahasia 6271031208900004"
BIASA = "Laporan kinerja Biro Contoh tahun 2025"
# The line at y=682 of a page of 842 points, as parts of the page from above.
KOTAK = (1, 60 / 595, 148 / 842, 400 / 595, 164 / 842)


def two_lines() -> bytes:
    return _pdf.letter(BIASA, RAHASIA, "Ditetapkan di Kota Contoh")


def copy(isi: bytes, *kotak: tuple[int, float, float, float, float]) -> bytes:
    return b"".join(hitamkan.blackened(io.BytesIO(isi), kotak))


def texts(isi: bytes, folder: Path) -> str:
    """What three readers get out of a PDF, and every stream of it unpacked."""
    file = folder / "salinan.pdf"
    file.write_bytes(isi)
    program = shutil.which("pdftotext")
    assert program
    told = subprocess.run([program, str(file), "-"], capture_output=True, check=True)
    told_by = [told.stdout.decode(), *(p.extract_text() for p in pypdf.PdfReader(file).pages)]
    with pikepdf.open(file) as paper:
        for one in paper.objects:
            if isinstance(one, pikepdf.Stream):
                raw = one.read_raw_bytes()
                told_by.append(raw.decode("latin-1"))
                told_by.append(raw.decode("utf-16-be", "replace"))
                if one.get("/Filter") == "/FlateDecode":
                    flat = zlib.decompress(raw)
                    told_by.append(flat.decode("latin-1"))
                    # The words of our own layer are written in hexadecimal.
                    for part in flat.split(b"<")[1:]:
                        digits = part.split(b">")[0]
                        if len(digits) < 4_000 and all(c in b"0123456789abcdef" for c in digits):
                            told_by.append(bytes.fromhex(digits.decode()).decode("utf-16-be"))
    told_by.append(isi.decode("latin-1"))
    return "\n".join(told_by)


def test_what_stood_under_a_box_is_nowhere_in_the_copy(tmp_path: Path) -> None:
    before = texts(two_lines(), tmp_path)
    assert "6271031208900004" in before and "Rahasia" in before

    after = texts(copy(two_lines(), KOTAK), tmp_path)

    assert "6271031208900004" not in after and "Rahasia" not in after
    assert "kinerja" in after and "Ditetapkan" in after


def test_the_copy_is_proved_before_it_is_used() -> None:
    made = copy(two_lines(), KOTAK)

    assert bukti.leftovers(io.BytesIO(made), [KOTAK]) == (1, [])


def test_a_box_that_only_lies_over_the_words_is_no_proof() -> None:
    held = _pdf.objects(BIASA, RAHASIA)
    held[4] = _pdf.stream(_pdf.lines(BIASA, RAHASIA) + b" 0 g 60 678 340 16 re f")
    over = _pdf.written(held)

    _, left = bukti.leftovers(io.BytesIO(copy(over)), [KOTAK])
    assert left == []  # the bar was seen, and the words under it were not: none was carried over
    made = copy(two_lines())
    _, left = bukti.leftovers(io.BytesIO(made), [KOTAK])
    assert left == [
        "ada tulisan di balik kotak di halaman 1",
        "kotak di halaman 1 tidak hitam seluruhnya",
    ]


@pytest.mark.parametrize("isi", [b"", b"more"], ids=["keadaan lain", "benda lain"])
def test_a_copy_that_holds_anything_else_is_no_proof(isi: bytes) -> None:
    made = copy(two_lines(), KOTAK)
    with pikepdf.open(io.BytesIO(made)) as paper:
        if isi:
            paper.docinfo["/Author"] = "Contoh"
        else:
            paper.pages[0].obj["/Annots"] = pikepdf.Array()
        out = io.BytesIO()
        paper.save(out)

    assert bukti.leftovers(io.BytesIO(out.getvalue()), [KOTAK])[1]


def test_no_word_that_is_not_seen_goes_with_the_copy(tmp_path: Path) -> None:
    held = _pdf.objects(BIASA)
    held[4] = _pdf.stream(
        _pdf.lines(BIASA)
        + b" BT 3 Tr /F1 12 Tf 72 500 Td (Takkelihatan) Tj ET"
        + b" 1 g BT 0 Tr /F1 12 Tf 72 450 Td (Putihbenar) Tj ET"
        + b" 0 g BT /F1 12 Tf 72 400 Td (Tertutupkotak) Tj ET 70 395 200 20 re f"
        + b" BT /F1 12 Tf 900 300 Td (Diluartepi) Tj ET"
    )
    after = texts(copy(_pdf.written(held)), tmp_path)

    assert "kinerja" in after
    for word in ("Takkelihatan", "Putihbenar", "Tertutupkotak", "Diluartepi"):
        assert word not in after


def test_a_word_that_only_touches_a_box_goes_with_it(tmp_path: Path) -> None:
    half = (1, 0.0, 148 / 842, 90 / 595, 164 / 842)  # over the first letters of "Contoh"

    after = texts(copy(two_lines(), half), tmp_path)

    assert "Contoh Rahasia" not in after.replace("\n", " ")
    assert "Rahasia" in after


def test_a_box_over_half_a_line_takes_whole_words_and_leaves_no_half_letters() -> None:
    lower = (1, 60 / 595, 156 / 842, 400 / 595, 164 / 842)  # the feet of the letters only

    made = copy(two_lines(), lower)

    above = (1, 75 / 595, 151 / 842, 105 / 595, 155 / 842)  # their heads, over "Contoh"
    assert bukti.leftovers(io.BytesIO(made), [lower, above]) == (1, [])


def test_nothing_else_of_the_file_is_carried_over(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(two_lines())) as paper:
        paper.docinfo["/Author"] = "Contoh Pegawai"
        paper.attachments["gaji.txt"] = b"Lampiran rahasia"
        paper.pages[0].obj["/Annots"] = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Text,
                    Rect=pikepdf.Array([0, 0, 9, 9]),
                    Contents="Catatan penyunting",
                )
            ]
        )
        out = io.BytesIO()
        paper.save(out)

    made = copy(out.getvalue(), KOTAK)

    after = texts(made, tmp_path)
    for word in ("Pegawai", "Lampiran", "penyunting", "gaji"):
        assert word not in after
    with pikepdf.open(io.BytesIO(made)) as paper:
        assert not list(paper.docinfo.keys())
        assert not paper.attachments
    assert bukti.leftovers(io.BytesIO(made), [KOTAK]) == (1, [])


def test_a_turned_page_is_blackened_where_it_was_seen(tmp_path: Path) -> None:
    turned = _pdf.letter(BIASA, RAHASIA, page=b"/Rotate 90")
    # Turned to the right, the line at 682 of 842 stands upright at that part of the width.
    box = (1, 678 / 842, 60 / 595, 694 / 842, 400 / 595)

    made = copy(turned, box)

    after = texts(made, tmp_path)
    assert "Rahasia" not in after
    assert bukti.leftovers(io.BytesIO(made), [box]) == (1, [])
    with pikepdf.open(io.BytesIO(made)) as paper:
        assert [float(one) for one in paper.pages[0].mediabox] == [0, 0, 842, 595]


def test_a_page_of_which_only_a_part_is_shown_is_blackened_where_it_was_seen(
    tmp_path: Path,
) -> None:
    part = _pdf.letter(BIASA, RAHASIA, page=b"/CropBox [50 400 550 800]")
    box = (1, 10 / 500, (800 - 694) / 400, 350 / 500, (800 - 678) / 400)

    made = copy(part, box)

    assert "Rahasia" not in texts(made, tmp_path)
    assert "kinerja" in texts(made, tmp_path)
    assert bukti.leftovers(io.BytesIO(made), [box]) == (1, [])


def test_whatever_boxes_are_drawn_no_word_under_them_is_left(tmp_path: Path) -> None:
    dice = random.Random(20_261_122)
    for _ in range(8):
        words, spots = [], []
        content = b""
        for n in range(40):
            word = f"kata{n:02}" + "".join(dice.choices("abcdefgh", k=4))
            x, y, size = dice.randint(20, 480), 40 + n * 19, dice.choice([6, 9, 12])
            content += f"BT /F1 {size} Tf {x} {y} Td ({word}) Tj ET ".encode()
            words.append(word)
            spots.append((x, y, size))
        held = _pdf.objects()
        held[4] = _pdf.stream(content)
        kotak, gone = [], []
        for word, (x, y, size) in dice.sample(list(zip(words, spots, strict=True)), 12):
            # A box over the middle of a word takes all of it along.
            left, right = x + size, x + 2.2 * size
            kotak.append((1, left / 595, (842 - y - size) / 842, right / 595, (843 - y) / 842))
            gone.append(word)

        made = copy(_pdf.written(held), *kotak)

        after = texts(made, tmp_path)
        assert [one for one in gone if one in after] == []
        kept = [one for one in words if one not in gone]
        assert sum(one in after for one in kept) > 0.7 * len(kept)
        assert bukti.leftovers(io.BytesIO(made), kotak) == (1, [])


def test_the_copy_of_a_picture_keeps_no_dot_of_what_was_under_the_box() -> None:
    sheet = Image.new("L", (595, 842), "white")
    noise = random.Random(7).randbytes(200 * 100)
    sheet.paste(Image.frombytes("L", (200, 100), noise), (100, 200))
    box = (1, 100 / 595, 200 / 842, 300 / 595, 300 / 842)

    made = copy(_pdf.scan(sheet), box)

    assert noise[:64] not in made
    with pikepdf.open(io.BytesIO(made)) as paper:
        (seen,) = [one for one in paper.objects if "/Width" in getattr(one, "keys", list)()]
        picture = pikepdf.PdfImage(seen).as_pil_image().convert("L")
    left, top, right, bottom = (round(side * 200 / 72) for side in (100, 200, 300, 300))
    assert picture.crop((left, top, right, bottom)).getextrema()[1] <= 8


def test_a_scan_is_blackened_dot_by_dot_and_its_hidden_words_stay_behind(tmp_path: Path) -> None:
    sheet = Image.new("L", (595, 842), "white")
    ImageDraw.Draw(sheet).text((72, 148), RAHASIA, fill="black")

    made = copy(_pdf.scan(sheet, BIASA, RAHASIA), KOTAK)

    assert "Rahasia" not in texts(made, tmp_path)
    assert bukti.leftovers(io.BytesIO(made), [KOTAK]) == (1, [])


def test_a_photograph_becomes_a_pdf_without_its_notes() -> None:
    exif = Image.Exif()
    exif[0x013B] = "Contoh Pemotret"
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "S", (2.0, 12.0, 30.0)
    out = io.BytesIO()
    Image.new("RGB", (800, 600), "white").save(out, "JPEG", exif=exif, dpi=(96, 96))
    box = (1, 0.1, 0.1, 0.5, 0.5)

    made = copy(out.getvalue(), box)

    assert b"Pemotret" not in made and b"Exif" not in made
    assert bukti.leftovers(io.BytesIO(made), [box]) == (1, [])


def test_a_box_on_a_page_that_is_not_there_makes_no_copy() -> None:
    with pytest.raises(Berhenti, match="halaman_tidak_ada"):
        copy(two_lines(), (2, 0.1, 0.1, 0.2, 0.2))


def test_the_same_file_and_boxes_give_the_same_bytes() -> None:
    assert copy(two_lines(), KOTAK) == copy(two_lines(), KOTAK)


def test_the_file_itself_is_not_touched() -> None:
    held = io.BytesIO(two_lines())

    list(hitamkan.blackened(held, [KOTAK]))

    assert held.getvalue() == two_lines()


def test_a_name_that_stands_elsewhere_too_is_told_of_by_its_page() -> None:
    held = _pdf.objects(BIASA, RAHASIA, "Terulang lagi 6271031208900004")

    assert bukti.repeated(io.BytesIO(_pdf.written(held)), [KOTAK]) == [1]
    assert bukti.repeated(io.BytesIO(two_lines()), [(1, 0.0, 0.0, 0.01, 0.01)]) == []


def test_nothing_is_found_in_the_copy_but_what_is_plainly_read_on_it() -> None:
    made = copy(_pdf.letter(BIASA, "NIP 198003122005011002", RAHASIA))

    told = periksa.leaks(io.BytesIO(made), "salinan.pdf", Batas())

    assert {(a, b) for a, b, _, _ in told} == {
        ("nik", "halaman 1"),
        ("nip", "halaman 1"),
        ("pdf_lapisan_pindaian", "halaman 1"),
        ("pindaian", "halaman 1"),
    }
