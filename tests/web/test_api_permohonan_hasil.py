"""What follows on a request, by programs: the same acts, versions and refusals as at its page."""

from __future__ import annotations

import pytest

from service.acts.instansi import pilihan as instansi
from service.acts.orang.hadir import operator
from service.domain.kiriman import BERKAS, File, Kiriman
from service.domain.permohonan import DIBATALKAN, DIJAWAB, DIPROSES, SELESAI, TERDAFTAR
from service.domain.perpanjangan import Perpanjangan
from service.house import RealHouse
from tests.office import UNIT, today, work
from tests.web.api import Program, program
from tests.web.rahasia import LAIN
from tests.web.test_api_permohonan import DUA, house, kept, requests
from tests.web.test_permohonan_web import PRIBADI, a_request

__all__ = ["house"]
SEBAB = "Pasal 17 huruf h: kenari pihak ketiga."


def answer_of(house: RealHouse, **more: object) -> dict[str, object]:
    told = {
        "dikuasai": "ya",
        "bentuk": "softcopy",
        "jenis": "salinan",
        "keputusan": "sebagian",
        "alasan": SEBAB,
        "pemberitahuan": f"{today(house)}",
        "biaya": 15_000,
        "cara_bayar": "Tunai",
    }
    return told | more


MASA = {"alasan": "belum_dikuasai", "uraian": "Dikumpulkan dari tiga unit.", "surat": "disusun"}
TUTUP = {"sebab": "ditarik", "alasan": "Surat pemohon hari ini."}
LAGI = {"alasan": "Ditutup karena keliru."}
SEMUA = ("nomor", "jawaban", "perpanjangan", "tutup", "buka-kembali")


def said(house: RealHouse, apa: str) -> dict[str, object] | None:
    ways = {"perpanjangan": MASA, "tutup": TUTUP, "buka-kembali": LAGI}
    return answer_of(house) if apa == "jawaban" else ways.get(apa)


@pytest.fixture
def kantor(house: RealHouse) -> Program:
    return program(house, "ppid_pelaksana")


@DUA
def test_a_request_goes_from_its_number_to_its_end_by_a_program(house: RealHouse, kantor: Program):
    one = a_request(house, UNIT, otomatis=False)
    at = f"/permohonan/{one.id}"

    early = kantor.post(f"{at}/jawaban", answer_of(house), versi=one.versi)
    numbered = kantor.post(f"{at}/nomor", versi=one.versi)
    twice = kantor.post(f"{at}/nomor", versi=numbered.json["versi"])
    longer = kantor.post(f"{at}/perpanjangan", MASA, versi=numbered.json["versi"])
    again = kantor.post(f"{at}/perpanjangan", MASA, versi=longer.json["versi"])
    answered = kantor.post(f"{at}/jawaban", answer_of(house), versi=longer.json["versi"])
    given = kantor.post(
        f"{at}/jawaban",
        answer_of(house, pemberian=f"{today(house)}"),
        versi=answered.json["versi"],
    )
    reopened = kantor.post(f"{at}/buka-kembali", LAGI, versi=given.json["versi"])
    closed = kantor.post(f"{at}/tutup", TUTUP, versi=reopened.json["versi"])
    work(house)

    assert early.status_code == twice.status_code == again.status_code == 409
    states = [x.json["keadaan"] for x in (numbered, longer, answered, given, reopened, closed)]
    assert states == [TERDAFTAR, TERDAFTAR, DIJAWAB, SELESAI, DIPROSES, DIBATALKAN]
    assert longer.json["tenggat"] > numbered.json["tenggat"]
    [kept_line] = requests(house)
    assert kept_line.keputusan.biaya == 15_000
    assert closed.headers["ETag"] == f'"{kept_line.versi}"'
    answers = (early, numbered, twice, longer, again, answered, given, reopened, closed)
    assert not [x for x in PRIBADI if x in "".join(x.text for x in answers) + kept(house)]
    assert [x.sebut for x in house.audit.findings([]) if x.dilanggar] == []


@pytest.mark.parametrize("apa", SEMUA)
def test_only_on_the_version_that_was_seen(house: RealHouse, kantor: Program, apa: str):
    one = a_request(house, UNIT, otomatis=apa != "nomor")
    at = f"/permohonan/{one.id}"
    if apa == "buka-kembali":
        kantor.post(f"{at}/tutup", TUTUP, versi=one.versi)
    [before] = requests(house)

    bare = kantor.post(f"{at}/{apa}", said(house, apa))
    late = kantor.post(f"{at}/{apa}", said(house, apa), versi=before.versi + 5)

    assert (bare.status_code, late.status_code) == (428, 412), late.text
    assert requests(house) == [before]


@pytest.mark.parametrize("apa", SEMUA)
def test_beyond_reach_is_answered_like_what_is_not_there(house: RealHouse, apa: str):
    one = a_request(house, UNIT)
    instansi.set_up(house, operator(house), LAIN)
    plain = program(house, "unit", UNIT)
    beyond = [program(house, x, "biro_tu") for x in ("petugas", "ppid_pelaksana")]
    beyond.append(program(house, "ppid_pelaksana", instansi=LAIN))

    def told(who: Program, id_: str) -> tuple[int, str]:
        answer = who.post(f"/permohonan/{id_}/{apa}", said(house, apa), versi=1)
        return answer.status_code, answer.json["detail"]

    for who in beyond:
        assert told(who, one.id) == told(who, "a" * 26)
        assert told(who, one.id)[0] in (403, 404)  # 403: nowhere is it theirs
    assert told(plain, one.id)[0] == 403
    assert requests(house) == [one]


