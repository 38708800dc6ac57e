"""A file on its way out and what is withheld, in Chromium: wide, narrow, and by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from service.acts.pelepasan import putus
from service.acts.pelepasan.perbuatan import Dilihat
from service.domain.catatan import MESIN, Catatan
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.pembukaan import Pembukaan
from service.domain.kiriman import File
from service.house import RealHouse
from service.web.app import create_app
from tests.domain.informasi.contoh import BARIS
from tests.kantor import Jam
from tests.pelepasan import BIASA, NIK, NIP, SEBAB, Loket
from tests.web.browser import NARROW, PHONE, Window, served, sound, spills, walk
from tests.web.rumah_web import come_in, on_the_clock, rumah_web, with_password
from tests.web.test_dikecualikan_web import laid

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield on_the_clock(whole, Jam(SENIN))


@pytest.fixture
def kita(house: RealHouse, tmp_path: Path) -> Loket:
    one = with_password(house, "satu", "tim_sekretariat")
    return Loket(house, tmp_path, one, one)


def look(win: Window, nama: str) -> None:
    """The page in view is sound, also on the narrowest phone, and keys reach all of it."""
    sound(win)
    win.size(NARROW)
    assert spills(win.page) == [], nama
    win.size(PHONE)
    stops = walk(win.page)
    assert len(stops) > 3, nama
    assert [one["what"] for one in stops if not one["ring"] or not one["seen"]] == [], nama


def test_a_file_on_its_way_out_is_handled_on_a_phone_and_by_keys(kita: Loket, win: Window) -> None:
    found = kita.letter(BIASA, NIP, nama="nip.pdf")
    black = kita.letter(BIASA, NIK, nama="nik.pdf")
    kita.copied(found)
    before = kita.copied(black)
    seen = Dilihat(black.id, before.versi)
    putus.perbuatan.blacken(kita.house, kita.sekretaris, seen, [], jenis=["nik"])
    kita.done(black)
    came = kita.file("notula rapat kerja yang bernama panjang sekali tanpa henti.pdf", b"%PDF-1.4")
    with served(create_app(kita.house)) as alamat:
        come_in(win.page, alamat, "satu")
        for nama, one in (("temuan", found), ("hitam", black)):
            win.page.goto(f"{alamat}/informasi/{one.id}/pemeriksaan")
            look(win, f"pemeriksaan-{nama}")
        assert "16 sebelumnya, 0 di salinannya" in win.page.locator("dl.sifat").inner_text()
        assert win.page.get_by_text("Halaman 1 dari 1").count() == 1
        assert win.page.get_by_role("link", name="Halaman berikutnya").count() == 0

        win.page.get_by_role("link", name="Pilih file yang sudah diterima").press("Enter")
        win.page.locator(f'a[href$="kiriman={came.kiriman}"]').press("Enter")
        look(win, "pilih-kiriman")
        win.page.get_by_label("File", exact=True).press("ArrowDown")
        assert win.page.get_by_label("File", exact=True).input_value() == came.id
        win.page.get_by_role("button", name="Pakai file ini").press("Enter")
        win.page.wait_for_url(f"{alamat}/informasi/{black.id}/pemeriksaan")
    with kita.house.ledger.read() as reading:
        assert reading.get(Informasi, black.id).pelengkap.file == came.id
        assert reading.get(File, came.id).nama == came.nama


def test_what_is_withheld_is_handled_on_a_phone_and_by_keys(house: RealHouse, win: Window) -> None:
    satu = with_password(house, "satu", "atasan_ppid")
    with_password(house, "dua", "ppid", "tim_sekretariat")
    one = laid(house, dik=replace(BARIS, mulai=date(2026, 1, 5)))
    asked = Pembukaan(
        house.new_id(), one.id, one.instansi, one.unit, "b" * 26, satu.orang.id, SENIN, "", one.sk
    )
    with house.ledger.begin() as tx:
        tx.add(asked)
        tx.note(Catatan(one.instansi, MESIN, "informasi_pembukaan_diminta", SENIN, one.id))
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "dua")
        for nama in ("", "/usul", f"/{one.id}"):
            win.page.goto(f"{alamat}/dikecualikan{nama}")
            look(win, f"dikecualikan{'-satu' if one.id in nama else nama.replace('/', '-')}")
        win.page.locator("summary", has_text="Tidak menyetujui").press("Enter")
        form = win.page.locator("form", has_text="Alasan").first
        form.locator("textarea").fill(SEBAB)
        form.get_by_role("button").press("Enter")
        win.page.wait_for_url("**?kabar=dikecualikan-tolak")
    with house.ledger.read() as reading:
        assert reading.get(Pembukaan, asked.id).keadaan == "ditolak"
