"""Before the first real signature the keeper sees where it will lie; nothing is sent anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.naskah.jenis import signed
from service.acts.ttd import uji_letak
from service.adapters.bsre import BsreService
from service.commands import letak
from service.domain.esign import uji_letak as u
from service.domain.esign.layanan import LayananBsre
from service.domain.naskah import Naskah
from service.domain.tempat_ttd import TempatTtd
from service.house import RealHouse
from service.web.app import create_app
from tests.bsre_tiruan import Tiruan, tiruan
from tests.office import INSTANSI, person
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import Orang, come_in, officer, rumah_web

JENIS = "laporan_monev"  # signed by the PPID, and after them by their superior
AT = f"/instansi/{INSTANSI}/uji-letak"


@pytest.fixture(scope="module")
def layanan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tiruan]:
    with tiruan(tmp_path_factory.mktemp("layanan")) as one:
        yield one


@pytest.fixture
def house(tmp_path: Path, layanan: Tiruan) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        joined(whole, layanan, 1)
        yield whole


def joined(house: RealHouse, layanan: Tiruan, versi: int, tempat: str = "kotak") -> None:
    esign = BsreService(LayananBsre(versi, layanan.sambungan(), tempat))  # type: ignore[arg-type]
    house.opened["esign"] = esign


@pytest.fixture
def admin(house: RealHouse) -> Orang:
    return officer(house, "admin", "administrator")


def tries(who: Orang, jenis: str = JENIS) -> str:
    sent = who.client.post(AT, data={"csrf": who.csrf, "jenis": jenis})
    assert sent.status_code == 303
    return str(sent.location)


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_the_keeper_sees_a_box_for_each_who_signs_and_nothing_is_sent(
    house: RealHouse, admin: Orang, layanan: Tiruan
) -> None:
    assert f'href="{AT}"' in admin.client.get(f"/instansi/{INSTANSI}").text
    assert "Laporan monitoring" in admin.client.get(AT).text

    there = tries(admin)

    page = admin.client.get(there).text
    assert page.count("<rect") == 2
    assert words(page).count("Terlihat utuh") == 2
    assert "xAxis" in page
    found = re.search(r'<img src="([^"]+)"', page)
    assert found
    drawn = admin.client.get(found[1])
    assert drawn.data.startswith(b"\x89PNG")
    assert layanan.diminta == []
    with house.ledger.read() as reading:
        assert reading.find(Naskah) == []
        assert reading.find(TempatTtd) == []


def test_what_is_amiss_is_named_where_the_service_looks_for_a_mark(
    house: RealHouse, admin: Orang, layanan: Tiruan
) -> None:
    there = tries(admin)
    joined(house, layanan, 2, "pagar")
    page = admin.client.get(there).text
    assert "Tanda # tidak ada pada naskah ini" in page
    assert "Perlu diperbaiki" in page
    joined(house, layanan, 2, "tidak")
    assert u.TAK_TAMPAK in admin.client.get(there).text
    joined(house, layanan, 2)
    assert "originX" in admin.client.get(there).text


def test_a_box_out_of_the_page_or_over_words_is_named(
    house: RealHouse, admin: Orang, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tries(admin)
    real = house.placer
    for box, kata in (((-40, 20, 30, 90), u.DI_LUAR), ((60, 60, 540, 800), u.MENUTUPI)):
        moved = type("Digeser", (type(real),), {"places": lambda *_, b=box: [(0, b), (1, b)]})()
        monkeypatch.setitem(house.opened, "placer", moved)
        assert kata in admin.client.get(there).text


def test_nobody_else_sees_the_trial_and_an_officer_has_none(house: RealHouse, admin: Orang) -> None:
    there = tries(admin)
    other = officer(house, "admin2", "administrator")
    ppid = officer(house, "ppid", "ppid")
    assert other.client.get(there).status_code == 404
    assert ppid.client.get(there).status_code in (403, 404)
    assert ppid.client.get(AT).status_code in (403, 404)
    sent = {"csrf": admin.csrf, "jenis": "tiada"}
    assert admin.client.post(AT, data=sent).status_code == 422
    assert admin.client.get(f"{AT}/{house.new_id()}").status_code == 404


def test_the_command_says_the_same_of_every_kind_that_is_signed(
    house: RealHouse, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    person(house, "admin3", "administrator")
    kinds = [one.jenis for one in signed(house, INSTANSI)]
    assert JENIS in kinds
    assert len(kinds) > 20

    assert letak._one(house, INSTANSI, JENIS, tmp_path / "gambar") == 0

    told = capsys.readouterr().out
    assert f"{INSTANSI} {JENIS}, PPID: halaman " in told
    [drawn] = (tmp_path / "gambar").glob("*.svg")
    assert drawn.read_text().count("<rect") == 2
    with house.room() as room:
        pdf, kind = uji_letak.sampled(house, INSTANSI, JENIS, room)
        found = uji_letak.tried(house, kind, pdf)
    assert [one.peran for one in found.tempat] == ["ppid", "atasan_ppid"]
    assert found.cacat == ()


def test_the_page_is_sound_on_a_phone_and_at_a_desk(
    house: RealHouse, admin: Orang, win, tmp_path: Path
) -> None:
    there = tries(admin)
    # The bench is the person's own, and they log in again.
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "admin", there)
        win.page.get_by_role("heading", name="Uji letak tanda tangan").wait_for()
        win.page.locator("figure img").first.wait_for()
        for width in (PHONE, DESKTOP):
            win.size(width)
            win.page.screenshot(path=tmp_path / f"letak-{width}.png", full_page=True)
            sound(win)
