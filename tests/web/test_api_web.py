"""Programs at the API do what people do at the pages, by the same rules."""

from __future__ import annotations

import pytest

from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.ids import is_id
from service.domain.kiriman import Kiriman
from service.domain.naskah import DIAJUKAN, KONSEP, Naskah
from service.house import RealHouse
from tests.office import INSTANSI, UNIT, arrive, work
from tests.papers import letter
from tests.web.api import Program, program
from tests.web.naskah_web import SURAT
from tests.web.rumah_web import officer

SOP = "uji_konsekuensi"


def asked(house: RealHouse, **more: object) -> dict[str, object]:
    told = {
        "id": house.new_id(),
        "instansi": INSTANSI,
        "unit": UNIT,
        "sop": SOP,
        "judul": "Perkara dari program",
    }
    return told | more


@pytest.fixture
def sekretaris(house: RealHouse) -> Program:
    return program(house, "tim_sekretariat")


def test_a_matter_is_opened_once_read_and_found_in_the_list(house, sekretaris):
    told = asked(house)

    first, again = (sekretaris.post("/berkas", told) for _ in range(2))

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json == again.json
    assert first.headers["ETag"] == f'"{first.json["versi"]}"'
    assert sekretaris.get(f"/berkas/{told['id']}").json == first.json
    listed = sekretaris.get("/berkas", cari="dari program").json["isi"]
    assert [x["judul"] for x in listed] == ["Perkara dari program"]


def test_a_step_is_done_on_the_version_that_was_seen_or_not_at_all(house, sekretaris):
    one = sekretaris.post("/berkas", asked(house)).json
    at, choice = f"/berkas/{one['ringkas']['id']}/langkah", one["pilihan"]
    hasil = choice[0]["hasil"] if choice else ""

    bare = sekretaris.post(at, {"hasil": hasil})
    late = sekretaris.post(at, {"hasil": hasil}, versi=one["versi"] + 7)
    done = sekretaris.post(at, {"hasil": hasil}, versi=one["versi"])

    assert bare.status_code == 428
    assert late.status_code == 412
    assert done.status_code in (200, 422), done.text  # 422: what the step needs is not there
    if done.status_code == 200:
        assert done.json["ringkas"]["langkah"] != one["ringkas"]["langkah"]


def test_what_lies_beyond_a_program_is_answered_like_what_is_not_there(house, sekretaris):
    with house.ledger.begin() as tx:
        told = Pembukaan(house.new_id(), INSTANSI, UNIT, SOP, "Rahasia contoh", rahasia=True)
        hidden = begun(house, tx, told)
    outside = program(house, "unit", "biro_tu")
    plain = program(house, "petugas", UNIT)

    def answers(who: Program) -> list[object]:
        found = [who.get(f"/berkas/{x}") for x in (hidden.id, house.new_id())]
        return [(x.status_code, x.json["detail"]) for x in found]

    assert answers(plain)[0] == answers(plain)[1]
    assert answers(plain)[0][0] == 404
    assert answers(outside)[0] == answers(outside)[1]
    assert "Rahasia contoh" not in plain.get("/berkas").text
    assert sekretaris.get(f"/berkas/{hidden.id}").status_code == 200


@pytest.mark.usefixtures("berpasangan")
def test_a_paper_goes_from_konsep_to_its_number_by_programs(house, sekretaris):
    berkas = sekretaris.post("/berkas", asked(house)).json["ringkas"]["id"]
    told = {"id": house.new_id(), "jenis": SURAT}
    made = sekretaris.post(f"/berkas/{berkas}/naskah", told)
    assert made.status_code == 201, made.text
    assert sekretaris.post(f"/berkas/{berkas}/naskah", told).json["ringkas"]["id"] == told["id"]
    at = f"/naskah/{told['id']}"
    assert made.json["ringkas"]["keadaan"] == KONSEP
    assert made.json["isian"]["perkara"] == "Perkara dari program"
    assert "tentang" in made.json["dapat_diisi"]

    def patch(isian: dict[str, object], versi: int):
        heads = {"If-Match": f'"{versi}"'}
        return sekretaris.ask("PATCH", at, json={"isian": isian}, headers=heads)

    strange = patch({"nomor": "1", "peta": "x"}, made.json["versi"])
    assert (strange.status_code, set(strange.json["salah"])) == (422, {"isian.nomor", "isian.peta"})
    wrong = patch({"tentang": {"a": 1}}, made.json["versi"])
    assert wrong.status_code == 422
    filled = patch({"tentang": "Undangan", "rapat": [{"acara": "Doa"}]}, made.json["versi"])
    assert filled.status_code == 200, filled.text
    assert patch({"tentang": "Lain"}, made.json["versi"]).status_code == 412
    work(house)
    seen = sekretaris.get(at).json
    assert seen["kurang"] == []
    sent = sekretaris.post(f"{at}/ajukan", versi=seen["versi"])
    assert sent.json["ringkas"]["keadaan"] == DIAJUKAN, sent.text
    head = program(house, "atasan_ppid")
    early = head.post(f"{at}/setujui", {"jalan": "tinta"}, versi=sent.json["versi"])
    assert early.status_code == 409
    assert "paraf" in early.json["detail"].lower()
    mine = sekretaris.post(f"{at}/paraf", {}, versi=sent.json["versi"])
    assert mine.status_code == 422, "who wrote it says why there is no other"
    ok = sekretaris.post(f"{at}/paraf", {"alasan": "Sendirian hari ini"}, versi=sent.json["versi"])
    assert [x["keadaan"] for x in ok.json["paraf"]] != ["menunggu"]
    odd = head.post(f"{at}/setujui", {"jalan": "angin"}, versi=ok.json["versi"])
    assert list(odd.json["salah"]) == ["jalan"]
    agreed = head.post(f"{at}/setujui", {"jalan": "tinta"}, versi=ok.json["versi"])
    assert agreed.status_code == 200, agreed.text
    assert agreed.json["ringkas"]["nomor"]
    assert [x["peran"] for x in agreed.json["tanda_tangan"]] == ["atasan_ppid"]
    work(house)
    pdf = sekretaris.get(f"{at}/pdf")
    assert pdf.data.startswith(b"%PDF-")
    pdf.close()
    [book] = [x for x in head.get("/buku-nomor", instansi=INSTANSI).json["isi"] if x["terakhir"]]
    assert book["lubang"] == 0


