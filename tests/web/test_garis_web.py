"""The line of a matter at its page: for the eye, a reader, print, and those who may see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from service.acts.berkas import baru as berkas_baru
from service.acts.berkas.buka import Pembukaan
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.sop.jejak import Jejak
from service.house import RealHouse
from service.web.app import create_app
from tests.office import INSTANSI, UNIT
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import come_in, officer, rumah_web, with_password
from tests.web.test_berkas_web import brought, does, opened


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def test_the_line_says_what_happened_and_why(house: RealHouse) -> None:
    tim = officer(house, "tim", "tim_sekretariat")
    at = opened(tim)
    assert f'href="{at}/garis-waktu"' in tim.client.get(at).text
    page = tim.client.get(f"{at}/garis-waktu").text
    assert "masih di sini" in page
    assert "Sekarang" in page
    brought(tim, at, "surat_permohonan", "didaftar")
    does(tim, at, "selesai", hasil="uji")
    brought(tim, at, "undangan_rapat", "ditandatangani")
    does(tim, at, "selesai")
    does(tim, at, "selesai", hasil="rapat_lagi", alasan="Dokumen <contoh> kurang")
    page = tim.client.get(f"{at}/garis-waktu").text

    assert "Dikembalikan: rapat lagi. Alasan: Dokumen &lt;contoh&gt; kurang" in page
    assert page.count("2. Melakukan kajian") >= 2
    assert "Contoh tim" in page


def test_a_withheld_line_is_not_there_for_who_may_not_see_it(house: RealHouse) -> None:
    tim, unit = officer(house, "tim", "tim_sekretariat"), officer(house, "unit", "unit", unit=UNIT)
    at = opened(tim, "Perkara tertutup contoh", "rahasia")

    assert tim.client.get(f"{at}/garis-waktu").status_code == 200
    assert unit.client.get(f"{at}/garis-waktu").status_code == 404
    assert tim.client.get("/berkas/tidak_ada/garis-waktu").status_code == 404


def walked(house: RealHouse) -> str:
    """A matter of some days with a return, a hold, one below it, and a term of the law; its id."""
    start = datetime(2026, 11, 9, 1, 0, tzinfo=UTC)  # Monday, 8.00 WIB

    def at(hours: float) -> datetime:
        return start + timedelta(hours=hours)

    with house.ledger.begin() as tx:
        asked = Pembukaan(house.new_id(), INSTANSI, UNIT, "uji_konsekuensi", "Perkara contoh")
        made = berkas_baru.begun(house, tx, asked)
        [first] = tx.find(Jejak, berkas=made.id)
        tx.save(first, replace(first, masuk=at(0), diambil=at(1), keluar=at(1.5), hasil="uji"))
        steps = (
            ("kajian", 1.5, 3.0, 6.0, "", False),
            ("rapat", 6.0, 26.0, 31.0, "rapat_lagi", True),
            ("kajian", 31.0, 31.5, 50.0, "", False),
            ("rapat", 50.0, None, None, "", False),
        )
        for n, (row, masuk, diambil, keluar, hasil, back) in enumerate(steps, 2):
            taken, out = (None if x is None else at(x) for x in (diambil, keluar))
            one = Jejak(house.new_id(), made.id, n, row, "", at(masuk), taken, out, "", hasil, back)
            tx.add(one)
        held = f"{at(48.5).isoformat()}/{at(49.5).isoformat()}"
        now = replace(
            tx.get(Berkas, made.id), dibuka=at(0), langkah="rapat", sejak=at(50), jeda=(held,),
            tenggat=datetime(2026, 11, 23).date(),
        )  # fmt: skip
        tx.save(tx.get(Berkas, made.id), now)
        below = replace(
            now, id=house.new_id(), induk=made.id, judul="Perkara contoh di bawahnya",
            dibuka=at(6), ditutup=at(28), keadaan="selesai", versi=1,
        )  # fmt: skip
        tx.add(below)
        tx.note(Catatan(INSTANSI, MESIN, "langkah_selesai", at(50), made.id))
    return made.id


def test_the_line_is_read_on_a_phone_by_keyboard_and_on_paper(
    house: RealHouse, tmp_path: Path, win
) -> None:
    with_password(house, "tim", "tim_sekretariat")
    path = f"/berkas/{walked(house)}/garis-waktu"
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "tim", path)
        for width in (PHONE, DESKTOP):
            win.size(width)
            win.page.screenshot(path=tmp_path / f"garis-{width}.png", full_page=True)
        bars = win.page.evaluate(
            """() => [...document.querySelectorAll('svg.grafik g rect')].map((one) => {
              const box = one.getBoundingClientRect();
              const all = one.closest('svg.grafik').getBoundingClientRect();
              return box.width > 1 && box.left >= all.left - 1 && box.right <= all.right + 1;
            })"""
        )
        assert len(bars) > 8
        assert all(bars)
        told = win.page.locator("svg.grafik desc").text_content()
        assert "3. Melakukan rapat koordinasi" in told
        assert win.page.locator("svg.grafik svg[overflow] path").count() == 1
        assert "dikembalikan: rapat lagi" in told
        sound(win)
        win.page.pdf(path=tmp_path / "garis.pdf")