@pytest.mark.parametrize(
    ("apa", "wrong", "where"),
    [
        ("jawaban", {"keputusan": "entah"}, "keputusan"),
        ("jawaban", {"keputusan": ""}, "keputusan"),
        ("jawaban", {"dikuasai": None}, "dikuasai"),
        ("jawaban", {"pemberitahuan": "kemarin"}, "pemberitahuan"),
        ("jawaban", {"pemberitahuan": ""}, "pemberitahuan"),
        ("jawaban", {"pemberian": ""}, "pemberian"),
        ("jawaban", {"biaya": -1}, "biaya"),
        ("jawaban", {"biaya": 10**9}, "biaya"),
        ("jawaban", {"biaya": "15000"}, "biaya"),
        ("perpanjangan", {"alasan": "sibuk"}, "alasan"),
        ("perpanjangan", {"surat": "hilang"}, "surat"),
        ("perpanjangan", {"unggahan": None}, "unggahan"),
        ("tutup", {"sebab": "lama"}, "sebab"),
        ("tutup", {"alasan": ""}, "alasan"),
        ("buka-kembali", {"alasan": ""}, "alasan"),
    ],
    ids=str,
)
def test_what_is_wrong_is_named_and_nothing_changes(house: RealHouse, kantor, apa, wrong, where):
    one = a_request(house, UNIT)
    isi = {**(said(house, apa) or {}), **wrong}

    answer = kantor.post(f"/permohonan/{one.id}/{apa}", isi, versi=one.versi)

    assert (answer.status_code, list(answer.json["salah"])) == (422, [where]), answer.text
    assert requests(house) == [one]


@pytest.mark.parametrize(
    ("apa", "wrong", "status"),
    [
        ("jawaban", {"alasan": ""}, 422),
        ("jawaban", {"pemberitahuan": "2020-01-01"}, 422),
        ("jawaban", {"pemberitahuan": "9999-12-31"}, 422),
        ("perpanjangan", {"uraian": "lama"}, 422),
        ("perpanjangan", {"surat": "dilampirkan"}, 422),
        ("perpanjangan", {"surat": "dilampirkan", "unggahan": "a" * 26}, 404),
        ("perpanjangan", {"surat": "dilampirkan", "unggahan": "../etc"}, 404),
        ("tutup", {"alasan": " "}, 422),
        ("buka-kembali", {}, 409),
    ],
    ids=str,
)
def test_the_rules_of_the_page_hold(house: RealHouse, kantor, apa, wrong, status):
    one = a_request(house, UNIT)
    isi = {**(said(house, apa) or {}), **wrong}

    answer = kantor.post(f"/permohonan/{one.id}/{apa}", isi, versi=one.versi)

    assert answer.status_code == status, answer.text
    assert requests(house) == [one]


def test_the_scan_of_the_letter_is_read_by_who_handles_the_request_alone(house: RealHouse, kantor):
    one = a_request(house, UNIT)
    at = f"/permohonan/{one.id}/perpanjangan"
    isi = {**MASA, "surat": "dilampirkan", "nomor": "1/PPID/2026", "unggahan": uploaded(kantor)}

    late = kantor.post(at, isi, versi=one.versi + 3)
    done = kantor.post(at, isi, versi=one.versi)
    again = kantor.post(at, isi, versi=done.json["versi"])
    work(house)

    assert (late.status_code, done.status_code, again.status_code) == (412, 200, 409), done.text
    assert done.json["diperpanjang"] is True
    with house.ledger.read() as reading:
        [scan] = [x for x in reading.find(Kiriman) if x.pintu == BERKAS]
        [file] = reading.find(File, kiriman=scan.id)
        [longer] = reading.find(Perpanjangan)
    assert (longer.file, scan.nomor_agenda) == (file.id, "")
    unit = program(house, "unit", UNIT)
    assert file.id in kantor.get(f"/kiriman/{scan.id}").text
    assert file.id not in unit.get(f"/kiriman/{scan.id}").text


def uploaded(who: Program, isi: bytes = b"Surat perpanjangan contoh") -> str:
    told = who.post("/unggahan", {"nama": "surat.txt", "ukuran": len(isi)}).json
    at, heads = f"/unggahan/{told['id']}", {"Upload-Offset": "0"}
    assert who.ask("PATCH", at, data=isi, headers=heads).json["utuh"]
    return str(told["id"])


def test_a_program_of_a_unit_answers_what_is_of_that_unit(house: RealHouse):
    one = a_request(house, UNIT, otomatis=False)
    loket = program(house, "petugas", UNIT)

    numbered = loket.post(f"/permohonan/{one.id}/nomor", versi=one.versi)
    isi = answer_of(house)
    answered = loket.post(f"/permohonan/{one.id}/jawaban", isi, versi=numbered.json["versi"])
    longer = loket.post(f"/permohonan/{one.id}/perpanjangan", MASA, versi=answered.json["versi"])

    assert (numbered.status_code, answered.status_code, longer.status_code) == (200, 200, 403)
