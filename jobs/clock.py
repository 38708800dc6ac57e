"""The clock: alone claims what is owed and hands it to the lanes. Two may run at once."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import threading
import time

from service import house as houses
from service import telling
from service.acts.cadangan.malam import plan_backup
from service.acts.dikecualikan.jaga import plan_watch
from service.acts.edisi.alamat import plan_looks
from service.acts.edisi.dorong import plan_pushes
from service.acts.kait.antar import plan_tellings
from service.acts.keadaan.keutuhan import plan_fixity
from service.acts.pengingat.ingatkan import plan_rounds
from service.config import Settings
from service.domain.pekerjaan import JALUR
from service.domain.refusals import Unavailable
from service.ports import House

FULL = 200  # deliveries that stand in a lane at most
SOON = 0.05  # seconds until a lane that was filled is looked at again
BEAT = 10.0
SWEEP = 3600.0
ROUNDS = 60.0
log = logging.getLogger("berkas.clock")


class Clock:
    """Looks when the bell rings, and once a second without it."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.stop = threading.Event()
        self.lost = False
        self.beat_at = 0.0
        self.sweep_at = time.monotonic() + SWEEP
        self.words_at = 0.0  # at once: an earlier Berkas left papers that nobody can search
        self.rounds_at = 0.0
        self.rounds_owed = set[str]()
        self.watch_owed = set[str]()
        self.looks_owed = set[str]()
        self.pushes_owed = set[str]()
        self.backups_owed = set[str]()
        self.fixity_owed = set[str]()

    def run(self) -> None:
        """Until told to stop."""
        while not self.stop.is_set():
            self.turn()

    def turn(self) -> None:
        """One look: claim, deliver, wait for the bell."""
        try:
            self.lost = self.lost or self.house.post.was_lost()
            if self.lost:
                self.house.owed.overdue_now()
                self.lost = False  # not before: it is told only once
            claimed = sum(self.fill(jalur) for jalur in JALUR)
            self.beat()
            self.tidy()
            self.rounds()
            self.house.post.wait(SOON if claimed else 1.0)
        except Unavailable as away:
            log.warning("%s", away)
            self.stop.wait(0.5)

    def fill(self, jalur: str) -> int:
        """Claim what is due in a lane, as much as it can take; how many."""
        free = FULL - self.house.post.depth(jalur)
        if free < FULL // 4:
            return FULL  # well filled: look again soon
        owed = self.house.owed
        claimed = owed.claim(jalur, free, lambda: self.house.post.waiting(jalur))
        try:
            self.house.post.deliver(jalur, claimed)
        except Unavailable:
            for one in claimed:
                owed.release(one.job, one.untuk, one.fence)
            raise
        return len(claimed)

    def beat(self) -> None:
        """A sign of life."""
        if time.monotonic() >= self.beat_at:
            self.beat_at = time.monotonic() + BEAT
            self.house.pulse.beat(
                f"clock-{socket.gethostname()[:40]}-{os.getpid()}",
                "clock",
                {"pid": str(os.getpid())},
            )
            plan_tellings(self.house)
            self.house.heads.record(self.house.lists.kepala())
            self.house.last_numbers.record(self.house.books.last())

    def tidy(self) -> None:
        """Owe what comes once an hour; however many clocks owe it, it stands there once."""
        if time.monotonic() >= self.sweep_at:
            self.sweep_at = time.monotonic() + SWEEP
            with self.house.ledger.begin() as tx:
                for job in ("sweep", "putaran"):
                    tx.plan(job, "rumah")
        if time.monotonic() >= self.words_at:
            self.words_at = time.monotonic() + SWEEP
            with self.house.ledger.begin() as tx:
                tx.plan("teks", "rumah")

    def rounds(self) -> None:
        """Owe the day's reminders by mail where an office has just opened, and its day's watch."""
        if time.monotonic() >= self.rounds_at:
            self.rounds_at = time.monotonic() + ROUNDS
            plan_rounds(self.house, self.rounds_owed)
            plan_watch(self.house, self.watch_owed)
            plan_looks(self.house, self.looks_owed)
            plan_pushes(self.house, self.pushes_owed)
            plan_backup(self.house, self.backups_owed)
            plan_fixity(self.house, self.fixity_owed)


def main() -> int:
    """Run until SIGTERM or Ctrl-C."""
    telling.begin()
    house = houses.build(Settings.from_env())
    clock = Clock(house)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: clock.stop.set())
    clock.run()
    house.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
