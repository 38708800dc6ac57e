"""The ledger on which pages are measured is one that this office could have written itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.pages import Asked
from bench.rumah import Rumah
from bench.tahun_tahun import LINES, lived, opened
from bench.tuang import Kendi, copied
from tests.conftest import new_postgres
from tests.servers import free_port

BERKAS = 120
LIGHT, HEAVY = 1024, 60 * 1024  # bytes of a page: less is no page, more is slow on a phone


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory):
    room = tmp_path_factory.mktemp("bangku")
    rumah = Rumah(room)
    kantor = opened(rumah.house, 6)
    kendi = Kendi(room / "rumah" / "berkas.db")
    lived(rumah.house, kantor, kendi, BERKAS)
    kendi.close()
    asked = Asked(rumah, kantor, BERKAS)
    yield asked
    asked.end()


def test_every_row_that_is_poured_is_one_the_audit_accepts(filled: Asked) -> None:
    found = {one.janji: one for one in filled.rumah.house.audit.findings([])}

    assert [one for one in found.values() if one.dilanggar] == []
    assert found["I8"].diperiksa >= BERKAS * LINES
    assert found["I8b"].diperiksa > BERKAS * 5


def test_the_same_rows_are_accepted_on_postgresql(filled: Asked, tmp_path: Path) -> None:
    url = new_postgres(tmp_path).replace("+psycopg", "")
    copy = Rumah(tmp_path, url)

    copied(filled.rumah.settings.home / "berkas.db", url)

    before, after = (one.house.audit.findings([]) for one in (filled.rumah, copy))
    copy.end()
    assert after == before


def test_every_page_of_the_web_is_among_those_that_are_measured(filled: Asked) -> None:
    filled.start(free_port())

    pages = filled.pages()

    names = {page.split("?")[0] for page in pages}
    assert {"/", "/kiriman", "/orang", "/jurnal", "/keadaan", "/gagal", "/akun"} <= names
    odd = {page: weighs for page, weighs in filled.weight.items() if not LIGHT < weighs <= HEAVY}
    assert odd == {}
