"""Reminders at the pages: the first page, a page of their own, the matter's; the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from service.acts.berkas import baru as berkas_baru
from service.acts.berkas.buka import Pembukaan
from service.acts.pengingat import tenggat_kalender
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.keberatan import Keberatan
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.permohonan import TERDAFTAR, Permohonan
from service.house import RealHouse
from service.web.app import create_app
from tests.kantor import Jam
from tests.office import INSTANSI, UNIT
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import Orang, come_in, officer, rumah_web, with_password
from tests.web.test_pintu import log_in

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
TERTUTUP = "Perkara tertutup contoh"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield replace(whole, clock=Jam(SENIN))  # type: ignore[arg-type]


def on(house: RealHouse, day: date) -> None:
    house.clock.at = datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC)  # type: ignore[attr-defined]


def matter(house: RealHouse, judul: str, tenggat: date, **more: object) -> Berkas:
    """A matter at its first step whose term of the law ends on a day."""
    with house.ledger.begin() as tx:
        asked = Pembukaan(house.new_id(), INSTANSI, UNIT, "uji_konsekuensi", judul)
        one = berkas_baru.begun(house, tx, asked)
    with house.ledger.begin() as tx:
        before = tx.get(Berkas, one.id)
        told = {"tenggat": tenggat, "jatuh": tenggat, "norma": None, "diterima": SENIN, **more}
        tx.save(before, replace(before, **told))  # type: ignore[arg-type]
        tx.note(Catatan(INSTANSI, MESIN, "tenggat_dihitung", SENIN, one.id))
    return one


def again(house: RealHouse, who: Orang, nama: str) -> Orang:
    """The same person another day: their session ended."""
    client = create_app(house).test_client()
    log_in(client, nama)
    return Orang(client, who.hadir)


def test_the_first_page_tells_those_above_what_nobody_below_them_does(house: RealHouse) -> None:
    tim, ppid = officer(house, "tim", "tim_sekretariat"), officer(house, "ppid", "ppid")
    one = matter(house, "Perkara contoh", date(2026, 12, 7))
    matter(house, TERTUTUP, date(2026, 12, 7), rahasia=True)

    assert "Dinaikkan kepada Anda" not in ppid.client.get("/").text
    on(house, date(2026, 12, 10))
    tim, ppid = again(house, tim, "tim"), again(house, ppid, "ppid")
    first = ppid.client.get("/").text
    assert "Dinaikkan kepada Anda (2)" in first
    assert "Perkara contoh · tenggat hukum berkas · menunggu Tim Sekretariat" in first
    assert "Dinaikkan kepada Anda" not in tim.client.get("/").text
    assert "lewat 3 hari kerja" in tim.client.get("/").text
    page = ppid.client.get(f"/berkas/{one.id}").text
    assert "Lewat dan dinaikkan, lewat 3 hari kerja (sejak Senin, 7 Desember)" in page
    assert "Sudah dinaikkan kepada PPID" in page


def test_the_matter_says_which_reminder_counts_and_which_comes_next(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    one = matter(house, "Perkara contoh", date(2026, 12, 7))
    page = tim.client.get(f"/berkas/{one.id}").text
    assert "Pengingat berikutnya Senin, 30 November 2026: akan jatuh tempo" in page
    on(house, date(2026, 12, 8))
    page = again(house, tim, "tim").client.get(f"/berkas/{one.id}").text

    assert "Lewat tenggat, lewat 1 hari kerja" in page
    assert "Pengingat berikutnya Kamis, 10 Desember 2026: dinaikkan kepada PPID" in page


def test_the_page_of_reminders_is_narrowed_by_kind_and_turned_over(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    for n in range(55):
        matter(house, f"Perkara ke-{n:02}", date(2026, 12, 1 + n % 4))
    on(house, date(2026, 12, 2))
    tim = again(house, tim, "tim")

    page = tim.client.get("/pengingat").text
    assert "55 pengingat, yang berakhir lebih dahulu di atas." in page
    assert "Lewat tenggat: 14" in page
    assert "Jatuh tempo hari ini: 14" in page
    assert page.count("Perkara ke-") == 50
    assert "1 sampai 50 dari 55 pengingat" in page
    assert tim.client.get("/pengingat?halaman=2").text.count("Perkara ke-") == 5
    assert tim.client.get("/pengingat?halaman=9999").text.count("Perkara ke-") == 5
    late = tim.client.get("/pengingat?jenis=lewat").text
    assert late.count("Perkara ke-") == 14
    assert "Tampilkan semua" in late
    assert tim.client.get("/pengingat?jenis=entah&apa=tidak").text.count("Perkara ke-") == 50
    none = tim.client.get("/pengingat?apa=keberatan").text
    assert "Tidak ada pengingat" in none


def test_what_is_withheld_is_in_no_calendar_and_no_reminder_of_others(house: RealHouse) -> None:
    tim, petugas = officer(house, "tim", "tim_sekretariat"), officer(house, "loket", "petugas")
    matter(house, TERTUTUP, date(2026, 11, 25), rahasia=True)
    matter(house, "Perkara contoh", date(2026, 11, 25))
    pages = ("/", "/pengingat", "/tenggat", "/tenggat?tampil=14", "/tenggat/unduh.ics")

    for path in pages:
        assert TERTUTUP not in petugas.client.get(path).text, path
    assert "<b>1</b>" in petugas.client.get("/tenggat").text
    assert "<b>2</b>" in tim.client.get("/tenggat").text
    assert TERTUTUP in tim.client.get("/tenggat?tampil=30").text
    taken = tim.client.get("/tenggat/unduh.ics").text
    assert TERTUTUP not in taken, "it leaves the house with a telephone"
    assert "SUMMARY:1 tenggat rahasia" in taken


def answers(house: RealHouse) -> None:
    """A request and an objection that wait for an answer."""
    with house.ledger.begin() as tx:
        for id_ in ("k1", "k2"):
            tx.add(Kiriman(id_, INSTANSI, UNIT, "web", "contoh.pdf", DIDAFTAR, SENIN))
        told = (INSTANSI, UNIT)
        asked = Permohonan(
            "p1", "k1", *told, "x", TERDAFTAR, SENIN, SENIN.date(), date(2026, 12, 7),
            nomor_daftar="1/REG-PPID/XI/2026",
        )  # fmt: skip
        tx.add(asked)
        objected = Keberatan(
            "b1", "k2", *told, "y", TERDAFTAR, SENIN, SENIN.date(), date(2026, 12, 7),
            nomor="1/KEB-PPID/XI/2026",
        )  # fmt: skip
        tx.add(objected)
        tx.note(Catatan(INSTANSI, MESIN, "permohonan_diterima", SENIN, "p1"))


def test_the_calendar_tells_law_and_norm_apart_and_names_the_holidays(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    answers(house)
    norma = datetime(2026, 12, 8, 9, 0, tzinfo=UTC)
    matter(house, "Perkara contoh", date(2026, 12, 10), norma=norma, jatuh=date(2026, 12, 8))

    page = tim.client.get("/tenggat?bulan=2026-12").text
    assert "Libur: " in page
    assert page.count("Libur: ") >= 2  # Christmas and its joint leave
    assert re.search(r"<b>Hukum</b> Perkara contoh", page)
    assert re.search(r"<b>Norma</b> Perkara contoh", page)
    assert "Jawab permohonan 1/REG-PPID/XI/2026" in page
    assert "Tanggapi keberatan 1/KEB-PPID/XI/2026" in page
    assert "Tenggat hukum berkas: <b>1</b>" in page
    assert "Norma langkah SOP: <b>1</b>" in page
    law = tim.client.get("/tenggat?bulan=2026-12&jenis=hukum").text
    assert "<b>Norma</b>" not in law
    assert "1/REG-PPID" not in law
    assert (
        "Perkara contoh"
        not in tim.client.get("/tenggat?bulan=2026-12&unit=tidak_ada&jenis=keberatan").text
    )
    first = tim.client.get("/").text
    assert re.search(r'hari=2026-12-07">\s*2 tenggat', first) is None  # beyond the fortnight
    on(house, date(2026, 12, 4))
    first = again(house, tim, "tim").client.get("/").text
    assert 'hari=2026-12-07">2 tenggat' in first
    assert 'hari=2026-12-08">1 tenggat' in first


@pytest.mark.parametrize(
    "path",
    [
        "/tenggat?bulan=2026-13",
        "/tenggat?bulan=0000-01",
        "/tenggat?bulan=9999-12",
        "/tenggat?tampil=hari&hari=kemarin",
        "/tenggat?tampil=hari&hari=2026-02-30",
        "/tenggat?tampil=entah&jenis=entah&unit=entah&instansi=entah",
        "/tenggat/unduh.ics?bulan=x",
    ],
)
def test_an_address_that_makes_no_sense_shows_this_month(house: RealHouse, path: str) -> None:
    answer = officer(house, "tim", "tim_sekretariat").client.get(path)

    assert answer.status_code == 200
    assert "November 2026" in answer.text or "BEGIN:VCALENDAR" in answer.text


def test_many_on_one_day_are_counted_and_have_the_day_to_themselves(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    for n in range(14):
        matter(house, f"Perkara ke-{n:02}", date(2026, 11, 25))

    month = tim.client.get("/tenggat").text
    assert month.count("Perkara ke-") == 4
    assert "dan 10 lagi" in month
    day = tim.client.get("/tenggat?tampil=hari&hari=2026-11-25").text
    assert day.count("Perkara ke-") == 14
    assert "Seluruh November 2026" in day


def test_a_sheet_that_holds_not_all_says_so(
    house: RealHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    for n in range(3):
        matter(house, f"Perkara ke-{n:02}", date(2026, 11, 25 + n % 2))
    monkeypatch.setattr(tenggat_kalender, "TERBANYAK", 3)
    assert "Terlalu banyak" not in tim.client.get("/tenggat").text
    monkeypatch.setattr(tenggat_kalender, "TERBANYAK", 2)
    page = tim.client.get("/tenggat").text

    assert "Terlalu banyak untuk satu halaman: Tenggat hukum berkas." in page
    assert page.count("Perkara ke-") == 2
    assert "Perkara ke-01" not in page, "what ends first is shown"


def test_a_calendar_is_taken_along_by_whoever_is_in_and_by_nobody_else(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    judul = "Perkara; contoh, " + "panjang " * 20
    matter(house, judul, date(2026, 11, 25))
    answer = tim.client.get("/tenggat/unduh.ics")

    assert answer.mimetype == "text/calendar"
    assert 'filename="tenggat-2026-11-01.ics"' in answer.headers["Content-Disposition"]
    lines = answer.data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    whole = answer.text.replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20261125" in whole
    assert "DTEND;VALUE=DATE:20261126" in whole
    assert "SUMMARY:Tenggat hukum berkas: Perkara\\; contoh\\, panjang" in whole
    assert create_app(house).test_client().get("/tenggat/unduh.ics").status_code == 303
    admin = officer(house, "kunci", "administrator")
    assert admin.client.get("/tenggat").status_code == 403


def test_the_pages_are_for_everybody(house: RealHouse, tmp_path: Path, win) -> None:
    with_password(house, "ppid", "ppid", "tim_sekretariat")
    answers(house)
    for n in range(6):
        norma = datetime(2026, 12, 4 + n, 3, 0, tzinfo=UTC)
        jatuh = date(2026, 11, 30 + 0) if n < 1 else date(2026, 12, 2 + n)
        more = {"norma": norma, "menunggu": "ppid" if n % 2 else "tim_pertimbangan"}
        matter(house, f"Perkara contoh nomor {n}", jatuh, rahasia=n == 3, **more)
    on(house, date(2026, 12, 10))
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "ppid", "/pengingat")
        for path in ("/pengingat", "/tenggat", "/tenggat?tampil=14", "/"):
            win.page.goto(f"{alamat}{path}")
            win.page.wait_for_load_state("networkidle")
            for width in (PHONE, DESKTOP):
                win.size(width)
                nama = re.sub(r"\W", "-", path)
                win.page.screenshot(path=tmp_path / f"ingat{nama}-{width}.png", full_page=True)
            sound(win)
        win.page.goto(f"{alamat}/tenggat")
        with win.on_paper():
            win.page.screenshot(path=tmp_path / "ingat-cetak.png", full_page=True)
            assert win.page.locator(".kop-cetak").is_visible()
            assert not win.page.locator(".saring").is_visible()
