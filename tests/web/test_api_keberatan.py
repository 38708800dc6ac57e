"""Objections by programs: tied to their request, numbered, answered by the paper of the atasan."""

from __future__ import annotations

import logging

import pytest

from service.acts.instansi import pilihan as instansi
from service.acts.orang.hadir import operator
from service.domain.keberatan import DITANGGAPI, TERDAFTAR, Keberatan
from service.domain.kiriman import BERKAS, File, Kiriman
from service.domain.kode_lacak import read_kode, sidik
from service.house import RealHouse
from tests.loket import KEBERATAN_ISIAN, new_kode
from tests.office import INSTANSI, UNIT, today, work
from tests.web.api import program
from tests.web.rahasia import LAIN
from tests.web.test_api_permohonan import DUA, house, kept
from tests.web.test_api_permohonan import asked as asked_request
from tests.web.test_api_permohonan_hasil import uploaded
from tests.web.test_jawaban_web import an_objection
from tests.web.test_permohonan_web import PRIBADI, a_request

__all__ = ["house"]


def asked(house: RealHouse, **more: object) -> dict[str, object]:
    isian = {**KEBERATAN_ISIAN, "alasan": ["b"]}
    return {**isian, "id": house.new_id(), "instansi": INSTANSI, "unit": UNIT, **more}


def said(house: RealHouse, unggahan: str, **more: object) -> dict[str, object]:
    told = {
        "putusan": "dikabulkan",
        "isi": "Informasi diberikan seluruhnya.",
        "tanggal": f"{today(house)}",
        "nama": "Contoh Atasan",
        "jabatan": "Atasan PPID",
        "surat": "terkirim",
        "nomor": "9/ATASAN/2026",
        "sampai": f"{today(house)}",
        "unggahan": unggahan,
    }
    return told | more


def objections(house: RealHouse) -> list[Keberatan]:
    with house.ledger.read() as reading:
        return reading.find(Keberatan)


@DUA
def test_an_objection_names_its_request_and_is_answered_by_its_paper(house: RealHouse, caplog):
    caplog.set_level(logging.DEBUG)
    portal = program(house, unit=UNIT)
    about = portal.post("/permohonan", asked_request(house)).json
    told = asked(house, alasan=["f", "a"], kode_permohonan=about["kode"], nik="9999000011112222")

    first, again = (portal.post("/keberatan", told) for _ in range(2))
    scan = uploaded(portal, b"Surat tanggapan contoh")
    one = first.json["keberatan"]
    at = f"/keberatan/{one['id']}"
    late = portal.post(f"{at}/tanggapan", said(house, scan), versi=one["versi"] + 4)
    done = portal.post(f"{at}/tanggapan", said(house, scan), versi=one["versi"])
    work(house)

    assert (first.status_code, first.json) == (201, again.json), first.text
    [line] = objections(house)
    assert one["permohonan"] == line.permohonan == about["permohonan"]["id"]
    assert (one["keadaan"], one["nomor"], line.alasan) == (TERDAFTAR, line.nomor, ("a", "f"))
    assert sidik(read_kode(first.json["kode"])) == line.kode
    assert (late.status_code, done.status_code) == (412, 200), done.text
    assert done.json["keadaan"] == DITANGGAPI
    assert done.headers["ETag"] == f'"{line.versi}"'
    assert portal.get(at).json == done.json
    with house.ledger.read() as reading:
        [came] = [x for x in reading.find(Kiriman) if x.pintu == BERKAS]
        [file] = reading.find(File, kiriman=came.id)
    assert line.surat.file == file.id
    assert file.id not in program(house, "unit", UNIT).get(f"/kiriman/{came.id}").text
    seen = "".join(x.text for x in (first, again, late, done)) + caplog.text + kept(house)
    assert not [x for x in PRIBADI if x in seen]
    assert [x.sebut for x in house.audit.findings([]) if x.dilanggar] == []


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"alasan": [], "nomor_permohonan": "1/REG"}, "alasan"),
        ({"alasan": ["h"]}, "alasan"),
        ({"alasan": "b"}, "alasan"),
        ({"alasan": ["a"]}, "nomor_permohonan"),
        ({"nama": ""}, "nama"),
        ({"nik": "12"}, "nik"),
        ({"kasus_posisi": ""}, "kasus_posisi"),
        ({"kode_permohonan": "x" * 41}, "kode_permohonan"),
        ({"unit": "tidak_ada"}, "unit"),
        ({"tanggal": "2099-01-01"}, "tanggal"),
        ({"rincian": "x"}, "rincian"),
    ],
    ids=str,
)
def test_what_is_wrong_is_named_and_nothing_is_written_down(house: RealHouse, wrong, where):
    answer = program(house).post("/keberatan", asked(house, **wrong))

    assert (answer.status_code, list(answer.json["salah"])) == (422, [where]), answer.text
    assert objections(house) == []


