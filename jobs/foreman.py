"""Keeps one long-lived child at work: watches its time and its life, and replaces it."""

from __future__ import annotations

import ctypes
import logging
import os
import select
import signal
import socket
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import NoReturn

from jobs import wire
from jobs.wire import Errand, Outcome
from service.domain.pekerjaan import TUGAS, Gagal
from service.domain.refusals import Unavailable
from service.ports import Owed

RECYCLE_AFTER = 2_000  # a new one costs a second of processor: its imports, and a box of its own
PR_SET_PDEATHSIG = 1
log = logging.getLogger(__name__)


@dataclass
class Child:
    """A running child and our end of its wire."""

    pid: int
    wire: socket.socket
    served: int = 0


class Foreman:
    """Hands errands to a child; `life` is what a child does until its wire closes."""

    def __init__(self, owed: Owed, lease: timedelta, life: Callable[[socket.socket], None]) -> None:
        self.owed = owed
        self.renew_every = lease.total_seconds() / 3
        self.life = life
        self.child: Child | None = None

    def carry_out(self, *errands: Errand) -> Outcome | None:
        """Have errands of a kind done; None when the child did not live through it."""
        child = self._handed(errands)
        outcome = self._await(child, errands)
        if outcome is None:
            self._bury(child, errands, "")
        return outcome

    def _handed(self, errands: Sequence[Errand]) -> Child:
        """The child that has the errands; one that died since the last ones is replaced."""
        child = self._ready(len(errands))
        try:
            wire.send(child.wire, errands)
        except ConnectionError:
            log.warning("child %s had died between two errands", child.pid)
            self.stop()
            child = self._ready(len(errands))
            with suppress(ConnectionError):  # the wait for its answer finds it dead
                wire.send(child.wire, errands)
        return child

    def _await(self, child: Child, errands: Sequence[Errand]) -> Outcome | None:
        # What is done in one stroke has the time of one; when each is done by itself, each has it.
        seconds = max(TUGAS[one.job].batas for one in errands)
        now = time.monotonic()
        end, renew = now + seconds, now + self.renew_every
        while now < end:
            ready, _, _ = select.select([child.wire], [], [], max(0.0, min(end, renew) - now))
            now = time.monotonic()
            if ready:
                said = wire.answer(child.wire)
                if said is not Outcome.NEXT:
                    return said
                end = now + seconds
            if now >= renew:  # also while its words keep coming
                self._renew(errands)
                renew = now + self.renew_every
        self._bury(child, errands, _too_long(seconds))
        return Outcome.FAILED

    def _renew(self, errands: Sequence[Errand]) -> None:
        for one in errands:
            try:
                self.owed.renew(one.job, one.untuk, one.fence)
            except Unavailable as away:
                log.warning("could not renew %s: %s", one.job, away)

    def _ready(self, many: int) -> Child:
        if self.child and self.child.served >= RECYCLE_AFTER:
            self.stop()
        if self.child is None:
            self.child = self._born()
        self.child.served += many
        return self.child

    def _born(self) -> Child:
        ours, theirs = wire.pair()
        sys.stdout.flush()
        sys.stderr.flush()
        parent = os.getpid()
        pid = os.fork()
        if pid:
            theirs.close()
            return Child(pid, ours)
        ours.close()
        return self._live(theirs, parent)

    def _live(self, theirs: socket.socket, parent: int) -> NoReturn:
        """The child's whole life; it never returns into the parent's code."""
        code = 1
        try:
            os.setsid()  # what it starts can be ended with it
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_IGN)  # the parent says when
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
            if os.getppid() == parent:  # else it died before we could ask to follow it
                self.life(theirs)
                code = 0
        finally:
            if code:
                traceback.print_exc()
            os._exit(code)

    def _bury(self, child: Child, errands: Sequence[Errand], why: str) -> None:
        """End a child that hangs or died, and write down what it died of."""
        # One that died by itself is given a moment, so that we learn what of.
        status = self._ended(child, 0.0 if why else 0.5)
        self.child = None
        gagal = Gagal(why or _epitaph(status), lagi=True, tumbang=True)
        for one in errands:  # which of them it died of shows when each is tried by itself
            log.error("child %s ended during %s: %s", child.pid, one.job, gagal.sebab)
            try:
                if seen := self.owed.held(one.job, one.untuk, one.fence):
                    self.owed.fail(seen, gagal)
            except Unavailable as away:
                log.warning("could not write it down, the lease will lapse: %s", away)

    def stop(self, patience: float = 2.0) -> None:
        """Let the child end by itself, or end it."""
        child, self.child = self.child, None
        if child is not None:
            child.wire.close()
            self._ended(child, patience)

    def _ended(self, child: Child, patience: float) -> int:
        """How the child ended; what is left of it and of its own children after that is killed."""
        child.wire.close()
        end = time.monotonic() + patience
        while not _is_over(child.pid) and time.monotonic() < end:
            time.sleep(0.005)
        # Before it is reaped: until then nobody else can be given its number.
        for end_it in (os.killpg, os.kill):  # by itself too, where it led no group yet
            with suppress(ProcessLookupError):
                end_it(child.pid, signal.SIGKILL)
        return os.waitpid(child.pid, 0)[1]


def _is_over(pid: int) -> bool:
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _too_long(seconds: int) -> str:
    return f"Tidak selesai dalam {seconds} detik, lalu dihentikan."


def _epitaph(status: int) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number == signal.SIGKILL:
            return "Dihentikan paksa oleh sistem, mungkin kehabisan memori."
        return f"Program berhenti mendadak ({signal.Signals(number).name})."
    return f"Program berhenti mendadak (kode {os.WEXITSTATUS(status)})."
