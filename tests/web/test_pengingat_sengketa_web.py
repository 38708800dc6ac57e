"""Disputes at the pages of reminders and terms: named where they may be, counted where not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from service.domain.catatan import MESIN, Catatan
from service.domain.keberatan import DITANGGAPI, Keberatan
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.sengketa import (
    AJUDIKASI,
    MEMBUKA,
    PANGGILAN,
    PUTUSAN,
    Putusan,
    Sengketa,
    SuratSengketa,
)
from service.house import RealHouse
from service.web.app import create_app
from tests.kantor import Jam
from tests.office import INSTANSI, UNIT
from tests.web.browser import DESKTOP, PHONE, served, sound, spills
from tests.web.rumah_web import come_in, officer, rumah_web, with_password

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
RABU = date(2026, 11, 25)
KOMISI = "Komisi Informasi Contoh"
SIDANG = f"sidang atau mediasi di {KOMISI}"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield replace(whole, clock=Jam(SENIN))  # type: ignore[arg-type]


def disputed(
    house: RealHouse, n: int, acara: date, *, rahasia: bool = False, **more: object
) -> Sengketa:
    """A dispute that is heard on a day, and by then has to be decided."""
    place, on = (INSTANSI, UNIT), date(2026, 10, 12)
    letter = Kiriman(f"k{n}", *place, "web", "contoh.pdf", DIDAFTAR, SENIN, rahasia=rahasia)
    about = Keberatan(
        f"b{n}", letter.id, *place, f"x{n}", DITANGGAPI, SENIN, on, RABU, nomor=f"{n}/KEB-PPID"
    )
    told = {"tahap": AJUDIKASI, "mulai": on, "batas_selesai": date(2026, 12, 2), **more}
    one = Sengketa(
        f"s{'abcd'[n]}" * 13, about.id, "", *place, KOMISI, f"{n}/KI/2026", on, SENIN, **told
    )  # type: ignore[arg-type]
    surat = SuratSengketa(f"l{n}", one.id, letter.id, PANGGILAN, SENIN, MESIN, acara)
    with house.ledger.begin() as tx:
        for x in (letter, about, one, surat):
            tx.add(x)
        tx.note(Catatan(INSTANSI, MESIN, "sengketa_dicatat", SENIN, one.id))
    return one


def ruled(house: RealHouse, n: int, last: date) -> Sengketa:
    said = Putusan("7/PTSN-CONTOH/2026", "2026-11-02", "Contoh amar.", MEMBUKA)
    return disputed(house, n, RABU, tahap=PUTUSAN, putusan=said, batas_putusan=last)


def test_a_hearing_and_a_ruling_stand_on_both_pages_and_lead_to_their_dispute(
    house: RealHouse,
) -> None:
    who = officer(house, "sengketa", "fasilitasi_sengketa")
    one, two = disputed(house, 1, RABU), ruled(house, 2, date(2026, 11, 20))
    disputed(house, 3, date(2026, 11, 18), batas_selesai=date(2026, 11, 19))

    page = who.client.get("/pengingat").text
    assert f"Hadiri {SIDANG}" in page
    assert "1/KI/2026" in page
    assert "sengketa informasi" in page
    assert "Laksanakan putusan 7/PTSN-CONTOH/2026 bila tidak ditolak, lalu tandai selesai" in page
    for each in (one, two):
        assert f'href="/sengketa/{each.id}"' in page
    assert "Tidak ada pengingat" in who.client.get("/pengingat?apa=keberatan").text
    assert "Hadiri" in who.client.get("/pengingat?apa=sengketa&jenis=akan").text
    month = who.client.get("/tenggat").text
    assert f"Sidang atau mediasi di {KOMISI}, sengketa 1/KI/2026" in month
    assert "Hari terakhir menerima atau menolak putusan 7/PTSN-CONTOH/2026" in month
    assert "Sengketa informasi: <b>4</b>" in month
    later = who.client.get("/tenggat?bulan=2026-12&jenis=sengketa").text
    assert f"Tenggat Komisi: {KOMISI} selesai memeriksa, sengketa 1/KI/2026" in later
    assert "Sidang" not in who.client.get("/tenggat?jenis=keberatan").text
    assert "Hukum, lewat" not in month, "a hearing is over, a ruling stands: neither is late"
    first = who.client.get("/").text
    assert 'hari=2026-11-25">1 tenggat' in first
    assert f"Hadiri {SIDANG}" in first
    assert "Laksanakan putusan 7/PTSN-CONTOH/2026" in first
    assert "Hadiri" not in officer(house, "tim", "tim_sekretariat").client.get("/").text


def test_a_calendar_takes_each_day_of_a_dispute_along_by_a_name_of_its_own(
    house: RealHouse,
) -> None:
    who = officer(house, "ppid", "ppid")
    one = disputed(house, 1, RABU)
    held = disputed(house, 2, RABU, rahasia=True)
    taken = who.client.get("/tenggat/unduh.ics?tampil=14").text.replace("\r\n ", "")

    assert f"SUMMARY:Sidang atau mediasi di {KOMISI}\\, sengketa 1/KI/2026" in taken
    assert f"UID:sengketa-{one.id}-l1@berkas" in taken
    assert f"UID:sengketa-{one.id}-komisi@berkas" in taken
    assert taken.count("SUMMARY:1 tenggat rahasia") == 2
    assert "2/KI/2026" not in taken, "it leaves the house with a telephone"
    assert held.id not in taken


def test_a_withheld_dispute_is_on_no_page_of_who_may_not_see_it(house: RealHouse) -> None:
    keeper, ppid = officer(house, "sengketa", "fasilitasi_sengketa"), officer(house, "ppid", "ppid")
    disputed(house, 2, RABU, rahasia=True)
    day = f"/tenggat?tampil=hari&hari={RABU}"
    pages = ("/pengingat", "/tenggat", "/tenggat?tampil=14", day, "/tenggat/unduh.ics")

    for path in pages:
        assert "2/KI/2026" not in keeper.client.get(path).text, path
        assert "rahasia" not in keeper.client.get(path).text, path
    assert f'hari={RABU}">1 tenggat' not in keeper.client.get("/").text
    assert "Hadiri" not in keeper.client.get("/").text
    assert f"Hadiri {SIDANG}" in ppid.client.get("/").text
    assert f'hari={RABU}">1 tenggat' in ppid.client.get("/").text
    for path in pages[:4]:
        assert "2/KI/2026" in ppid.client.get(path).text, path


def test_the_pages_are_for_everybody(house: RealHouse, tmp_path: Path, win) -> None:
    with_password(house, "ppid", "ppid")
    one, two = disputed(house, 1, RABU), ruled(house, 2, date(2026, 11, 20))
    disputed(house, 3, SENIN.date() + timedelta(days=1), rahasia=True)
    ways = ("/pengingat", "/tenggat", "/tenggat?tampil=14", f"/sengketa/{one.id}")
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "ppid", "/pengingat")
        for n, way in enumerate((*ways, f"/sengketa/{two.id}", "/sengketa", "/")):
            win.page.goto(alamat + way)
            win.page.locator("main details").evaluate_all("x => x.forEach(y => y.open = true)")
            for width in (PHONE, DESKTOP):
                win.size(width)
                win.page.screenshot(path=tmp_path / f"sengketa-{n}-{width}.png", full_page=True)
            sound(win)
    win.quiet()


def test_a_name_without_a_space_breaks_on_a_telephone(house: RealHouse, win) -> None:
    with_password(house, "ppid", "ppid")
    said = Putusan(f"7/PTSN-CONTOH/{'A' * 100}", "2026-11-02", "Contoh amar.", MEMBUKA)
    told = {"tahap": PUTUSAN, "putusan": said, "batas_putusan": RABU}
    one = disputed(house, 1, RABU, **told)
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "ppid", "/pengingat")
        win.size(PHONE)
        for way in ("/tenggat?tampil=14", f"/tenggat?tampil=hari&hari={RABU}"):
            win.page.goto(alamat + way)
            assert "A" * 100 in win.page.content()
            assert spills(win.page) == []
        win.page.goto(f"{alamat}/sengketa/{one.id}")
        assert spills(win.page) == []
    win.quiet()
