"""Anybody asks after a paper by its QR or by its file, and learns nothing of an excluded one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service.acts.bukti import kabar_naskah
from service.acts.naskah import batal as naskah_batal
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import Naskah
from service.house import RealHouse
from service.publik.app import create_app
from service.publik.place import Place
from tests.office import work
from tests.pki import Pki
from tests.web.bertanda import approved, signed, whole, words
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.naskah_web import perkara
from tests.web.rumah_web import with_password

pytestmark = pytest.mark.usefixtures("bertanda")

TAK_DIKENAL = "Tidak ada naskah yang diumumkan dengan kode ini"
BUKAN_KAMI = "bukan salinan persis dari naskah yang diumumkan"


@pytest.fixture
def publik(house: RealHouse) -> FlaskClient:
    return create_app(place(house)).test_client()


def place(house: RealHouse) -> Place:
    house.loket.masuk.mkdir(parents=True, exist_ok=True)
    return Place(house.loket.masuk, house.loket.terbit / "publik.db")


def brings(publik: FlaskClient, content: bytes, name: str = "naskah.pdf") -> TestResponse:
    head = f'--batas\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    body = head.encode() + content + b"\r\n--batas--\r\n"
    return publik.post("/periksa", data=body, content_type="multipart/form-data; boundary=batas")


def test_the_qr_of_a_signed_paper_tells_what_it_is_and_the_mark_of_its_file(
    house: RealHouse, pki: Pki, publik: FlaskClient
) -> None:
    one = signed(house, pki, with_password(house, "atasan", "atasan_ppid"))

    answer = publik.get(f"/v/{one.token}/{one.ajuan}.1")
    page = words(answer.text)

    assert answer.status_code == 200
    for told in ("Surat Contoh", one.nomor, "Ditandatangani", one.bertanda_tangan, "WI"):
        assert told in page, told
    assert words(publik.get(f"/v/{one.token}").text) == page
    for hidden in ("penyiap", "Contoh Kepala", "Perkara contoh", one.id, one.berkas):
        assert hidden not in answer.text, hidden
    assert "noindex" in answer.text


def test_a_paper_that_waits_and_one_that_is_void_are_told_so(
    house: RealHouse, publik: FlaskClient
) -> None:
    one = approved(house)
    assert "Menunggu tanda tangan" in words(publik.get(f"/v/{one.token}/1.1").text)
    ppid = with_password(house, "ppid2", "ppid")
    naskah_batal.give_up(house, one.id, ppid, one.versi, "Tidak jadi.")
    work(house)
    page = words(publik.get(f"/v/{one.token}/1.1").text)
    assert "Dibatalkan" in page
    assert "tidak berlaku lagi" in page


def test_an_earlier_print_is_told_to_be_replaced_and_a_later_one_is_none(
    house: RealHouse, publik: FlaskClient
) -> None:
    one = approved(house)
    told = kabar_naskah.k.of(replace(one, ajuan=3), [], "Surat", house_of(house, one), "")
    assert told
    house.loket.show("naskah", kabar_naskah.sidik(one.token), kabar_naskah.k.write(told))
    assert "sudah diganti versi baru" in words(publik.get(f"/v/{one.token}/2.1").text)
    assert "sudah diganti" not in words(publik.get(f"/v/{one.token}/3.1").text)
    assert publik.get(f"/v/{one.token}/4.1").status_code == 404


def house_of(house: RealHouse, one: Naskah):
    return kabar_naskah.agency(house.packs, one.instansi)


def test_an_excluded_paper_answers_as_one_that_never_was(
    house: RealHouse, pki: Pki, publik: FlaskClient
) -> None:
    rahasia = perkara(house, "Perkara rahasia", rahasia=True)
    one = signed(house, pki, with_password(house, "atasan", "atasan_ppid"), rahasia)

    there, nowhere = publik.get(f"/v/{one.token}/1.1"), publik.get(f"/v/{house.new_id()}/1.1")
    held = brings(publik, whole(house, one.bertanda_tangan))
    foreign = brings(publik, b"%PDF-1.7\nnaskah orang lain\n%%EOF\n")

    assert (there.status_code, there.text) == (nowhere.status_code, nowhere.text)
    assert dict(there.headers) == dict(nowhere.headers)
    assert (held.status_code, held.text) == (foreign.status_code, foreign.text)
    assert BUKAN_KAMI in held.text
    assert house.loket.shelf("naskah") == house.loket.shelf("file") == set()


def test_what_becomes_excluded_is_found_by_nobody_any_more(
    house: RealHouse, pki: Pki, publik: FlaskClient
) -> None:
    one = signed(house, pki, with_password(house, "atasan", "atasan_ppid"))
    assert publik.get(f"/v/{one.token}").status_code == 200
    with house.ledger.begin() as tx:
        berkas = tx.get(Berkas, one.berkas)
        tx.save(berkas, replace(berkas, rahasia=True))
        now = house.clock.now()
        tx.note(Catatan(one.instansi, MESIN, "berkas_dirahasiakan", now, berkas.id))
        tx.plan("papan", one.id)
    work(house)
    assert publik.get(f"/v/{one.token}").status_code == 404
    assert BUKAN_KAMI in brings(publik, whole(house, one.bertanda_tangan)).text
    assert house.loket.shelf("naskah") == house.loket.shelf("file") == set()


def test_what_was_lost_is_shown_again_and_what_nobody_may_find_is_taken_away(
    house: RealHouse, publik: FlaskClient
) -> None:
    one = approved(house)
    mark = kabar_naskah.sidik(one.token)
    house.loket.hide("naskah", mark)
    house.loket.show("naskah", "0" * 40, b"{}")
    kabar_naskah.tell_all(house)
    assert house.loket.shelf("naskah") == {mark}
    assert publik.get(f"/v/{one.token}").status_code == 200


def test_a_file_is_held_against_ours_byte_for_byte(
    house: RealHouse, pki: Pki, publik: FlaskClient, tmp_path: Path
) -> None:
    one = signed(house, pki, with_password(house, "atasan", "atasan_ppid"))
    bertanda, cetak = whole(house, one.bertanda_tangan), whole(house, one.pdf)

    same = words(brings(publik, bertanda).text)
    assert "sama persis, bita demi bita" in same
    assert one.nomor in same
    assert "sebelum ditandatangani" in words(brings(publik, cetak).text)
    more = words(brings(publik, bertanda + b"9 0 obj\n<<>>\nendobj\n%%EOF\n").text)
    assert "sesudahnya ada yang ditambahkan" in more
    assert one.nomor in more
    changed = bytearray(bertanda)
    changed[2000] ^= 1
    assert BUKAN_KAMI in brings(publik, bytes(changed)).text
    assert list(house.loket.masuk.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "name", "words_"),
    [
        (b"", "kosong.pdf", "Belum ada file yang dipilih"),
        (b"\xff\xd8\xff foto", "foto.jpg", "bukan PDF"),
        (b"%PDF-1.7" + b"x" * 50_000_001, "besar.pdf", "lebih besar dari 50 MB"),
    ],
)
def test_what_is_no_paper_is_said_in_a_sentence(
    tmp_path: Path, content: bytes, name: str, words_: str
) -> None:
    (tmp_path / "masuk").mkdir()
    pages = create_app(Place(tmp_path / "masuk", tmp_path / "terbit" / "publik.db")).test_client()
    answer = brings(pages, content, name)
    assert answer.status_code == 422
    assert words_ in words(answer.text)
    assert pages.post("/periksa").status_code == 422
    assert list((tmp_path / "masuk").iterdir()) == []


def test_who_tries_many_codes_waits(house: RealHouse, publik: FlaskClient) -> None:
    one = approved(house)
    for _ in range(30):
        assert publik.get(f"/v/{house.new_id()}").status_code == 404
    for path in (f"/v/{house.new_id()}", f"/v/{one.token}"):
        assert publik.get(path).status_code == 429
    assert publik.post("/periksa").status_code == 429


def test_both_pages_are_for_everybody(house: RealHouse, pki: Pki, win, tmp_path: Path) -> None:
    one = signed(house, pki, with_password(house, "atasan", "atasan_ppid"))
    path = house.store.fetch(one.bertanda_tangan, tmp_path / "bertanda.pdf")
    with served(create_app(place(house))) as alamat:
        win.page.goto(f"{alamat}/v/{one.token}/1.1")
        for width in (PHONE, DESKTOP):
            win.size(width)
            sound(win)
            win.page.screenshot(path=tmp_path / f"naskah-{width}.png", full_page=True)
        win.page.get_by_role("link", name="Periksa file PDF-nya").press("Enter")
        win.page.get_by_label("File naskah (PDF)").set_input_files(path)
        sound(win)
        win.page.get_by_role("button", name="Periksa").press("Enter")
        win.page.get_by_text("sama persis").wait_for()
        sound(win)
        win.page.screenshot(path=tmp_path / "periksa.png", full_page=True)
