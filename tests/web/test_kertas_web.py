"""What is printed for the scanner and the shelf: separator sheets, and labels for papers."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image

from service.acts.kiriman import putusan as putusan_kiriman
from service.acts.simpan.receive import Bawaan, Slip, accept
from service.domain import pemisah
from service.domain.ketetapan import BelumSaatnya, Ketetapan
from service.domain.kiriman import Fisik, Kiriman
from service.web.app import create_app
from tests.jobs.test_pisah import done, letter, pdf, separator
from tests.office import INSTANSI, UNIT
from tests.web.browser import DESKTOP, PHONE, axe, served, spills
from tests.web.rumah_web import come_in, officer, rumah_web, with_password
from tests.web.test_kiriman_web import came


@pytest.fixture
def house(tmp_path, ledger_url):
    """An office on SQLite, and again on PostgreSQL."""
    with rumah_web(tmp_path, ledger_url) as whole:
        yield whole


def stack(house, folder, *sheets, **slip) -> Kiriman:
    """A stack that went through the scanner, taken apart."""
    path = folder / "Tumpukan.pdf"
    path.write_bytes(pdf(*sheets))
    known = {"id": house.new_id(), "instansi": INSTANSI, "unit": UNIT, "pintu": "web"}
    one = accept(house, [Bawaan(path, path.name)], Slip(**{**known, "nama": "Tumpukan", **slip}))
    done(house)
    return now(house, one.id)


def now(house, kiriman_id: str) -> Kiriman:
    with house.ledger.read() as reading:
        return reading.get(Kiriman, kiriman_id)


def photographed(page, selector: str) -> Image.Image:
    return Image.open(io.BytesIO(page.locator(selector).screenshot()))


def said(picture: Image.Image) -> list[str]:
    return [one.text for one in zxingcpp.read_barcodes(picture)]


def look(win, address: str) -> None:
    win.page.goto(address)
    for width in (PHONE, DESKTOP):
        win.size(width)
        for dark in (True, False):
            win.dark(dark)
            axe(win.page)
        assert spills(win.page) == [], address


def test_a_separator_is_printed_scanned_and_parts_the_stack(house, tmp_path, win) -> None:
    with_password(house, "contoh.petugas", "petugas")
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "contoh.petugas", "/unggah/pemisah")
        look(win, f"{alamat}/unggah/pemisah")
        win.page.get_by_label("Untuk unit").select_option(UNIT)
        win.page.get_by_label("Jenis surat").select_option("undangan")
        win.page.get_by_role("button", name="Tampilkan lembarnya").click()
        win.page.wait_for_url("**/unggah/pemisah?unit=*")
        look(win, win.page.url)
        assert said(photographed(win.page, "article")) == [f"BERKAS:PISAH:{UNIT}:undangan"]
        win.quiet()
        printed = win.page.pdf(prefer_css_page_size=True)

    (tmp_path / "cetak.pdf").write_bytes(printed)
    sheet = Image.open(io.BytesIO(house.reader.picture(tmp_path / "cetak.pdf", 1, 620)))
    one = stack(house, tmp_path, letter(1), sheet.convert("L"), letter(2))
    told = [now(house, id_) for id_ in pemisah.part_ids(one)]
    assert [part.jenis == "undangan" for part in told] == [False, True]


def test_what_a_separator_sheet_is_asked_for_in_vain_is_left_out(house) -> None:
    petugas = officer(house, "contoh.petugas", "petugas")

    page = petugas.client.get("/unggah/pemisah?unit=tiada&jenis=%3Cscript%3E")

    assert page.status_code == 200
    assert "Surat berikutnya" in page.text
    assert "tiada" not in page.text and "<script>" not in page.text


def test_who_takes_nothing_in_prints_no_separator(house) -> None:
    assert officer(house, "contoh.unit").client.get("/unggah/pemisah").status_code == 403


def test_stack_and_parts_lead_to_each_other(house, tmp_path, win) -> None:
    with_password(house, "contoh.petugas", "petugas")
    one = stack(house, tmp_path, letter(1), separator(), letter(2))
    first, second = pemisah.part_ids(one)
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "contoh.petugas", f"/kiriman/{one.id}")
        look(win, f"{alamat}/kiriman/{one.id}")
        text = win.page.inner_text("main")
        assert "Dipisah menjadi 2 kiriman" in text
        assert "pada setiap bagiannya" in text
        assert "Ubah keterangan" not in text and "Cetak label kertas" not in text
        win.page.get_by_role("link", name="0002/AGENDA").click()
        win.page.wait_for_url(f"{alamat}/kiriman/{second}")
        win.page.get_by_role("link", name="Tumpukan", exact=True).click()
        win.page.wait_for_url(f"{alamat}/kiriman/{one.id}")
        win.quiet()
    assert now(house, first).asal == {pemisah.DARI: one.id}


def test_no_number_is_given_to_a_stack_by_hand(house, tmp_path) -> None:
    petugas = officer(house, "contoh.petugas", "petugas")
    one = stack(house, tmp_path, letter(1), separator(), letter(2))

    with pytest.raises(BelumSaatnya, match="tiap bagiannya"):
        putusan_kiriman.confirm(house, petugas.hadir, one.id, one.versi, Ketetapan("undangan"))
    assert now(house, one.id) == one


def test_a_stack_is_withheld_with_the_first_of_its_parts(house, tmp_path) -> None:
    petugas = officer(house, "contoh.petugas", "petugas")
    ppid = officer(house, "contoh.ppid", "petugas", "ppid")
    one = stack(house, tmp_path, letter(1), separator(), letter(2))
    first, second = (now(house, id_) for id_ in pemisah.part_ids(one))

    putusan_kiriman.secret(house, ppid.hadir, first.id, first.versi)

    assert petugas.client.get(f"/kiriman/{one.id}").status_code == 404
    assert petugas.client.get(f"/kiriman/{first.id}").status_code == 404
    page = petugas.client.get(f"/kiriman/{second.id}").text
    assert one.id not in page and "Bagian dari" not in page
    assert ppid.client.get(f"/kiriman/{one.id}").status_code == 200


def test_a_label_names_the_number_and_its_code_leads_to_the_page(house, tmp_path, win) -> None:
    with_password(house, "contoh.petugas", "petugas")
    one = stack(house, tmp_path, letter(1), fisik=Fisik("Rak 2, map merah", 3))
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "contoh.petugas", f"/kiriman/{one.id}")
        win.page.get_by_role("link", name="Cetak label kertas").click()
        win.page.wait_for_url(f"{alamat}/kiriman/{one.id}/label")
        look(win, win.page.url)
        text = win.page.inner_text("article")
        assert one.nomor_agenda in text and "Rak 2" in text
        assert said(photographed(win.page, "article")) == [f"{alamat}/kiriman/{one.id}"]
        win.quiet()


def test_without_a_number_a_label_says_when_there_is_one(house, tmp_path) -> None:
    petugas = officer(house, "contoh.petugas", "petugas")
    waiting = came(house, "Surat.pdf")
    one = stack(house, tmp_path, letter(1), separator(), letter(2))

    assert (
        "sesudah kiriman mendapat nomor" in petugas.client.get(f"/kiriman/{waiting.id}/label").text
    )
    assert "halaman setiap bagiannya" in petugas.client.get(f"/kiriman/{one.id}/label").text


def test_a_label_of_what_is_beyond_reach_is_not_there(house) -> None:
    petugas = officer(house, "contoh.petugas", "petugas")
    one = came(house, "Surat.pdf", nomor_agenda="R-0001/AGENDA/2026", rahasia=True)

    answers = [petugas.client.get(f"/kiriman/{id_}/label") for id_ in (one.id, house.new_id())]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_where_the_paper_lies_is_seen_at_the_desk_and_in_the_register(house, tmp_path) -> None:
    petugas = officer(house, "contoh.petugas", "petugas")
    one = stack(house, tmp_path, letter(1), fisik=Fisik("Rak 2, map merah", 3, "lembar", "baik"))

    desk = petugas.client.get(f"/meja/{one.id}").text
    book = petugas.client.get("/register/masuk").text

    assert "3 lembar, baik, di Rak 2, map merah" in desk
    assert f'href="/kiriman/{one.id}#kertas"' in desk
    assert "Rak 2, map merah" in book and f"/kiriman/{one.id}" in book
    assert 'action="/kiriman/' in petugas.client.get(f"/kiriman/{one.id}").text


def test_a_part_of_a_stack_keeps_the_place_of_its_paper_and_no_count(house, tmp_path) -> None:
    petugas = officer(house, "contoh.petugas", "petugas")
    one = stack(house, tmp_path, letter(1), separator(), letter(2), fisik=Fisik("Rak 2", 9))

    page = petugas.client.get(f"/kiriman/{pemisah.part_ids(one)[0]}").text

    assert "di Rak 2" in page
    assert "0 lembar" not in page and "9 lembar" not in page
