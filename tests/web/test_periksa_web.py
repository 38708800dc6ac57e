"""An officer looks at a PDF from anywhere: whether it is ours, who signed, what is odd."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
from werkzeug.test import TestResponse

from service.house import RealHouse
from service.web.app import create_app
from tests.pki import Pki
from tests.tanda import Kantor
from tests.web.bertanda import signed, whole, words
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.naskah_web import perkara
from tests.web.rumah_web import Orang, come_in, officer

pytestmark = pytest.mark.usefixtures("bertanda")


@pytest.fixture
def atasan(house: RealHouse) -> Orang:
    return officer(house, "atasan", "atasan_ppid")


def brings(who: Orang, content: bytes, name: str = "naskah.pdf") -> TestResponse:
    parts = [
        f'name="csrf"\r\n\r\n{who.csrf}\r\n'.encode(),
        f'name="file"; filename="{name}"\r\n\r\n'.encode() + content + b"\r\n",
    ]
    body = b"".join(b"--batas\r\nContent-Disposition: form-data; " + x for x in parts)
    return who.client.post(
        "/periksa",
        data=body + b"--batas--\r\n",
        content_type="multipart/form-data; boundary=batas",
    )


def test_a_paper_of_ours_is_known_and_its_signer_is_told(
    house: RealHouse, atasan: Orang, pki: Pki
) -> None:
    one = signed(house, pki, atasan.hadir)
    bertanda, cetak = whole(house, one.bertanda_tangan), whole(house, one.pdf)

    answer = brings(atasan, bertanda)
    page = words(answer.text)
    assert "Sama persis, bita demi bita" in page
    assert f'href="/naskah/{one.id}"' in answer.text
    for told in ("Contoh Kepala", "Akar Contoh", "PAdES B-LTA", "Tidak ada yang janggal"):
        assert told in page, told
    before = words(brings(atasan, cetak).text)
    assert "sebelum ditandatangani" in before
    assert "tidak memuat tanda tangan elektronik" in before
    assert not re.search(r"\b(valid|sah)\b", page, re.IGNORECASE)


def test_what_was_changed_is_told_by_where_it_was(
    house: RealHouse, atasan: Orang, pki: Pki
) -> None:
    bertanda = whole(house, signed(house, pki, atasan.hadir).bertanda_tangan)
    more = words(brings(atasan, bertanda + b"% catatan\n").text)
    assert "Berawal dari naskah di sini, lalu ada yang ditambahkan" in more
    assert "masih ada tambahan" in more
    within = bytearray(bertanda)
    at = within.index(b"/Contents <") + 200  # in the value of the signature
    within[at] = ord("0") if within[at] != ord("0") else ord("1")
    assert "Sama persis" not in words(brings(atasan, bytes(within)).text)


def test_a_foreign_paper_is_looked_at_all_the_same(
    house: RealHouse, atasan: Orang, pki: Pki, tmp_path: Path
) -> None:
    one = signed(house, pki, atasan.hadir)
    foreign = Kantor(pki, tmp_path).foreign(whole(house, one.pdf)[:-1] + b"\n", "mandiri")
    page = words(brings(atasan, foreign).text)
    assert "buatan sendiri" in page
    assert "Perlu diperhatikan" in page
    assert "menurut jam penandatangan" in page


def test_who_may_not_see_the_matter_is_answered_as_by_a_foreign_paper(
    house: RealHouse, atasan: Orang, pki: Pki
) -> None:
    one = signed(house, pki, atasan.hadir, perkara(house, "Perkara rahasia", rahasia=True))
    stranger = officer(house, "unit", "unit")
    page = words(brings(stranger, whole(house, one.bertanda_tangan)).text)
    assert "Bukan salinan persis dari naskah di sini yang boleh Anda baca" in page
    assert one.nomor not in page
    assert "Perkara rahasia" not in page


@pytest.mark.parametrize(
    ("content", "status", "told"),
    [
        (b"", 422, "bukan PDF"),
        (b"PK\x03\x04 bukan", 422, "bukan PDF"),
        (b"%PDF-1.7\nrusak", 200, "tidak dapat dibaca menurut aturan PDF"),
    ],
)
def test_what_cannot_be_looked_at_is_said_in_a_sentence(
    atasan: Orang, content: bytes, status: int, told: str
) -> None:
    answer = brings(atasan, content)
    assert (answer.status_code, told in words(answer.text)) == (status, True)


def test_nothing_chosen_and_a_locked_file_are_said_so(
    house: RealHouse, atasan: Orang, tmp_path: Path
) -> None:
    none = atasan.client.post("/periksa", data={"csrf": atasan.csrf})
    assert (none.status_code, "Belum ada file" in words(none.text)) == (422, True)
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        locked = tmp_path / "terkunci.pdf"
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "terkunci sandi" in words(brings(atasan, locked.read_bytes()).text)


def test_nothing_is_kept_and_nothing_is_noted(house: RealHouse, atasan: Orang, pki: Pki) -> None:
    before = set(house.store.names()), house.lists.kepala()
    brings(atasan, b"%PDF-1.7\nasing\n%%EOF\n")
    assert (set(house.store.names()), house.lists.kepala()) == before


def test_the_page_is_whole_on_a_phone_and_on_a_desk(
    house: RealHouse, atasan: Orang, pki: Pki, win, tmp_path: Path
) -> None:
    one = signed(house, pki, atasan.hadir)
    path = house.store.fetch(one.bertanda_tangan, tmp_path / "bertanda.pdf")
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "atasan", "/periksa")
        win.page.get_by_label("File PDF").set_input_files(path)
        sound(win)
        win.page.get_by_role("button", name="Periksa", exact=True).press("Enter")
        win.page.get_by_text("Sama persis").wait_for()
        for width in (PHONE, DESKTOP):
            win.size(width)
            sound(win)
