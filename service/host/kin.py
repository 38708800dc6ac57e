"""Processes and their descendants: who answers for whom, and how they are ended."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import time
from pathlib import Path

_libc = ctypes.CDLL(None, use_errno=True)
PR_SET_PDEATHSIG, PR_SET_CHILD_SUBREAPER = 1, 36


def die_with_parent(parent: int, number: int = signal.SIGTERM) -> None:
    """Have the kernel send us this signal when our parent ends, however it ends."""
    _libc.prctl(PR_SET_PDEATHSIG, number)
    if os.getppid() != parent:  # it ended before we could ask
        os.kill(os.getpid(), number)


def adopt_orphans() -> None:
    """Become the parent of every descendant whose own parent ends."""
    _libc.prctl(PR_SET_CHILD_SUBREAPER, 1)


def descendants(of: int) -> list[int]:
    """Every living process below this one."""
    children: dict[int, list[int]] = {}
    for pid, parent, _, state in table():
        if state != "Z":
            children.setdefault(parent, []).append(pid)
    found: list[int] = []
    look = [of]
    while look:
        below = children.get(look.pop(), [])
        found += below
        look += below
    return found


def table() -> list[tuple[int, int, int, str]]:
    """(pid, parent, session, state) of every process the kernel shows us."""
    rows = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                words = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                rows.append((int(entry.name), int(words[1]), int(words[3]), words[0]))
    return rows


def tell(pid: int, number: int) -> None:
    """Signal one process; no complaint where it is gone."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, number)


def end(pid: int) -> None:
    """End a process and all of its group at once."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    tell(pid, signal.SIGKILL)


def sweep(seconds: float = 1.0) -> None:
    """End every descendant of ours at once, and reap them."""
    end = time.monotonic() + seconds
    while left := descendants(os.getpid()):
        for pid in left:
            tell(pid, signal.SIGKILL)
        reap()
        if time.monotonic() > end:
            break
        time.sleep(0.02)
    reap()


def reap() -> dict[int, int]:
    """The children that have ended, each with its exit code (minus the signal)."""
    ended: dict[int, int] = {}
    with contextlib.suppress(ChildProcessError):
        while True:
            pid, code = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                break
            ended[pid] = os.waitstatus_to_exitcode(code)
    return ended
