"""What lies in karantina has its line and its number on every page, and says that both stay."""

from __future__ import annotations

import csv
import io

import pytest

from service.domain.kiriman import KARANTINA, Kiriman
from service.web.app import create_app
from tests.jobs.test_bernomor import Scanner
from tests.office import arrive, work
from tests.papers import letter
from tests.web.browser import served, sound
from tests.web.rumah_web import come_in, officer, rumah_web, with_password


@pytest.fixture
def house(tmp_path):
    with rumah_web(tmp_path) as whole:
        yield whole


def found(house, one: Kiriman) -> Kiriman:
    with house.ledger.read() as reading:
        return reading.get(Kiriman, one.id)


@pytest.fixture
def three(house, tmp_path) -> list[Kiriman]:
    """A letter, an empty file, and the empty file once more."""
    (tmp_path / "Undangan.pdf").write_bytes(b"")
    came = [arrive(house, letter(tmp_path / "Usulan.docx", "Usulan gaharu"), pintu="web")]
    came += [arrive(house, tmp_path / "Undangan.pdf", pintu="web") for _ in range(2)]
    work(house)
    return [found(house, one) for one in came]


def test_agenda_list_page_desk_search_and_book_know_the_number_of_what_needs_action(house, three):
    _, bad, again = three
    nomor = bad.nomor_agenda
    assert (bad.keadaan, again.keadaan, nomor[:4]) == (KARANTINA, KARANTINA, "0002")
    petugas = officer(house, "petugas", "petugas").client

    for path in ("/register/masuk", "/kiriman", "/kiriman?keadaan=karantina"):
        page = petugas.get(path).text
        assert nomor in page and "Perlu tindakan" in page, path
        assert f'<a href="/kiriman/{bad.id}">sama dengan {nomor}</a>' in page, path
        assert "belum bernomor" not in page
    assert f"/kiriman/{bad.id}" in petugas.get("/cari", query_string={"kata": nomor}).text
    assert nomor in petugas.get(f"/meja/{bad.id}").text
    rows = list(csv.reader(io.StringIO(petugas.get("/register/masuk/csv").text.lstrip("\ufeff"))))
    told = {row[0]: row[-1] for row in rows[1:]}
    assert "Perlu tindakan" in told[nomor]
    assert f"sama dengan {nomor}" in told[""]


def test_the_page_says_that_the_number_stays_and_that_a_mended_file_draws_its_own(house, three):
    good, bad, again = three
    petugas = officer(house, "petugas", "petugas").client
    stays = "tetap milik kiriman ini"

    assert f"Nomor agenda {bad.nomor_agenda} {stays}" in petugas.get(f"/kiriman/{bad.id}").text
    assert stays not in petugas.get(f"/kiriman/{good.id}").text
    assert stays not in petugas.get(f"/kiriman/{again.id}").text


def test_what_is_held_says_so_and_a_scan_why_it_has_no_number_yet(house, tmp_path):
    scanner = house.opened["scanner"] = Scanner()
    scanner.away = True
    (tmp_path / "Pindaian.pdf").write_bytes(b"%PDF-1.7 contoh")
    paper = arrive(house, letter(tmp_path / "Nota.docx", "Nota"), pintu="web")
    scan = arrive(house, tmp_path / "Pindaian.pdf", pintu="web")
    work(house)
    petugas = officer(house, "petugas", "petugas").client
    later = "Nomor agenda diberikan begitu file diperiksa"

    held = petugas.get(f"/kiriman/{paper.id}").text
    waiting = petugas.get(f"/kiriman/{scan.id}").text
    agenda = petugas.get("/register/masuk").text

    assert "0001/AGENDA/" in held and later not in held
    assert later in waiting and "menunggu pemeriksaan" in waiting
    assert "0001/AGENDA/" in agenda and "belum bernomor" in agenda
    for page in (held, waiting, agenda, petugas.get("/kiriman").text):
        assert "Menunggu pemeriksaan" in page
    assert "sedang diperiksa" not in (held + waiting).lower()


def test_its_pages_are_readable_by_all(house, three, win):
    _, bad, again = three
    with_password(house, "petugas", "petugas")
    with served(create_app(house)) as alamat:
        come_in(win.page, alamat, "petugas", "/register/masuk")
        sound(win)
        for one in (bad, again):
            win.page.goto(f"{alamat}/kiriman/{one.id}")
            sound(win)
