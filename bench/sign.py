"""A signature set and looked at again, with services of time and withdrawal beside it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from bench.figures import Figure
from tests.pki import served
from tests.tanda import Kantor, printed

KALI = 20
BATAS = 0.5  # seconds a paper


def measure(room: Path) -> list[Figure]:
    """Seconds a paper, from the locked key to the file on the disk, and from file to facts."""
    folder = room / "pki"
    folder.mkdir()
    with served(folder) as pki:
        kantor = Kantor(pki, room)
        naskah = printed(room, "memorandum", "naskah")
        satu, _ = kantor.sign(naskah, "sekretaris")
        dua, _ = kantor.sign(satu, "kepala")
        return [
            _bound("sign B-LTA, the first of two", lambda: kantor.sign(naskah, "sekretaris")),
            _bound("sign B-LTA, the second of two", lambda: kantor.sign(satu, "kepala")),
            *_told("sign B-T", _seconds(lambda: kantor.sign(naskah, "sekretaris", "B-T"))),
            *_told("sign B-B", _seconds(lambda: kantor.sign(naskah, "sekretaris", "B-B"))),
            _bound("verify, one signature", lambda: kantor.look(naskah, satu)),
            _bound("verify, two signatures", lambda: kantor.look(naskah, dua)),
        ]


def _bound(name: str, act: Callable[[], object]) -> Figure:
    took = _seconds(act)
    return Figure(f"{name}, median of {KALI}", median(took), "s", BATAS, atleast=False)


def _told(name: str, took: list[float]) -> list[Figure]:
    worst = quantiles(took, n=20)[-1]
    return [
        Figure(f"{name}, median of {KALI}", median(took), "s"),
        Figure(f"{name}, p95 of {KALI}", worst, "s"),
    ]


def _seconds(act: Callable[[], object]) -> list[float]:
    took = []
    for _ in range(KALI):
        began = time.perf_counter()
        act()
        took.append(time.perf_counter() - began)
    return took
