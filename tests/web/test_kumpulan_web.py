"""Many papers from one table at the pages: form, faults, papers, what holds them all."""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from werkzeug.test import TestResponse

from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.kumpulan import DIURUNGKAN, Kumpulan
from service.domain.naskah import DIAJUKAN, DISETUJUI, KONSEP, Naskah
from service.domain.wewenang import WAJIB
from service.house import RealHouse
from service.web.app import create_app
from tests.office import INSTANSI, rule, work
from tests.papers import table
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.naskah_web import SURAT, perkara
from tests.web.rumah_web import Orang, come_in, officer, with_password

pytestmark = pytest.mark.usefixtures("berpasangan")

KEPALA = ["Tentang", "Catatan"]


@pytest.fixture
def penyiap(house: RealHouse) -> Orang:
    return officer(house, "penyiap", "petugas")


def every(house: RealHouse) -> list[Naskah]:
    with house.ledger.read() as reading:
        return sorted(reading.find(Naskah), key=lambda one: one.dibuat)


def printed(house: RealHouse) -> list[Naskah]:
    """All that is owed is done; prints of a table are asked for one after another."""
    for _ in range(40):
        work(house)
        if all(one.resep for one in every(house)):
            return every(house)
        time.sleep(0.1)
    raise AssertionError("a print never came")


def sends(who: Orang, path: Path, berkas: Berkas | None) -> TestResponse:
    at = f"/kumpulan/baru?berkas={berkas.id}&jenis={SURAT}" if berkas else ""
    tanda = re.search(r'name="tanda" value="(\w+)"', who.client.get(at).text) if at else None
    told = {
        "csrf": who.csrf,
        "instansi": INSTANSI,
        "jenis": SURAT,
        "berkas": berkas.id if berkas else "",
        "tanda": tanda[1] if tanda else "a" * 26,
        "file": (io.BytesIO(path.read_bytes()), path.name),
    }
    return who.client.post("/kumpulan", data=told)


def does(who: Orang, at: str, apa: str, **told: str) -> TestResponse:
    page = who.client.get(at).text
    form = re.search(rf'action="{at}/{apa}".*?</form>', page, re.S)
    sidik = re.search(r'name="sidik" value="(\w+)"', form[0]) if form else None
    sent = {"csrf": who.csrf, **({"sidik": sidik[1]} if sidik else {}), **told}
    return who.client.post(f"{at}/{apa}", data=sent)


def begun(house: RealHouse, who: Orang, path: Path, berkas: Berkas | None) -> str:
    """The address of a table whose papers are all printed."""
    answer = sends(who, path, berkas)
    assert answer.status_code == 303, answer.text
    at = answer.headers["Location"]
    assert does(who, at, "mulai").status_code == 303
    printed(house)
    return at


def fetched(who: Orang, at: str) -> io.BytesIO:
    answer = who.client.get(at)
    assert answer.status_code == 200
    raw = answer.get_data()
    answer.close()
    return io.BytesIO(raw)


def rows(folder: Path, *told: str, nama: str = "isian.xlsx") -> Path:
    return table(folder / nama, [KEPALA, *([one, ""] for one in told)])


def test_from_the_form_to_the_numbers_in_the_order_of_the_rows(
    house: RealHouse, penyiap: Orang, tmp_path: Path
) -> None:
    berkas = perkara(house)
    assert (
        f'href="/kumpulan/baru?berkas={berkas.id}"'
        in penyiap.client.get(f"/berkas/{berkas.id}").text
    )
    kinds = penyiap.client.get(f"/kumpulan/baru?berkas={berkas.id}").text
    assert "Surat Contoh</a>" in kinds
    told = {"csrf": penyiap.csrf, "instansi": INSTANSI, "jenis": SURAT, "berkas": berkas.id}
    blank = penyiap.client.post("/kumpulan/formulir", data=told)
    assert blank.headers["Content-Disposition"] == (
        'attachment; filename="Formulir Surat Contoh.xlsx"'
    )
    assert load_workbook(io.BytesIO(blank.data)).sheetnames[0] == "Isian"

    answer = sends(penyiap, rows(tmp_path, "Satu", "Dua", "Tiga"), berkas)
    at = answer.headers["Location"]
    ready = penyiap.client.get(at).text
    assert "Belum ada naskah yang dimulai." in ready
    assert "Mulai 3 naskah" in ready
    assert every(house) == []

    assert does(penyiap, at, "mulai").status_code == 303
    assert "0 dari 3 naskah dibuat" in penyiap.client.get(at).text
    assert "Muat ulang" in penyiap.client.get(at).text
    printed(house)
    assert "Semua naskah sudah dibuat dan dicetak: 3 konsep." in penyiap.client.get(at).text

    one = penyiap.client.get(f"/naskah/{every(house)[0].id}").text
    assert f'href="{at}">Naskah dari tabel</a>' in one

    result = does(penyiap, at, "ajukan").text
    assert "3 naskah dikerjakan." in result
    tim, kepala = officer(house, "tim", "tim_sekretariat"), officer(house, "kepala", "ppid")
    assert f'action="{at}/setujui"' not in kepala.client.get(at).text
    assert "3 naskah dikerjakan." in does(tim, at, "paraf").text
    result = does(kepala, at, "setujui").text
    assert "3 naskah dikerjakan." in result
    assert [one.keadaan for one in every(house)] == [DISETUJUI] * 3
    numbers = [int(re.findall(r"\d+", one.nomor)[0]) for one in every(house)]
    assert numbers == [1, 2, 3]
    assert does(kepala, at, "setujui").status_code == 409


