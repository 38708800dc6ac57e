"""A file on its way to the public is looked through, and a copy made of what is seen of it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pypdf
import pytest
from docx import Document
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.pagebreak import Break
from PIL import Image, ImageDraw

from service.acts.gerbang import periksa, salin
from service.domain.gerbang import salinan
from service.domain.gerbang.bukti_hitam import BuktiHitam, MasihTerbaca
from service.domain.gerbang.hitam import boxes
from service.domain.gerbang.pelepasan import MasihTembus, clear, may_go
from service.domain.gerbang.salinan import SalinanTakDapatDibuat
from service.domain.gerbang.utuh import TulisanTerpotong
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.contoh_buruk import _pdf
from tests.contoh_buruk._kertas import docx
from tests.office import open_house

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
BIASA = "Laporan kinerja Biro Contoh tahun 2025"
RAHASIA = "Contoh Rahasia 6271031208900004"
KOTAK = (1, 60 / 595, 148 / 842, 400 / 595, 164 / 842)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


def words(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def kept(tmp_path: Path, nama: str, isi: bytes) -> Path:
    path = tmp_path / nama
    path.write_bytes(isi)
    return path


def test_a_file_stays_until_all_that_was_found_is_cleared_by_a_person(
    house: RealHouse, tmp_path: Path
) -> None:
    path = kept(tmp_path, "a.pdf", _pdf.letter(BIASA, "NIP 198003122005011002"))
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()

    found = periksa.looked_through(house, path, sha256, "a.pdf")

    with pytest.raises(MasihTembus):
        may_go(sha256, found, ())
    every = [one.id for one in found.tembus]
    why = "NIP pejabat penandatangan"
    may_go(sha256, found, clear(found.sidik, every, found, "orang", why, house.clock.now()))


def test_a_pdf_is_cleaned_and_keeps_its_words(house: RealHouse, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(_pdf.letter(BIASA))) as paper:
        paper.docinfo["/Author"] = "Contoh Pegawai"
        paper.attachments["gaji.txt"] = b"Lampiran rahasia"
        paper.save(tmp_path / "a.pdf")
    path = tmp_path / "a.pdf"
    before = path.read_bytes()
    found = periksa.hits(house, path, "a.pdf")

    with house.room() as room:
        made = salin.copied(house, path, "a.pdf", PDF, found, room)

        assert (made.cara, made.tembus) == (salinan.BERSIH, ())
        assert BIASA in words(made.path)
    assert path.read_bytes() == before


def test_a_pdf_that_hides_words_is_drawn_page_by_page(house: RealHouse, tmp_path: Path) -> None:
    held = _pdf.objects(BIASA)
    bar = b" BT /F1 12 Tf 72 500 Td (Tertutup) Tj ET 0 g 70 495 200 18 re f"
    held[4] = _pdf.stream(_pdf.lines(BIASA) + bar)
    path = kept(tmp_path, "a.pdf", _pdf.written(held))
    found = periksa.hits(house, path, "a.pdf")
    assert [one.jenis for one in found] == ["pdf_teks_tertutup"]

    with house.room() as room:
        made = salin.copied(house, path, "a.pdf", PDF, found, room)

        assert (made.cara, made.tembus) == (salinan.GAMBAR, ())
        assert "kinerja" in words(made.path) and "Tertutup" not in words(made.path)


def test_what_is_blackened_is_proved_gone_and_where_else_it_stands_is_told(
    house: RealHouse, tmp_path: Path
) -> None:
    path = kept(tmp_path, "a.pdf", _pdf.letter(BIASA, RAHASIA))
    found = periksa.hits(house, path, "a.pdf")

    made = salin.blackened(house, path, "a.pdf", found, boxes([KOTAK], 1), tmp_path / "b.pdf")

    assert made.tembus == ()
    assert "Rahasia" not in words(made.path)
    assert "halaman 1" in made.pesan  # "Contoh" stands in the first line, too


def test_a_copy_that_could_not_be_proved_is_thrown_away(house: RealHouse, tmp_path: Path) -> None:
    path = kept(tmp_path, "a.pdf", _pdf.letter(BIASA, RAHASIA))
    kotak = boxes([KOTAK], 1)

    class GateThatForgetsTheBoxes:
        def __init__(self) -> None:
            self._whole = house.gate

        def blackened(self, path: Path, _: object, out: Path) -> Path:
            return self._whole.blackened(path, (), out)

        def proof(self, asal: Path, made: Path, kotak: object) -> BuktiHitam:
            return self._whole.proof(asal, made, kotak)

    forgetful = GateThatForgetsTheBoxes()
    house.opened["gate"] = forgetful

    with pytest.raises(MasihTerbaca, match="di balik kotak"):
        salin.blackened(house, path, "a.pdf", (), kotak, tmp_path / "b.pdf")

    assert not (tmp_path / "b.pdf").exists()


def test_the_number_on_a_scan_is_read_and_told_of(house: RealHouse, tmp_path: Path) -> None:
    sheet = Image.new("L", (1654, 2339), "white")
    pen = ImageDraw.Draw(sheet)
    for n, line in enumerate(("LAPORAN KINERJA", "NIK 6271031208900004", "Palangka Raya")):
        pen.text((200, 300 + 90 * n), line, fill="black", font_size=48)
    path = kept(tmp_path, "a.pdf", _pdf.scan(sheet))

    found = {(one.jenis, one.tempat) for one in periksa.hits(house, path, "a.pdf")}

    assert ("pindaian", "halaman 1") in found
    assert ("nik", "halaman 1, terbaca dari gambar") in found


def test_a_workbook_is_shown_as_the_print_of_what_is_seen(house: RealHouse, tmp_path: Path) -> None:
    work = Workbook()
    work.properties.creator = "Contoh Pegawai"
    sheet = work.active
    assert sheet is not None
    sheet.append(["No", "Ringkasan", "Catatan"])
    sheet.append([1, "Laporan kinerja", "Kolomtersembunyi"])
    sheet.append([2, "Baristersembunyi", ""])
    sheet["B2"].comment = Comment("Komentarpenyunting", "Contoh")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    work.create_sheet("Gaji")["A1"] = "Lembartersembunyi"
    work["Gaji"].sheet_state = "hidden"
    path = tmp_path / "daftar.xlsx"
    work.save(path)
    found = periksa.hits(house, path, "daftar.xlsx")
    assert {"lembar_tersembunyi", "baris_tersembunyi", "kolom_tersembunyi", "komentar"} <= {
        one.jenis for one in found
    }

    with house.room() as room:
        made = salin.copied(house, path, "daftar.xlsx", EXCEL, found, room)

        assert made.tembus == ()
        assert "Laporan kinerja" in words(made.path)
        raw = made.path.read_bytes() + words(made.path).encode()
    for hidden in ("Kolom", "Baris", "Komentar", "Lembar"):
        assert f"{hidden}tersembunyi".encode() not in raw
    assert b"Komentarpenyunting" not in raw and b"Pegawai" not in raw


def cramped(path: Path) -> dict[str, list[str]]:
    """A workbook whose words have no room on its sheets; what is seen of it, and what is not."""
    work = Workbook()
    sheet = work.active
    assert sheet is not None
    sheet.title = "Anggaran"
    panjang = " ".join(f"uraian{n:03}kegiatan" for n in range(120))
    alamat = "https://contoh.go.id/" + "bagianalamat" * 6
    sheet.append(["Daftar Anggaran Kantor Contoh Menurut Kegiatan dan Penanggungjawabnya"])
    sheet.append(["No", "Uraian kegiatan", "Alamat", "Pagu", "Tanggal", "Disembunyikan"])
    sheet.append([1, panjang, alamat, 1234567890123, date(2026, 9, 30), "Kolomrahasia"])
    sheet.append([2, "Barisrahasia", "", 0, None, ""])
    sheet.append(["Diluarwilayahcetak", "Tegaklurus", "Dikecilkan supaya muat", 7, None, ""])
    sheet.merge_cells("A1:E1")
    sheet["A1"].font = Font(size=28, bold=True)
    sheet["D3"].number_format = '"Rp" #,##0.00'
    sheet["E3"].number_format = "dddd, d mmmm yyyy"
    sheet["B5"].alignment = Alignment(text_rotation=90)
    sheet["C5"].alignment = Alignment(shrink_to_fit=True)
    sheet["E5"] = "Putih"
    sheet["E5"].number_format = ";;;"
    for letter in "ABCDE":
        sheet.column_dimensions[letter].width = 4
    sheet.column_dimensions["F"].hidden = True
    sheet.row_dimensions[3].height = 12
    sheet.row_dimensions[4].hidden = True
    sheet.print_area = "A1:B3"
    sheet.row_breaks.append(Break(id=2))
    wide = work.create_sheet("Rekap")
    wide.append([f"Kepalakolom{n:02}" for n in range(40)])
    wide.append([f"Isi sel nomor{n:02}" for n in range(40)])
    work.create_sheet("Gaji").append(["Lembarrahasia"])
    work["Gaji"].sheet_state = "veryHidden"
    work.save(path)
    heads = "Daftar Anggaran Menurut Penanggungjawabnya Uraian Alamat Pagu Tanggal"
    seen = [*heads.split(), *panjang.split(), alamat, "Diluarwilayahcetak", "Tegaklurus"]
    seen += ["Dikecilkan", *(f"Kepalakolom{n:02}" for n in range(40)), "1,234,567,890,123.00"]
    seen += [*(f"nomor{n:02}" for n in range(40)), "September", "2026"]
    return {"seen": seen, "hidden": ["Kolomrahasia", "Barisrahasia", "Lembarrahasia", "Putih"]}


def test_nothing_that_is_seen_in_a_workbook_is_cut_in_its_copy_and_nothing_hidden_is_in_it(
    house: RealHouse, tmp_path: Path
) -> None:
    path = tmp_path / "anggaran.xlsx"
    told = cramped(path)
    found = periksa.hits(house, path, "anggaran.xlsx")

    with house.room() as room:
        made = salin.copied(house, path, "anggaran.xlsx", EXCEL, found, room)
        printed = "".join(words(made.path).split())

    assert [one for one in told["seen"] if one not in printed] == []
    assert [one for one in told["hidden"] if one in printed] == []


def test_a_copy_of_a_workbook_that_lost_a_word_is_not_used(
    house: RealHouse, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    work = Workbook()
    assert work.active is not None
    work.active.append(["Tertinggal"])
    work.save(path)

    class ChangerOfAnotherBook:
        def pdf(self, _: Path, __: str, out: Path) -> Path:
            out.write_bytes(_pdf.letter(BIASA))
            return out

    house.opened["changer"] = ChangerOfAnotherBook()

    with pytest.raises(TulisanTerpotong, match='lembar "Sheet", sel A1'), house.room() as room:
        salin.copied(house, path, "a.xlsx", EXCEL, (), room)


def test_a_letter_with_hidden_words_is_shown_without_them(house: RealHouse, tmp_path: Path) -> None:
    paper = Document()
    paper.core_properties.author = "Contoh Pegawai"
    paper.add_paragraph(BIASA)
    paper.add_paragraph().add_run("Takkelihatan").font.hidden = True
    path = tmp_path / "surat.docx"
    paper.save(path)
    found = periksa.hits(house, path, "surat.docx")

    with house.room() as room:
        made = salin.copied(house, path, "surat.docx", WORD, found, room)

        assert made.tembus == ()
        assert "kinerja" in words(made.path) and "Takkelihatan" not in words(made.path)


def test_a_letter_with_changes_is_decided_by_its_office_first(
    house: RealHouse, tmp_path: Path
) -> None:
    path = kept(tmp_path, "a.docx", docx('<w:p><w:ins w:author="Contoh"/></w:p>'))
    found = periksa.hits(house, path, "a.docx")

    with pytest.raises(SalinanTakDapatDibuat, match="tolak dahulu"), house.room() as room:
        salin.copied(house, path, "a.docx", WORD, found, room)
