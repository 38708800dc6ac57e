"""The public list of 50,000 lines: questions nobody asked before, and many who ask the same."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import threading
import time
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from bench.figures import Figure
from bench.rumah import Rumah
from bench.terbitan import KATA, kode, published
from service.config import CODE

LINES = 50_000
BAR_MS, BAR_RATE = 40, 500
ASKERS, SECONDS = 8, 5
PORT = 18_093


def measure(room: Path) -> list[Figure]:
    """p95 of pages drawn for the first time, and requests a second of pages that were."""
    rumah = Rumah(room)
    try:
        published(rumah, LINES)
        home = str(rumah.settings.home)
    finally:
        rumah.end()
    env = {"PATH": os.environ["PATH"], "BERKAS_HOME": home, "BERKAS_PORT_PUBLIK": str(PORT)}
    command = [sys.executable, "-m", "service.publik.serve"]
    with subprocess.Popen(command, env=env, cwd=CODE) as process:
        try:
            _up()
            times = sorted(_timed(path) for path in fresh())
            rate = _rate()
        finally:
            process.terminate()
    p95 = 1000 * times[int(0.95 * len(times))]
    return [
        Figure(f"p95 of {len(times)} questions to {LINES} lines", p95, "ms", BAR_MS, False),
        Figure(f"requests a second by {ASKERS} who ask again", rate, "/s", BAR_RATE),
    ]


def fresh() -> list[str]:
    """Questions of every kind, each asked once."""
    asked = ["/dip", "/dip/edisi", *(f"/dip?halaman={n}" for n in range(2, 1000, 33))]
    asked += [f"/dip?q={one}" for one in KATA]
    asked += [f"/dip?q={one}+{other}&tahun=2015" for one, other in pairwise(KATA)]
    asked += [f"/dip?unit=Bagian+{n}&kategori=berkala" for n in range(0, 120, 6)]
    asked += [f"/dip/{kode(n)}" for n in range(0, LINES, 500)]
    return asked


def _timed(path: str) -> float:
    with closing(http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)) as line:
        began = time.perf_counter()
        line.request("GET", path, headers={"Accept-Encoding": "gzip"})
        got = line.getresponse()
        got.read()
        if got.status != 200:
            raise RuntimeError(f"{path}: {got.status}")
        return time.perf_counter() - began


def _rate() -> float:
    counts = [0] * ASKERS
    paths = fresh()[:60]
    end = time.monotonic() + SECONDS

    def ask(n: int) -> None:
        with closing(http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)) as line:
            while time.monotonic() < end:
                path = paths[(counts[n] * 7 + n) % len(paths)]
                line.request("GET", path, headers={"Accept-Encoding": "gzip"})
                line.getresponse().read()
                counts[n] += 1

    crowd = [threading.Thread(target=ask, args=(n,)) for n in range(ASKERS)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    return sum(counts) / SECONDS


def _up() -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            _timed("/sehat")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the public pages did not start")