def test_every_fault_of_a_table_stands_on_the_page_with_its_row_and_column(
    house: RealHouse, penyiap: Orang, tmp_path: Path
) -> None:
    berkas = perkara(house)

    answer = sends(penyiap, rows(tmp_path, "Satu", "x" * 1_001, "Satu"), berkas)

    assert answer.status_code == 422
    assert "2 kesalahan pada 2 baris. Belum ada yang disimpan." in answer.text
    cells = re.findall(r'<th scope="row">(\d+)</th>\s*<td>([^<]*)', answer.text)
    assert [(n, kata[:21]) for n, kata in cells] == [
        ("3", "Tentang paling banyak"),
        ("4", "Baris ini sama dengan"),
    ]
    assert "Kolom Tentang, isinya: xxx" in answer.text
    assert "Unduh formulir" in answer.text
    bare = penyiap.client.post(
        "/kumpulan",
        data={
            "csrf": penyiap.csrf,
            "instansi": INSTANSI,
            "jenis": SURAT,
            "berkas": berkas.id,
            "tanda": "a" * 26,
        },
    )
    assert bare.status_code == 422
    assert "Pilih formulir yang sudah diisi" in bare.text
    assert sends(penyiap, tmp_path / "isian.xlsx", berkas).status_code == 422
    (tmp_path / "rusak.xlsx").write_bytes(b"bukan tabel")
    answer = sends(penyiap, tmp_path / "rusak.xlsx", berkas)
    assert (answer.status_code, "tidak dapat dibuka sebagai tabel" in answer.text) == (422, True)
    with house.ledger.read() as reading:
        assert reading.find(Kumpulan) == []


def test_all_papers_come_as_one_archive_and_as_one_print_that_follows_them(
    house: RealHouse, penyiap: Orang, tmp_path: Path
) -> None:
    at = begun(house, penyiap, rows(tmp_path, "Satu", "Dua / Tiga"), perkara(house))
    for bentuk in ("zip", "cetak", "cetak_bolak_balik"):
        assert penyiap.client.get(f"{at}/file/{bentuk}").status_code == 404
        assert does(penyiap, at, bentuk).status_code == 303
    assert "Sedang disiapkan: ZIP (Word dan PDF)." in penyiap.client.get(at).text
    work(house)

    with zipfile.ZipFile(fetched(penyiap, f"{at}/file/zip")) as whole:
        assert whole.namelist() == [
            "0001 Surat Contoh konsep.docx",
            "0001 Surat Contoh konsep.pdf",
            "0002 Surat Contoh konsep.docx",
            "0002 Surat Contoh konsep.pdf",
        ]
        assert whole.testzip() is None
    one_side = PdfReader(fetched(penyiap, f"{at}/file/cetak"))
    both = PdfReader(fetched(penyiap, f"{at}/file/cetak_bolak_balik"))
    assert (len(one_side.pages), len(both.pages)) == (2, 3)
    assert "Satu" in one_side.pages[0].extract_text()
    assert "Dua / Tiga" in both.pages[2].extract_text()

    does(penyiap, at, "ajukan")
    does(officer(house, "tim", "tim_sekretariat"), at, "paraf")
    does(officer(house, "kepala", "ppid"), at, "setujui")
    assert penyiap.client.get(f"{at}/file/cetak").status_code == 404
    assert does(penyiap, at, "cetak").status_code == 409
    printed(house)
    assert "Naskahnya berubah sejak file cetak sebelumnya dibuat." in penyiap.client.get(at).text
    does(penyiap, at, "cetak")
    work(house)
    again = PdfReader(fetched(penyiap, f"{at}/file/cetak"))
    assert every(house)[1].nomor in again.pages[1].extract_text()


