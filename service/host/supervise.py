"""Keeps the processes of the Procfile alive, and ends them in order.

Two processes stand above the rest. The keeper starts, watches and stops them; the guard only
waits for the keeper. Whoever of the two is killed, the other still ends everything: the kernel
tells the keeper when the guard goes, and hands the guard every process the keeper leaves.
"""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from service.host import kin
from service.host.logbook import Logbook
from service.host.procfile import Process

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 10.0
STEADY = 10.0  # seconds a process must live to be trusted again
READY = 10.0  # seconds the first process is waited for
STOPS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


@dataclass(frozen=True)
class Stage:
    """Processes that are stopped together, and the seconds they are given for it."""

    names: tuple[str, ...]  # beginnings of names; empty: all that no other stage names
    patience: float


# Workers finish what is in hand while the queue still stands; 9.5 seconds in all.
STAGES = (Stage((), 2.0), Stage(("worker",), 6.0), Stage(("valkey",), 1.5))


@dataclass
class Child:
    """A process of the list, running or waiting to be started again."""

    process: Process
    log: Logbook
    running: subprocess.Popen[bytes] | None = None
    since: float = 0.0
    pause: float = FIRST_PAUSE
    due: float | None = 0.0  # when it is to be started; None: running, or not to be started


@dataclass
class Keeper:
    """Starts the processes, starts again what ends, and stops all in order."""

    processes: Sequence[Process]
    env: Mapping[str, str]
    folder: Path  # where the commands run
    logs: Path
    ready: Callable[[], bool] = lambda: True  # whether the first process can be relied on
    watch: Callable[[], None] = lambda: None  # called at every turn
    children: list[Child] = field(default_factory=list)

    def run(self) -> int:
        """Until SIGTERM, SIGINT or SIGHUP; then stop everything, a second signal stops at once."""
        self.logs.mkdir(mode=0o700, parents=True, exist_ok=True)
        width = max(len(name) for name in ("berkas", *(one.name for one in self.processes)))
        self.children = [
            Child(one, Logbook(self.logs, one.name, width=width)) for one in self.processes
        ]
        self.own = Logbook(self.logs, "berkas", width=width)
        self.asked = 0
        self.look = selectors.DefaultSelector()
        wake = self._listen()
        try:
            self._begin()
            while not self.asked:
                self._turn()
                self.watch()
            self._stop()
        finally:
            kin.sweep()
            self._drain()
            signal.set_wakeup_fd(-1)
            for end in wake:
                os.close(end)
            self.look.close()
        self.own.say("all processes have ended")
        return 0

    def _listen(self) -> tuple[int, int]:
        def heard(_number: int, _frame: object) -> None:
            self.asked += 1

        ends = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(ends[1], warn_on_full_buffer=False)
        self.look.register(ends[0], selectors.EVENT_READ)
        for number in STOPS:
            if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, heard)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        return ends

    def _begin(self) -> None:
        """The first process (the queue), then, when it can be relied on, the others."""
        end = time.monotonic() + READY
        for later in self.children[1:]:
            later.due = None
        while not self.asked and not self.ready() and time.monotonic() < end:
            self._turn(0.05)
        for later in self.children[1:]:
            later.due = 0.0

    def _turn(self, longest: float = 0.5) -> None:
        """Start what is due, wait for something to happen, and see to it."""
        now = time.monotonic()
        for child in self.children:
            if child.due is not None and child.due <= now and _wanted(child):
                self._start(child)
        waits = [one.due - now for one in self.children if one.due is not None and _wanted(one)]
        self._read(max(0.0, min([longest, *waits])))
        self._bury(again=True)

    def _start(self, child: Child) -> None:
        keeper = os.getpid()
        child.due = None
        child.since = time.monotonic()
        child.running = subprocess.Popen(
            ["/bin/sh", "-c", f"exec {child.process.command}"],
            cwd=self.folder,
            env=dict(self.env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches the keeper only
            # Sound here: the keeper has one thread.
            preexec_fn=lambda: kin.die_with_parent(keeper),  # noqa: PLW1509
        )
        pipe = child.running.stdout
        assert pipe is not None
        os.set_blocking(pipe.fileno(), False)
        self.look.register(pipe, selectors.EVENT_READ, child)

    def _read(self, longest: float) -> None:
        for key, _ in self.look.select(longest):
            if key.data is None:
                os.read(key.fd, 4096)
            else:
                self._hear(key.data)

    def _hear(self, child: Child) -> bool:
        """Take one more piece of what the process said; False when there is none."""
        pipe = child.running.stdout if child.running else None
        if pipe is None or pipe.closed:
            return False
        try:
            piece = os.read(pipe.fileno(), 65536)
        except BlockingIOError:
            return False
        if piece:
            child.log.take(piece)
        else:
            self.look.unregister(pipe)
            pipe.close()
        return bool(piece)

    def _bury(self, *, again: bool) -> None:
        """See to the processes that have ended, and to what they left running."""
        ended = kin.reap()
        for child in self.children:
            if child.running is None or child.running.pid not in ended:
                continue
            code = ended[child.running.pid]
            self._leave(child, code)
            if not again:
                continue
            now = time.monotonic()
            if now - child.since > STEADY:
                child.pause = FIRST_PAUSE
            child.due = now + child.pause
            if _wanted(child):
                self.own.say(f"{child.process.name} {how(code)}; again in {child.pause:g} s")
            child.pause = min(child.pause * 2, LONGEST_PAUSE)

    def _leave(self, child: Child, code: int) -> None:
        """Close the book on a process that has ended."""
        running = child.running
        assert running is not None
        assert running.stdout is not None
        running.returncode = code  # reaped by us, so that Popen need not
        while self._hear(child):
            pass
        if not running.stdout.closed:  # something it started still holds the other end
            self.look.unregister(running.stdout)
            running.stdout.close()
        child.log.close()
        child.running = None
        for pid, _, session, state in kin.table():
            if session == running.pid and state != "Z":  # nobody answers for it any more
                kin.tell(pid, signal.SIGKILL)

    def _stop(self) -> None:
        """Stage by stage; what does not end in its time is killed."""
        self.own.say("stopping")
        for child in self.children:
            child.due = None
        for stage in STAGES:
            self._stop_stage([child for child in self.children if of_stage(child, stage)], stage)

    def _stop_stage(self, children: list[Child], stage: Stage) -> None:
        end = time.monotonic() + stage.patience
        for child in children:
            if child.running:
                kin.tell(child.running.pid, signal.SIGTERM)
        while any(child.running for child in children):
            self._read(0.05)
            self._bury(again=False)
            if time.monotonic() > end or self.asked > 1:
                break
        for child in children:
            if child.running:
                self.own.say(f"{child.process.name} did not stop in time and was killed")
                kin.end(child.running.pid)

    def _drain(self) -> None:
        for child in self.children:
            if child.running:
                self._leave(child, -signal.SIGKILL)


def _wanted(child: Child) -> bool:
    """Whether there is anything for the process to do."""
    return child.process.bila is None or child.process.bila.exists()


def of_stage(child: Child, stage: Stage) -> bool:
    """Whether a process is stopped in this stage."""
    if stage.names:
        return child.process.name.startswith(stage.names)
    return not any(of_stage(child, other) for other in STAGES if other.names)


def how(code: int) -> str:
    """How a process ended, in words."""
    return f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"


def guarded(keep: Callable[[], int], clean: Callable[[], None]) -> int:
    """Run the keeper under a guard; `clean` is called when nothing runs any more."""
    kin.adopt_orphans()
    guard = os.getpid()
    sys.stdout.flush()
    keeper = os.fork()
    if keeper == 0:
        os.setsid()  # a terminal's Ctrl-C reaches the guard, which passes it on once
        kin.die_with_parent(guard)
        kin.adopt_orphans()
        os._exit(_kept(keep, clean))
    for number in STOPS:
        if number != signal.SIGHUP or signal.getsignal(number) is not signal.SIG_IGN:  # nohup
            signal.signal(number, lambda heard, _: kin.tell(keeper, heard))
    code = os.waitstatus_to_exitcode(os.waitpid(keeper, 0)[1])
    kin.sweep()
    if code < 0:
        clean()
    return code if code >= 0 else 128 - code


def _kept(keep: Callable[[], int], clean: Callable[[], None]) -> int:
    try:
        return keep()
    finally:
        clean()
        sys.stdout.flush()
