"""The number books, as those who keep them use their pages."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from service.acts.instansi.packs import agency
from service.acts.nomor import ambil
from service.adapters.ledger.ledger import SqlLedger
from service.domain.nomor import BATAL, DIPESAN, Nomor
from service.domain.seri import Perkara
from tests.kantor import Kantor
from tests.papers import table
from tests.web.browser import served
from tests.web.test_instansi_web import said
from tests.web.test_pintu import csrf, log_in
from tests.web.test_real_pages import SANDI, sound

KODE = "dinas_contoh"
BUKU = "/nomor/dinas_contoh/memorandum/2026"


@pytest.fixture
def kantor(buku_induk: SqlLedger, tmp_path: Path) -> Kantor:
    one = Kantor(buku_induk, tmp_path)
    admin = one.opened()
    one.person(admin, "contoh.tata", "tim_sekretariat", "pengelola_arsip")
    one.person(admin, "contoh.unit", "unit")
    for n, day in enumerate((2, 5, 5, 9, 20), 1):
        take(one, f"surat{n}", date(2026, 11, day))
    return one


def take(
    kantor: Kantor, untuk: str, on: date, perihal: str = "Surat contoh", **more: bool
) -> Nomor:
    minta = ambil.Minta("memorandum", untuk, on, Perkara(**more), perihal=perihal)
    with kantor.ledger.begin() as tx:
        return ambil.take(kantor, tx, agency(kantor.packs, KODE), minta)


@pytest.fixture
def tata(app: Flask) -> FlaskClient:
    client = app.test_client()
    log_in(client, "contoh.tata")
    return client


def fields(page: TestResponse) -> dict[str, str]:
    """What the last form of a page would send of itself, unseen."""
    form = page.text.rsplit("<form", 1)[1]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))


def rows(kantor: Kantor) -> dict[str, Nomor]:
    with kantor.ledger.read() as look:
        return {one.id.split("/", 3)[-1]: one for one in look.find(Nomor)}


def send(client: FlaskClient, path: str, **sent: object) -> TestResponse:
    page = client.get(path)
    return client.post(path, data={"csrf": csrf(page), **fields(page), **sent})


def test_the_list_says_of_every_book_what_comes_next_and_what_is_missing(tata):
    page = said(tata.get("/nomor"))

    assert "006/M/XI/2026" in page
    assert "tidak ada" in page


def test_a_book_shows_each_number_with_its_state(tata, kantor):
    page = said(tata.get(BUKU))

    for words in ("001/M/XI/2026", "5 November 2026", "Surat contoh", "Dipakai", "Seluruh buku"):
        assert words in page
    assert "Tidak ada nomor yang hilang, kembar, atau mundur tanggalnya." in page


def test_a_block_is_looked_at_before_it_is_reserved(tata, kantor):
    sent = {
        "banyak": "3",
        "sampai": "2026-11-30",
        "untuk_siapa": "Panitia contoh",
        "alasan": "Rapat tanpa jaringan",
    }

    seen = send(tata, f"{BUKU}/ambil/pesan", **sent, lihat="1")

    assert "Akan dipesan 3 nomor: 006/M/XI/2026 sampai 008/M/XI/2026." in said(seen)
    assert len(rows(kantor)) == 5
    kept = tata.post(f"{BUKU}/ambil/pesan", data={**fields(seen), "csrf": csrf(seen), **sent})
    assert kept.status_code == 303
    assert [rows(kantor)[str(n)].keadaan for n in (6, 7, 8)] == [DIPESAN] * 3
    # The same form sent twice reserves one block.
    tata.post(f"{BUKU}/ambil/pesan", data={**fields(seen), "csrf": csrf(seen), **sent})
    assert len(rows(kantor)) == 8


def test_a_number_is_slipped_in_used_and_voided_on_its_pages(tata, kantor):
    sent = {"tanggal": "2026-11-07", "perihal": "Susulan", "alasan": "Terlewat dicatat"}
    assert "003.a/M/XI/2026" in said(send(tata, f"{BUKU}/ambil/sisip", **sent, lihat="1"))
    assert send(tata, f"{BUKU}/ambil/sisip", **sent).status_code == 303
    assert rows(kantor)["3.a"].nomor == "003.a/M/XI/2026"

    page = tata.get(f"{BUKU}/n/3.a")
    void = tata.post(
        f"{BUKU}/n/3.a/batal", data={"csrf": csrf(page), "versi": "1", "alasan": "Salah surat"}
    )

    assert void.status_code == 303
    assert rows(kantor)["3.a"].keadaan == BATAL
    assert "Salah surat" in said(tata.get(BUKU))


def test_a_void_without_a_reason_changes_nothing_and_says_so(tata, kantor):
    page = tata.get(f"{BUKU}/n/2")

    answer = tata.post(f"{BUKU}/n/2/batal", data={"csrf": csrf(page), "versi": "1", "alasan": ""})

    assert answer.status_code == 422
    assert "Isi alasan." in said(answer)
    assert rows(kantor)["2"].versi == 1


def test_a_number_from_outside_is_asked_about_once_where_it_looks_odd(tata, kantor):
    sent = {"nomor": "B-77/X/2026", "tanggal": "2026-11-03", "perihal": "Dari SRIKANDI"}

    odd = send(tata, f"{BUKU}/ambil/luar", **sent)

    assert "tidak sesuai pola" in said(odd)
    assert len(rows(kantor)) == 5
    sure = tata.post(f"{BUKU}/ambil/luar", data={**fields(odd), "csrf": csrf(odd), **sent})
    assert sure.status_code == 303
    assert "B-77/X/2026" in said(tata.get(BUKU))


LAMA = [
    ["BUKU AGENDA KELUAR 2025"],
    ["Perihal", "Tgl Surat", "No. Surat", "Kepada"],
    ["Undangan", date(2025, 1, 6), "001/M/I/2025", "Contoh Satu"],
    ["=1+1", "7-1-2025", "002/M/I/2025", ""],
    ["Balasan", date(2025, 2, 3), "004/M/II/2025", "Contoh Dua"],
]


def upload(client: FlaskClient, path: str, file: Path, **more: str) -> TestResponse:
    page = client.get(path)
    sent = {"csrf": csrf(page), "tabel": (io.BytesIO(file.read_bytes()), "lama.xlsx"), **more}
    return client.post(path, data=sent, content_type="multipart/form-data")


def test_last_year_s_book_is_shown_and_then_taken_over_with_its_hole_told(tata, kantor, tmp_path):
    path = "/nomor/dinas_contoh/memorandum/2025/ambil/salin"
    file = table(tmp_path / "lama.xlsx", LAMA)

    seen = upload(tata, path, file)

    assert "Terbaca 3 nomor, dari 1 sampai 4." in said(seen)
    assert "akan tercatat batal: 3" in said(seen)
    assert len(rows(kantor)) == 5
    sidik = fields(seen)["sidik"]
    assert upload(tata, path, file, sidik=sidik).status_code == 303
    with kantor.ledger.read() as look:
        found = look.find(Nomor, buku="dinas_contoh/memorandum/2025")
    assert [(one.urut, one.keadaan) for one in found] == [
        (1, "final"),
        (2, "final"),
        (3, BATAL),
        (4, "final"),
    ]
    assert found[0].perihal == "Undangan (kepada Contoh Satu)"
    minta = take(kantor, "lanjut", date(2025, 12, 30))
    assert minta.nomor == "005/M/XII/2025"


def test_every_fault_of_an_old_book_is_told_with_its_row(tata, kantor, tmp_path):
    wrong = [
        ["nomor", "tanggal"],
        ["001/M/I/2025", "2025-01-06"],
        ["001/M/I/2025", "2025-01-07"],
        ["entah", "2025-01-07"],
        ["003/M/I/2025", "kemarin"],
        ["004/M/I/2025", "2024-01-07"],
    ]
    path = "/nomor/dinas_contoh/memorandum/2025/ambil/salin"

    page = said(upload(tata, path, table(tmp_path / "lama.xlsx", wrong)))

    for words in (
        "Baris 3: nomor 1 sudah ada di baris 2.",
        "Baris 4: nomor 'entah' tidak sesuai pola",
        "Baris 5: tanggal 'kemarin' tidak terbaca.",
        "Baris 6: tanggal 07-01-2024 di luar buku ini.",
    ):
        assert words in page.replace("&#39;", "'")
    (tmp_path / "rusak.xlsx").write_bytes(b"PK bukan tabel")
    broken = upload(tata, path, tmp_path / "rusak.xlsx")
    assert broken.status_code == 422
    assert "Simpan ulang sebagai .xlsx" in said(broken)
    assert len(rows(kantor)) == 5


def test_the_proof_is_a_sheet_to_sign_and_a_workbook(tata, kantor):
    take(kantor, "rumus", date(2026, 11, 20), '=HYPERLINK("http://contoh")')

    page = said(tata.get(f"{BUKU}/berita-acara?bulan=2026-11"))
    book = tata.get(f"{BUKU}/xlsx?bulan=2026-11")

    assert "dari nomor 1 sampai dengan 6" in page
    assert "Yang memeriksa," in page
    sheet = load_workbook(io.BytesIO(book.data)).active
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "006/M/XI/2026" in cells
    assert {c.data_type for row in sheet.iter_rows() for c in row if c.value} == {"s"}


def test_excluded_books_and_deeds_are_not_there_for_whoever_may_not(app, kantor):
    take(kantor, "rahasia1", date(2026, 11, 20), "Hal tertutup", rahasia=True)
    client = app.test_client()
    log_in(client, "contoh.unit")
    secret = "/nomor/dinas_contoh/memorandum_rahasia/2026"

    assert "R-001" not in said(client.get("/nomor"))
    assert client.get(BUKU).status_code == 200
    assert "Pesan nomor" not in said(client.get(BUKU))
    for path in (secret, f"{secret}/berita-acara", f"{secret}/xlsx", f"{secret}/n/1"):
        assert client.get(path).status_code == 404, path
    assert client.get(f"{BUKU}/ambil/pesan").status_code == 403
    for path in ("/nomor/tiada/memorandum/2026", "/nomor/dinas_contoh/tiada/2026", f"{BUKU}x"):
        assert client.get(path).status_code == 404, path
    other = client.post(f"{BUKU}/n/1/batal", data={"csrf": csrf(client.get(BUKU))})
    assert other.status_code == 403


def test_those_who_may_see_them_find_the_excluded_in_their_own_book(tata, kantor):
    take(kantor, "rahasia1", date(2026, 11, 20), "Hal tertutup", rahasia=True)

    assert "R-001/M/XI/2026" in said(tata.get("/nomor/dinas_contoh/memorandum_rahasia/2026"))
    assert "R-001/M/XI/2026" not in said(tata.get(BUKU))


@pytest.mark.parametrize("bulan", ["2026-13", "x", "1999-01", "semua", "2026-11"])
def test_a_month_that_is_not_there_leads_to_one_that_is(tata, bulan):
    assert "001/M/XI/2026" in said(tata.get(f"{BUKU}?bulan={bulan}"))


PAGES = ("/nomor", BUKU, f"{BUKU}/ambil/pesan", f"{BUKU}/ambil/salin", f"{BUKU}/n/2")


def test_the_pages_are_sound_wide_and_narrow_and_without_a_script(kantor, app, win):
    with served(app) as alamat:
        page = win.page
        page.goto(f"{alamat}/masuk")
        page.get_by_label("Nama masuk").fill("contoh.tata")
        page.get_by_label("Sandi", exact=True).fill(SANDI)
        page.get_by_role("button", name="Masuk", exact=True).click()
        page.wait_for_url(f"{alamat}/")
        for path in (*PAGES, f"{BUKU}/berita-acara"):
            page.goto(alamat + path)
            sound(win)
        page.goto(f"{alamat}{BUKU}/ambil/sisip")
        page.get_by_label("Tanggal surat").fill("2026-11-07")
        page.get_by_label("Perihal surat").fill("Susulan contoh")
        page.get_by_label("Alasan").fill("Terlewat dicatat")
        page.get_by_role("button", name="Lihat dahulu").click()
        assert re.search(r"003\.a/M/XI/2026", page.content())
        sound(win)
        page.get_by_role("button", name="Ambil nomor sisipan").click()
        page.wait_for_url(re.compile(r"kabar=nomor-sisip"))
        assert "003.a/M/XI/2026" in page.content()


def test_a_series_is_added_with_a_book_for_each_unit(app, kantor):
    admin = app.test_client()
    log_in(admin, "admin.contoh")
    path = "/instansi/dinas_contoh/ubah/seri-baru"
    sent = {
        "nama": "Surat keluar bidang",
        "pola": "{NOMOR}/{KODE_UNIT}/{BULAN_ROMAWI}/{TAHUN}",
        "reset": "bulanan",
        "sisipan": "huruf_besar",
        "per": "unit",
    }

    assert send(admin, path, **sent).status_code == 303
    wrong = send(admin, path, **{**sent, "pola": "{NOMOR}/{ENTAH}"})

    assert wrong.status_code == 422
    assert "ENTAH" in said(wrong)
    page = said(admin.get("/instansi/dinas_contoh"))
    assert "dari 1 setiap bulan, satu buku tiap unit" in page
    now = agency(kantor.packs, KODE)
    for unit, on, nomor in (
        ("bidang_satu", date(2026, 11, 3), "1/B1/XI/2026"),
        ("bidang_dua", date(2026, 11, 3), "1/B2/XI/2026"),
        ("bidang_satu", date(2026, 11, 4), "2/B1/XI/2026"),
        ("bidang_satu", date(2026, 12, 1), "1/B1/XII/2026"),
    ):
        with kantor.ledger.begin() as tx:
            minta = ambil.Minta("surat_keluar_bidang", f"{unit}{on}", on, Perkara(unit))
            assert ambil.take(kantor, tx, now, minta).nomor == nomor


def test_a_place_is_reserved_without_a_unit_and_the_unit_is_asked_when_it_is_used(tata, kantor):
    file = kantor.home / "paket" / KODE / "instansi.toml"
    pola = '[seri.nota]\nnama = "Nota"\npola = "{NOMOR}/{KODE_UNIT}/{TAHUN}"\n'
    file.write_text(f"{file.read_text()}\n{pola}")
    nota = "/nomor/dinas_contoh/nota/2026"
    sent = {"banyak": "2", "sampai": "2026-11-30", "untuk_siapa": "Contoh", "alasan": "Rapat luar"}
    assert send(tata, f"{nota}/ambil/pesan", **sent).status_code == 303
    letter = {"versi": "1", "tanggal": "2026-11-21", "perihal": "Rapat contoh"}

    page = tata.get(f"{nota}/n/1")
    for unit in ("", "unit_lain"):
        wrong = {"csrf": csrf(page), **letter, "unit": unit}
        assert tata.post(f"{nota}/n/1/pakai", data=wrong).status_code == 422
    right = {"csrf": csrf(page), **letter, "unit": "bidang_dua"}

    assert tata.post(f"{nota}/n/1/pakai", data=right).status_code == 303
    assert "1/B2/2026" in said(tata.get(nota))