def test_matters_chosen_in_the_list_get_a_paper_each(
    house: RealHouse, penyiap: Orang, tmp_path: Path
) -> None:
    some = [perkara(house, f"Perkara {n}") for n in range(3)]
    marks = [f"{one.id}.1" for one in some]
    told = {"csrf": penyiap.csrf, "apa": "naskah", "pilih": marks}
    asked = penyiap.client.post("/berkas/banyak", data=told).text
    assert "3 berkas dipilih; masing-masing mendapat satu naskah." in asked
    pilih = re.search(r'name="pilih" value="([^"]+)"', asked)[1]
    step = penyiap.client.post(
        "/kumpulan/pilih", data={"csrf": penyiap.csrf, "pilih": pilih, "jenis": SURAT}
    ).text
    assert "Setiap baris menjadi satu naskah di berkasnya sendiri." in step
    sent = {"csrf": penyiap.csrf, "instansi": INSTANSI, "jenis": SURAT, "pilih": pilih}
    blank = penyiap.client.post("/kumpulan/formulir", data=sent)
    sheet = (book := load_workbook(io.BytesIO(blank.data)))["Isian"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "Kode berkas")
    at_column = next(x.column for x in head if x.value == "Tentang")
    for n in range(3):
        sheet.cell(head[0].row + 1 + n, at_column).value = f"Hal {n}"
    book.save(tmp_path / "isian.xlsx")

    at = begun(house, penyiap, tmp_path / "isian.xlsx", None)

    with house.ledger.read() as reading:
        titles = {one.id: one.judul for one in reading.find(Berkas)}
    told_of = {(titles[x.berkas], x.isian["tentang"]) for x in every(house)}
    assert told_of == {(f"Perkara {n}", f"Hal {n}") for n in range(3)}
    assert "Masing-masing berkas" in penyiap.client.get("/kumpulan").text
    assert at in penyiap.client.get("/kumpulan").text
    assert penyiap.client.post("/berkas/banyak", data={**told, "pilih": []}).status_code == 422


def test_older_tables_stand_on_the_pages_behind_the_first(house: RealHouse, penyiap: Orang) -> None:
    berkas, hidden = perkara(house), perkara(house, "Tertutup contoh", rahasia=True)
    now, siapa = house.clock.now(), penyiap.hadir.orang.id
    with house.ledger.begin() as tx:
        tx.note(Catatan(INSTANSI, siapa, "contoh", now))
        for n in range(65):
            mine = hidden if n % 2 else berkas
            told = (house.new_id(), INSTANSI, SURAT, DIURUNGKAN, now, siapa, f"kunci {n}")
            tx.add(Kumpulan(*told, (mine.id,), False, "", "isian.xlsx", "", n))

    first, second = (penyiap.client.get(f"/kumpulan{at}").text for at in ("", "?halaman=2"))

    assert [page.count(berkas.judul) for page in (first, second)] == [30, 3]
    assert "?halaman=2" in first
    assert "?halaman=3" not in second
    assert hidden.judul not in first + second
    assert penyiap.client.get("/kumpulan?halaman=999999").status_code == 200


def test_a_file_of_all_papers_carries_the_rights_of_each_at_every_download(
    house: RealHouse, tmp_path: Path, penyiap: Orang
) -> None:
    arsip = officer(house, "arsip", "pengelola_arsip")
    plain, hidden = perkara(house, "Terbuka"), perkara(house, "Tertutup contoh", rahasia=True)
    path = table(
        tmp_path / "isian.xlsx",
        [["Kode berkas", *KEPALA], [plain.id, "Biasa", ""], [hidden.id, "Senyap", ""]],
    )
    at = begun(house, arsip, path, None)
    does(arsip, at, "zip")
    does(arsip, at, "cetak")
    work(house)
    assert len(zipfile.ZipFile(fetched(arsip, f"{at}/file/zip")).namelist()) == 4

    page = penyiap.client.get(at)
    assert page.status_code == 200
    assert "Tertutup contoh" not in page.text
    assert "satu file" not in page.text
    assert "1 konsep" in page.text
    for way in ("zip", "cetak"):
        assert penyiap.client.get(f"{at}/file/{way}").status_code == 404
        assert does(penyiap, at, way).status_code == 404
    assert sends(penyiap, path, None).status_code == 422


