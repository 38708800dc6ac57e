"""The child that fills templates, one after another, within its limits, until it is hung up on."""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import signal
import socket
import sys
from pathlib import Path
from types import FrameType

from service.adapters.docx import pesan
from service.adapters.docx.isi import Pengisi
from service.adapters.docx.kalimat import TerlaluLama
from service.adapters.docx.pesan import HEAD, Hasil

MEMORI = 1_000_000_000  # bytes of address space
GEMUK = 400_000_000  # bytes in use after a paper, beyond which a fresh child takes over
PAGE = resource.getpagesize()


def main(wire: socket.socket, seconds: int) -> None:
    """Fill what is asked for; end where one paper used up what there is."""
    resource.setrlimit(resource.RLIMIT_AS, (_within(resource.RLIMIT_AS, MEMORI),) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXCPU, _time_is_up)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))  # whoever started us may keep to one
    filler = Pengisi()
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)  # a paper of 5,000 rows is no rubbish
    wire.sendall(HEAD.pack(b"S", 0))
    with contextlib.suppress(pesan.Putus, ConnectionError):
        while True:
            _, told = pesan.received(wire)
            _allow(seconds)
            hasil, answer = filler.answer(pesan.unpacked(told))
            if hasil is Hasil.JADI and _in_use() > GEMUK:
                hasil = Hasil.JADI_AKHIR
            wire.sendall(HEAD.pack(hasil.value, len(answer)) + answer)  # one wake-up, not two
            if hasil.last:
                return


def _allow(seconds: int) -> None:
    """So many seconds of processor from here on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + seconds + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard == resource.RLIM_INFINITY:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
    else:
        resource.setrlimit(resource.RLIMIT_CPU, (min(soft, hard), hard))


def _within(limit: int, wanted: int) -> int:
    _, hard = resource.getrlimit(limit)
    return wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)


def _in_use() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE


def _time_is_up(_signal: int, _frame: FrameType | None) -> None:
    raise TerlaluLama


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2]))