def test_a_list_is_read_page_by_page_to_its_end(house, tmp_path):
    who = program(house, "petugas")
    for n in range(5):
        arrive(house, letter(tmp_path / f"{n}.docx", f"Surat {n}"))

    seen, after = [], ""
    while after is not None:
        told = who.get("/kiriman", banyak=2, sesudah=after).json
        seen += [x["id"] for x in told["isi"]]
        after = told["berikut"]

    with house.ledger.read() as reading:
        assert sorted(seen) == sorted(x.id for x in reading.find(Kiriman))
    assert len(seen) == 5


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/kiriman", {"sesudah": "bukan"}),
        ("/kiriman", {"sesudah": "\u00e9"}),
        ("/berkas", {"sesudah": "LTE"}),
        ("/berkas", {"banyak": 0}),
        ("/berkas", {"banyak": 101}),
        ("/berkas", {"banyak": "banyak"}),
        ("/berkas", {"asing": "1"}),
        ("/permohonan", {}),
        ("/cari", {}),
        ("/cari", {"kata": ""}),
    ],
    ids=str,
)
def test_a_question_that_makes_no_sense_is_told_what_is_wrong(sekretaris, path, query):
    answer = sekretaris.get(path, **query)

    assert answer.status_code == 422
    assert answer.json["salah"]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"null",
        b'"x"',
        b"{",
        b"[" * 5000,
        b"\xff\xfe",
        b'{"sop":"\\ud800"}',
        b'{"sop":NaN}',
    ],
)
def test_what_is_no_object_of_json_is_not_understood(sekretaris, raw):
    answer = sekretaris.ask("POST", "/berkas", data=raw, content_type="application/json")

    assert answer.status_code == 400


@pytest.mark.parametrize("hari", ["0001-01-01", "2249-01-01", "9999-12-31"])
def test_a_search_may_name_any_day_of_the_calendar(sekretaris, hari):
    for name in ("dari", "sampai"):
        answer = sekretaris.get("/cari", kata="contoh", **{name: hari})
        assert (answer.status_code, answer.json["isi"]) == (200, []), name


def test_a_form_of_a_page_is_no_json(sekretaris):
    assert sekretaris.ask("POST", "/berkas", data={"id": "x"}).status_code == 400


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "pendek"},
        {"id": "A" * 26},
        {"judul": ""},
        {"judul": "x" * 301},
        {"judul": "a\u0000b"},
        {"unit": "tidak_ada"},
        {"sop": "tidak_ada"},
        {"sop": "../etc"},
        {"instansi": "tidak_ada"},
        {"instansi": "rumah"},
        {"bagian": "tidak_ada"},
        {"rahasia": "ya"},
    ],
    ids=str,
)
def test_a_matter_that_cannot_be_is_not_opened(house, sekretaris, wrong):
    answer = sekretaris.post("/berkas", asked(house, **wrong))

    assert answer.status_code in (404, 422)
    with house.ledger.read() as reading:
        assert reading.find(Berkas) == []


def test_the_journal_names_the_program_as_who_did_it(house, sekretaris):
    one = sekretaris.post("/berkas", asked(house)).json["ringkas"]["id"]

    lines = house.lists.jurnal(INSTANSI, 10**9, 50)
    who = next(x.siapa for x in lines if x.tentang == one)
    assert house.lists.nama_orang([who])[who] == "Program contoh (program)"
    assert is_id(who)


def test_every_list_and_one_of_each_is_answered(house, tmp_path):
    who = program(house, "ppid")
    officer(house, "satu", "petugas")
    came = arrive(house, letter(tmp_path / "surat.docx", "Surat contoh"))
    work(house)

    for path, query in (
        ("", {}),
        ("/openapi.json", {}),
        ("/kiriman", {}),
        (f"/kiriman/{came.id}", {}),
        ("/permohonan", {"instansi": INSTANSI}),
        ("/keberatan", {"instansi": INSTANSI}),
        ("/buku-nomor", {"instansi": INSTANSI}),
        ("/berkas", {}),
        ("/naskah", {}),
        ("/informasi", {}),
        ("/edisi", {}),
        ("/cari", {"kata": "surat"}),
    ):
        answer = who.get(path, **query)
        assert answer.status_code == 200, (path, answer.text)
    assert who.get("/cari", kata="surat").json["isi"][0]["kiriman"] == came.id


def test_a_matter_without_an_sop_has_no_step(house, sekretaris):
    now = house.clock.now()
    one = Berkas(house.new_id(), INSTANSI, UNIT, "Tanpa SOP", "", "berjalan", now)
    with house.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", now, one.id))

    answer = sekretaris.post(f"/berkas/{one.id}/langkah", {}, versi=1)

    assert answer.status_code == 409
    with house.ledger.read() as reading:
        assert reading.get(Berkas, one.id) == one
        assert reading.find(Naskah) == []
