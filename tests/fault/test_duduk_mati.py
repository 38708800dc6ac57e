"""A sitting is broken off in its middle: what was signed stays signed, the rest still waits."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.acts.keadaan.audit import audit
from service.domain.berkas import DIARSIPKAN, Berkas
from service.domain.naskah import Naskah
from tests.conftest import new_sqlite
from tests.fault.duduk import SEMUA, Kursi, told
from tests.fault.tanda_tangan import lease_ended
from tests.fault.test_penuh_pintu import on_small_disks
from tests.fault.world import CLOCK, World
from tests.pki import Pki
from tests.servers import until

BANYAK, MATI = 5, 2  # papers, and after how many of them the power goes


@pytest.fixture
def world(tmp_path: Path, ledger_url: str) -> Iterator[World]:
    whole = World(tmp_path, ledger_url)
    yield whole
    whole.end()


@pytest.mark.timeout(180)
def test_the_pages_die_while_one_paper_of_a_sitting_is_signed_and_the_rest_still_waits(
    world: World, pki: Pki, tmp_path: Path
) -> None:
    kursi = Kursi(world, pki, tmp_path)
    ids = kursi.lays(BANYAK)
    world.start_web()

    with kursi.sits() as answer:
        kursi.caught(ids[MATI])
        world.kill("web")
        seen = told(_what_came(answer))

    assert kursi.signed() == ids[:MATI]
    assert seen == ids[: len(seen)]
    assert len(seen) <= MATI
    world.running.clear()
    world.start_web()  # and nothing else is done by hand
    assert kursi.meja.looked == ids[MATI:]
    left = BANYAK - MATI
    assert f"Tanda tangani {left} yang sudah dilihat" in kursi.page("/tanda-tangan")
    assert f"Naskah yang sudah Anda lihat ({left})" in kursi.page(SEMUA)

    with kursi.sits() as answer:  # at once: the place of who died is not free yet
        page = answer.read().decode()
    assert told(page) == []
    assert "sedang ditandatangani" in page
    assert "lima menit" in page
    assert kursi.signed() == ids[:MATI]

    lease_ended(world.house)
    with kursi.sits() as answer:
        page = answer.read().decode()
    assert told(page) == ids[MATI:]
    assert f"{left} naskah ditandatangani." in page
    assert kursi.signed() == ids
    assert kursi.meja.looked == []
    assert [one for one in audit(world.house) if one.dilanggar] == []


def _what_came(answer: http.client.HTTPResponse) -> str:
    """As much of it as there was before the line went dead."""
    try:
        return answer.read().decode()
    except http.client.IncompleteRead as cut:
        return cut.partial.decode()
    except OSError:
        return ""


@pytest.mark.timeout(180)
def test_a_valkey_emptied_in_the_middle_of_a_sitting_costs_seconds_and_nothing_that_follows_it(
    world: World, pki: Pki, tmp_path: Path
) -> None:
    kursi = Kursi(world, pki, tmp_path)
    ids = kursi.lays(BANYAK)
    kursi.alone(*ids)
    world.start_valkey()
    world.start("clock", CLOCK)
    for lane in ("meja", "naskah", "berat"):
        world.start(lane, ["-m", "jobs.worker", lane])
    world.start_web()

    with kursi.sits() as answer:
        kursi.caught(ids[MATI])
        world.redis().flushall()
        assert told(answer.read().decode()) == ids
    world.redis().flushall()  # and once more, whatever was rung for since

    until(lambda: world.owed() == 0, 40, lambda: f"what follows: {world.owing()}")
    assert kursi.signed() == ids
    with world.house.ledger.read() as reading:
        berkas = reading.get(Berkas, reading.get(Naskah, ids[0]).berkas)
    assert (berkas.keadaan, bool(berkas.dossier)) == (DIARSIPKAN, True)
    assert [one for one in audit(world.house) if one.dilanggar] == []


@pytest.mark.timeout(180)
def test_a_disk_that_fills_up_in_the_middle_of_a_sitting_ends_it_and_nothing_is_half_signed(
    tmp_path: Path,
) -> None:
    small = {"kerja": 16_000_000, "tertutup": 16_000_000}
    said = on_small_disks("tests.fault.penuh_duduk", tmp_path, new_sqlite(tmp_path), small)

    assert said == "no room to work in\nno room to keep it\nwhole\n"
