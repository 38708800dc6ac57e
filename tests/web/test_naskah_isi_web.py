"""The form of a naskah beside its print: nothing typed is lost, whatever refuses it."""

from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image

from service.acts.naskah.fill import write
from service.domain.naskah import DIAJUKAN, KONSEP
from service.domain.simpanan import DIPEGANG, Simpanan
from service.house import RealHouse
from service.web.app import create_app
from tests.office import work
from tests.web.browser import served, sound
from tests.web.naskah_web import does, konsep, now, seen
from tests.web.rumah_web import Orang, come_in, officer, with_password

pytestmark = pytest.mark.usefixtures("berpasangan")


@pytest.fixture
def penyiap(house: RealHouse) -> Orang:
    return officer(house, "penyiap", "petugas")


def saves(who: Orang, naskah, sidik: str = "", **told: str):
    at = f"/naskah/{naskah.id}/isi"
    sent = {"csrf": who.csrf, "sidik": sidik or seen(who, at), **told}
    return who.client.post(at, data=sent)


def test_a_draft_is_kept_unfinished_and_put_forward_once_its_print_was_seen(
    house: RealHouse, penyiap: Orang
) -> None:
    one = konsep(house, penyiap.hadir)
    told = {"isi-tentang": "", "isi-catatan": "Alinea satu"}
    assert saves(penyiap, one, **told).status_code == 303
    assert now(house, one).isian["catatan"] == "Alinea satu"
    form = penyiap.client.get(f"/naskah/{one.id}/isi").text
    assert "Pratinjau sedang disiapkan" in form
    assert "Belum diisi: Tentang." in penyiap.client.get(f"/naskah/{one.id}").text

    lacking = saves(penyiap, one, apa="ajukan", **told)
    assert lacking.status_code == 422
    assert "Alinea satu" in lacking.text

    whole = {"isi-tentang": "Uji contoh", "isi-catatan": "Alinea dua"}
    answer = saves(penyiap, one, apa="ajukan", **whole)
    assert answer.headers["Location"].endswith("kabar=naskah-lihat"), "nobody saw this print yet"
    assert now(house, one).keadaan == KONSEP
    work(house)
    answer = saves(penyiap, one, apa="ajukan", **whole)
    assert answer.headers["Location"].endswith("kabar=naskah-ajukan")
    assert now(house, one).keadaan == DIAJUKAN


def test_what_is_wrong_is_said_at_its_field_and_stays_typed(
    house: RealHouse, penyiap: Orang
) -> None:
    one = konsep(house, penyiap.hadir)
    wrong = saves(penyiap, one, **{"isi-tentang": "x" * 1_001, "isi-catatan": "Tetap ada"})
    assert wrong.status_code == 422
    assert "Perlu diperbaiki" in wrong.text
    assert "Tetap ada" in wrong.text
    assert now(house, one).isian["tentang"] == "Uji contoh"


def test_two_who_write_at_once_each_see_both(house: RealHouse, penyiap: Orang) -> None:
    one = konsep(house, penyiap.hadir)
    sidik = seen(penyiap, f"/naskah/{one.id}/isi")
    write(house, one.id, penyiap.hadir, one.versi, {"tentang": "Tulisan rekan"})
    late = saves(penyiap, one, sidik, **{"isi-tentang": "Tulisan saya"})
    assert late.status_code == 409
    assert "Tulisan rekan" in late.text.split("Yang tersimpan sekarang")[1]
    assert 'value="Tulisan saya"' in late.text
    assert now(house, one).isian["tentang"] == "Tulisan rekan"
    again = late.text.split('name="sidik" value="')[1][:32]
    assert saves(penyiap, one, again, **{"isi-tentang": "Tulisan saya"}).status_code == 303
    assert now(house, one).isian["tentang"] == "Tulisan saya"