@pytest.mark.parametrize(
    ("peran", "unit", "wrong", "status"),
    [
        ("unit", UNIT, {}, 403),
        ("atasan_ppid", "", {}, 403),
        ("petugas", "biro_tu", {}, 404),
        ("petugas", "", {"instansi": "tidak_ada"}, 404),
        ("petugas", "", {"instansi": LAIN}, 404),
    ],
)
def test_a_program_hands_in_only_where_its_role_records(house, peran, unit, wrong, status):
    instansi.set_up(house, operator(house), LAIN)

    answer = program(house, peran, unit).post("/keberatan", asked(house, **wrong))

    assert answer.status_code == status, answer.text
    assert objections(house) == []


def test_an_objection_about_another_unit_is_not_taken_here(house: RealHouse):
    about = a_request(house, "biro_tu")
    told = asked(house, alasan=["a"], nomor_permohonan=about.nomor_daftar)

    answer = program(house, "petugas", UNIT).post("/keberatan", told)

    assert answer.status_code == 403
    assert objections(house) == []


def test_a_code_that_nobody_has_is_kept_as_an_objection_without_its_request(house: RealHouse):
    told = asked(house, alasan=["a"], kode_permohonan=new_kode())

    made = program(house).post("/keberatan", told)

    assert (made.status_code, made.json["keberatan"]["permohonan"]) == (201, ""), made.text


def test_only_by_its_paper_and_on_the_version_that_was_seen(house: RealHouse):
    one, petugas = an_objection(house), program(house)
    at = f"/keberatan/{one.id}"

    unversioned = petugas.post(f"{at}/tanggapan", said(house, uploaded(petugas)))
    bare = petugas.post(f"{at}/tanggapan", said(house, ""), versi=one.versi)
    gone = petugas.post(f"{at}/tanggapan", said(house, "a" * 26), versi=one.versi)
    early = said(house, uploaded(petugas), tanggal="2020-01-01")
    odd = petugas.post(f"{at}/tanggapan", early, versi=one.versi)
    atasan = program(house, "atasan_ppid").post(f"{at}/tanggapan", said(house, ""), versi=1)
    twice = petugas.post(f"{at}/nomor", versi=one.versi)

    answers = (unversioned, bare, gone, odd, atasan, twice)
    assert [x.status_code for x in answers] == [428, 422, 404, 422, 403, 409]
    assert objections(house) == [one]
    with house.ledger.read() as reading:
        assert [x for x in reading.find(Kiriman) if x.pintu == BERKAS and x.nomor_agenda] == []


@pytest.mark.parametrize("apa", ["", "/nomor", "/tanggapan"])
def test_beyond_reach_is_answered_like_what_is_not_there(house: RealHouse, apa: str):
    one = an_objection(house)
    instansi.set_up(house, operator(house), LAIN)
    for who in (program(house, "petugas", "biro_tu"), program(house, instansi=LAIN)):
        told = []
        for id_ in (one.id, "a" * 26):
            at, isi = f"/keberatan/{id_}{apa}", said(house, "x") if "tang" in apa else None
            answer = who.post(at, isi, versi=1) if apa else who.get(at)
            told.append((answer.status_code, answer.json["detail"]))
        assert told[0] == told[1]
        assert told[0][0] == 404
    assert objections(house) == [one]
