"""A step and the first page over real HTTP, in a house of a hundred thousand matters."""

from __future__ import annotations

import re
import time
from pathlib import Path
from urllib.parse import urlencode

import psycopg

from bench import postgres
from bench.figures import Figure
from bench.pages import Asked
from bench.perkara_lama import walked
from bench.rumah import Rumah
from bench.tahun_tahun import Kantor, opened
from bench.tuang import Kendi, copied

BERKAS = 100_000
PEOPLE = 12  # in each agency
WARM, ASKED = 5, 60
BAR_MS = 60
CSRF = re.compile(r'name="csrf" value="([^"]+)"')
LISTS = ("/berkas", "/berkas?tampil=berjalan")


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
    try:
        asked.start(postgres.free_port())
        csrf = CSRF.search(asked.ask("/akun")[2].decode())
        assert csrf, "nobody is in"
        steps = [_step(asked, csrf[1], one) for one in waiting[-(WARM + ASKED) :]]
        for path in ("/", *LISTS, f"/berkas/{waiting[0]}"):
            for n in range(WARM + ASKED):
                if n == WARM:
                    asked.took[path] = []
                asked.time(path)
    finally:
        asked.end()
    lists = ((one, one) for one in LISTS)
    pages = (("/", "the first page"), *lists, (f"/berkas/{waiting[0]}", "the page of a matter"))
    return [
        Figure(f"{database}: a step over HTTP, p95", _p95(steps[WARM:]), "ms", BAR_MS, False),
        *(
            Figure(f"{database}: {name}, p95", _p95(asked.took[path]), "ms", BAR_MS, False)
            for path, name in pages
        ),
    ]


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
