"""The next number of a book: alone, and with a hundred takers who roll back and die."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from bench.figures import Figure
from bench.rumah import Rumah
from service.adapters.clock import new_id
from service.adapters.ledger.tables import buku, nomor
from service.domain.nomor import Buku

BOOK = Buku("uji", "sk", 2026)
TAKERS, EACH, ALONE = 100, 20, 3_000


def measure(room: Path) -> list[Figure]:
    """Rates, gaps and doubles."""
    rumah = Rumah(room)
    try:
        return [*_alone(rumah), *together(rumah)]
    finally:
        rumah.end()


def _alone(rumah: Rumah) -> list[Figure]:
    began = time.perf_counter()
    for _ in range(ALONE):
        with rumah.house.ledger.begin() as tx:
            tx.draw(BOOK, new_id())
    rate = ALONE / (time.perf_counter() - began)
    return [Figure("next number, one taker, each committed and synced", rate, "/s", 1000)]


def together(rumah: Rumah, many: int = TAKERS, each: int = EACH) -> list[Figure]:
    """A hundred processes: one in ten draws is rolled back, one in five takers is killed."""
    takers = [_taker(rumah, n, each) for n in range(many)]
    for taker in takers:
        assert taker.stdout and taker.stdout.readline() == b"siap\n"
    before = _drawn(rumah)
    began = rumah.house.clock.now()
    for taker in takers:
        assert taker.stdin
        taker.stdin.write(b"mulai\n")
        taker.stdin.flush()
    time.sleep(0.5)
    for taker in random.sample(takers, many // 5):
        taker.send_signal(signal.SIGKILL)
    for taker in takers:
        with taker:  # closes its pipes, and waits for its end
            pass
    count = _drawn(rumah) - before
    seconds = (_last(rumah) - began).total_seconds()
    gaps, doubles = _faults(rumah)
    return [
        Figure(
            f"numbers drawn by {many} takers, 1 in 10 rolled back, {many // 5} killed", count, ""
        ),
        Figure(f"next number, {many} takers at once", count / seconds, "/s", 200),
        Figure("gaps", gaps, "", 0, atleast=False),
        Figure("doubles", doubles, "", 0, atleast=False),
    ]


def _taker(rumah: Rumah, n: int, each: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "bench.taker", str(n), str(each)],
        env=rumah.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=rumah.log,
    )


def _drawn(rumah: Rumah) -> int:
    with rumah.house.ledger.reader.begin() as look:
        return int(look.execute(select(func.count()).where(nomor.c.buku == BOOK.id)).scalar_one())


def _last(rumah: Rumah) -> datetime:
    """When the last number was taken; how long a hundred programs take to end is not counted."""
    with rumah.house.ledger.reader.begin() as look:
        asked = select(func.max(nomor.c.diambil)).where(nomor.c.buku == BOOK.id)
        moment: datetime = look.execute(asked).scalar_one()
    return moment


def _faults(rumah: Rumah) -> tuple[int, int]:
    with rumah.house.ledger.reader.begin() as look:
        asked = select(nomor.c.urut).where(nomor.c.buku == BOOK.id)
        taken = [row.urut for row in look.execute(asked)]
        last = look.execute(select(buku.c.terakhir).where(buku.c.id == BOOK.id)).scalar_one()
    return last - len(set(taken)), len(taken) - len(set(taken))
