"""An Excel file on its way to the public: what it carries unseen is told of, with its place."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from PIL import Image

from service.boxed.gerbang import periksa
from service.domain.batas import Batas
from tests.contoh_buruk._kertas import XML, rels, xlsx, xlsx_parts, zipped

NIK = 6271031208900004
ONE = 6271031208900001


def leaks(isi: bytes, nama: str = "daftar.xlsx") -> dict[tuple[str, str], str]:
    return {(a, b): c for a, b, c, _ in periksa.leaks(io.BytesIO(isi), nama, Batas())}


def book(change: Callable[[Workbook], object]) -> bytes:
    """A workbook of an office, with one thing about it changed."""
    work = Workbook()
    work.properties.creator = ""
    sheet = work.active
    assert sheet is not None
    sheet.title = "Data"
    sheet.append(["No", "Ringkasan Informasi", "Unit", "Tahun"])
    sheet.append([1, "Laporan kinerja", "Biro Contoh", 2024])
    sheet.append([2, "Rencana kerja", "Biro Contoh", 2025])
    change(work)
    out = io.BytesIO()
    work.save(out)
    return out.getvalue()


def test_a_plain_list_of_an_office_gives_nothing_away() -> None:
    assert leaks(book(lambda work: None)) == {}


def test_a_hidden_sheet_is_told_of_by_its_name() -> None:
    def change(work: Workbook) -> None:
        work.create_sheet("Gaji").sheet_state = "hidden"
        work.create_sheet("Sumber").sheet_state = "veryHidden"

    found = leaks(book(change))

    assert found["lembar_tersembunyi", 'lembar "Gaji"'] == "tersembunyi"
    assert found["lembar_tersembunyi", 'lembar "Sumber"'] == "sangat tersembunyi"


def test_hidden_rows_are_told_of_by_their_numbers_and_empty_ones_are_not() -> None:
    def change(work: Workbook) -> None:
        for n in (2, 3, 40):
            work["Data"].row_dimensions[n].hidden = True

    assert leaks(book(change)) == {
        ("baris_tersembunyi", 'lembar "Data", baris 2–3'): "1",
    }


def test_a_hidden_column_is_told_of_by_its_letter_and_head() -> None:
    def change(work: Workbook) -> None:
        work["Data"].column_dimensions["C"].hidden = True
        work["Data"].column_dimensions["Z"].hidden = True

    assert leaks(book(change)) == {("kolom_tersembunyi", 'lembar "Data", kolom C'): "Unit"}


def test_a_comment_is_told_of_by_its_cell() -> None:
    def change(work: Workbook) -> None:
        work["Data"]["B2"].comment = Comment("Jangan diumumkan, HP 081234567890", "Contoh")

    found = leaks(book(change))

    assert "Jangan diumumkan" in found["komentar", 'lembar "Data", sel B2']
    assert "081234567890" not in str(found)


def test_words_in_the_colour_of_the_paper_are_told_of() -> None:
    def change(work: Workbook) -> None:
        work["Data"]["B2"].font = Font(color="FFFFFFFF")
        work["Data"]["B3"].number_format = ";;;"
        work["Data"]["A1"].font = Font(color="FFFFFFFF")
        work["Data"]["A1"].fill = PatternFill("solid", fgColor="FF1F4E79")

    found = leaks(book(change))

    assert set(found) == {("teks_samar", 'lembar "Data", kolom B')}


def test_names_that_are_hidden_or_lead_elsewhere_are_told_of() -> None:
    def change(work: Workbook) -> None:
        work.defined_names["rahasia"] = DefinedName("rahasia", attr_text="Data!$A$1", hidden=True)
        work.defined_names["luar"] = DefinedName("luar", attr_text="'D:\\Kerja\\[a.xlsx]S'!$A$1")
        work.defined_names["biasa"] = DefinedName("biasa", attr_text="Data!$A$1:$B$2")

    assert {di for jenis, di in leaks(book(change)) if jenis == "nama_luar"} == {
        'nama sel "rahasia"',
        'nama sel "luar"',
    }


def test_who_made_it_and_where_is_told_of() -> None:
    def change(work: Workbook) -> None:
        work.properties.creator = "Contoh Pegawai"
        work.properties.lastModifiedBy = "Contoh Atasan"
        work.properties.keywords = "internal"

    found = leaks(book(change))

    assert found["properti", "keterangan file: pembuat"] == "Contoh Pegawai"
    assert found["properti", "keterangan file: pengubah terakhir"] == "Contoh Atasan"
    assert ("properti", "keterangan file: kata kunci") in found


def test_a_pivot_tells_which_table_it_still_holds() -> None:
    cache = (
        f'{XML}<pivotCacheDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
        'main" recordCount="120"><cacheSource type="worksheet"><worksheetSource ref="A1:C121" '
        'sheet="Pegawai"/></cacheSource><cacheFields><cacheField name="Nama"/>'
        '<cacheField name="Gaji"/></cacheFields></pivotCacheDefinition>'
    )
    found = leaks(xlsx(more={"xl/pivotCache/pivotCacheDefinition1.xml": cache}))

    assert found["pivot", 'sumber pivot lembar "Pegawai" A1:C121'] == "120 baris: Nama, Gaji"


def test_pivot_records_without_their_definition_are_told_of_all_the_same() -> None:
    found = leaks(xlsx(more={"xl/pivotCache/pivotCacheRecords1.xml": f"{XML}<a/>"}))

    assert ("pivot", "sumber pivot") in found


def test_another_workbook_is_told_of_by_its_path_and_what_is_kept_of_it() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    other = (
        f'{XML}<externalLink xmlns="{main}"><externalBook><sheetDataSet><sheetData><row><cell>'
        "<v>Contoh</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>"
    )
    more = {
        "xl/externalLinks/externalLink1.xml": other,
        "xl/externalLinks/_rels/externalLink1.xml.rels": rels(
            ("externalLinkPath", "file:///D:/Kerja/gaji.xlsx", "External")
        ),
    }

    found = leaks(xlsx(more=more))

    assert found["buku_lain", 'isi dari "file:///D:/Kerja/gaji.xlsx"'] == "1 sel tersimpan"


def test_a_data_model_and_connections_are_told_of_without_their_passwords() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    line = f'<connection name="Kepegawaian"><dbPr connection="Pwd=s3{"k" * 4}"/></connection>'
    found = leaks(
        xlsx(
            more={
                "xl/model/item.data": b"x",
                "xl/connections.xml": f'{XML}<connections xmlns="{main}">{line}</connections>',
                "customXml/item1.xml": f'{XML}<DataMashup xmlns="http://x">QQ==</DataMashup>',
            }
        )
    )

    assert ("model_data", "model data") in found
    assert ("model_data", "kueri data (Power Query)") in found
    assert ("sambungan_data", 'sambungan "Kepegawaian"') in found
    assert "s3kkkk" not in str(found)


def test_printers_pictures_things_within_and_local_links_are_told_of() -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "S", (2.0, 12.0, 30.0)
    Image.new("RGB", (40, 40), "white").save(out, "JPEG", exif=exif)
    draw = (
        f'{XML}<wsDr xmlns="http://x"><cNvPr id="1" name="Kotak" hidden="1"/>'
        '<srcRect l="0" t="25000"/></wsDr>'
    )
    parts = xlsx_parts()
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = rels(
        ("hyperlink", "file:///\\\\server\\bagi\\gaji.xlsx", "External"),
        ("hyperlink", "https://contoh.go.id", "External"),
    )
    found = leaks(
        zipped(
            {
                **parts,
                "xl/printerSettings/printerSettings1.bin": "\\\\SERVER\\Laser".encode("utf-16-le"),
                "xl/media/image1.jpg": out.getvalue(),
                "xl/drawings/drawing1.xml": draw,
                "xl/embeddings/oleObject1.bin": b"x" * 10,
                "docProps/thumbnail.jpeg": b"x",
            }
        )
    )

    assert found["pencetak", "setelan pencetak"] == "\\\\SERVER\\Laser"
    assert ("gambar_berlokasi", 'gambar "image1.jpg"') in found
    assert ("bentuk_tersembunyi", 'bentuk "Kotak"') in found
    assert ("gambar_terpotong", 'gambar di "drawing1.xml"') in found
    assert ("objek_tertanam", 'file tertanam "oleObject1.bin"') in found
    assert ("miniatur", "gambar kecil file") in found
    assert [di for jenis, di in found if jenis == "tautan_jalur"] == ["tautan"]


def test_numbers_of_persons_are_told_of_by_column_and_never_in_full() -> None:
    def change(work: Workbook) -> None:
        sheet = work["Data"]
        sheet["F1"], sheet["G1"], sheet["H1"] = "NIK", "No HP", "Nomor Rekening"
        for n in range(2, 40):
            sheet[f"F{n}"] = NIK + n
            sheet[f"G{n}"] = 81234567800 + n
            sheet[f"H{n}"] = f"00123456{n:02}"

    told = periksa.leaks(io.BytesIO(book(change)), "daftar.xlsx", Batas())

    found = {(a, b): (c, n) for a, b, c, n in told}
    assert found["nik", 'lembar "Data", kolom F'] == ("baris 2: 62••••••••••••06", 38)
    assert found["ponsel", 'lembar "Data", kolom G'][1] == 38
    assert found["rekening", 'lembar "Data", kolom H'][1] == 38
    assert "62710312" not in str(told)


def test_amounts_and_codes_of_a_budget_are_no_persons() -> None:
    def change(work: Workbook) -> None:
        sheet = work["Data"]
        sheet["F1"], sheet["G1"] = "Pagu (Rp)", "Kode Rekening"
        for n in range(2, 40):
            sheet[f"F{n}"] = 1_250_000_000 * n
            sheet[f"G{n}"] = f"5.1.02.01.01.00{n:02}"

    assert leaks(book(change)) == {}


def test_a_table_nobody_can_open_is_told_of_as_a_whole() -> None:
    found = leaks(book(lambda work: None)[:-200])

    assert ("tak_terperiksa", "seluruh file") in found


def test_macros_are_told_of_as_when_they_came_in() -> None:
    found = leaks(xlsx(more={"xl/vbaProject.bin": b"x" * 100}))

    assert ("makro", "xl/vbaProject.bin") in found


def test_a_list_of_fifty_thousand_persons_is_told_of_in_seconds() -> None:
    cell = '<c r="{}{}" t="n"><v>{}</v></c>'
    rows = "".join(
        f'<row r="{n}">{cell.format("A", n, n)}{cell.format("B", n, ONE + n % 9000)}'
        f"{cell.format('C', n, 1_000_000 + n)}</row>"
        for n in range(2, 50_002)
    )
    isi = xlsx(rows)
    began = time.process_time()

    told = periksa.leaks(io.BytesIO(isi), "daftar.xlsx", Batas())

    assert [(a, n) for a, _, _, n in told] == [("nik", 50_000)]
    assert time.process_time() - began < 15
