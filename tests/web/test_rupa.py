"""An instansi's own colour reaches its officers' pages."""

from service.domain.warna import BAWAAN, sheet
from tests.kantor import SANDI


def let_in(client, kantor):
    page = client.get("/masuk").text
    csrf = page.partition('name="csrf" value="')[2].partition('"')[0]
    form = {"csrf": csrf, "nama_masuk": "admin.contoh", "sandi": SANDI}
    answer = client.post("/masuk", data=form)
    assert answer.status_code == 303


def colour(kantor, written):
    file = kantor.home / "paket" / "dinas_contoh" / "instansi.toml"
    file.write_text(f'warna = "{written}"\n' + file.read_text())


def test_the_pages_of_an_instansi_wear_its_colour(client, kantor):
    kantor.opened()
    colour(kantor, "#7a0f14")
    let_in(client, kantor)

    page = client.get("/").text
    answer = client.get("/rupa/dinas_contoh.css")

    assert 'href="/rupa/dinas_contoh.css"' in page
    assert answer.mimetype == "text/css"
    assert answer.text == sheet("#7a0f14")
    assert answer.headers["Cache-Control"] == "private, max-age=300"


def test_without_a_colour_or_with_a_wrong_one_the_house_colour_stands(client, kantor):
    kantor.opened()
    let_in(client, kantor)
    assert client.get("/rupa/dinas_contoh.css").text == sheet(BAWAAN)

    colour(kantor, "red}body{display:none")
    assert client.get("/rupa/dinas_contoh.css").text == sheet(BAWAAN)


def test_an_instansi_that_is_not_there_looks_like_the_house(client, kantor):
    kantor.opened()
    let_in(client, kantor)

    assert client.get("/rupa/tidak_ada.css").text == sheet(BAWAAN)


def test_a_stranger_is_shown_no_sheet(client, kantor):
    kantor.opened()

    assert client.get("/rupa/dinas_contoh.css").mimetype != "text/css"
