"""Jobs that fail on purpose, each named for its failure; and a worker that knows them.

Run as `python -m tests.fault.stand_ins LANE`.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from jobs import worker
from jobs.table import JOBS
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.nomor import Buku
from service.domain.pekerjaan import BERAT, MEJA, NASKAH, TUGAS, Tugas
from service.ports import House

BUKU = Buku("uji", "efek", 2026)


def effect(house: House, id_: str) -> None:
    """One row, one number, one line in the journal; and nothing where they are there already."""
    now = house.clock.now()
    with house.ledger.begin() as tx:
        if tx.find(Berkas, id=id_):
            return
        number = tx.draw(BUKU, id_)
        judul = f"Berkas contoh {number.urut}"
        tx.add(Berkas(id_, "uji", "", judul, "", BERJALAN, now))
        tx.note(Catatan("uji", MESIN, "efek", now, id_))


def slow_effect(house: House, id_: str) -> None:
    time.sleep(0.02)
    effect(house, id_)


def blind_effect(house: House, _id: str) -> None:
    """Takes its time, then writes unasked: only the fence is in its way."""
    time.sleep(1.0)
    now, id_ = house.clock.now(), house.new_id()
    with house.ledger.begin() as tx:
        number = tx.draw(BUKU, id_)
        tx.add(Berkas(id_, "uji", "", f"Berkas contoh {number.urut}", "", BERJALAN, now))
        tx.note(Catatan("uji", MESIN, "efek", now, id_))


def hangs(_house: House, _id: str) -> None:
    time.sleep(3600)


def crashes(_house: House, _id: str) -> None:
    ctypes.string_at(0)


def eats_memory(_house: House, _id: str) -> None:
    eaten = []
    while True:
        eaten.append(bytearray(50_000_000))


def is_killed(_house: House, _id: str) -> None:
    """As the kernel ends the largest process where the memory of the machine is used up."""
    os.kill(os.getpid(), signal.SIGKILL)


def says_secret(_house: House, _id: str) -> None:
    raise ValueError(f"NIK {3171012345678:013}{901} rahasia")


def nothing(_house: House, _id: str) -> None:
    """Ends at once: what is measured is the way there."""


KNOWN = {
    "effect": (effect, Tugas(BERAT, batas=20)),
    "slow_effect": (slow_effect, Tugas(NASKAH, batas=20)),
    "blind_effect": (blind_effect, Tugas(BERAT, batas=20)),
    "hangs": (hangs, Tugas(BERAT, batas=1)),
    "crashes": (crashes, Tugas(BERAT, batas=10)),
    "eats_memory": (eats_memory, Tugas(BERAT, batas=10, memori=800)),
    "is_killed": (is_killed, Tugas(BERAT, batas=10)),
    "says_secret": (says_secret, Tugas(MEJA, batas=10)),
    "nothing": (nothing, Tugas(BERAT, batas=10)),
}


def know() -> None:
    """Add the stand-ins to the jobs of this process."""
    for name, (run, tugas) in KNOWN.items():
        JOBS[name] = run
        TUGAS[name] = replace(tugas)


@contextmanager
def known() -> Iterator[None]:
    """The stand-ins, for as long as a test needs them."""
    know()
    try:
        yield
    finally:
        for name in KNOWN:
            del JOBS[name], TUGAS[name]


if __name__ == "__main__":
    know()
    os.environ.setdefault("BERKAS_SEWA", "3")
    sys.exit(worker.main(sys.argv[1]))
