"""What the books for people name is really there: commands, settings, pages, and each other."""

from __future__ import annotations

import argparse
import importlib
import re
from pathlib import Path

import pytest
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter

from service.acts.keadaan.rumah import keadaan
from service.cli import COMMANDS
from service.config import CODE, Settings
from service.publik import app as publik
from service.publik.place import Place
from service.web.app import create_app
from tests.conftest import new_sqlite
from tests.kantor import Kantor
from tests.office import open_house

BOOKS = [
    CODE / "README.md",
    CODE / "CHANGELOG.md",
    CODE / "inbox" / "README.md",
    CODE / "templates_docx" / "README.md",
    *sorted((CODE / "docs").rglob("*.md")),
]
COMMAND = re.compile(r"\./berkas ([^\n`|#'’)]+)")
SETTING = re.compile(r"\bBERKAS_[A-Z_]+[A-Z]")
LINK = re.compile(r"\]\(([^)\s]+)\)")
PAGE = re.compile(r"`(/[a-z/-]*)`")
MACHINE = ("etc", "opt", "srv", "usr", "var", "home")  # folders of the machine, not pages


def said(book: Path) -> str:
    return book.read_text(encoding="utf-8")


def name_of(book: Path) -> str:
    return str(book.relative_to(CODE))


def help_of(command: str) -> str:
    """What a command tells of itself, and of what can follow it."""
    parser = argparse.ArgumentParser(prog=command)
    importlib.import_module(f"service.commands.{command}").arguments(parser)
    below = (one.choices for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    more = [each.format_help() for choices in below for each in choices.values()]
    return "\n".join([parser.format_help(), *more])


def untrue(line: str) -> list[str]:
    """The words of a command line that `./berkas` does not know."""
    words = re.sub(r"[\[\]]", "", line).split()
    if words[0] == "--from":
        words = words[2:]
    if words[0] == "PERINTAH":
        return []
    command, *after = words
    if command not in COMMANDS:
        return [command]
    told = help_of(command)
    asked = [word.split("=")[0] for word in after if word.startswith("--") and word != "--help"]
    if command in ("user", "pack", "sop"):
        if not after:
            return [f"{command} …"]  # it does nothing without what follows it
        if after[0] != "…":
            asked.append(after[0])
    if command == "user" and after[0] == "add":
        asked = ["add"]  # what may follow `add` is tried by the tests of that command
    return [word for word in asked if not re.search(rf"(?<![\w-]){re.escape(word)}\b", told)]


def anchors(book: Path) -> set[str]:
    """The headings of a book as links name them."""
    heads = re.findall(r"^#+ (.+)$", said(book), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("book", BOOKS, ids=name_of)
def test_every_command_a_book_names_is_known_with_its_options(book: Path) -> None:
    lines = COMMAND.findall(said(book))

    assert {line: untrue(line) for line in lines if untrue(line)} == {}


def test_the_first_page_tells_of_every_command_and_every_setting() -> None:
    first = said(CODE / "README.md")
    asked = set(re.findall(r'"(BERKAS_[A-Z_]+)"', said(CODE / "service" / "config.py")))

    assert [one for one in COMMANDS if f"./berkas {one}" not in first] == []
    assert {one for one in asked if f"| `{one}` |" not in first} == set()
    assert len(asked) > 40


def test_a_command_or_an_option_that_is_not_there_would_be_found() -> None:
    assert untrue("pulihkan cadangan.tar") == ["pulihkan"]
    assert untrue("status --yaml") == ["--yaml"]
    assert untrue("user hapus contoh.satu") == ["hapus"]
    assert untrue("--from bekal.tar run --port 8080") == []


@pytest.mark.parametrize("book", BOOKS, ids=name_of)
def test_every_setting_a_book_names_is_read(book: Path) -> None:
    named = SETTING.findall(said(book))

    # A setting that nobody reads is refused by name; an empty one stands for its default.
    Settings.from_env(dict.fromkeys(named, ""))


@pytest.mark.parametrize("book", BOOKS, ids=name_of)
def test_every_link_of_a_book_leads_to_a_file_and_its_heading(book: Path) -> None:
    lost = []
    for link in LINK.findall(said(book)):
        path, _, anchor = link.partition("#")
        if path.startswith(("http:", "https:")):
            continue
        there = (book.parent / path).resolve() if path else book
        if not there.exists() or (anchor and anchor not in anchors(there)):
            lost.append(link)

    assert lost == []


def test_the_two_books_are_linked_from_the_first_page() -> None:
    linked = LINK.findall(said(CODE / "README.md"))

    assert {"docs/petugas.md", "docs/pengelola.md", "docs/lan.md"} <= set(linked)


def test_every_line_of_the_state_of_a_house_is_explained_to_its_keeper(tmp_path: Path) -> None:
    book = said(CODE / "docs" / "pengelola.md")
    (table,) = re.findall(r"^## 6\..*?(?=^## 7\.)", book, re.M | re.S)

    with open_house(tmp_path, new_sqlite(tmp_path)) as house:
        named = {one.nama for one in keadaan(house)}

    assert len(named) > 20
    assert {one for one in named if one not in table} == set()


def leads(door: MapAdapter, page: str) -> bool:
    try:
        return bool(door.match(page))
    except HTTPException:
        return False


@pytest.mark.parametrize("book", BOOKS, ids=name_of)
def test_every_page_a_book_names_is_one(buku_induk, tmp_path: Path, book: Path) -> None:
    public = publik.create_app(Place(tmp_path, tmp_path / "publik.db"))
    apps = (create_app(Kantor(buku_induk, tmp_path)), public)
    doors = [one.url_map.bind("berkas.contoh") for one in apps]
    named = {one for one in PAGE.findall(said(book)) if one.split("/")[1] not in MACHINE}

    def is_there(page: str) -> bool:
        return any(leads(door, page) for door in doors)

    assert not is_there("/tidak-ada")
    assert {one for one in named if not is_there(one)} == set()


def test_every_page_of_the_menu_stands_in_the_book_for_officers(buku_induk, tmp_path: Path) -> None:
    rules = create_app(Kantor(buku_induk, tmp_path)).url_map.iter_rules()
    first = {one.rule for one in rules if "GET" in (one.methods or ()) and "<" not in one.rule}
    told = set(PAGE.findall(said(CODE / "docs" / "petugas.md")))

    assert {one for one in first if one.count("/") == 1} <= told
