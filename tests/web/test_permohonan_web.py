"""Requests and objections at the officers' pages: who sees whom, who numbers, who writes down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jobs.pickup import Pickup
from service.acts.register import permohonan as acts
from service.acts.register.permohonan import Masukan
from service.domain.keberatan import Keberatan
from service.domain.permohonan import Permohonan
from service.house import RealHouse
from service.web.app import create_app
from tests.loket import ISIAN, KEBERATAN_ISIAN, new_kode
from tests.office import INSTANSI, UNIT, work
from tests.web.browser import DESKTOP, PHONE, axe, served, spills
from tests.web.rumah_web import come_in, officer, rumah_web, with_password

PRIBADI = ("Contoh Pemohon Kenari", ISIAN["nik"], "Jalan Contoh 1", "+62 21 000000", ISIAN["surel"])


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def a_request(house: RealHouse, unit: str = "", *, otomatis: bool = True) -> Permohonan:
    came = Masukan(new_kode(), INSTANSI, unit, datetime.now(UTC), ISIAN)
    return acts.register(house, came, otomatis=otomatis)


def requests(house: RealHouse) -> list[Permohonan]:
    with house.ledger.read() as reading:
        return reading.find(Permohonan)


def test_who_handles_the_matter_sees_who_asks_and_the_others_see_only_what(house: RealHouse):
    one = a_request(house, UNIT)
    petugas = officer(house, "petugas", "petugas")
    unit = officer(house, "unit", "unit", unit=UNIT)

    whole = petugas.client.get(f"/permohonan/{one.id}").text
    masked = unit.client.get(f"/permohonan/{one.id}").text

    assert all(one in whole for one in PRIBADI)
    assert not [one for one in PRIBADI if one in masked]
    assert "disamarkan" in masked
    assert ISIAN["rincian"] in masked


def test_beyond_reach_is_answered_like_what_is_not_there(house: RealHouse):
    one = a_request(house, UNIT)
    stranger = officer(house, "lain", "unit", unit="biro_umum")

    there = stranger.client.get(f"/permohonan/{one.id}")
    nowhere = stranger.client.get(f"/permohonan/{'a' * 26}")

    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert re.sub(r"[A-Z0-9]{6,}", "", there.text) == re.sub(r"[A-Z0-9]{6,}", "", nowhere.text)


def test_the_legal_number_is_given_on_a_key_once_and_the_public_is_told(house: RealHouse):
    one = a_request(house, otomatis=False)
    petugas = officer(house, "petugas", "petugas")
    page = petugas.client.get(f"/permohonan/{one.id}").text
    assert "Beri nomor pendaftaran" in page
    sent = {"csrf": petugas.csrf, "versi": str(one.versi)}

    first = petugas.client.post(f"/permohonan/{one.id}/nomor", data=sent)
    again = petugas.client.post(f"/permohonan/{one.id}/nomor", data=sent)
    work(house)

    [after] = requests(house)
    assert (first.status_code, again.status_code) == (303, 409)
    assert after.nomor_daftar
    assert after.nomor_daftar in again.text
    assert "Sudah diberi nomor" in again.text
    told = house.settings.home / "publik" / "terbit" / "lacak" / f"{one.kode}.json"
    assert after.nomor_daftar in told.read_text()
    assert "Beri nomor pendaftaran" not in petugas.client.get(f"/permohonan/{one.id}").text


def test_who_may_only_look_has_no_key_and_cannot_press_it(house: RealHouse):
    one = a_request(house, UNIT, otomatis=False)
    unit = officer(house, "unit", "unit", unit=UNIT)

    assert "Beri nomor" not in unit.client.get(f"/permohonan/{one.id}").text
    sent = {"csrf": unit.csrf, "versi": "1"}
    assert unit.client.post(f"/permohonan/{one.id}/nomor", data=sent).status_code == 403
    assert requests(house)[0].nomor_daftar == ""


def desk(petugas, path: str = "/permohonan/baru", **changed: object):
    page = petugas.client.get(path).text
    tanda = re.search(r'name="tanda" value="([^"]+)"', page)[1]
    isian = KEBERATAN_ISIAN if "keberatan" in path else ISIAN
    head = {"tempat": f"{INSTANSI}/", "jalan": "surat", "tanggal": "", "tanda": tanda}
    sent = {**isian, **head, "csrf": petugas.csrf, **changed}
    return sent, petugas.client.post(path, data=sent)


def test_a_request_by_letter_is_written_down_numbered_and_its_receipt_has_the_code(
    house: RealHouse,
):
    petugas = officer(house, "petugas", "petugas")

    sent, made = desk(petugas)
    twice = petugas.client.post("/permohonan/baru", data=sent)

    [one] = requests(house)
    assert made.status_code == 200
    assert (one.jalan, one.isian.nama) == ("surat", ISIAN["nama"])
    assert one.nomor_daftar in made.text
    code = re.search(r"\b[0-9A-Z]{4}(-[0-9A-Z]{4}){4}\b", made.text)[0]
    assert code in twice.text
    assert len(requests(house)) == 1
    later = petugas.client.get(f"/permohonan/{one.id}/bukti").text
    assert one.nomor_daftar in later
    assert code not in later
    assert ISIAN["nik"] not in made.text + later


def test_its_term_counts_from_the_day_the_letter_came(house: RealHouse):
    petugas = officer(house, "petugas", "petugas")

    _, made = desk(petugas, tanggal="2026-11-12")

    assert made.status_code == 200, made.text
    [one] = requests(house)
    assert (str(one.hari_terima), str(one.tenggat)) == ("2026-11-12", "2026-11-26")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"nama": ""}, "Isi nama lengkap"),
        ({"tanggal": "2099-01-01"}, "tidak boleh sesudah hari ini"),
        ({"tanggal": "2001-01-01"}, "lebih dari setahun yang lalu"),
        ({"tanggal": "kemarin"}, "belum berupa tanggal"),
        ({"tempat": "entah/"}, "Pilih untuk dari daftar"),
        ({"nik": "12"}, "NIK terdiri atas 16 angka"),
        ({"rincian": "a\x00b"}, "tidak dapat dibaca"),
        ({"jalan": "publik"}, "Pilih datang lewat dari daftar"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written_down(
    house: RealHouse, changed: dict[str, str], said: str
):
    petugas = officer(house, "petugas", "petugas")

    _, answer = desk(petugas, **changed)

    assert (answer.status_code, said in answer.text) == (422, True), answer.text
    assert ISIAN["tujuan"] in answer.text
    assert requests(house) == []


def test_an_objection_at_the_desk_names_its_request_by_number(house: RealHouse):
    one = a_request(house)
    petugas = officer(house, "petugas", "petugas")

    _, wrong = desk(petugas, "/keberatan/baru", alasan=["a", "f"])
    _, made = desk(petugas, "/keberatan/baru", alasan=["a", "f"], nomor_permohonan=one.nomor_daftar)

    assert wrong.status_code == 422
    assert 'value="f" checked' in wrong.text
    assert made.status_code == 200, made.text
    with house.ledger.read() as reading:
        [found] = reading.find(Keberatan)
    assert (found.permohonan, found.alasan) == (one.id, ("a", "f"))
    page = petugas.client.get(f"/keberatan/{found.id}").text
    assert one.nomor_daftar in page
    assert "f. Biaya yang dikenakan tidak wajar" in page


@pytest.mark.parametrize("way", ["/permohonan/baru", "/keberatan/baru"])
def test_who_came_to_the_desk_without_telephone_and_e_mail_is_answered_at_the_address(
    house: RealHouse, way: str
):
    petugas = officer(house, "petugas", "petugas")
    bare = {"telepon": "", "surel": "", "mendapatkan": "pos"}

    _, nowhere = desk(petugas, way, **bare, alamat="")
    _, made = desk(petugas, way, **bare)

    assert (nowhere.status_code, "Isi alamat." in nowhere.text) == (422, True)
    assert made.status_code == 200, made.text
    with house.ledger.read() as reading:
        [found] = reading.find(Keberatan if "keberatan" in way else Permohonan)
    assert (found.isian.alamat, found.isian.telepon, found.isian.surel) == (ISIAN["alamat"], "", "")


def test_a_copy_asked_for_by_e_mail_needs_the_e_mail_address_at_the_desk_too(house: RealHouse):
    petugas = officer(house, "petugas", "petugas")

    _, answer = desk(petugas, telepon="", surel="")

    assert (answer.status_code, "salinan diminta dikirim lewat surel" in answer.text) == (422, True)
    assert requests(house) == []


def test_a_clerk_of_another_unit_writes_nothing_down_here(house: RealHouse):
    clerk = officer(house, "lain", "petugas", unit="biro_umum")

    page = clerk.client.get("/permohonan/baru")
    head = {"tempat": f"{INSTANSI}/", "jalan": "surat", "tanda": house.new_id()}
    answer = clerk.client.post("/permohonan/baru", data={**ISIAN, **head, "csrf": clerk.csrf})

    assert "Belum ada tempat mencatat" in page.text
    assert answer.status_code == 404
    assert requests(house) == []


def test_the_journal_of_all_this_tells_nothing_of_the_person(house: RealHouse):
    petugas = officer(house, "petugas", "petugas")
    desk(petugas)

    with house.engine.connect() as line:
        kept = str(line.exec_driver_sql("SELECT * FROM catatan").all())
        kept += str(line.exec_driver_sql("SELECT * FROM riwayat").all())
    assert not [one for one in PRIBADI if one in kept]
    assert [one.sebut for one in house.audit.findings([]) if one.dilanggar] == []


def test_the_pages_are_for_everybody(house: RealHouse, win):
    one = a_request(house, otomatis=False)
    Pickup(house).beat()
    with_password(house, "petugas", "petugas")
    with served(create_app(house)) as alamat:
        win.size(DESKTOP)
        come_in(win.page, alamat, "petugas", f"/permohonan/{one.id}")
        for width in (DESKTOP, PHONE):
            win.size(width)
            for path in (
                f"/permohonan/{one.id}",
                f"/permohonan/{one.id}/bukti",
                "/permohonan/baru",
            ):
                win.page.goto(f"{alamat}{path}")
                axe(win.page)
                assert spills(win.page) == []
        win.page.goto(f"{alamat}/permohonan/{one.id}")
        win.page.keyboard.press("Tab")
        win.page.get_by_role("button", name="Beri nomor pendaftaran").press("Enter")
        win.page.wait_for_selector("text=Nomor diberikan")
        win.page.goto(f"{alamat}/keberatan/baru")
        axe(win.page)
    assert win.complaints == []
