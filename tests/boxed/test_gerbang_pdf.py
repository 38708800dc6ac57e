"""A PDF on its way to the public: what it holds and does not show is told of, with its place."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw

from service.boxed.gerbang import periksa
from service.domain.batas import Batas
from tests.contoh_buruk import _pdf

BIASA = "Laporan kinerja Biro Contoh tahun 2025 untuk diumumkan kepada masyarakat luas."


def leaks(isi: bytes, nama: str = "laporan.pdf") -> dict[tuple[str, str], str]:
    return {(a, b): c for a, b, c, _ in periksa.leaks(io.BytesIO(isi), nama, Batas())}


def drawn(content: bytes, **more: object) -> bytes:
    """A page of these strokes, under its plain first line."""
    held = _pdf.objects(BIASA, **more)  # type: ignore[arg-type]
    held[4] = _pdf.stream(_pdf.lines(BIASA) + b" " + content)
    return _pdf.written(held)


def changed(**entries: object) -> bytes:
    """A plain letter with these entries in its root."""
    with pikepdf.open(io.BytesIO(_pdf.letter(BIASA))) as paper:
        for key, value in entries.items():
            paper.Root[f"/{key}"] = value
        return saved(paper)


def saved(paper: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def line(words: str, y: int, before: str = "") -> bytes:
    return f"BT {before} /F1 12 Tf 72 {y} Td ({words}) Tj ET ".encode()


def test_a_plain_paper_gives_nothing_away() -> None:
    assert leaks(_pdf.letter(BIASA)) == {}


HIDDEN = {
    "kotak hitam": (line("Rahasia negara", 500) + b"0 g 70 495 200 18 re f", "pdf_teks_tertutup"),
    "kotak putih": (line("Rahasia negara", 500) + b"1 g 70 495 200 18 re f", "pdf_teks_tertutup"),
    "putih": (b"1 g " + line("Rahasia negara", 500), "teks_samar"),
    "tak tampak": (line("Rahasia negara", 500, "3 Tr"), "pdf_teks_tak_tampak"),
    "di luar": (line("Rahasia negara", 500).replace(b"72 500", b"900 500"), "pdf_teks_luar"),
}


@pytest.mark.parametrize("how", HIDDEN)
def test_words_that_are_there_and_not_seen_are_told_of_by_their_page(how: str) -> None:
    content, jenis = HIDDEN[how]

    assert leaks(drawn(content)) == {(jenis, "halaman 1"): "Rahasia negara"}


def test_words_under_a_picture_or_within_a_form_are_told_of() -> None:
    held = _pdf.objects(BIASA)
    black = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
    held[6] = _pdf.stream(b"\0", black + b"/ColorSpace /DeviceGray")
    form = line("Di dalam bentuk", 400) + b"q 300 0 0 20 60 395 cm /G Do Q"
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R "
    held[7] = _pdf.stream(form, entries + b">> /XObject << /G 6 0 R >> >>")
    held[3] = held[3].replace(b"/Font <<", b"/XObject << /B 7 0 R >> /Font <<")
    held[4] = _pdf.stream(_pdf.lines(BIASA) + b" /B Do")

    found = leaks(_pdf.written(held))

    assert found["pdf_teks_tertutup", "halaman 1"] == "Di dalam bentuk"


def test_white_words_on_a_dark_bar_and_words_on_a_coloured_row_are_seen() -> None:
    content = (
        b"0 0 0.5 rg 70 495 200 18 re f 1 g "
        + line("Kepala tabel", 500)
        + b"0.9 0.9 0.6 rg 70 455 200 18 re f 0 g "
        + line("Baris berwarna", 460)
        + b"0.8 g "
        + line("Abu muda", 420)
        + b"0 g "
        + line("i l . , - kecil", 390).replace(b"/F1 12", b"/F1 5")
    )
    assert leaks(drawn(content)) == {}


def test_a_number_under_a_box_is_told_of_and_not_told() -> None:
    found = leaks(drawn(line("NIK 6271031208900004", 500) + b"0 g 60 495 300 18 re f"))

    assert found == {("pdf_teks_tertutup", "halaman 1"): "NIK 62••••••••••••04"}


def test_numbers_of_persons_are_told_of_by_their_page() -> None:
    found = leaks(drawn(line("NIK 6271031208900004, HP 081234567890", 500)))

    assert set(found) == {("nik", "halaman 1"), ("ponsel", "halaman 1")}


def test_an_earlier_state_tells_what_stood_in_it() -> None:
    first = _pdf.letter(BIASA, "Kalimat yang dihapus kemudian")
    isi = _pdf.appended(first, {4: _pdf.stream(_pdf.lines(BIASA))})

    found = leaks(isi)

    assert "dihapus" in found["pdf_versi_lama", "versi 1 dari 2"]


def test_what_was_deleted_and_never_thrown_away_is_told_of() -> None:
    held = _pdf.objects(BIASA)
    held[8] = _pdf.stream(_pdf.lines("Halaman yang dihapus"))
    held[9] = b"<< /Type /Page /Contents 8 0 R /MediaBox [0 0 9 9] >>"
    black = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
    held[10] = _pdf.stream(b"\0", black + b"/ColorSpace /DeviceGray")

    found = leaks(_pdf.written(held))

    assert {di for jenis, di in found if jenis == "pdf_sisa"} == {
        "halaman yang dihapus",
        "tulisan yang dihapus",
        "gambar yang dihapus",
    }


def test_files_within_are_told_of_by_name() -> None:
    with pikepdf.open(io.BytesIO(_pdf.letter(BIASA))) as paper:
        paper.attachments["gaji.xlsx"] = b"x"
        isi = saved(paper)

    assert ("pdf_lampiran", 'lampiran "gaji.xlsx"') in leaks(isi)


def test_remarks_on_pages_are_told_of_and_links_to_the_net_are_not() -> None:
    def annot(kind: str, **more: object) -> Dictionary:
        return Dictionary(
            Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([0, 0, 9, 9]), **more
        )

    with pikepdf.open(io.BytesIO(_pdf.letter(BIASA))) as paper:
        paper.pages[0].obj["/Annots"] = Array(
            [
                annot("Text", T="Contoh", Contents="Jangan diumumkan"),
                annot("Redact"),
                annot("Link", A=Dictionary(S=Name.URI, URI="https://contoh.go.id/ppid")),
                annot("Link", A=Dictionary(S=Name.URI, URI="file:///D:/Kerja/a.docx")),
                annot("Widget", FT=Name.Tx, V="HP 081234567890", F=2),
            ]
        )
        form = paper.make_indirect(paper.pages[0].obj.Annots[4])
        paper.Root.AcroForm = Dictionary(Fields=Array([form]))
        paper.pages[0].obj.Annots[4] = form
        isi = saved(paper)

    found = leaks(isi)

    assert found["pdf_anotasi", "halaman 1"] == "Contoh: Jangan diumumkan"
    assert found["pdf_teks_tertutup", "halaman 1"] == "penghitaman yang belum diterapkan"
    assert found["tautan_jalur", "halaman 1"] == "file:///D:/Kerja/a.docx"
    assert ("pdf_anotasi", "halaman 1, isian tersembunyi") in found
    assert ("ponsel", "halaman 1, isian formulir") in found
    assert "contoh.go.id" not in str(found)


def test_who_made_it_is_told_of_wherever_it_is_written() -> None:
    xmp = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf'
        b'-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        b'xmlns:st="http://x" st:filePath="D:\\Kerja\\rahasia.docx"><dc:creator><rdf:Seq><rdf:li>'
        b"Contoh Penyusun</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    with pikepdf.open(io.BytesIO(_pdf.letter(BIASA))) as paper:
        paper.docinfo["/Author"] = "Contoh Pegawai"
        paper.docinfo["/Title"] = "Laporan kinerja"
        paper.docinfo["/Producer"] = "Program"
        paper.docinfo["/SourceFile"] = "D:\\Kerja\\a.docx"
        paper.Root.Metadata = paper.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)
        out = io.BytesIO()
        paper.save(out, fix_metadata_version=False)

    assert leaks(out.getvalue()) == {
        ("properti", "keterangan file: pembuat"): "Contoh Pegawai",
        ("properti", "keterangan file: SourceFile"): "D:\\Kerja\\a.docx",
        ("properti", "keterangan XMP: pembuat"): "Contoh Penyusun",
        ("properti", "keterangan XMP: letak file"): "D:\\Kerja\\rahasia.docx",
    }


def test_a_layer_that_is_off_is_told_of_by_its_name() -> None:
    with pikepdf.open(io.BytesIO(_pdf.letter(BIASA))) as paper:
        on, off = (
            paper.make_indirect(Dictionary(Type=Name.OCG, Name=name)) for name in ("Peta", "Warga")
        )
        plan = Dictionary(OFF=Array([off]), ON=Array([on]))
        paper.Root.OCProperties = Dictionary(OCGs=Array([on, off]), D=plan)
        isi = saved(paper)

    assert [di for jenis, di in leaks(isi) if jenis == "pdf_lapisan"] == ['lapisan "Warga"']


def test_what_programs_keep_for_themselves_is_told_of() -> None:
    with pikepdf.open(io.BytesIO(_pdf.letter(BIASA))) as paper:
        paper.pages[0].obj["/PieceInfo"] = Dictionary(Illustrator=Dictionary())
        paper.pages[0].obj["/Thumb"] = paper.make_stream(b"x")
        isi = saved(paper)

    found = leaks(isi)

    assert ("pdf_data_program", "data program") in found
    assert ("miniatur", "halaman 1") in found


def test_where_a_picture_in_a_pdf_was_taken_is_told_of() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "S", (2.0, 12.0, 30.0)
    out = io.BytesIO()
    Image.new("L", (40, 40), "white").save(out, "JPEG", exif=exif)
    held = _pdf.objects(BIASA)
    entries = b"/Type /XObject /Subtype /Image /Width 40 /Height 40 /BitsPerComponent 8 "
    held[6] = _pdf.stream(out.getvalue(), entries + b"/ColorSpace /DeviceGray /Filter /DCTDecode")
    held[3] = held[3].replace(b"/Font <<", b"/XObject << /G 6 0 R >> /Font <<")

    assert ("gambar_berlokasi", "gambar ke-1") in leaks(_pdf.written(held))


def scanned(words: str, seen: str) -> bytes:
    sheet = Image.new("L", (1190, 1684), "white")
    ImageDraw.Draw(sheet).text((144, 262), seen, fill="black", font_size=24)
    return _pdf.scan(sheet, words)


def test_the_words_that_a_scanner_laid_over_its_picture_weigh_little() -> None:
    found = leaks(scanned(BIASA, BIASA))

    assert ("pdf_lapisan_pindaian", "halaman 1") in found
    assert ("pdf_teks_tak_tampak", "halaman 1") not in found


def test_words_over_a_picture_where_nothing_stands_are_told_of() -> None:
    found = leaks(scanned("Rahasia negara", ""))

    assert found["pdf_teks_tak_tampak", "halaman 1"] == "Rahasia negara"


def test_numbers_in_the_words_of_a_scanner_are_told_of_too() -> None:
    found = leaks(scanned("NIK 6271031208900004", "NIK 6271031208900004"))

    assert ("nik", "halaman 1") in found


def test_a_pdf_that_acts_is_told_of_as_when_it_came_in() -> None:
    isi = changed(OpenAction=Dictionary(S=Name.JavaScript, JS="app.alert(1)"))

    assert ("pdf_skrip", "") in leaks(isi)


def test_a_locked_pdf_is_told_of_as_a_whole() -> None:
    assert ("tak_terperiksa", "seluruh file") in leaks(_pdf.locked(_pdf.letter(BIASA), "sandi"))
