"""A portal of another office hands in a request: the same register, numbers and rules as a desk."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from service.domain.kode_lacak import read_kode, sidik
from service.domain.permohonan import PORTAL, TERDAFTAR, Permohonan
from service.house import RealHouse
from tests.conftest import new_postgres, new_sqlite
from tests.loket import ISIAN
from tests.office import INSTANSI, UNIT, today, work
from tests.web.api import Program, program
from tests.web.rumah_web import officer, rumah_web
from tests.web.test_permohonan_web import PRIBADI, a_request, desk

DUA = pytest.mark.parametrize(
    "house", [new_sqlite, new_postgres], ids=["sqlite", "postgresql"], indirect=True
)


@pytest.fixture
def house(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[RealHouse]:
    ledger: Callable[[Path], str] = getattr(request, "param", new_sqlite)
    with rumah_web(tmp_path, ledger(tmp_path)) as whole:
        yield whole


def asked(house: RealHouse, **more: object) -> dict[str, object]:
    return {**ISIAN, "id": house.new_id(), "instansi": INSTANSI, "unit": UNIT, **more}


def requests(house: RealHouse) -> list[Permohonan]:
    with house.ledger.read() as reading:
        return reading.find(Permohonan)


def kept(house: RealHouse) -> str:
    """All that the journal, the versions of rows and the queue say."""
    with house.engine.connect() as line:
        tables = ("catatan", "riwayat", "pekerjaan")
        return "".join(str(line.exec_driver_sql(f"SELECT * FROM {x}").all()) for x in tables)


@DUA
def test_a_request_handed_in_stands_in_the_register_with_its_number(house: RealHouse):
    portal = program(house, unit=UNIT)

    made = portal.post("/permohonan", asked(house))
    work(house)

    assert made.status_code == 201, made.text
    told = made.json["permohonan"]
    [one] = requests(house)
    assert (one.jalan, one.keadaan, one.isian.nama) == (PORTAL, TERDAFTAR, ISIAN["nama"])
    assert (told["nomor_daftar"], told["tenggat"]) == (one.nomor_daftar, one.tenggat.isoformat())
    assert one.nomor_daftar
    assert made.headers["ETag"] == f'"{one.versi}"'
    assert portal.get(f"/permohonan/{told['id']}").json == told
    listed = program(house).get("/permohonan", instansi=INSTANSI).json
    assert [x["id"] for x in listed["isi"]] == [one.id]
    # The public follows it by the code, as if it had come to the desk.
    assert sidik(read_kode(made.json["kode"])) == one.kode
    told_outside = house.settings.home / "publik" / "terbit" / "lacak" / f"{one.kode}.json"
    assert one.nomor_daftar in told_outside.read_text()
    assert [x.sebut for x in house.audit.findings([]) if x.dilanggar] == []


@DUA
def test_sent_again_it_is_one_request_and_another_program_has_its_own(house: RealHouse):
    portal, other = program(house, unit=UNIT), program(house, unit=UNIT)
    told = asked(house)

    first, again = (portal.post("/permohonan", told) for _ in range(2))
    changed = portal.post("/permohonan", {**told, "rincian": "Yang lain."})
    foreign = other.post("/permohonan", told)

    assert first.json == again.json == changed.json
    assert foreign.json["permohonan"]["id"] != first.json["permohonan"]["id"]
    assert foreign.json["kode"] != first.json["kode"]
    assert sorted(x.isian.rincian for x in requests(house)) == [ISIAN["rincian"]] * 2


@DUA
def test_sent_many_times_at_once_it_is_one_request_with_one_number(house: RealHouse):
    portal, told = program(house, unit=UNIT), asked(house)
    app = portal.client.application
    many = [Program(app.test_client(), portal.rahasia, portal.id) for _ in range(6)]

    with ThreadPoolExecutor(len(many)) as pool:
        answers = list(pool.map(lambda one: one.post("/permohonan", told), many))

    assert {x.status_code for x in answers} == {201}, [x.text for x in answers]
    assert all(x.json == answers[0].json for x in answers)
    [one] = requests(house)
    assert answers[0].json["permohonan"]["nomor_daftar"] == one.nomor_daftar
    assert [x.sebut for x in house.audit.findings([]) if x.dilanggar] == []


def test_who_asks_stands_in_no_answer_log_journal_or_queue(house: RealHouse, caplog):
    caplog.set_level(logging.DEBUG)
    portal = program(house)
    told = asked(house)
    answers = [
        portal.post("/permohonan", told),
        portal.post("/permohonan", told),
        portal.post("/permohonan", {**told, "id": "x"}),
        portal.post("/permohonan", {**told, "sebagai": ISIAN["nama"]}),
        portal.post("/permohonan", {**told, "surel": ISIAN["nama"]}),
        portal.post("/permohonan", {**told, "tanggal": ISIAN["nama"]}),
        portal.post("/permohonan", {**told, "unit": ISIAN["nik"]}),
        portal.post("/permohonan", {**told, "nik": f"{ISIAN['nik']}1"}),
        portal.get("/permohonan", instansi=INSTANSI),
        portal.get(f"/permohonan/{requests(house)[0].id}"),
    ]
    seen = "".join(f"{x.text} {x.headers}" for x in answers) + caplog.text + kept(house)

    assert not [one for one in PRIBADI if one in seen]
    assert [x.status_code for x in answers] == [201, 201, *[422] * 6, 200, 200]


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"nama": ""}, "nama"),
        ({"nama": " "}, "nama"),
        ({"nama": None}, "nama"),
        ({"nama": "x" * 201}, "nama"),
        ({"rincian": "a\u0000b"}, "rincian"),
        ({"rincian": "a\u202eb"}, "rincian"),
        ({"nik": "12"}, "nik"),
        ({"sebagai": "kuasa"}, "pemberi_kuasa"),
        ({"sebagai": "angin"}, "sebagai"),
        ({"memperoleh": "angin"}, "memperoleh"),
        ({"surel": "", "telepon": ""}, "surel"),
        ({"jalan": "publik"}, "jalan"),
        ({"jalan": ""}, "jalan"),
        ({"tanggal": "2099-01-01"}, "tanggal"),
        ({"tanggal": "2001-01-01"}, "tanggal"),
        ({"tanggal": "0001-01-01"}, "tanggal"),
        ({"tanggal": "kemarin"}, "tanggal"),
        ({"unit": "tidak_ada"}, "unit"),
        ({"id": "A" * 26}, "id"),
        ({"kode": "apa saja"}, "kode"),
    ],
    ids=str,
)
def test_what_is_wrong_is_named_and_nothing_is_written_down(house: RealHouse, wrong, where):
    answer = program(house).post("/permohonan", asked(house, **wrong))

    assert (answer.status_code, list(answer.json["salah"])) == (422, [where]), answer.text
    assert requests(house) == []


def test_a_letter_of_last_week_counts_from_the_day_it_came(house: RealHouse):
    day = today(house) - timedelta(days=7)

    made = program(house).post("/permohonan", asked(house, jalan="surat", tanggal=f"{day}"))

    assert made.status_code == 201, made.text
    [one] = requests(house)
    assert one.jalan == "surat"
    assert timedelta(0) <= one.hari_terima - day <= timedelta(days=4)


@pytest.mark.parametrize(
    ("peran", "unit", "wrong", "status"),
    [
        ("unit", UNIT, {}, 403),
        ("ppid", "", {}, 403),
        ("petugas", "biro_tu", {}, 404),
        ("petugas", UNIT, {"unit": ""}, 404),
        ("petugas", "", {"instansi": "tidak_ada"}, 404),
        ("petugas", "", {"instansi": "rumah"}, 404),
    ],
)
def test_a_program_hands_in_only_where_its_role_records(house, peran, unit, wrong, status):
    answer = program(house, peran, unit).post("/permohonan", asked(house, **wrong))

    assert answer.status_code == status, answer.text
    assert requests(house) == []


def test_without_a_token_nothing_is_taken_in(house: RealHouse):
    nobody = Program(program(house).client, "salah", "")

    assert nobody.post("/permohonan", asked(house)).status_code == 401
    assert requests(house) == []


def test_a_clerk_of_one_unit_records_and_numbers_what_is_of_that_unit(house: RealHouse):
    clerk = officer(house, "loket", "petugas", unit=UNIT)
    waiting = a_request(house, UNIT, otomatis=False)

    _, made = desk(clerk, tempat=f"{INSTANSI}/{UNIT}")
    sent = {"csrf": clerk.csrf, "versi": str(waiting.versi)}
    numbered = clerk.client.post(f"/permohonan/{waiting.id}/nomor", data=sent)

    assert (made.status_code, numbered.status_code) == (200, 303)
    assert all(x.nomor_daftar for x in requests(house))
