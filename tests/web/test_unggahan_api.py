"""Files that come in piece by piece: on again after a cut, never another's, never half a file."""

from __future__ import annotations

import hashlib
import io
import os
import time
from datetime import timedelta

import pytest

from jobs import sweep
from service.domain.batas import Batas
from service.domain.kiriman import File, Kiriman
from service.domain.sisa import Sisa
from tests.office import INSTANSI, UNIT, work
from tests.papers import letter
from tests.web.rumah_web import officer, rumah_web

SEPOTONG = b"Surat contoh. " * 1000


@pytest.fixture
def house(tmp_path):
    with rumah_web(tmp_path) as whole:
        yield whole


@pytest.fixture
def satu(house):
    return officer(house, "satu", "petugas")


def begun(who, isi: bytes, nama: str = "surat.txt", **more) -> str:
    answer = who.api("POST", "/unggahan", json={"nama": nama, "ukuran": len(isi), **more})
    assert answer.status_code == 201, answer.text
    return answer.json["id"]


def piece(who, id_: str, offset: int, isi: bytes):
    return who.api("PATCH", f"/unggahan/{id_}", data=isi, headers={"Upload-Offset": str(offset)})


def whole(who, isi: bytes, nama: str = "surat.txt", **more) -> str:
    id_ = begun(who, isi, nama, **more)
    assert piece(who, id_, 0, isi).json["utuh"]
    return id_


def sent(who, ids, kunci: str = "kunci-contoh", **more):
    told = {"kunci": kunci, "tempat": f"{INSTANSI}/{UNIT}", "unggahan": ids, **more}
    return who.api("POST", "/kiriman", json=told)


def kiriman(house):
    with house.ledger.read() as look:
        return look.find(Kiriman)


def test_pieces_become_the_very_file_and_the_file_a_kiriman_with_its_number(house, satu):
    id_ = begun(satu, SEPOTONG)
    piece(satu, id_, 0, SEPOTONG[:5000])
    assert satu.api("GET", f"/unggahan/{id_}").json["sudah"] == 5000
    piece(satu, id_, 5000, SEPOTONG[5000:])

    answer = sent(satu, [id_], perihal="Permohonan contoh")

    assert answer.status_code == 201
    [one] = kiriman(house)
    assert (one.pintu, one.siapa, one.surat.perihal) == (
        "web",
        satu.hadir.orang.id,
        "Permohonan contoh",
    )
    with house.ledger.read() as look:
        [file] = look.find(File, kiriman=one.id)
    assert file.sha256 == hashlib.sha256(SEPOTONG).hexdigest()
    assert house.store.verify(file.sha256) == ""
    assert answer.json["file"][0]["keadaan"] == "Dalam antrean"
    work(house)
    told = satu.api("GET", f"/kiriman/{one.id}").json
    assert told["selesai"]
    assert told["nomor_agenda"]
    assert not list((house.settings.home / "unggahan").iterdir())


def test_a_letter_and_its_attachments_stay_together_with_the_letter_first(house, satu, tmp_path):
    surat = letter(tmp_path / "pengantar.docx", "Surat pengantar contoh").read_bytes()
    lampiran, pengantar = whole(satu, b"lampiran", "a.txt"), whole(satu, surat, "pengantar.docx")

    sent(satu, [lampiran, pengantar], pengantar=pengantar)

    [one] = kiriman(house)
    with house.ledger.read() as look:
        files = sorted(look.find(File, kiriman=one.id), key=lambda file: file.urut)
    assert [(file.nama, file.peran) for file in files] == [
        ("pengantar.docx", "pengantar"),
        ("a.txt", ""),
    ]
    assert one.nama == "pengantar.docx"


def test_a_piece_from_the_wrong_place_is_told_where_to_go_on(satu):
    id_ = begun(satu, SEPOTONG)
    piece(satu, id_, 0, SEPOTONG[:100])

    for offset in (0, 50, 101):
        answer = piece(satu, id_, offset, b"x" * 10)
        assert (answer.status_code, answer.json["sudah"]) == (409, 100)
    assert piece(satu, id_, 100, SEPOTONG[100:]).json["utuh"]


def test_two_windows_bring_the_same_file_and_neither_spoils_it(house, satu):
    id_ = begun(satu, SEPOTONG)
    at = [0, 0]
    while min(at) < len(SEPOTONG):
        for n in (0, 1):
            answer = piece(satu, id_, at[n], SEPOTONG[at[n] : at[n] + 3000 + n])
            at[n] = answer.json["sudah"]

    sent(satu, [id_])

    with house.ledger.read() as look:
        assert [one.sha256 for one in look.find(File)] == [hashlib.sha256(SEPOTONG).hexdigest()]


