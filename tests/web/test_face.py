"""The files of the face: how they are served, and that nothing is written into a page."""

import gzip
import re
from pathlib import Path

import pytest
from werkzeug.routing import Map, Rule

from service.face.door import helai, lean
from service.face.rute import Rute
from tests.web.contoh import PAGES
from tests.web.galeri import app

ROOT = Path(__file__).resolve().parents[2]
FACE = ROOT / "service" / "face"
TEMPLATES = sorted([*FACE.rglob("*.html"), *(ROOT / "service" / "web" / "pages").rglob("*.html")])


@pytest.fixture(scope="module")
def client():
    return app().test_client()


def asked_for(client, name):
    page = client.get("/contoh/beranda").text
    return re.search(rf'"(/wajah/{re.escape(name)}\?v=\w+)', page)[1]


@pytest.mark.parametrize("name", ["berkas.css", "berkas.js", "htmx.min.js", "lambang.svg"])
def test_a_file_of_the_face_comes_packed_and_is_kept_by_the_browser(client, name):
    answer = client.get(asked_for(client, name), headers={"Accept-Encoding": "gzip"})
    plain = client.get(asked_for(client, name))

    assert answer.status_code == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(answer.data) == plain.data
    assert len(answer.data) < len(plain.data)


def test_a_file_asked_for_by_an_older_mark_is_not_kept_for_long(client):
    answer = client.get("/wajah/berkas.css?v=000000000000")

    assert answer.status_code == 200
    assert "immutable" not in answer.headers["Cache-Control"]


def test_a_file_the_browser_still_has_is_not_sent_again(client):
    first = client.get(asked_for(client, "berkas.css"))
    again = client.get(
        asked_for(client, "berkas.css"), headers={"If-None-Match": first.headers["ETag"]}
    )

    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("name", ["door.py", "..%2fdoor.py", "templates", "layout.html", "x.css"])
def test_nothing_but_the_files_of_the_face_is_served(client, name):
    assert client.get(f"/wajah/{name}").status_code == 404


def test_the_stylesheet_is_small():
    assert len((FACE / "static" / "berkas.css").read_bytes()) <= 25_000


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_page_carries_a_script_or_a_style_in_itself(path):
    text = path.read_text()

    assert not re.search(r"\sstyle\s*=", text)
    assert not re.search(r"<style|\son[a-z]+\s*=|javascript:|hx-on", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"\|\s*safe|autoescape\s+false", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_template_says_what_it_wants(path):
    assert path.read_text().lstrip().startswith("{#") or "macros" in path.parts


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_loads_nothing_from_elsewhere(client, name):
    page = client.get(f"/contoh/{name}").text

    loaded = re.findall(r'<(?:link|script|img|use|form)[^>]*?(?:href|src|action)="([^"]+)"', page)
    assert loaded
    assert [one for one in loaded if not re.match(r"/(?!/)|#", one)] == []


def test_what_a_person_typed_is_shown_as_words_never_as_markup(client):
    with client.application.test_request_context():
        from flask import render_template_string

        from service.face.isi_formulir import Ruas

        nasty = '"><script>alert(1)</script>'
        made = render_template_string(
            '{% import "macros.html" as m %}{{ m.ruas(r) }}',
            r=Ruas("nama", nasty, nilai=nasty, galat=nasty, contoh=nasty),
        )

    assert "<script>" not in made
    assert made.count("&lt;script&gt;") == 4


def test_text_of_several_lines_comes_back_as_it_was_typed(client):
    with client.application.test_request_context():
        from flask import render_template_string

        from service.face.isi_formulir import Ruas

        made = render_template_string(
            '{% import "macros.html" as m %}{{ m.ruas(r) }}',
            r=Ruas("alasan", "Alasan", nilai="\n  dua\nbaris  ", jenis="panjang"),
        )

    assert ">\n\n  dua\nbaris  </textarea>" in made


def test_a_sheet_is_served_without_what_only_its_writers_read() -> None:
    assert lean(b"/* Judul. */\na {\n  color: red;\n\n}\n") == b"a {\ncolor: red;\n}"
    assert b"/*" not in helai()["berkas.css"].isi


def test_an_address_is_put_together_only_when_asked_and_then_as_ever() -> None:
    told, known = {"nama": "a b", "urut": 3, "lain": "c&d"}, []
    for kind in (Rute, Rule):
        map_ = Map([kind("/naskah/<nama>/<int:urut>", endpoint="satu")])
        known.append(map_.bind("contoh").build("satu", told))

    assert known[0] == known[1] == "/naskah/a%20b/3?lain=c%26d"
    ours = [one for one in app().url_map.iter_rules() if one.endpoint != "static"]
    assert all(isinstance(one, Rute) for one in ours)