def test_a_print_that_comes_while_one_types_disturbs_nobody(
    house: RealHouse, penyiap: Orang
) -> None:
    one = konsep(house, penyiap.hadir)
    saves(penyiap, one, **{"isi-tentang": "Satu"})
    sidik = seen(penyiap, f"/naskah/{one.id}/isi")
    work(house)
    assert saves(penyiap, one, sidik, **{"isi-tentang": "Dua"}).status_code == 303
    assert now(house, one).isian["tentang"] == "Dua"


def test_what_was_put_forward_meanwhile_is_not_written_and_what_was_typed_stays(
    house: RealHouse, penyiap: Orang
) -> None:
    one = konsep(house, penyiap.hadir)
    does(penyiap, one, "ajukan")
    assert penyiap.client.get(f"/naskah/{one.id}/isi").status_code == 303
    shown = now(house, one)
    late = saves(penyiap, one, "0" * 32, **{"isi-tentang": "Ketikan yang panjang"})
    assert late.status_code == 409
    assert "Ketikan yang panjang" in late.text
    assert now(house, one) == shown


def test_a_picture_is_kept_with_the_paper_and_what_is_none_is_refused_in_words(
    house: RealHouse, penyiap: Orang
) -> None:
    one, drawn = konsep(house, penyiap.hadir), io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(drawn, "png")
    for name, whole, code in (
        ("peta.png", b"MZ" + bytes(200), 422),
        ("peta.png", drawn.getvalue(), 303),
    ):
        file = {"isi-peta": (io.BytesIO(whole), name), "isi-catatan": "Tetap ada"}
        answer = saves(penyiap, one, **file)
        assert answer.status_code == code
        if code == 422:
            assert "isinya bukan PNG atau JPEG" in answer.text
            assert "Tetap ada" in answer.text
    sha256 = now(house, one).isian["peta"]
    assert sha256 == hashlib.sha256(drawn.getvalue()).hexdigest()
    with house.ledger.read() as reading:
        assert reading.get(Simpanan, sha256).keadaan == DIPEGANG
    work(house)
    assert penyiap.client.get(f"/naskah/{one.id}/halaman/1").status_code == 200
    assert saves(penyiap, one, **{"isi-tentang": "Tanpa memilih lagi"}).status_code == 303
    assert now(house, one).isian["peta"] == sha256


def test_rows_come_without_losing_what_was_typed(house: RealHouse, penyiap: Orang) -> None:
    one = konsep(house, penyiap.hadir)
    told = {f"isi-rapat-{n}-acara": f"Acara {n}" for n in (1, 2, 3)}
    page = saves(penyiap, one, ubah="tambah-rapat", **told, **{"isi-tentang": "Belum disimpan"})
    assert page.status_code == 200
    assert 'name="isi-rapat-4-acara"' in page.text
    assert "Acara 3" in page.text
    assert "Belum disimpan" in page.text
    assert now(house, one).isian["tentang"] == "Uji contoh"


@pytest.mark.parametrize("script", [True, False])
def test_in_a_browser_the_form_stands_beside_its_print(
    house: RealHouse, open_window, script: bool
) -> None:
    one = konsep(house, with_password(house, "penyiap", "petugas"))
    win = open_window(script=script)
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "penyiap", f"/naskah/{one.id}/isi")
        if script:
            sound(win)
        form = win.page.get_by_label("Tentang").bounding_box()
        image = win.page.get_by_role("img", name="Halaman 1 dari 1").bounding_box()
        assert form and image
        assert image["x"] > form["x"] + form["width"]
        win.page.get_by_label("Tentang").fill("Diketik di peramban")
        win.page.get_by_label("Tentang").press("Enter")
        win.page.get_by_text("Isian tersimpan.").wait_for()
        if script:
            sound(win)
            work(house)
            win.page.get_by_text("Pratinjau sedang disiapkan").wait_for(state="hidden")
    assert now(house, one).isian["tentang"] == "Diketik di peramban"
