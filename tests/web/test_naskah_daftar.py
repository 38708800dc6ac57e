"""The list of papers: narrowed by state, kind, unit and the name of the matter."""

from __future__ import annotations

import re

import pytest

from service.house import RealHouse
from service.web.app import create_app
from tests.office import UNIT
from tests.web.browser import served, sound
from tests.web.naskah_web import SURAT, does, konsep, perkara
from tests.web.rumah_web import Orang, come_in, officer, with_password

pytestmark = pytest.mark.usefixtures("berpasangan")


def shown(who: Orang, **asked: str) -> list[str]:
    answer = who.client.get("/naskah", query_string=asked)
    assert answer.status_code == 200
    return re.findall(r'href="/naskah/(\w{26})"', answer.text)


def test_the_list_shows_what_is_not_yet_done_and_what_is_asked_for(house: RealHouse) -> None:
    who, kepala = officer(house, "penyiap", "petugas"), officer(house, "kepala", "ppid")
    one = konsep(house, who.hadir, perkara(house, "Perkara pertama"))
    two = konsep(house, who.hadir, perkara(house, "Perkara kedua"))
    arsip = officer(house, "arsip", "pengelola_arsip")
    hidden = konsep(house, arsip.hadir, perkara(house, "Perkara tertutup", rahasia=True))
    does(kepala, two, "batalkan", alasan="Contoh")

    assert shown(who) == [one.id]
    assert shown(who, keadaan="batal") == [two.id]
    assert shown(who, keadaan="semua") == [two.id, one.id]
    assert shown(who, keadaan="semua", cari="kedua") == [two.id]
    assert shown(who, keadaan="semua", cari="tertutup") == []
    assert shown(arsip) == [hidden.id, one.id]
    assert shown(who, jenis=SURAT, unit=UNIT) == [one.id]
    assert shown(who, jenis="memorandum") == shown(who, unit="lain") == []
    for odd in ({"keadaan": "x"}, {"halaman": "-1"}, {"halaman": "9" * 30}, {"cari": "%' --"}):
        assert set(shown(who, **odd)) <= {one.id}


def test_in_a_browser_the_list_is_sound(house: RealHouse, open_window) -> None:
    konsep(house, with_password(house, "penyiap", "petugas"))
    win = open_window()
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "penyiap", "/naskah")
        sound(win)
        win.page.get_by_label("Tampilkan").select_option("batal")
        win.page.get_by_role("button", name="Saring").press("Enter")
        win.page.get_by_text("Tidak ada naskah di sini").wait_for()
