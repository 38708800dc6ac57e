"""The rounds at the pages: who owes a list, what is missing, and a unit's word that nothing did."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from service.acts.berkas import baru as berkas_baru
from service.acts.berkas.buka import Pembukaan
from service.acts.instansi.pilihan import set_up
from service.acts.orang import mulai, orang, peran
from service.acts.orang.hadir import operator
from service.cli import main
from service.domain.berkas import SELESAI, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.daftar_unit.masuk import DaftarMasuk
from service.house import RealHouse
from service.web.app import create_app
from tests.kantor import SANDI
from tests.office import at_desk
from tests.web.browser import DESKTOP, PHONE, served, sound
from tests.web.rumah_web import Orang, come_in, rumah_web
from tests.web.test_pintu import log_in

KODE = "ppid_kementerian"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        set_up(whole, operator(whole), KODE)
        yield whole


def somebody(house: RealHouse, nama: str, *memegang: str, unit: str = "") -> Orang:
    admin = operator(house)
    made, _ = orang.create(house, admin, KODE, orang.Isian(nama, f"Contoh {nama}"))
    for one in memegang:
        peran.give(house, admin, made.id, peran.Penugasan(KODE, unit, one))
    mulai.choose_password(house, orang.invite(house, admin, made.id), SANDI, "192.0.2.1")
    client = create_app(house).test_client()
    log_in(client, nama)
    return Orang(client, at_desk(house, made.id))


def a_round(house: RealHouse, oleh: Orang) -> tuple[str, dict[str, Berkas]]:
    """The address of the round of this month, and the parts of its units."""
    told = (KODE, "", "pengelolaan_informasi", "Putaran contoh", "bulanan")
    one = berkas_baru.open_by(house, oleh.hadir, Pembukaan(house.new_id(), *told))
    with house.ledger.read() as reading:
        parts = reading.find(Berkas, induk=one.id)
    return f"/putaran/{KODE}/{one.masa}", {x.unit: x for x in parts}


def came(house: RealHouse, unit: str) -> DaftarMasuk:
    when = house.clock.now() + timedelta(seconds=1)
    one = DaftarMasuk(house.new_id(), KODE, unit, "dibaca", when, MESIN, "0" * 64, "a.xlsx")
    with house.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(KODE, MESIN, "daftar_masuk", when, one.id))
    return one


def test_the_page_of_a_round_tells_of_each_unit_and_leads_to_its_list(house: RealHouse) -> None:
    tim = somebody(house, "tim", "tim_sekretariat")
    assert "Belum ada putaran" in tim.client.get("/putaran").text
    at, parts = a_round(house, tim)
    first, second = parts
    one = came(house, first)
    listing = tim.client.get(f"/putaran?instansi={KODE}").text
    assert (at in listing, "Belum kirim" in listing, "<svg" in listing) == (True, True, True)

    page = tim.client.get(at).text
    assert f"/informasi/masuk/{one.id}" in page
    assert f"/berkas/{parts[second].id}" in page
    assert "1 dari 6: Menyediakan Data dan Informasi publik sesuai aturan DIP" in page
    assert "Belum ada: Laporan pengumpulan data sesuai DIP" in page
    assert "Nyatakan tidak ada perubahan" not in page  # that is the word of a unit
    for strange in (
        f"/putaran/{KODE}/2020-01",
        f"/putaran/{KODE}/2026-13",
        "/putaran/lain/2026-11",
    ):
        assert tim.client.get(strange).status_code == 404


def test_a_unit_says_at_the_page_that_nothing_changed_and_speaks_for_no_other(
    house: RealHouse,
) -> None:
    tim = somebody(house, "tim", "tim_sekretariat")
    at, parts = a_round(house, tim)
    own, other = parts.values()
    unit = somebody(house, "unit", "unit", unit=own.unit)
    page = unit.client.get(at).text
    assert page.count("Nyatakan tidak ada perubahan") == 1
    assert f"/berkas/{other.id}" not in page

    sent = {"csrf": unit.csrf, "versi": str(own.versi), "alasan": "Sama seperti bulan lalu"}
    assert unit.client.post(f"{at}/{other.id}/nihil", data=sent).status_code == 404
    assert (
        tim.client.post(f"{at}/{own.id}/nihil", data=sent | {"csrf": tim.csrf}).status_code == 403
    )
    done = unit.client.post(f"{at}/{own.id}/nihil", data=sent)
    assert done.location == f"{at}?kabar=unit-nihil"
    page = unit.client.get(done.location).text
    assert "Tidak ada perubahan" in page
    assert "Nyatakan tidak ada perubahan" not in page
    with house.ledger.read() as reading:
        now = reading.get(Berkas, own.id)
    assert (now.keadaan, now.hasil) == (SELESAI, "nihil")
    again = unit.client.post(f"{at}/{own.id}/nihil", data=sent)
    assert again.status_code == 409


def test_a_page_of_rounds_asks_no_more_often_where_more_lists_came(house: RealHouse) -> None:
    tim, asked = somebody(house, "tim", "tim_sekretariat"), list[str]()
    at, parts = a_round(house, tim)
    event.listen(house.engine, "before_cursor_execute", lambda *x: asked.append(x[2]))
    for path in (at, "/putaran"):
        many = []
        for _ in range(2):
            for unit in parts:
                came(house, unit)
            tim.client.get(path)
            asked.clear()
            assert tim.client.get(path).status_code == 200
            many.append(len(asked))
        assert many[0] == many[1]


def test_the_command_tells_of_open_rounds_and_whether_anybody_is_late(
    house: RealHouse,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tim = somebody(house, "tim", "tim_sekretariat")
    at, parts = a_round(house, tim)
    for name, value in (("HOME", house.settings.home), ("INBOX", house.settings.inbox)):
        monkeypatch.setenv(f"BERKAS_{name}", str(value))
    monkeypatch.setenv("BERKAS_LEDGER", house.settings.ledger)

    code = main(["putaran", "--instansi", KODE, "--json"])

    told = json.loads(capsys.readouterr().out)
    assert (code, told["masa"], told["jumlah"]["belum"]) == (0, at.rpartition("/")[2], len(parts))
    assert {one["unit"] for one in told["unit"]} == set(parts)
    assert main(["putaran", "--instansi", "lain"]) == 1


def test_the_pages_of_rounds_are_for_everybody(house: RealHouse, tmp_path: Path, win) -> None:
    tim = somebody(house, "tim", "tim_sekretariat")
    at, parts = a_round(house, tim)
    first, _ = parts
    came(house, first)
    somebody(house, "unit", "unit", unit=first)
    with served(create_app(house)) as alamat:
        for who, path in (("tim", "/putaran"), ("tim", at), ("unit", at)):
            win.page.context.clear_cookies()
            come_in(win.page, alamat, who, path)
            for width in (PHONE, DESKTOP):
                win.size(width)
                name = f"{who}-{path.count('/')}-{width}.png"
                win.page.screenshot(path=tmp_path / name, full_page=True)
            sound(win)