def test_sent_twice_under_one_key_it_is_one_kiriman(house, satu):
    id_ = whole(satu, SEPOTONG)

    first, again = sent(satu, [id_]), sent(satu, [id_])

    assert first.json["id"] == again.json["id"]
    assert len(kiriman(house)) == 1


def test_the_same_upload_is_not_sent_twice_under_two_keys(house, satu):
    id_ = whole(satu, SEPOTONG)
    sent(satu, [id_])

    assert sent(satu, [id_], kunci="kunci-lain").status_code == 404
    assert len(kiriman(house)) == 1


def test_two_windows_that_send_the_same_files_at_once_make_one_kiriman(house, satu):
    id_ = whole(satu, SEPOTONG)

    with house.uploads.held([house.uploads.get(satu.hadir.orang.id, id_)]):
        answer = sent(satu, [id_])

    assert answer.status_code == 409
    assert "jendela lain" in answer.json["kata"]
    assert kiriman(house) == []
    assert sent(satu, [id_]).status_code == 201


def test_what_another_person_uploads_is_not_there(house, satu):
    id_ = whole(satu, SEPOTONG)
    dua = officer(house, "dua", "petugas")

    answers = [
        dua.api("GET", f"/unggahan/{id_}"),
        piece(dua, id_, 0, b"x"),
        dua.api("DELETE", f"/unggahan/{id_}"),
        sent(dua, [id_]),
        dua.api("GET", "/unggahan/../../berkas"),
        dua.api("GET", f"/unggahan/{'a' * 26}"),
    ]

    assert [one.status_code for one in answers] == [404] * 6
    assert answers[0].json == answers[5].json
    assert dua.api("GET", "/unggahan").json == {"unggahan": []}
    assert satu.api("GET", f"/unggahan/{id_}").json["utuh"]


def test_half_a_file_is_never_sent(house, satu):
    id_ = begun(satu, SEPOTONG)
    piece(satu, id_, 0, SEPOTONG[:-1])

    answer = sent(satu, [id_])

    assert answer.status_code == 422
    assert "belum sampai seluruhnya" in answer.json["kata"]
    assert kiriman(house) == []


def test_bytes_that_are_not_what_was_announced_are_not_taken(house, satu):
    id_ = whole(satu, SEPOTONG, sha256="0" * 64)

    answer = sent(satu, [id_])

    assert answer.status_code == 422
    assert "tidak sama dengan yang dikirim" in answer.json["kata"]
    assert kiriman(house) == []


@pytest.mark.parametrize(
    "told",
    [
        {"nama": "", "ukuran": 3},
        {"nama": "a.txt"},
        {"nama": "a.txt", "ukuran": -1},
        {"nama": "a.txt", "ukuran": True},
        {"nama": "a.txt", "ukuran": "3"},
        {"nama": 7, "ukuran": 3},
        {"nama": "a.txt", "ukuran": 3, "sha256": "abc"},
        {"nama": "a.txt", "ukuran": 3, "tanda": "x" * 300},
        ["a.txt"],
        None,
    ],
)
def test_what_is_no_file_is_answered_with_a_sentence(satu, told):
    answer = satu.api("POST", "/unggahan", json=told)

    assert answer.status_code in (400, 422)
    assert answer.json["kata"].endswith(".")


@pytest.mark.parametrize("offset", ["", "-1", "abc", "9" * 30])
def test_a_piece_that_does_not_say_where_it_belongs_is_not_taken(satu, offset):
    id_ = begun(satu, SEPOTONG)
    headers = {"Upload-Offset": offset}

    answer = satu.api("PATCH", f"/unggahan/{id_}", data=b"x", headers=headers)

    assert answer.status_code == 422


def test_more_than_was_announced_is_not_taken(satu):
    id_ = begun(satu, b"12345")

    assert piece(satu, id_, 0, b"123456").status_code == 422
    assert satu.api("GET", f"/unggahan/{id_}").json["sudah"] == 0


def test_a_file_over_the_limit_is_refused_before_a_byte_comes(house, satu):
    answer = satu.api("POST", "/unggahan", json={"nama": "besar.zip", "ukuran": 2_000_000_001})

    assert answer.status_code == 413
    assert "lebih besar dari 2.000 MB" in answer.json["kata"]


def test_a_disk_that_is_nearly_full_takes_nothing_more(house, satu, monkeypatch):
    id_ = begun(satu, SEPOTONG)
    monkeypatch.setattr(type(house), "sisa", lambda _: Sisa(3_000_000_000, 100_000_000_000))

    refused = [
        satu.api("POST", "/unggahan", json={"nama": "a.txt", "ukuran": 3}),
        piece(satu, id_, 0, SEPOTONG),
        satu.client.post(
            "/unggah", data={"csrf": satu.csrf, "file": (io.BytesIO(b"isi"), "a.txt")}
        ),
    ]

    assert [one.status_code for one in refused] == [507] * 3
    assert all("hampir penuh" in one.text for one in refused)


