"""Who is named below a signed paper reads a copy of it, and nobody else by that way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from service.acts.instansi.packs import agency
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import BATAL, DITANDATANGANI, Naskah
from service.domain.tembusan import Tembusan
from service.house import RealHouse
from service.web.app import create_app
from tests.meja_ttd import Meja
from tests.office import INSTANSI, UNIT
from tests.pki import Pki
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.naskah_web import inked
from tests.web.rumah_web import come_in, officer, with_password

pytestmark = pytest.mark.usefixtures("tanpa_layanan")


@pytest.fixture
def meja(house: RealHouse, pki: Pki, tmp_path: Path) -> Meja:
    return Meja(house, officer(house, "ppid", "ppid").hadir, pki, tmp_path)


def lays(meja: Meja, *tembusan: str, rahasia: bool = False) -> str:
    """A paper that only the PPID has yet to sign, with copies for these."""
    id_ = meja.lays(1)
    with meja.house.ledger.begin() as tx:
        before = tx.get(Naskah, id_)
        tx.save(before, replace(before, isian={**before.isian, "tembusan": list(tembusan)}))
        last = tx.find(type(meja.places(id_)[0]), naskah=id_, peran="atasan_ppid")[0]
        tx.save(last, replace(last, keadaan="gugur"))
        berkas = tx.get(Berkas, before.berkas)
        tx.save(berkas, replace(berkas, rahasia=rahasia))
        now = meja.house.clock.now()
        tx.note(Catatan(INSTANSI, MESIN, "naskah_diubah", now, id_))
    return id_


def signed(meja: Meja, id_: str) -> None:
    meja.looks(id_)
    assert [one.jadi for one in meja.sits()] == [True]
    with meja.house.ledger.read() as reading:
        assert reading.get(Naskah, id_).keadaan == DITANDATANGANI


def copies(house: RealHouse) -> list[Tembusan]:
    with house.ledger.read() as reading:
        return reading.find(Tembusan)


def unit_name(house: RealHouse) -> str:
    found = agency(house.packs, INSTANSI).unit_of(UNIT)
    assert found
    return found.nama


def test_the_unit_that_is_named_reads_the_signed_paper_and_others_do_not(
    house: RealHouse, meja: Meja
) -> None:
    one = lays(meja, f"Kepala {unit_name(house)}", "Gubernur Contoh")
    there = officer(house, "sana", "unit", unit=UNIT)
    other = officer(house, "lain", "unit", unit="unit_lain")
    assert "Belum ada tembusan" in there.client.get("/tembusan").text

    signed(meja, one)

    [copy] = copies(house)
    assert copy.tujuan == f"unit:{UNIT}"
    page = there.client.get("/tembusan").text
    assert f"/tembusan/{copy.id}" in page
    assert "Gubernur" not in page
    with there.client.get(f"/tembusan/{copy.id}") as paper:
        assert paper.data.startswith(b"%PDF-")
        assert "attachment" in paper.headers["Content-Disposition"]
    assert f"/tembusan/{copy.id}" not in other.client.get("/tembusan").text
    assert other.client.get(f"/tembusan/{copy.id}").status_code == 404
    assert there.client.get("/tembusan/tidakada").status_code == 404


def test_the_copy_of_a_scan_in_ink_is_called_by_what_it_is(house: RealHouse, meja: Meja) -> None:
    there = officer(house, "sana", "unit", unit=UNIT)
    one = lays(meja, unit_name(house))
    signed(meja, one)
    with house.ledger.read() as reading:
        inked(house, reading.get(Naskah, one))
    [copy] = copies(house)

    with there.client.get(f"/tembusan/{copy.id}") as paper:
        assert paper.data.startswith(b"\x89PNG")
        assert paper.mimetype == "image/png"
        assert paper.headers["Content-Disposition"].endswith('.png"')


def test_of_a_withheld_matter_no_copy_is_made_and_none_is_read_of_what_came_to_nothing(
    house: RealHouse, meja: Meja
) -> None:
    there = officer(house, "sana", "unit", unit=UNIT)
    signed(meja, lays(meja, unit_name(house), rahasia=True))
    assert copies(house) == []

    plain = lays(meja, unit_name(house))
    now = house.clock.now()
    with house.ledger.begin() as tx:
        before = tx.get(Naskah, plain)
        tx.save(before, replace(before, keadaan=BATAL))
        tx.add(Tembusan("t" * 26, plain, INSTANSI, f"unit:{UNIT}", "Contoh", now))
        tx.note(Catatan(INSTANSI, MESIN, "naskah_dibatalkan", now, plain))
    assert "/tembusan/t" not in there.client.get("/tembusan").text
    assert there.client.get(f"/tembusan/{'t' * 26}").status_code == 404


def test_the_page_is_sound_on_a_phone_and_at_a_desk(house: RealHouse, win, meja: Meja) -> None:
    with_password(house, "sana", "unit", unit=UNIT)
    signed(meja, lays(meja, unit_name(house)))
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "sana", "/tembusan")
        for width in (PHONE, DESKTOP):
            win.size(width)
            sound(win)
