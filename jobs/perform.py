"""The child of a worker: carries out one piece of owed work after another."""

from __future__ import annotations

import logging
import resource
import socket
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from jobs.table import BERSAMA, JOBS
from jobs.wire import Errand, Outcome, receive, reply
from service.domain.nomor import JamMundur
from service.domain.pekerjaan import TUGAS, Gagal, Pekerjaan
from service.domain.refusals import Overtaken, Refusal, Unavailable
from service.ports import House

SETTLE_SECONDS = 60  # how long a finished piece waits for a ledger that is away
PAGE = resource.getpagesize()
LOOKS = 3  # how often a job begins anew where others changed its rows under its hands
TERSELA = "Diubah orang lain setiap kali hendak disimpan; dicoba lagi sebentar lagi."
log = logging.getLogger(__name__)


def _held() -> int:
    """The bytes of address space that this process has."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * PAGE


@dataclass(frozen=True)
class Child:
    """One worker child: its house, its name, and the jobs it may run."""

    house: House
    name: str
    jobs: Mapping[str, Callable[[House, str], None]]
    together: Mapping[str, Callable[[House, Sequence[str]], None]] = field(default_factory=dict)
    tell: Callable[[], None] = lambda: None  # that the next of several begins
    own: int = field(default_factory=_held)  # what it held before the first job is no job's

    def carry_out(self, *errands: Errand) -> Outcome:
        """Begin, run and settle one piece of work, or several of a kind; how the last one ended."""
        names = [(one.job, one.untuk, one.fence) for one in errands]
        try:
            begun = self.house.owed.start_all(names, self.name)
        except Unavailable as away:
            log.warning("could not begin %s: %s", errands[0].job, away)
            return Outcome.NOT_BEGUN
        outcome = Outcome.FENCED_OFF
        fresh = [one for one in begun if one.percobaan == 1 and not one.hilang]
        if len(fresh) > 1 and self._run_all(fresh):
            outcome = self._settled(fresh, None)
            begun = [one for one in begun if one not in fresh]
        for one in begun:
            self.tell()
            outcome = self._settled([one], self._run(one))
        return outcome

    def _run_all(self, seen: Sequence[Pekerjaan]) -> bool:
        """In one stroke, whole or not at all; False where each has to be done by itself."""
        self._allow_memory(TUGAS[seen[0].job].memori)
        try:
            run = self.together[seen[0].job]
            run(self.house.fenced(*seen), [one.untuk for one in seen])
        except Exception as fault:  # noqa: BLE001 (whose fault it is shows when each is alone)
            log.info("%s in one stroke: %s", seen[0].job, type(fault).__name__)
            return False
        finally:
            self._allow_memory(None)
        return True

    def _run(self, seen: Pekerjaan) -> Gagal | None:
        self._allow_memory(TUGAS[seen.job].memori)
        house = self.house.fenced(seen)
        try:
            for _ in range(LOOKS):
                if self._is_through(house, seen):
                    return None
            return Gagal(TERSELA, lagi=True)
        except Refusal as refusal:
            return Gagal(str(refusal), lagi=False)
        except JamMundur as behind:  # nothing here is wrong but the clock; the status page says so
            return Gagal(str(behind), lagi=True, menunggu=True)
        except Unavailable as failure:
            return Gagal(str(failure), lagi=not failure.permanent)
        except MemoryError:
            return Gagal("Kehabisan memori.", lagi=True, tumbang=True)
        except Exception as fault:  # noqa: BLE001 (a fault of ours must not end the worker)
            # Where it happened, not what was in hand: a message may hold what is withheld.
            trace = "".join(traceback.format_tb(fault.__traceback__))
            log.error("%s %s: %s\n%s", seen.job, seen.untuk, type(fault).__name__, trace)  # noqa: TRY400
            return Gagal(f"Kesalahan program ({type(fault).__name__}).", lagi=True)
        finally:
            self._allow_memory(None)  # what follows is ours, and must not die of what the job left

    def _is_through(self, house: House, seen: Pekerjaan) -> bool:
        """Run the job once; False where it must look again at what others changed."""
        try:
            self.jobs[seen.job](house, seen.untuk)
        except Overtaken:
            # A twin was first: then the work is no longer ours. Or somebody else changed the row
            # for reasons of their own: then the work is still to be done, on the row as it is.
            return self.house.owed.held(seen.job, seen.untuk, seen.fence) is None
        return True

    def _allow_memory(self, megabytes: int | None) -> None:
        """No more address space than the job may use; a greedy job gets MemoryError."""
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        wanted = hard if megabytes is None else self.own + megabytes * 1_000_000
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))

    def _settled(self, seen: Sequence[Pekerjaan], fault: Gagal | None) -> Outcome:
        """Write down how it ended; a ledger that is away for a while is waited for."""
        until = time.monotonic() + SETTLE_SECONDS
        while True:
            try:
                if fault is None:
                    self.house.owed.settle_all(seen)
                    return Outcome.DONE
                for one in seen:
                    self.house.owed.fail(one, fault)
            except Unavailable as away:
                if time.monotonic() > until:
                    names = ", ".join(one.untuk for one in seen)
                    log.warning("could not settle %s %s: %s", seen[0].job, names, away)
                    return Outcome.UNSETTLED
                time.sleep(0.5)
            else:
                return Outcome.FAILED


def serve(house: House, name: str, wire: socket.socket) -> None:
    """Answer errands until the parent hangs up."""
    child = Child(house, name, JOBS, BERSAMA, lambda: reply(wire, Outcome.NEXT))
    while errands := receive(wire):
        reply(wire, child.carry_out(*errands))
