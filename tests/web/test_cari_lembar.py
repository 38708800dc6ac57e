"""What is found opens at its page: the picture, the words on it, and where else they stand."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from service.domain.kiriman import File
from service.house import RealHouse
from service.web.app import create_app
from tests.contoh_buruk._pdf import letter
from tests.office import arrive, work
from tests.web.browser import DESKTOP, PHONE, axe, served, spills
from tests.web.naskah_web import konsep
from tests.web.rumah_web import Orang, come_in, officer, with_password

LEMBAR = ("Surat pengantar.", "Daftar gaharu dan cendana.", "Penutup.", "Gaharu sekali lagi.")


@pytest.fixture
def petugas(house: RealHouse) -> Orang:
    return officer(house, "petugas", "petugas")


@pytest.fixture
def file(house: RealHouse, tmp_path: Path) -> File:
    whole = PdfWriter()
    for one in LEMBAR:
        whole.append(PdfReader(BytesIO(letter(one))))
    whole.write(tmp_path / "daftar.pdf")
    arrive(house, tmp_path / "daftar.pdf")
    work(house)
    with house.ledger.read() as reading:
        return reading.find(File)[0]


def test_a_hit_names_its_page_and_opens_there(petugas: Orang, file: File) -> None:
    found = petugas.client.get("/cari?kata=gaharu").text
    at = f"/file/{file.id}/lihat/2?kata=gaharu"

    assert f'href="{at}"' in found
    assert ">Halaman 2</a>" in found
    assert ">Halaman 4</a>" in found
    page = petugas.client.get(at).text
    assert "Daftar <mark>gaharu</mark> dan cendana." in page
    assert f"/file/{file.id}/halaman/2" in page
    assert f'<a href="/file/{file.id}/lihat/4?kata=gaharu">halaman 4</a>' in page
    assert "Halaman 2 dari 4" in page


@pytest.mark.parametrize("n", ["0", "5", "99999", "x", "-1"])
def test_a_page_that_is_not_there_is_not_found(petugas: Orang, file: File, n: str) -> None:
    assert petugas.client.get(f"/file/{file.id}/lihat/{n}").status_code == 404


def test_who_may_not_see_the_file_is_told_what_nobody_has(
    house: RealHouse, petugas: Orang, file: File
) -> None:
    lain = officer(house, "lain", "unit", unit="biro_umum")

    here, nowhere = (lain.client.get(f"/file/{x}/lihat/2") for x in (file.id, "a" * 26))

    assert (here.status_code, here.text) == (nowhere.status_code, nowhere.text)
    assert here.status_code == 404


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (f"kata={'a' * 300}", "Hanya 200 huruf pertama"),
        (f"kata={'+'.join('abcdefghijklmn')}", "Hanya 12 kata atau frasa pertama"),
        ("kata=%22rapat+pleno", "Tanda kutip tidak ditutup"),
        ("kata=a*", "sedikitnya dua huruf"),
        ("kata=rapat&dari=kemarin", "Sejak: tulis tanggalnya"),
        ("kata=rapat&dari=2026-12-01&sampai=2026-11-01", "Tanggal awalnya sesudah"),
        ("kata=-rapat", "Kata pencarian belum cukup"),
        ("jenis=naskah.x/../y&kata=rapat", "Tidak ada file yang cocok"),
    ],
)
def test_a_search_that_is_not_taken_as_typed_says_so(petugas: Orang, asked: str, told: str) -> None:
    answer = petugas.client.get(f"/cari?{asked}")

    assert answer.status_code == 200
    assert told in answer.text


@pytest.mark.usefixtures("berpasangan")
def test_a_paper_of_ours_opens_at_its_page_too(
    house: RealHouse, file: File, win, tmp_path: Path
) -> None:
    petugas = with_password(house, "penyiap", "petugas")
    one = konsep(house, petugas, tentang="Gaharu di kebun contoh")
    with served(create_app(house)) as alamat:
        page = win.page
        come_in(page, alamat, "penyiap", "/cari?kata=gaharu")
        assert page.locator(".hasil > li").count() == 2
        for width in (DESKTOP, PHONE):
            win.size(width)
            axe(page)
            assert spills(page) == []
        page.locator(".hasil h2 a").first.click()
        assert page.url == f"{alamat}/naskah/{one.id}/lihat/1?kata=gaharu"
        assert page.locator("mark").first.inner_text() == "Gaharu"
        for width in (DESKTOP, PHONE):
            win.size(width)
            axe(page)
            assert spills(page) == []
    win.quiet()
