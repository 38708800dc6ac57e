"""The warm end of the box: readers are loaded once, then each file has a process of its own."""

from __future__ import annotations

import array
import contextlib
import ctypes
import gc
import json
import os
import resource
import select
import signal
import socket
import struct
import sys
from collections.abc import Mapping
from typing import Any, NoReturn

from service.boxed import lembar_besar, tugas

PR_SET_DUMPABLE = 4
AT_ONCE = 8  # children alive at the same time
LONGEST = 16_384  # bytes of one errand
LENGTH = struct.Struct(">Q")


def main(control: socket.socket) -> None:
    """Answer errands until the other end hangs up."""
    # No child may look into another, nor into us, although they are one user.
    ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))  # whoever started us may keep to one
    tugas.warm()
    gc.collect()
    gc.freeze()  # a collection in a child would copy every page it touches
    lembar_besar.gather()
    awake, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    control.send(b"siap")
    running: dict[int, int] = {}
    while True:
        wanted: list[int] = [awake, control.fileno()] if len(running) < AT_ONCE else [awake]
        ready, _, _ = select.select(wanted, [], [])
        if awake in ready:
            os.read(awake, 512)
            _bury(running)
        if control.fileno() in ready:
            errand, given = _receive(control)
            if not errand:
                return
            if len(given) in (2, 3):
                running[_begin(control, errand, given)] = given[1]
                for fd in (given[0], *given[2:]):
                    os.close(fd)


def _receive(control: socket.socket) -> tuple[bytes, list[int]]:
    errand, passed, _, _ = control.recvmsg(LONGEST, socket.CMSG_LEN(3 * 4))
    given = array.array("i")
    for level, kind, told in passed:
        if (level, kind) == (socket.SOL_SOCKET, socket.SCM_RIGHTS):
            given.frombytes(told[: len(told) - len(told) % given.itemsize])
    return errand, list(given)


def _begin(control: socket.socket, errand: bytes, given: list[int]) -> int:
    pid = os.fork()
    if pid:
        return pid
    return _live(control, errand, given)


def _live(control: socket.socket, errand: bytes, given: list[int]) -> NoReturn:
    """A child's whole life: one file in, one answer out."""
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGCHLD, signal.SIGALRM, signal.SIGXCPU):
            signal.signal(number, signal.SIG_DFL)
        _alone(control, set(given))
        told = json.loads(errand)
        _bounded(told)
        if len(given) == 3:
            told["bekal"] = given[2]  # what the file is judged by, from outside
        with os.fdopen(given[0], "rb") as file:
            for part in tugas.carry_out(told, file):
                _send(given[1], part)
        _write(given[1], LENGTH.pack(0))
        code = 0
    except MemoryError:
        code = tugas.TERLALU_BERAT
    finally:
        os._exit(code)  # whatever a reader threw ends here, with its process


def _alone(control: socket.socket, mine: set[int]) -> None:
    """Let go of every descriptor that belongs to another file."""
    control.close()
    for name in os.listdir("/proc/self/fd"):  # noqa: PTH208
        if (fd := int(name)) > 2 and fd not in mine:
            with contextlib.suppress(OSError):
                os.close(fd)


def _bounded(told: Mapping[str, Any]) -> None:
    seconds, memory = int(told["detik"]), int(told["memori"]) * 1_000_000
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(seconds * 2)


def _send(fd: int, part: bytes) -> None:
    if part:
        _write(fd, LENGTH.pack(len(part)) + part)


def _write(fd: int, told: bytes) -> None:
    rest = memoryview(told)
    while rest:
        rest = rest[os.write(fd, rest) :]


def _bury(running: dict[int, int]) -> None:
    """Say of each child that ended how it ended, after its answer."""
    while running:
        pid, how = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        if (fd := running.pop(pid, None)) is not None:
            with contextlib.suppress(OSError):
                os.write(fd, struct.pack(">i", os.waitstatus_to_exitcode(how)))
            os.close(fd)


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