def test_what_nobody_offers_is_not_found_and_a_stale_press_does_nothing(
    house: RealHouse, penyiap: Orang, tmp_path: Path
) -> None:
    at = begun(house, penyiap, rows(tmp_path, "Satu", "Dua"), perkara(house))
    assert does(penyiap, at, "hapus").status_code == 404
    assert penyiap.client.get(f"{at}/file/lain").status_code == 404
    assert penyiap.client.get(f"/kumpulan/{'a' * 26}").status_code == 404
    assert does(penyiap, at, "ajukan", sidik="0" * 32).status_code == 409
    assert does(penyiap, at, "mulai").status_code == 303
    assert [one.keadaan for one in every(house)] == [KONSEP, KONSEP]


@pytest.mark.parametrize(
    ("jenis", "instansi"),
    [("tidak_ada", INSTANSI), ("../../etc/passwd", INSTANSI), ("", INSTANSI), (SURAT, "lain")],
)
def test_a_kind_or_an_agency_that_is_not_there_is_answered_in_words(
    house: RealHouse, penyiap: Orang, tmp_path: Path, jenis: str, instansi: str
) -> None:
    berkas, path = perkara(house), rows(tmp_path, "Satu")
    told = {"csrf": penyiap.csrf, "instansi": instansi, "jenis": jenis, "berkas": berkas.id}
    blank = penyiap.client.post("/kumpulan/formulir", data=told)
    sent = {**told, "tanda": "a" * 26, "file": (io.BytesIO(path.read_bytes()), "isian.xlsx")}
    answer = penyiap.client.post("/kumpulan", data=sent)

    assert {blank.status_code, answer.status_code} <= {404, 422}
    assert "Traceback" not in blank.text + answer.text
    assert penyiap.client.get("/kumpulan/baru?berkas=tiada").status_code == 404


def test_where_two_are_asked_for_nobody_is_offered_what_they_prepared(
    house: RealHouse, tmp_path: Path
) -> None:
    both = officer(house, "dua", "tim_sekretariat", "ppid")
    at = begun(house, both, rows(tmp_path, "Satu"), perkara(house))
    does(both, at, "ajukan")
    assert "Mengapa tidak ada orang kedua" in both.client.get(at).text
    assert does(both, at, "paraf").status_code == 422
    rule(house, WAJIB)
    assert f'action="{at}/paraf"' not in both.client.get(at).text
    assert does(both, at, "paraf", sidik="0" * 32).status_code == 409
    assert [one.keadaan for one in every(house)] == [DIAJUKAN]


def test_it_is_filled_sent_and_begun_by_keyboard_on_every_width(
    house: RealHouse, tmp_path: Path, win
) -> None:
    with_password(house, "penyiap", "petugas", "tim_sekretariat")
    berkas, path = perkara(house), rows(tmp_path, "Satu", "Dua")
    wrong = rows(tmp_path, "", "x" * 1_001, nama="salah.xlsx")
    with served(create_app(house)) as alamat:
        page = win.page
        come_in(page, alamat, "penyiap", f"/kumpulan/baru?berkas={berkas.id}")
        _look(win, tmp_path, "kumpulan-jenis")
        page.get_by_role("link", name="Surat Contoh").press("Enter")
        with page.expect_download() as got:
            page.get_by_role("button", name="Unduh formulir").press("Enter")
        assert got.value.suggested_filename.endswith(".xlsx")
        page.locator("input[type=file]").set_input_files(wrong)
        page.get_by_role("button", name="Periksa tabelnya").press("Enter")
        page.get_by_text("1 kesalahan pada 1 baris").wait_for()
        _look(win, tmp_path, "kumpulan-salah")
        page.locator("input[type=file]").set_input_files(path)
        page.get_by_role("button", name="Periksa tabelnya").press("Enter")
        page.get_by_role("button", name="Mulai 2 naskah").wait_for()
        _look(win, tmp_path, "kumpulan-siap")
        page.get_by_role("button", name="Mulai 2 naskah").press("Enter")
        page.get_by_text("0 dari 2 naskah dibuat").wait_for()
        printed(house)
        page.get_by_role("button", name="Ajukan 2 naskah").wait_for()  # the page renews itself
        assert page.get_by_role("link", name="Surat Contoh ke-2").is_visible()
        _look(win, tmp_path, "kumpulan-jalan")
        page.get_by_role("button", name="Ajukan 2 naskah").press("Enter")
        page.get_by_text("2 naskah dikerjakan.").wait_for()
        _look(win, tmp_path, "kumpulan-hasil")
        page.goto(f"{alamat}/kumpulan")
        _look(win, tmp_path, "kumpulan-daftar")


def _look(win, folder: Path, nama: str) -> None:
    for width in (PHONE, DESKTOP):
        win.size(width)
        win.page.screenshot(path=folder / f"{nama}-{width}.png", full_page=True)
    sound(win)
