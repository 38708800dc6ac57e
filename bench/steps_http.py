"""A step and the first page over real HTTP, in a house of a hundred thousand matters."""

from __future__ import annotations

import re
import statistics
import time
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import psycopg

from bench import postgres
from bench.figures import Figure
from bench.pages import Asked
from bench.perkara_lama import KODE, walked
from bench.rumah import Rumah
from bench.tahun_tahun import PERAN, Kantor, opened
from bench.tuang import Kendi, copied
from service.acts.orang import masuk
from service.domain.catatan import Catatan
from service.domain.orang import Orang

BERKAS = 100_000
PEOPLE = 12  # in each agency
WARM, ASKED = 5, 60
BAR_MS = 60
FIVE = "the first page of who sees five agencies"
CSRF = re.compile(r'name="csrf" value="([^"]+)"')


def measure(room: Path, berkas: int = BERKAS) -> list[Figure]:
    """The slowest in twenty, on each database."""
    room.mkdir(exist_ok=True)
    began = time.perf_counter()
    rumah = Rumah(room / "sqlite")
    kantor = opened(rumah.house, PEOPLE)
    kendi = Kendi(rumah.settings.home / "berkas.db")
    waiting = walked(rumah.house, kantor, kendi, berkas)
    kendi.close()
    took = time.perf_counter() - began
    told = [Figure(f"filled with {berkas} matters under an SOP in", took, "s")]
    told += _on_postgres(room / "pg", rumah, kantor, waiting)
    return told + _asked("SQLite", Asked(rumah, kantor, berkas), waiting)


def _on_postgres(room: Path, rumah: Rumah, kantor: Kantor, waiting: list[str]) -> list[Figure]:
    """The same rows on a server begun for this, before any of them is changed."""
    bin_ = postgres.programs()
    if bin_ is None:
        absent = "PostgreSQL is not installed here: its steps were NOT measured"
        return [Figure(absent, 0, "", 1)]
    with postgres.running(bin_) as server:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as door:
            door.execute("CREATE DATABASE langkah")
        copy = Rumah(room, f"{server}/langkah")
        copied(rumah.settings.home / "berkas.db", f"{server}/langkah")
        return _asked("PostgreSQL", Asked(copy, kantor, 0), waiting)


def _asked(database: str, asked: Asked, waiting: list[str]) -> list[Figure]:
    """Each page in turn, so that a busy moment of the machine falls on all of them alike."""
    officer = replace(asked, kantor=_officer(asked))
    pages = {
        "the first page of an officer": (officer, "/"),
        FIVE: (asked, "/"),
        "the list of what waits": (officer, "/berkas"),
        "the list of what is under way": (officer, "/berkas?tampil=berjalan"),
        "the page of a matter": (officer, f"/berkas/{waiting[0]}"),
    }
    took: dict[str, list[float]] = {"a step": []}
    try:
        asked.start(postgres.free_port())
        officer.line = asked.line
        csrf = CSRF.search(officer.ask("/akun")[2].decode())
        assert csrf, "nobody is in"
        for n, one in enumerate(waiting[-(WARM + ASKED) :]):
            if n == WARM:
                took = {"a step": []}
            took["a step"].append(_step(officer, csrf[1], one))
            for name, (who, path) in pages.items():
                took.setdefault(name, []).append(_page(who, path))
    finally:
        asked.end()
    return [figure for name, each in took.items() for figure in _figures(database, name, each)]


def _officer(asked: Asked) -> Kantor:
    """Somebody of the secretariat of one agency, who has just come in."""
    house = asked.rumah.house
    with house.ledger.begin() as tx:
        one = tx.get(Orang, asked.kantor.orang[KODE][PERAN.index("tim_sekretariat")])
        kunci = masuk.admit(house, tx, one, "127.0.0.1")
        tx.note(Catatan(KODE, one.id, "masuk", house.clock.now(), one.id))
    return replace(asked.kantor, cookie=kunci.token)


def _figures(database: str, name: str, took: list[float]) -> list[Figure]:
    middle = statistics.median(took)
    # An office is one agency; who sees all five of the samples is told beside it.
    bar = None if name == FIVE else BAR_MS
    return [
        Figure(f"{database}: {name}, p95", _p95(took), "ms", bar, False),
        Figure(f"{database}: {name}, median", middle, "ms"),
    ]


def _page(who: Asked, path: str) -> float:
    began = time.perf_counter()
    status, _, body = who.ask(path)
    took = 1000 * (time.perf_counter() - began)
    assert status == 200, f"{path} answered {status}: {body[-1500:]!r}"
    return took


def _step(asked: Asked, csrf: str, berkas: str) -> float:
    """The first step of one matter done at its page, in milliseconds."""
    line = asked.line
    assert line, "not started"
    form = urlencode({"csrf": csrf, "versi": "1", "hasil": "uji", "alasan": ""})
    headers = {
        "Cookie": f"berkas={asked.kantor.cookie}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    began = time.perf_counter()
    line.request("POST", f"/berkas/{berkas}/selesai", form, headers)
    answer = line.getresponse()
    body = answer.read()
    took = 1000 * (time.perf_counter() - began)
    assert answer.status == 303, f"{answer.status}: {body[-1500:]!r}"
    return took


def _p95(took: list[float]) -> float:
    return sorted(took)[max(0, round(0.95 * len(took)) - 1)]
