"""The guides show the product as it is: all pictures, pages and buttons in them are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image
from werkzeug.exceptions import MethodNotAllowed, NotFound

from service.config import CODE
from service.domain.wewenang import MAY
from service.publik import app as publik
from service.publik.place import Place
from service.web.app import create_app
from service.web.dasar.auth import ANYONE, SIAPA, SIGNED_IN
from tests.house.test_docs import said
from tests.kantor import Kantor
from tests.panduan.daftar import GAMBAR, PUBLIK, SEMUA, TERBANYAK, TERBERAT, Gambar
from tests.panduan.gambar import FOLDER, ISI, Dipotret, kept, make

GUIDES = sorted((CODE / "docs" / "panduan").glob("*.md"))
HOW = [CODE / "docs" / "pemecahan-masalah.md", *sorted((CODE / "docs").glob("menambah-*.md"))]
FENCED = re.compile(r"^```.*?^```", re.M | re.S)
SHOWN = re.compile(r"!\[([^\]]*)\]\(\.\./gambar/([a-z-]+)\.png\)")
NAMED = re.compile(r"\*\*([^*]+)\*\*")  # with a full stop at its end it opens a paragraph
TITLE = re.compile(r"{% block judul %}([^{]+){% endblock %}")
HEAD = re.compile(r"m\.kepala\(\"([^\"]+)\"\s*[,)]")
PAGES = [CODE / "service" / one for one in ("web/pages", "publik/pages", "face/templates")]


def shown() -> dict[str, str]:
    """Each picture of the guides, with the words beside it."""
    return {nama: kata for guide in GUIDES for kata, nama in SHOWN.findall(said(guide))}


def test_a_guide_shows_the_pictures_of_the_list_and_the_list_has_no_other() -> None:
    assert shown() == {one.nama: one.kata for one in GAMBAR}
    assert {one.name for one in FOLDER.iterdir()} == {ISI, *(f"{x.nama}.png" for x in GAMBAR)}


def test_the_pictures_are_few_and_light_and_as_wide_as_declared() -> None:
    weight = {one.nama: (FOLDER / f"{one.nama}.png").stat().st_size for one in GAMBAR}

    assert len(GAMBAR) == len(weight) <= TERBANYAK
    assert {one for one in weight if weight[one] > TERBERAT} == set()
    assert sum(weight.values()) <= SEMUA
    for one in GAMBAR:
        with Image.open(FOLDER / f"{one.nama}.png") as seen:
            assert seen.size == (one.lebar, one.tinggi), one.nama


def view_of(app: Flask, alamat: str) -> object:
    """What answers at an address that is written as its rule; None where nothing does."""
    try:
        endpoint, _ = app.url_map.bind("berkas.contoh").match(re.sub(r"<[^>]+>", "x", alamat))
    except (NotFound, MethodNotAllowed):
        return None
    return app.view_functions[endpoint]


def enters(peran: str, view: object) -> bool:
    """Whether a peran comes in there."""
    siapa = getattr(view, SIAPA, None)
    if isinstance(siapa, tuple):
        return any(peran in MAY[act] for act in siapa)
    return siapa in (ANYONE, SIGNED_IN)


@pytest.fixture(scope="module")
def doors(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Flask]:
    room = tmp_path_factory.mktemp("panduan")
    return {"publik": publik.create_app(Place(room, room / "publik.db"))}


def test_each_picture_is_of_a_page_that_its_peran_may_enter(
    buku_induk, tmp_path: Path, doors: dict[str, Flask]
) -> None:
    petugas = create_app(Kantor(buku_induk, tmp_path))

    def shut(one: Gambar) -> bool:
        if one.peran == PUBLIK:
            return view_of(doors["publik"], one.alamat) is None
        return not enters(one.peran, view_of(petugas, one.alamat))

    assert [one.nama for one in GAMBAR if shut(one)] == []
    assert not enters("unit", view_of(petugas, "/orang"))
    assert view_of(petugas, "/tidak-ada") is None


def source(templat: str) -> str:
    found = [page / templat for page in PAGES if (page / templat).exists()]
    return found[0].read_text(encoding="utf-8") if found else ""


def heads(one: Dipotret) -> dict[str, str]:
    """What was on the page, by what its template writes there now, where it writes it out."""
    text = source(one.templat)
    told = {"title": one.judul, "h1": one.kepala[0] if one.kepala else ""}
    said_now = {"title": TITLE.search(text), "h1": HEAD.search(text)}
    return {now.group(1).strip(): told[what] for what, now in said_now.items() if now}


def test_what_was_photographed_is_what_the_templates_say_now() -> None:
    told = kept()
    compared = [pair for one in told for pair in heads(one).items()]

    assert [(x.nama, x.peran, x.alamat) for x in told] == [
        (x.nama, x.peran, x.alamat) for x in GAMBAR
    ]
    assert [one.templat for one in told if not source(one.templat)] == []
    assert [pair for pair in compared if pair[0] != pair[1]] == []
    assert len(compared) > len(told) // 2


@pytest.fixture(scope="module")
def words() -> str:
    """All that the pages can say, as the code writes it."""
    files = [one for one in (CODE / "service").rglob("*.*") if one.suffix in (".py", ".html")]
    text = "\n".join(said(one) for one in [*files, CODE / "berkas"])
    return re.sub(r'"\s*\n\s*f?"', "", text)  # a sentence that is broken over lines


@pytest.mark.parametrize("guide", [*GUIDES, *HOW], ids=lambda one: one.stem)
def test_each_page_button_and_sentence_a_guide_names_is_one_of_ours(
    guide: Path, words: str
) -> None:
    text = FENCED.sub("", said(guide))
    named = [" ".join(one.split()) for one in NAMED.findall(text)]
    quoted = re.findall(r"\"([^\"\n]{6,})\"", text)

    assert [x for x in (*named, *quoted) if not x.endswith(".") and x not in words] == []


def steady(one: Dipotret) -> tuple[str, str, list[str]]:
    """What of a picture stays where the matter on it is another."""
    fixed = "<" not in one.alamat
    return one.nama, one.templat, one.kepala[:1] if fixed else []


@pytest.mark.panjang
@pytest.mark.timeout(900)  # an office is played from its first letter to its archive
def test_the_pictures_made_anew_are_of_the_same_pages(tmp_path: Path) -> None:
    before = kept()

    after = make(tmp_path / "hasil", tmp_path / "gambar")

    assert [steady(one) for one in after] == [steady(one) for one in before]
