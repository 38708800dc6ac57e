"""Mail on one's own account page, and what the keepers of the house see of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from jobs.clock import Clock
from jobs.perform import Child
from jobs.table import JOBS
from jobs.wire import Errand
from service.adapters.ledger.owed import SqlOwed
from service.adapters.mail_smtp import SmtpMail
from service.domain.surel_pengingat import TERKIRIM, SuratPengingat
from service.house import RealHouse
from service.web.app import create_app
from service.web.keadaan.gagal import KATA
from tests.kantor import Jam
from tests.office import work
from tests.pos import Pos, pos
from tests.servers import free_port
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password
from tests.web.test_pengingat_web import matter

SELASA = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def kantor_pos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pos]:
    with pos(tmp_path_factory.mktemp("pos")) as one:
        yield one


@pytest.fixture
def house(tmp_path: Path, kantor_pos: Pos) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        clock = Jam(SELASA)
        whole.ledger.clock = clock  # type: ignore[assignment,union-attr]
        whole.opened["mail"] = SmtpMail(kantor_pos.pengirim(), seconds=2.0)
        yield replace(whole, clock=clock)  # type: ignore[arg-type]


def says(who: Orang, alamat: str, mau: str = "ya"):
    versi = re.search(r'name="versi" value="(\d+)"', who.client.get("/akun").text)
    sent = {"csrf": who.csrf, "versi": versi[1] if versi else "0", "surel": alamat, "mau": mau}
    return who.client.post("/akun/surel", data=sent)


def test_a_person_says_where_their_mail_goes_and_may_switch_it_off(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    wrong = says(tim, "petugas(at)contoh")
    assert wrong.status_code == 422
    assert "Alamat surel harus satu alamat lengkap" in wrong.text
    assert "petugas(at)contoh" in wrong.text
    for bad in ("a@contoh.go.id\r\nBcc: b@contoh.go.id", "a@contoh.go.id,b@contoh.go.id"):
        assert says(tim, bad).status_code == 422
    assert "belum dikirim kepada Anda lewat surel" in tim.client.get("/pengingat").text
    assert says(tim, "petugas@contoh.go.id").status_code == 303
    assert 'value="petugas@contoh.go.id"' in tim.client.get("/akun").text
    said = "Ringkasannya dikirim ke petugas@contoh.go.id setiap hari kerja"
    assert said in tim.client.get("/pengingat").text
    assert says(tim, "petugas@contoh.go.id", "tidak").status_code == 303
    assert said not in tim.client.get("/pengingat").text
    old = {"csrf": tim.csrf, "versi": "1", "surel": "lain@contoh.go.id", "mau": "ya"}
    assert tim.client.post("/akun/surel", data=old).status_code == 409


def test_a_house_without_a_server_asks_nobody_for_an_address(tmp_path: Path) -> None:
    with rumah_web(tmp_path) as plain:
        tim = officer(plain, "tim", "tim_sekretariat")
        assert "Alamat surel" not in tim.client.get("/akun").text
        sent = {"csrf": tim.csrf, "versi": "0", "surel": "a@contoh.go.id", "mau": "ya"}
        assert tim.client.post("/akun/surel", data=sent).status_code == 404
        assert "lewat surel" not in tim.client.get("/pengingat").text
        told = tim.client.get("/keadaan").text
        assert "Tidak dipasang: pengingat tampil di halaman." in told


def test_the_clock_owes_the_round_and_the_letter_arrives(house: RealHouse, kantor_pos: Pos) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    says(tim, "tim@contoh.go.id")
    matter(house, "Perkara contoh", date(2026, 11, 25))
    clock = Clock(house)
    clock.rounds()
    assert sorted(set(work(house)) & {"ingatkan", "surel"}) == ["ingatkan", "surel"]
    clock.rounds_at = 0.0
    clock.rounds()
    assert not set(work(house)) & {"ingatkan", "surel"}

    [letter] = [one for one in kantor_pos.letters if one["To"] == "tim@contoh.go.id"]
    assert "Perkara contoh" in letter.get_content()
    page = tim.client.get("/akun").text
    assert "Selasa, 24 November 2026" in page
    assert "Terkirim" in page
    assert "Hari ini: 1 terkirim." in tim.client.get("/keadaan").text


def test_a_server_that_stays_away_is_shown_to_those_who_keep_the_house(
    house: RealHouse, kantor_pos: Pos
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    says(tim, "tim.dua@contoh.go.id")
    matter(house, "Perkara contoh", date(2026, 11, 25))
    away = replace(kantor_pos.pengirim(), port=free_port())
    house.opened["mail"] = SmtpMail(away, seconds=1.0)
    owed = SqlOwed(house.ledger, timedelta(seconds=20), (timedelta(0),) * 2)  # type: ignore[arg-type]
    child = Child(replace(house, owed=owed), "uji", JOBS)
    Clock(house).rounds()
    for _ in range(8):
        for one in house.owed.claim("naskah", 50, set):
            child.carry_out(Errand(one.job, one.untuk, one.fence))

    [macet] = house.lists.macet()
    assert macet.job == "surel", macet.galat
    assert "Server surel localhost tidak menjawab" in macet.galat
    assert KATA[macet.job] == "Mengirim surel pengingat"
    told = tim.client.get("/keadaan").text
    assert "1 menunggu" in told
    assert "Server surel localhost tidak menjawab" in told
    house.opened["mail"] = SmtpMail(kantor_pos.pengirim())
    with house.ledger.begin() as tx:
        tx.plan(macet.job, macet.untuk)
    work(house)
    with house.ledger.read() as reading:
        assert reading.get(SuratPengingat, macet.untuk).keadaan == TERKIRIM


def test_an_address_that_was_refused_says_what_to_do(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    says(tim, "tolak@contoh.go.id")
    matter(house, "Perkara contoh", date(2026, 11, 25))
    Clock(house).rounds()
    work(house)

    page = tim.client.get("/akun").text
    assert "Server surel menolak tolak@contoh.go.id." in page
    assert "Ditolak penerima" in page
    assert "menolak tolak@contoh.go.id" in tim.client.get("/pengingat").text
    assert house.lists.count_macet() == 0
    says(tim, "tim@contoh.go.id")
    assert "Tidak ada surat lagi" not in tim.client.get("/akun").text


def test_the_account_page_is_for_everybody(house: RealHouse, tmp_path: Path, win) -> None:
    with_password(house, "satu", "tim_sekretariat")
    tim = officer(house, "tim", "tim_sekretariat")
    says(tim, "tolak@contoh.go.id")
    matter(house, "Perkara contoh", date(2026, 11, 25))
    Clock(house).rounds()
    work(house)
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "tim", "/akun")
        win.page.get_by_text("Surat yang terakhir").click()
        for width in (PHONE, DESKTOP):
            win.size(width)
            win.page.screenshot(path=tmp_path / f"ingat-akun-{width}.png", full_page=True)
        sound(win)