def test_more_files_than_one_kiriman_holds_do_not_pile_up(house, satu, monkeypatch):
    monkeypatch.setattr(type(house), "batas", Batas(file=2))
    for n in range(2):
        begun(satu, b"isi", f"{n}.txt")

    answer = satu.api("POST", "/unggahan", json={"nama": "3.txt", "ukuran": 3})

    assert answer.status_code == 422
    assert "2 file yang belum dikirim" in answer.json["kata"]


def test_without_the_secret_of_the_session_nothing_is_changed(house, satu):
    id_ = whole(satu, SEPOTONG)
    for method, path in (
        ("POST", "/unggahan"),
        ("PATCH", f"/unggahan/{id_}"),
        ("DELETE", f"/unggahan/{id_}"),
        ("POST", "/kiriman"),
    ):
        answer = satu.client.open(f"/api/v1{path}", method=method, json={})
        assert answer.status_code == answer.json["status"] == 403
        other = {"X-CSRF-Token": satu.csrf, "Origin": "https://lain.contoh"}
        assert satu.client.open(f"/api/v1{path}", method=method, headers=other).status_code == 403
    assert satu.api("GET", f"/unggahan/{id_}").json["utuh"]


def test_a_stranger_is_told_to_come_in_and_an_administrator_has_no_part_in_it(house, satu):
    stranger = satu.client.application.test_client().get("/api/v1/unggahan")
    assert stranger.status_code == stranger.json["status"] == 401

    keeper = officer(house, "penjaga", "administrator")

    assert keeper.api("GET", "/unggahan").status_code == 403


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"tempat": ""}, "tempat"),
        ({"tempat": f"{INSTANSI}/tidak_ada"}, "tempat"),
        ({"tanggal": "kemarin"}, "tanggal"),
        ({"sifat": "gawat"}, "sifat"),
        ({"jumlah": "banyak"}, "jumlah"),
        ({"perihal": "x" * 1000}, "perihal"),
    ],
)
def test_a_field_that_cannot_be_is_named(house, satu, more, name):
    answer = sent(satu, [whole(satu, SEPOTONG)], **more)

    assert answer.status_code == 422
    assert list(answer.json["salah"]) == [name]
    assert kiriman(house) == []


def test_paper_without_a_place_is_asked_about(house, satu):
    answer = sent(satu, [whole(satu, SEPOTONG)], jumlah="3")

    assert answer.status_code == 422
    assert "tempat kertasnya" in answer.json["kata"]


def test_who_sees_no_withheld_matter_sends_none(house, satu):
    answer = sent(satu, [whole(satu, SEPOTONG)], sifat="rahasia")
    assert (answer.status_code, list(answer.json["salah"])) == (422, ["sifat"])
    tim = officer(house, "tim", "tim_sekretariat")

    assert sent(tim, [whole(tim, SEPOTONG)], sifat="rahasia").status_code == 201
    assert kiriman(house)[0].rahasia


def test_one_unit_does_not_send_for_another(house):
    dua = officer(house, "dua", "petugas", unit="persuratan")

    answer = sent(dua, [whole(dua, SEPOTONG)])

    assert answer.status_code == 404
    assert kiriman(house) == []


def test_what_nobody_sent_is_gone_after_a_day_and_not_before(house, satu):
    old, fresh = whole(satu, SEPOTONG, "lama.txt"), whole(satu, SEPOTONG, "baru.txt")
    rooms = house.settings.home / "unggahan"
    (rooms / "sisa").write_bytes(b"sisa")
    mine = satu.hadir.orang.id
    for one in (rooms / f"{mine}.{old}" / "isi", rooms / "sisa"):
        past = time.time() - timedelta(hours=25).total_seconds()
        os.utime(one, (past, past))

    sweep.run(house, "rumah")

    assert [one.name for one in rooms.iterdir()] == [f"{mine}.{fresh}"]


def test_long_and_strange_names_are_kept_readable(house, satu):
    for nama in (
        "x" * 400 + ".pdf",
        "C:\\folder\\surat.pdf",
        "a/b/../surat.pdf",
        "su\u202erat.pdf",
    ):
        sent(satu, [whole(satu, SEPOTONG, nama)], kunci=f"kunci {hash(nama)}")

    with house.ledger.read() as look:
        names = {one.nama for one in look.find(File)}
    assert names == {"x" * 188 + ".pdf", "surat.pdf", "su\\u202erat.pdf"}
