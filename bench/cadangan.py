"""A whole backup beside a plain copy of the same files; a month's increment beside the whole."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

from bench.figures import Figure
from bench.rumah import Rumah
from service.acts.cadangan.ambil import Mintaan, take
from service.acts.cadangan.pulih import prove
from service.domain.catatan import MESIN, RUMAH, Catatan
from service.domain.simpanan import DIPEGANG, Simpanan

FILES, SIZE = 4_000, 250_000  # two years of an office, of which a month is a twenty-fourth
MONTH = FILES // 24
TURNS = 4
BAR_SPEED, BAR_MONTH = 0.8, 0.10


def measure(room: Path) -> list[Figure]:
    """The plain copy and the backup in turn; the best of each."""
    rumah = Rumah(room)
    try:
        _filled(rumah, FILES)
        copies, backups = [], []
        for n in range(TURNS):
            copies.append(_copied(rumah, room / f"salinan{n}"))
            os.sync()  # nothing of what went before is counted
            began = time.perf_counter()
            whole = take(rumah.house, Mintaan(room / f"penuh{n}.tar"))
            backups.append(time.perf_counter() - began)
        _filled(rumah, MONTH)
        began = time.perf_counter()
        month = take(rumah.house, Mintaan(room / "bulan.tar", dari=room / "penuh0.tar"))
        later = time.perf_counter() - began
        began = time.perf_counter()
        _, found = prove(rumah.house, room / "bulan.tar", "")
        proof = time.perf_counter() - began
        if found:
            raise RuntimeError(found[0])
    finally:
        rumah.end()
    size = (room / "penuh0.tar").stat().st_size
    added = (room / "bulan.tar").stat().st_size / size
    return [
        Figure("speed of a backup, of a plain copy", min(copies) / min(backups), "x", BAR_SPEED),
        Figure(f"{len(whole.isi)} files backed up", size / min(backups) / 1e6, "MB/s"),
        Figure("a month's increment, of the whole", added, "x", BAR_MONTH, False),
        Figure(f"{month.ditambah / 1e6:.0f} MB of a month added", later, "s"),
        Figure("both put back, audited and thrown away", proof, "s"),
    ]


def _filled(rumah: Rumah, many: int) -> None:
    """Files that nothing presses further, each with its row and a line in the journal."""
    house, path = rumah.house, rumah.settings.home / "satu"
    for _ in range(many):
        path.write_bytes(os.urandom(SIZE))
        sha256 = house.store.put(path)
        with house.ledger.begin() as tx:
            tx.add(Simpanan(sha256, SIZE, DIPEGANG, house.clock.now()))
            tx.note(Catatan(RUMAH, MESIN, "cadangan_dibuat", house.clock.now(), sha256[:26]))
    path.unlink()


def _copied(rumah: Rumah, goal: Path) -> float:
    """Seconds of a copy of the closed store that outlasts a power cut."""
    os.sync()
    began = time.perf_counter()
    shutil.copytree(rumah.settings.store, goal)
    os.sync()
    took = time.perf_counter() - began
    shutil.rmtree(goal)
    return took
