"""The registers as officers read, print and take them out; and nothing in them is not theirs."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from service.acts.orang import peran
from service.domain.kiriman import Surat
from tests.web.browser import DESKTOP, PHONE, axe, spills
from tests.web.register import let_in, paper, session, surat

RAHASIA = Surat("R-7/2026", "2026-11-02", "Perkara saksi terlindung", "Pelapor Contoh")
JAHAT = Surat("=1+1", "2026-11", '=HYPERLINK("x")', "@SUM(A1)")
JALAN = ("", "/masuk", "/keluar", "/permohonan", "/keberatan")


@pytest.fixture
def isi(kantor):
    admin = kantor.opened()
    people = {
        "petugas": kantor.person(admin, "contoh.petugas", "petugas"),
        "ppid": kantor.person(admin, "contoh.ppid", "ppid"),
        "satu": kantor.person(admin, "contoh.satu"),
    }
    at = peran.Penugasan("dinas_contoh", "bidang_satu", "unit")
    peran.give(kantor, admin, people["satu"].id, at)
    surat(kantor, unit="bidang_satu", fisik=paper())
    surat(kantor, surat=JAHAT, fisik=paper(""))
    surat(kantor, rahasia=True, surat=RAHASIA)
    return people


def come_in(client, kantor, orang):
    client.set_cookie("berkas", session(kantor, orang))


def test_every_register_is_sound_wide_and_narrow_and_on_paper(kantor, isi, alamat, win):
    page = win.page
    let_in(page, alamat, kantor, isi["ppid"])
    for way in (*JALAN, *(f"{one}/cetak" for one in JALAN[1:])):
        page.goto(f"{alamat}/register{way}")
        for width, dark in ((DESKTOP, False), (PHONE, True)):
            win.size(width)
            win.dark(dark)
            axe(page)
            assert spills(page) == [], way
        win.size(DESKTOP)
        win.dark(False)
    win.quiet()


def test_the_agenda_tells_number_sender_paper_and_place(kantor, isi, alamat, win):
    let_in(win.page, alamat, kantor, isi["petugas"])
    win.page.goto(f"{alamat}/register")

    lines = win.page.locator("#register tbody tr").all_inner_texts()
    assert len(lines) == 2
    assert "0002/AGENDA/2026" in lines[0]
    assert "belum ada lokasi" in lines[0]
    assert "November 2026" in lines[0]
    assert "0001/AGENDA/2026" in lines[1]
    assert "Rak 3" in lines[1]
    assert "Bidang Satu Contoh" in lines[1]


def test_papers_without_a_place_can_be_asked_for(kantor, isi, alamat, win):
    let_in(win.page, alamat, kantor, isi["petugas"])
    win.page.goto(f"{alamat}/register/masuk")
    win.page.get_by_label("Hard copy").select_option("tanpa_lokasi")
    win.page.get_by_role("button", name="Saring").click()
    win.page.wait_for_url("**kertas=tanpa_lokasi**")

    assert win.page.locator("#register tbody tr").count() == 1


def test_a_printed_book_is_a_landscape_sheet_with_its_head_on_every_page(
    kantor, isi, alamat, win, tmp_path
):
    from pypdf import PdfReader

    for n in range(40):
        surat(kantor, surat=Surat(f"{n}/X/2026", "2026-11-03", f"Perihal {n} " * 9, "Contoh"))
    let_in(win.page, alamat, kantor, isi["petugas"])
    win.page.goto(f"{alamat}/register/masuk/cetak", wait_until="networkidle")
    out = tmp_path / "agenda.pdf"
    win.page.pdf(path=str(out), prefer_css_page_size=True)

    pages = PdfReader(out).pages
    assert len(pages) > 1
    for n, one in enumerate(pages, 1):
        assert one.mediabox.width > one.mediabox.height
        words = " ".join(one.extract_text().split())
        assert "Pengirim" in words
        assert f"Halaman {n} dari {len(pages)}" in words
        assert "Saring" not in words
    first, last = pages[0].extract_text(), pages[-1].extract_text()
    assert "AGENDA SURAT MASUK" in first
    assert "DINAS CONTOH" in first
    assert "PPID Contoh" in last
    assert "0042/AGENDA/2026" in last, "nobody signs a sheet on which no line stands"


def test_what_is_taken_out_is_never_a_formula(kantor, isi, client):
    come_in(client, kantor, isi["petugas"])

    got = client.get("/register/masuk/csv")
    rows = list(csv.reader(io.StringIO(got.get_data(as_text=True).removeprefix("\ufeff"))))
    assert got.data.startswith(b"\xef\xbb\xbf")
    assert len(rows) == 3
    assert not [one for row in rows for one in row if one.startswith(("=", "+", "-", "@"))]
    assert "'=1+1" in rows[2]

    book = load_workbook(io.BytesIO(client.get("/register/masuk/xlsx").data))
    cells = [one for row in book.worksheets[0].iter_rows() for one in row]
    assert "=1+1" in [one.value for one in cells]
    assert not {one.data_type for one in cells} & {"f"}


@pytest.mark.parametrize("way", ["", "/cetak", "/csv", "/xlsx"])
def test_withheld_matters_stand_in_no_book_of_who_may_not_see_them(kantor, isi, client, way):
    def told(who, ask=""):
        come_in(client, kantor, isi[who])
        body = client.get(f"/register/masuk{way}{ask}").data
        if way == "/xlsx":
            book = load_workbook(io.BytesIO(body))
            return str([[one.value for one in row] for row in book.worksheets[0].iter_rows()])
        return body.decode()

    for who in ("petugas", "satu"):
        for ask in ("", "?buku=rahasia", "?buku=rahasia&unit=bidang_satu&tahun=2026"):
            assert "terlindung" not in told(who, ask)
            assert "R-0001" not in told(who, ask)
    assert "terlindung" in told("ppid", "?buku=rahasia")
    assert "terlindung" not in told("ppid")


def test_a_unit_reads_its_own_lines_alone(kantor, isi, client):
    come_in(client, kantor, isi["satu"])
    page = client.get("/register/masuk").get_data(as_text=True)

    assert "0001/AGENDA/2026" in page
    assert "0002/AGENDA/2026" not in page
    assert "1 baris" in page
    assert "Buku rahasia" not in page
    assert client.get("/register/masuk?instansi=badan_contoh").status_code == 200
    assert client.get("/register/tidak_ada").status_code == 404


@pytest.mark.parametrize(
    "ask",
    ["tahun=0", "tahun=99999", "tahun=%2D1", "bulan=13", "halaman=99999999", "unit=%27", "arah=x"],
)
def test_whatever_is_asked_of_a_book_ends_on_a_page(kantor, isi, client, ask):
    come_in(client, kantor, isi["petugas"])
    for way in ("", "/cetak", "/csv", "/xlsx"):
        for one in JALAN[1:]:
            assert client.get(f"/register{one}{way}?{ask}").status_code == 200, (one, way)
