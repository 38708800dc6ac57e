"""The same files again: wherever a number would stand, it says whose it is, to who may know."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.kiriman import putusan as putusan_kiriman
from service.domain.kiriman import Kiriman
from service.house import RealHouse
from tests.office import arrive_letter, work
from tests.web.rumah_web import officer, rumah_web

TERTUTUP = "kiriman yang sama sudah tercatat"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def twice(house: RealHouse, folder: Path) -> tuple[Kiriman, Kiriman]:
    first, again = (arrive_letter(house, folder) for _ in range(2))
    work(house)
    return found(house, first), found(house, again)


def found(house: RealHouse, one: Kiriman) -> Kiriman:
    with house.ledger.read() as reading:
        return reading.get(Kiriman, one.id)


def test_a_twin_says_whose_number_counts_for_it_in_agenda_list_page_and_desk(house, tmp_path):
    first, again = twice(house, tmp_path)
    assert (bool(first.nomor_agenda), again.nomor_agenda) == (True, "")
    petugas = officer(house, "petugas", "petugas").client
    link = f'<a href="/kiriman/{first.id}">sama dengan {first.nomor_agenda}</a>'

    for path in ("/register/masuk", "/kiriman", f"/kiriman/{again.id}"):
        page = petugas.get(path).text
        assert link in page, path
        assert "belum bernomor" not in page
        assert "menunggu pemeriksaan" not in page
        assert f"/kiriman/{again.id}" in page, path
    assert f"sama dengan {first.nomor_agenda}" in petugas.get(f"/meja/{again.id}").text
    told = petugas.get(f"/api/v1/kiriman/{again.id}").json
    assert told["nomor_agenda"] == ""
    assert told["tanpa_nomor"] == f"sama dengan {first.nomor_agenda}"


def test_the_printed_and_the_taken_out_book_give_it_no_number_and_say_why(house, tmp_path):
    first, _ = twice(house, tmp_path)
    petugas = officer(house, "petugas", "petugas").client

    rows = list(csv.reader(io.StringIO(petugas.get("/register/masuk/csv").text)))

    assert [row[0] for row in rows[1:]] == [first.nomor_agenda, ""]
    assert f"sama dengan {first.nomor_agenda}" in rows[2][-1]
    assert f"sama dengan {first.nomor_agenda}" in petugas.get("/register/masuk/cetak").text


def test_who_may_not_see_the_first_learns_only_that_there_is_one(house, tmp_path):
    first, again = twice(house, tmp_path)
    tim = officer(house, "tim", "petugas", "tim_sekretariat")
    putusan_kiriman.secret(house, tim.hadir, first.id, first.versi)
    closed = found(house, first).nomor_agenda
    petugas = officer(house, "petugas", "petugas").client

    for path in ("/register/masuk", "/kiriman", f"/kiriman/{again.id}", f"/meja/{again.id}"):
        page = petugas.get(path).text
        assert TERTUTUP in page, path
        assert not re.search(f"{first.id}|{closed}|{first.nomor_agenda}", page), path
    assert TERTUTUP in petugas.get("/register/masuk/csv").text
    assert closed in tim.client.get("/kiriman").text
