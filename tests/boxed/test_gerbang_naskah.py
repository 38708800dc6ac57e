"""A Word file or a picture on its way to the public: what it carries unseen, with its place."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.shared import Pt, RGBColor
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from service.boxed.gerbang import periksa
from service.domain.batas import Batas
from tests.contoh_buruk._kertas import OFFICE, XML, P, W, docx, docx_parts, odf, pptx, rels, zipped


def leaks(isi: bytes, nama: str = "surat.docx") -> dict[tuple[str, str], str]:
    return {(a, b): c for a, b, c, _ in periksa.leaks(io.BytesIO(isi), nama, Batas())}


def run(words: str, settings: str = "") -> str:
    return f"<w:r><w:rPr>{settings}</w:rPr><w:t>{words}</w:t></w:r>"


def test_a_plain_letter_gives_nothing_away() -> None:
    assert leaks(docx()) == {}


def test_a_letter_made_with_word_and_nothing_hidden_gives_nothing_but_its_maker() -> None:
    paper = Document()
    paper.core_properties.author = ""
    paper.core_properties.comments = ""
    paper.add_heading("Laporan kinerja")
    paper.add_paragraph("Disampaikan kepada masyarakat.")
    paper.add_table(2, 2).cell(0, 0).text = "Uraian"
    out = io.BytesIO()
    paper.save(out)

    found = leaks(out.getvalue())

    assert {jenis for jenis, _ in found} <= {"miniatur"}  # its template brings a small picture


def test_what_was_struck_out_and_added_is_told_of_with_who_did_it() -> None:
    body = (
        '<w:p><w:ins w:author="Contoh Satu">' + run("kalimat baru") + "</w:ins>"
        '<w:del w:author="Contoh Dua"><w:r><w:delText>kalimat lama</w:delText></w:r></w:del></w:p>'
    )
    found = leaks(docx(body))

    assert found["perubahan_terlacak", "isi naskah: ditambah"] == "Contoh Satu: kalimat baru"
    assert found["perubahan_terlacak", "isi naskah: dihapus"] == "Contoh Dua: kalimat lama"


def test_a_comment_is_told_of_with_its_words() -> None:
    said = (
        f'{XML}<w:comments xmlns:w="{W}"><w:comment w:author="Contoh"><w:p>'
        f"{run('Periksa lagi')}</w:p></w:comment></w:comments>"
    )
    found = leaks(docx("", ("comments", "comments.xml", ""), more={"word/comments.xml": said}))

    assert found["komentar", "komentar ke-1"] == "Contoh: Periksa lagi"


SAMAR = {
    "tersembunyi": ("<w:vanish/>", "teks_tersembunyi"),
    "putih": ('<w:color w:val="FFFFFF"/>', "teks_samar"),
    "sekecil debu": ('<w:sz w:val="2"/>', "teks_samar"),
}


@pytest.mark.parametrize("how", SAMAR)
def test_words_that_are_not_seen_are_told_of_by_their_paragraph(how: str) -> None:
    settings, jenis = SAMAR[how]
    body = f"<w:p>{run('Terlihat')}</w:p><w:p>{run('Rahasia', settings)}</w:p>"

    assert leaks(docx(body)) == {(jenis, "isi naskah, alinea 2"): "Rahasia"}


def test_words_hidden_by_their_style_are_told_of() -> None:
    styles = (
        f'{XML}<w:styles xmlns:w="{W}"><w:style w:styleId="Dasar"><w:rPr><w:vanish/></w:rPr>'
        '</w:style><w:style w:styleId="Catatan"><w:basedOn w:val="Dasar"/></w:style></w:styles>'
    )
    body = f'<w:p><w:pPr><w:pStyle w:val="Catatan"/></w:pPr>{run("Rahasia")}</w:p>'
    found = leaks(docx(body, ("styles", "styles.xml", ""), more={"word/styles.xml": styles}))

    assert found == {("teks_tersembunyi", "isi naskah, alinea 1"): "Rahasia"}


def test_white_words_in_a_dark_cell_are_seen() -> None:
    white = run("Uraian", '<w:color w:val="FFFFFF"/>')
    cell = f'<w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr><w:p>{white}</w:p></w:tc>'

    assert leaks(docx(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")) == {}


def test_fields_that_name_a_path_or_fetch_a_file_are_told_of() -> None:
    body = (
        '<w:p><w:fldSimple w:instr=" INCLUDETEXT D:\\\\Kerja\\\\a.docx "/>'
        '<w:fldSimple w:instr=" FILENAME \\p "/><w:fldSimple w:instr=" PAGE "/></w:p>'
    )
    found = leaks(docx(body))

    assert found["ruas_jalur", "isi naskah"].startswith("INCLUDETEXT")
    assert all(jenis == "ruas_jalur" for jenis, _ in found)


def test_linked_pictures_templates_and_sources_of_addresses_are_told_of() -> None:
    settings = (
        f'{XML}<w:settings xmlns:w="{W}"><w:mailMerge><w:query w:val="SELECT * FROM Warga"/>'
        '</w:mailMerge><w:docVars><w:docVar w:name="sandi" w:val="HP 081234567890"/></w:docVars>'
        "</w:settings>"
    )
    parts = docx_parts(
        "",
        ("image", "file:///C:/Users/contoh/ttd.png", "External"),
        ("settings", "settings.xml", ""),
    )
    parts["word/settings.xml"] = settings
    parts["word/_rels/settings.xml.rels"] = rels(
        ("attachedTemplate", "file:///C:/Users/contoh/Surat.dotm", "External")
    )
    found = leaks(zipped(parts))

    assert found["gambar_luar", "gambar yang ditautkan"] == "file:///C:/Users/contoh/ttd.png"
    assert found["tautan_jalur", "templat"].endswith("Surat.dotm")
    assert found["sambungan_data", "sumber surat massal"] == "SELECT * FROM Warga"
    assert "081234567890" not in found["variabel", 'nilai "sandi"']


def test_who_wrote_a_letter_and_for_whom_is_told_of() -> None:
    paper = Document()
    paper.core_properties.author = "Contoh Pegawai"
    paper.core_properties.comments = "konsep kedua"
    hidden = paper.add_paragraph().add_run("kecil sekali")
    hidden.font.size = Pt(1)
    hidden.font.color.rgb = RGBColor(1, 2, 3)
    out = io.BytesIO()
    paper.save(out)

    found = leaks(out.getvalue())

    assert found["properti", "keterangan file: pembuat"] == "Contoh Pegawai"
    assert found["properti", "keterangan file: keterangan"] == "konsep kedua"
    assert found["teks_samar", "isi naskah, alinea 1"] == "kecil sekali"


def test_own_properties_and_those_who_remarked_are_told_of() -> None:
    custom = (
        f'{XML}<Properties xmlns="http://x"><property name="Perkara"><lpwstr>Sengketa</lpwstr>'
        "</property></Properties>"
    )
    people = f'{XML}<w15:people xmlns:w15="http://y"><w15:person w15:author="Contoh Tiga"/>'
    parts = docx_parts()
    parts["_rels/.rels"] = rels(
        ("officeDocument", "word/document.xml", ""),
        (f"{OFFICE}/custom-properties", "docProps/custom.xml", ""),
    )
    found = leaks(
        zipped(
            {
                **parts,
                "docProps/custom.xml": custom,
                "word/people.xml": people + "</w15:people>",
                "customXml/item1.xml": f"{XML}<a>Isian lama</a>",
            }
        )
    )

    assert found["properti", "keterangan file: Perkara"] == "Sengketa"
    assert found["properti", "daftar pemberi komentar"] == "Contoh Tiga"
    assert found["variabel", 'nilai tersimpan "item1.xml"'] == "Isian lama"


def test_numbers_of_persons_in_a_letter_are_told_of_by_its_page() -> None:
    found = leaks(docx(f"<w:p>{run('NIK 6271031208900004 atas nama Contoh')}</w:p>"))

    assert found == {("nik", "halaman 1"): "62••••••••••••04"}


def test_slides_and_files_of_libreoffice_are_told_of_as_when_they_came_in() -> None:
    assert ("catatan_pembicara", "") in {
        (jenis, "") for jenis, _ in leaks(pptx(notes="Jangan disampaikan"), "a.pptx")
    }
    note = "<text:p>HP 081234567890<office:annotation/></text:p>"
    found = {jenis for jenis, _ in leaks(odf(note), "a.odt")}
    assert {"komentar", "ponsel", "kurang_teliti"} <= found


def test_remarks_on_slides_are_told_of() -> None:
    said = f'{XML}<p:cmLst xmlns:p="{P}"><p:cm><p:text>Jangan disampaikan</p:text></p:cm></p:cmLst>'
    show = io.BytesIO(pptx())
    with zipfile.ZipFile(show, "a") as packed:
        packed.writestr("ppt/comments/comment1.xml", said)

    found = leaks(show.getvalue(), "a.pptx")

    assert found["komentar", 'komentar "comment1.xml"'] == "Jangan disampaikan"


def test_a_bundle_of_files_is_not_published_as_one() -> None:
    found = leaks(zipped({"a.txt": "x", "b.txt": "y"}), "a.zip")

    assert ("tak_terperiksa", "seluruh file") in found


def picture(**more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "white").save(out, **more)  # type: ignore[arg-type]
    return out.getvalue()


def test_where_by_whom_and_with_what_a_photograph_was_taken_is_told_of() -> None:
    exif = Image.Exif()
    exif[0x013B], exif[0x0110] = "Contoh Pemotret", "Kamera Contoh"
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "S", (2.0, 12.0, 30.0)
    exif.get_ifd(0x8769)[0xA431] = "SN-12345"

    found = leaks(picture(format="JPEG", exif=exif), "foto.jpg")

    assert ("gambar_berlokasi", "gambar") in found
    assert found["gambar_keterangan", "gambar: pembuat"] == "Contoh Pemotret"
    assert found["gambar_keterangan", "gambar: nomor seri kamera"] == "SN-12345"
    assert ("pindaian", "halaman 1") in found


def test_a_small_picture_from_before_a_cut_is_told_of() -> None:
    small = picture(format="JPEG")
    entries = b"\x00\x02\x02\x01\x00\x04\x00\x00\x00\x01\x00\x00\x00\x32"
    entries += b"\x02\x02\x00\x04\x00\x00\x00\x01" + len(small).to_bytes(4, "big")
    tiff = b"MM\x00\x2a\x00\x00\x00\x08" + b"\x00\x01\x01\x31\x00\x02\x00\x00\x00\x02A\x00\x00\x00"
    tiff += b"\x00\x00\x00\x1a" + entries + b"\x00\x00\x00\x00"
    tiff = tiff.ljust(0x32, b"\0") + small

    found = leaks(picture(format="JPEG", exif=b"Exif\0\0" + tiff), "foto.jpg")

    assert ("miniatur", "gambar") in found


def test_words_within_a_png_are_told_of() -> None:
    words = PngInfo()
    words.add_text("Comment", "Ruang kerja pimpinan")

    found = leaks(picture(format="PNG", pnginfo=words), "gambar.png")

    assert any("gambar_keterangan" in one for one in found)
