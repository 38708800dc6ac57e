"""Forms nobody of us showed, and names made to be more than names."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.kiriman import File, Surat
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import UNIT, arrive, work
from tests.papers import letter
from tests.web.rumah_web import officer, rumah_web

SEMUA = ("petugas", "tim_sekretariat", "ppid", "administrator")
JAHAT = '"><script>alert(1)</script>\r\nSet-Cookie: jahat=1; "=cmd|x"\u202e.docx'
HIDUP = re.compile(r"<script>alert|<img src=x", re.IGNORECASE)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


def test_no_button_and_no_program_does_anything_without_the_secret_of_the_session(
    house: RealHouse,
) -> None:
    siapa = officer(house, "satu", *SEMUA)
    app = siapa.client.application
    before = house.audit.findings([])
    said = {}
    for rule in app.url_map.iter_rules():
        if rule.endpoint == "mulai.begin":  # for strangers, who have a secret of their own
            continue
        path = re.sub(r"<(?:\w+:)?\w+>", "a" * 26, rule.rule)
        for method in (rule.methods or set()) - {"GET", "HEAD", "OPTIONS"}:
            for headers in ({}, {"X-CSRF-Token": "x" * 43}, {"X-CSRF-Token": ""}):
                answer = siapa.client.open(path, method=method, headers=headers, data={"csrf": "y"})
                said[f"{method} {rule.rule}"] = answer.status_code
            foreign = {"X-CSRF-Token": siapa.csrf, "Origin": "https://contoh.id"}
            answer = siapa.client.open(path, method=method, headers=foreign)
            said[f"{method} {rule.rule} from elsewhere"] = answer.status_code

    assert {path: one for path, one in said.items() if one != 403} == {}
    assert len(said) > 80
    assert house.audit.findings([]) == before


def test_a_name_made_to_break_a_page_or_a_header_is_only_a_name(
    house: RealHouse, tmp_path: Path
) -> None:
    words = "Isi <img src=x onerror=alert(1)> kenari <mark>palsu</mark>"
    paper = letter(tmp_path / "surat.docx", "SURAT", words)
    surat = Surat(JAHAT[:60], "2026-11-03", f"=HYPERLINK(1) {JAHAT}", f"@{JAHAT}")
    one = arrive(house, paper, nama=JAHAT, surat=surat, unit=UNIT)
    work(house)
    with house.ledger.read() as reading:
        [file] = reading.find(File, kiriman=one.id)
    siapa = officer(house, "satu", "tim_sekretariat", "ppid")
    pages = (
        *("/", "/kiriman", f"/kiriman/{one.id}", f"/meja/{one.id}", "/meja", "/cari?kata=kenari"),
        *(
            "/cari?kata=script",
            f"/kiriman/{one.id}/disposisi",
            f"/kiriman/{one.id}/disposisi/cetak",
        ),
        *("/register/masuk", "/register/masuk/cetak", f"/cari?kata={'<script>alert(1)'}"),
    )

    for path in pages:
        answer = siapa.client.get(path)
        assert answer.status_code == 200, path
        assert not HIDUP.search(answer.text), path
        assert "<mark>palsu" not in answer.text

    answer = siapa.client.get(f"/file/{file.id}")
    assert answer.status_code == 200
    assert "jahat" not in answer.headers.get("Set-Cookie", "")
    assert answer.headers.getlist("Content-Disposition")[0].startswith("attachment;")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    answer.close()
    told = siapa.client.get("/register/masuk/csv").get_data().decode("utf-8-sig")
    for parting in ",;":
        cells = [cell for row in csv.reader(told.splitlines(), delimiter=parting) for cell in row]
        assert not [cell for cell in cells if cell.strip('" ')[:1] in tuple("=+@\t")]


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b"\xff",
        b"null",
        b'"\\ud800"',
        b'{"unggahan":["\\u0000"]}',
    ],
    ids=["deep", "deep objects", "no text", "nothing", "half a letter", "zero"],
)
def test_odd_json_is_answered_with_a_sentence(house: RealHouse, body: bytes) -> None:
    siapa = officer(house, "satu", "petugas")

    for path in ("/kiriman", "/unggahan"):
        answer = siapa.api("POST", path, data=body, content_type="application/json")
        assert 400 <= answer.status_code < 500
        assert answer.json["kata"]


@pytest.mark.parametrize(
    "to", ["//contoh.id", "https://contoh.id", "/\\contoh.id", "/%09/contoh.id"]
)
def test_nobody_is_led_away_from_here(house: RealHouse, to: str) -> None:
    siapa = officer(house, "satu", "petugas")

    answer = siapa.client.get("/masuk", query_string={"kembali": to})

    assert answer.headers.get("Location", "/").startswith("/")
    assert not re.match(r"/[/\\\t]", answer.headers.get("Location", "/"))
