"""A unit's program keeps its lines of the list: the same words, refusals and closed doors."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.acts.informasi import verifikasi
from service.acts.instansi import pilihan as instansi
from service.acts.orang.hadir import operator
from service.domain.catatan import MESIN, Catatan
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import (
    DAPAT_DIUBAH,
    DICABUT,
    DIMUTAKHIRKAN,
    DITETAPKAN,
    TERBIT,
    TERVERIFIKASI,
    USULAN,
)
from service.house import RealHouse
from tests.domain.informasi.contoh import UTUH
from tests.office import INSTANSI, UNIT, person
from tests.web.api import Program, program
from tests.web.rahasia import LAIN
from tests.web.test_api_permohonan import DUA, house
from tests.web.test_informasi_web import RAHASIA, SEBAB, withheld

__all__ = ["house"]
KATA = {
    "kategori": "setiap_saat",
    "keamanan": "biasa",
    "ringkasan": "Daftar kenari contoh\nMenurut jabatan",
    "penguasa": "Biro Humas",
    "penanggung_jawab": "Kepala Biro Humas",
    "waktu": "setiap triwulan",
    "tempat": "Jakarta",
    "bentuk": ["elektronik", "cetak"],
    "retensi": "Aktif: 2 tahun; Inaktif: 3 tahun; Musnah",
    "alamat": "https://humas.contoh.go.id/pegawai",
}


def asked(house: RealHouse, **more: object) -> dict[str, object]:
    return {**KATA, "id": house.new_id(), "instansi": INSTANSI, "unit": UNIT, **more}


def patch(who: Program, id_: str, isi: object, versi: int = 0):
    heads = {"If-Match": f'"{versi}"'} if versi else {}
    return who.ask("PATCH", f"/informasi/{id_}", json=isi, headers=heads)


def pieces(house: RealHouse) -> list[Informasi]:
    with house.ledger.read() as reading:
        return reading.find(Informasi)


def standing(house: RealHouse, keadaan: str) -> Informasi:
    """A line of this unit that stands so already."""
    one = replace(UTUH, id=house.new_id(), instansi=INSTANSI, unit=UNIT, keadaan=keadaan, versi=1)
    with house.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(INSTANSI, MESIN, "informasi_diusulkan", house.clock.now(), one.id))
    return one


@pytest.fixture
def unit(house: RealHouse) -> Program:
    return program(house, "unit", UNIT)


@DUA
def test_a_piece_is_proposed_once_and_only_what_is_named_changes(house: RealHouse):
    unit = program(house, "unit", UNIT)
    told = asked(house)

    first, again = (unit.post("/informasi", told) for _ in range(2))
    one = first.json
    changed = patch(unit, one["id"], {"tempat": "Bogor", "bentuk": None}, one["versi"])
    late = patch(unit, one["id"], {"tempat": "Depok"}, one["versi"])
    bare = patch(unit, one["id"], {"tempat": "Depok"})
    same = patch(unit, one["id"], {"tempat": "Bogor"}, changed.json["versi"])

    assert (first.status_code, again.status_code) == (201, 201), first.text
    assert one == again.json
    assert one["keadaan"] == USULAN
    assert one["kode"]
    assert {x: one[x] for x in KATA} == {**KATA, "bentuk": ["cetak", "elektronik"]}
    assert first.headers["ETag"] == '"1"'
    assert changed.json == {**one, "tempat": "Bogor", "versi": 2}
    assert (late.status_code, bare.status_code) == (412, 428)
    assert same.json["versi"] == 2, "nothing was written, so nothing is counted"
    assert unit.get(f"/informasi/{one['id']}").json == changed.json
    assert len(pieces(house)) == 1
    assert [x.sebut for x in house.audit.findings([]) if x.dilanggar] == []


def test_what_is_not_known_yet_may_come_later(house: RealHouse, unit: Program):
    told = {"id": house.new_id(), "instansi": INSTANSI, "unit": UNIT, "ringkasan": "Laporan"}

    made = unit.post("/informasi", told)

    assert (made.status_code, made.json["bentuk"], made.json["waktu"]) == (201, [], "")


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"kategori": "dikecualikan"}, "kategori"),
        ({"kategori": 1}, "kategori"),
        ({"keamanan": "entah"}, "keamanan"),
        ({"bentuk": ["batu"]}, "bentuk"),
        ({"bentuk": "cetak"}, "bentuk"),
        ({"kondisi": "hilang"}, "kondisi"),
        ({"ringkasan": "x" * 5001}, "ringkasan"),
        ({"ringkasan": "a\u0000b"}, "ringkasan"),
        ({"ringkasan": "a\u202eb"}, "ringkasan"),
        ({"tempat": "satu\ndua"}, "tempat"),
        ({"tempat": "x" * 501}, "tempat"),
        ({"keadaan": "terbit"}, "keadaan"),
        ({"kode": "ABCD"}, "kode"),
        ({"sk_nomor": "1"}, "sk_nomor"),
    ],
    ids=str,
)
def test_what_is_wrong_is_named_and_nothing_is_written(house: RealHouse, unit, wrong, where):
    one = unit.post("/informasi", asked(house)).json

    new = unit.post("/informasi", asked(house, **wrong))
    old = patch(unit, one["id"], wrong, one["versi"])

    for answer in (new, old):
        assert (answer.status_code, list(answer.json["salah"])) == (422, [where]), answer.text
    assert [x.versi for x in pieces(house)] == [1]


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"unit": ""}, 422),
        ({"unit": "biro_tu"}, 404),
        ({"instansi": "tidak_ada"}, 404),
        ({"instansi": LAIN}, 404),
        ({"id": "x"}, 422),
    ],
    ids=str,
)
def test_a_unit_proposes_for_itself_alone(house: RealHouse, unit: Program, wrong, status):
    instansi.set_up(house, operator(house), LAIN)

    assert unit.post("/informasi", asked(house, **wrong)).status_code == status
    assert pieces(house) == []


@pytest.mark.parametrize("apa", ["", "/mutakhirkan", "/ajukan-lagi"])
def test_what_is_beyond_reach_or_withheld_is_answered_like_what_is_not_there(house, unit, apa):
    theirs, secret = standing(house, TERBIT), withheld(house)
    instansi.set_up(house, operator(house), LAIN)
    before = pieces(house)
    isi: dict[str, object] = {"alasan": SEBAB} if apa == "/ajukan-lagi" else {"tempat": "Kenari"}

    def told(who: Program, id_: str) -> tuple[int, str]:
        heads, body = {"If-Match": '"1"'}, None if apa == "/mutakhirkan" else isi
        way = "POST" if apa else "PATCH"
        answer = who.ask(way, f"/informasi/{id_}{apa}", json=body, headers=heads)
        assert RAHASIA not in answer.text
        return answer.status_code, answer.json["detail"]

    others = [program(house, "unit", "biro_tu"), program(house, "petugas", instansi=LAIN)]
    for who, id_ in [(unit, secret.id), *((x, theirs.id) for x in others)]:
        assert told(who, id_) == told(who, "a" * 26)
        assert told(who, id_)[0] == 404
    # Who may see what is withheld writes in it as little: only a new test changes it.
    assert told(program(house, "ppid"), secret.id)[0] == 404
    assert pieces(house) == before


def test_a_withheld_piece_is_not_proposed_over(house: RealHouse, unit: Program):
    secret = withheld(house)

    answer = unit.post("/informasi", asked(house, id=secret.id))

    assert answer.status_code == 404
    assert RAHASIA not in answer.text
    assert pieces(house) == [secret]


@pytest.mark.parametrize("keadaan", [USULAN, TERVERIFIKASI, DITETAPKAN, TERBIT, DICABUT])
def test_words_change_only_where_the_page_would_change_them(house, unit, keadaan):
    one = standing(house, keadaan)

    answer = patch(unit, one.id, {"tempat": "Kenari"}, 1)

    assert (answer.status_code == 200) == (keadaan in DAPAT_DIUBAH), answer.text
    assert answer.status_code in (200, 409)
    if keadaan == TERVERIFIKASI:
        assert answer.json["keadaan"] in (USULAN, DIMUTAKHIRKAN), "it is verified anew"


def test_what_is_published_is_opened_for_fresh_words_once(house: RealHouse, unit: Program):
    one = standing(house, TERBIT)
    at = f"/informasi/{one.id}/mutakhirkan"

    bare, late = unit.post(at), unit.post(at, versi=7)
    opened = unit.post(at, versi=1)
    again = unit.post(at, versi=2)

    assert [x.status_code for x in (bare, late, opened, again)] == [428, 412, 200, 409]
    assert (opened.json["keadaan"], opened.json["versi"]) == (DIMUTAKHIRKAN, 2)


def test_what_was_sent_back_is_handed_in_again_with_a_reason(house: RealHouse, unit: Program):
    made = unit.post("/informasi", asked(house)).json
    reader = person(house, "sekretaris", "tim_sekretariat")
    verifikasi.send_back(house, reader, made["id"], made["versi"], SEBAB)
    at = f"/informasi/{made['id']}/ajukan-lagi"
    back = unit.get(f"/informasi/{made['id']}").json

    short = unit.post(at, {"alasan": "ya"}, versi=back["versi"])
    done = unit.post(at, {"alasan": SEBAB}, versi=back["versi"])
    again = unit.post(at, {"alasan": SEBAB}, versi=done.json["versi"])

    assert (back["dikembalikan"], done.json["dikembalikan"]) == (True, False)
    assert [x.status_code for x in (short, done, again)] == [422, 200, 409]
    assert SEBAB not in done.text


def test_what_only_people_do_has_no_way_here(house: RealHouse):
    table = program(house, "ppid").get("/openapi.json").json["paths"]

    acts = {path.rpartition("/")[2] for path in table if path.startswith("/informasi/{")}
    assert acts == {"{informasi_id}", "mutakhirkan", "ajukan-lagi"}
    drawn = {path.rpartition("/")[2] for path in table if path.startswith("/edisi/{")}
    assert drawn == {"{edisi_id}", "batal"}
