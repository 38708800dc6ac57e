"""Stand-ins for the processes of a Procfile, each named for what it does.

`python -m tests.fault.processes NAME FILE`: tells its pid and what happens to it in FILE.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path


def tell(book: Path, *words: object) -> None:
    with book.open("a") as out:
        out.write(" ".join(map(str, [*words, os.getpid(), f"{time.monotonic():.3f}"])) + "\n")


def wait_for_term(book: Path, name: str, finishing: float) -> None:
    told: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: told.append(number))
    tell(book, name, "begins")
    while not told:
        signal.pause()
    time.sleep(finishing)
    tell(book, name, "ends")


def valkey(book: Path) -> None:
    wait_for_term(book, "valkey", 0)


def worker(book: Path) -> None:
    wait_for_term(book, "worker", 0.6)


def web(book: Path) -> None:
    wait_for_term(book, "web", 0)


def dies_at_once(book: Path) -> None:
    tell(book, "dies_at_once", "begins")
    sys.exit(3)


def hears_nothing(book: Path) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    tell(book, "hears_nothing", "begins")
    while True:
        time.sleep(10)


def leaves_a_child(book: Path) -> None:
    """Its child is in a session of its own and hears nothing."""
    line = [sys.executable, "-m", "tests.fault.processes", "hears_nothing", str(book)]
    subprocess.Popen(line, start_new_session=True)
    wait_for_term(book, "leaves_a_child", 0)


def talks(book: Path) -> None:
    sys.stdout.write("baris pertama\n" + "x" * 40_000 + "\ntanpa akhir baris")
    sys.stdout.flush()
    wait_for_term(book, "talks", 0)


if __name__ == "__main__":
    globals()[sys.argv[1]](Path(sys.argv[2]))
