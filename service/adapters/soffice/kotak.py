"""A box with one warm LibreOffice in it, and the line that papers go in and come out by."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import IO, Any

from service import walls
from service.adapters.soffice.profil import KEPT
from service.domain.refusals import BelumSiap, Unavailable
from service.ports import Limits

PYTHON = "/usr/bin/python3"  # Debian's own: the only one that has `uno`
INSIDE = "/berkas/pelayan.py"
START = 60.0  # seconds for LibreOffice to lay out its profile and load on a slow machine
PART, HEAD = 1 << 18, 4_096
LENGTH = struct.Struct(">Q")
GONE = "LibreOffice berhenti mendadak di tengah naskah ini."


class Berhenti(Unavailable):
    """The box is gone, or must go: what it was at costs this one paper."""


class BelumDibaca(Berhenti):
    """The box was gone before it had read the paper, so another may be asked."""


@dataclass(frozen=True)
class Hasil:
    """What was said of a paper beside its PDF: the fault, or nothing; MB that are held now."""

    galat: str
    memori: int


class TanpaAkhir(Unavailable):
    """A part of a long paper has no page after which it could be cut."""


@dataclass(frozen=True)
class Waktu:
    """How long a paper may take, and when that is over."""

    seconds: float
    end: float


@dataclass(frozen=True)
class Akhir:
    """Where the sure pages of a part end: the row and the number of the page that would follow."""

    baris: int
    halaman: int  # how many pages are sure
    nomor: int


class Kotak:
    """One running box."""

    def __init__(self, pelayan: Path, told: dict[str, Any], limits: Limits) -> None:
        self._most = limits.output * 1_000_000
        self._line, theirs = socket.socketpair()
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 (lives as long as the box)
        asked, answer = os.pipe()
        with theirs:
            self._box = subprocess.Popen(
                [*_boxed(pelayan, answer, limits), json.dumps(told)],
                stdin=theirs.fileno(),
                stdout=theirs.fileno(),
                stderr=self._said,
                env={},
                pass_fds=(answer,),
                start_new_session=True,
            )
        os.close(answer)
        self._first = _first_process(asked)
        self._await_start()

    def _await_start(self) -> None:
        try:
            self._head(time.monotonic() + START)
        except (Berhenti, OSError) as failed:  # a TimeoutError is one, too
            said = _tail(self._said)
            self.end()
            if isinstance(failed, TimeoutError):
                raise BelumSiap(
                    "LibreOffice", START, "Isian dan templat tersimpan utuh."
                ) from failed
            raise Unavailable(
                "LibreOffice tidak dapat dinyalakan di ruang tertutupnya. Isian dan templat "
                f"tersimpan utuh; pembuatan PDF dicoba lagi. {said}"
            ) from failed

    def give(self, errand: bytes, seconds: float) -> Waktu:
        """Hand a paper in; by when its PDF must have come."""
        waktu = Waktu(seconds, time.monotonic() + seconds)
        with _told(waktu):
            self._line.settimeout(seconds or 0.001)
            self._line.sendall(LENGTH.pack(len(errand)) + errand)
        return waktu

    def ending(self, waktu: Waktu) -> Akhir:
        """Where a part ends, said before its PDF comes; TanpaAkhir where there is no such place."""
        with _told(waktu):
            head = self._head(waktu.end)
        if head["galat"]:
            raise TanpaAkhir(head["galat"])
        return Akhir(head["baris"], head["halaman"], head["nomor"])

    def take(self, out: Path, waktu: Waktu) -> Hasil:
        """The PDF in `out`, empty where a fault is told; Berhenti where the box failed."""
        with _told(waktu):
            head = self._head(waktu.end)
        length = head["panjang"]
        if length > self._most:
            raise Berhenti("PDF dari LibreOffice lebih besar daripada yang wajar.")
        with out.open("wb") as made:
            while length:
                with _told(waktu):
                    part = self._some(min(length, PART), waktu.end)
                length -= len(part)
                made.write(part)  # what is wrong here is the disk's fault, not the box's
        return Hasil(head["galat"], head["memori"])

    def _head(self, end: float) -> dict[str, Any]:
        """One line of answer, in the form that the other end gives."""
        line = b""
        while not line.endswith(b"\n"):
            if len(line) > HEAD:
                raise _gone()
            line += self._some(1, end)
        try:
            told = json.loads(line)
            return {
                "galat": str(told.get("galat", ""))[:500],
                "memori": int(told.get("memori", 0)),
                **{name: int(told.get(name, 0)) for name in ("baris", "halaman", "nomor")},
                "panjang": max(0, int(told["panjang"])),
            }
        except (ValueError, TypeError, LookupError, AttributeError) as odd:
            raise _gone() from odd

    def _some(self, most: int, end: float) -> bytes:
        ready, _, _ = select.select([self._line], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            raise TimeoutError
        if not (part := self._line.recv(most)):
            raise _gone()
        return part

    @property
    def alive(self) -> bool:
        """Whether it is still there to be asked."""
        if self._box.poll() is not None:
            return False
        ready, _, _ = select.select([self._line], [], [], 0)
        return not ready  # between two papers it has nothing to say but goodbye

    def end(self) -> None:
        """Kill the box; what ran in it dies with its first process."""
        self._line.close()
        if self._first is not None:
            with contextlib.suppress(ProcessLookupError):  # it went by itself
                signal.pidfd_send_signal(self._first, signal.SIGKILL)
            os.close(self._first)
        self._box.kill()
        self._box.wait()
        self._said.close()

    def leave(self) -> None:
        """Let go of it in a process that was forked off its owner: there it is not ours to end."""
        self._line.close()
        if self._first is not None:
            os.close(self._first)
        self._said.close()
        self._box.returncode = 0  # nor to wait for


def _boxed(pelayan: Path, answer: int, limits: Limits) -> Iterator[str]:
    if not (program := which("bwrap")):
        raise Unavailable(
            "Ruang tertutup (bubblewrap) belum terpasang; jalankan ./berkas run sekali lagi.",
            permanent=True,
        )
    yield from (program, "--as-pid-1", "--info-fd", str(answer))
    yield from walls.bare(HOME="/tmp")  # noqa: S108 (its own)
    # Nobody's number: the kernel lets root's be handed on to no smaller box within.
    yield from ("--unshare-user", "--uid", "1000", "--gid", "1000")
    yield from walls.system()
    for path in KEPT:
        yield from ("--ro-bind-try", path, path)
    yield from walls.own(2 * limits.output * 1_000_000)
    yield from ("--ro-bind", str(pelayan), INSIDE, "--remount-ro", "/dev", "--remount-ro", "/")
    yield from ("--chdir", "/tmp", "--")  # noqa: S108
    yield from ("/usr/bin/prlimit", f"--as={limits.memory * 1_000_000}")
    yield from (f"--fsize={limits.output * 1_000_000}", f"--nproc={limits.processes}", "--core=0")
    yield from (PYTHON, "-I", INSIDE)


def _first_process(asked: int) -> int | None:
    """A hold on the first process inside, by which all of them can be ended at once."""
    with open(asked, "rb") as told:
        try:
            return os.pidfd_open(int(json.loads(told.read())["child-pid"]))
        except (ValueError, LookupError, ProcessLookupError):
            return None


@contextlib.contextmanager
def _told(waktu: Waktu) -> Iterator[None]:
    """What goes wrong on the line, as what it means for the paper."""
    try:
        yield
    except TimeoutError as late:
        raise Berhenti(f"LibreOffice belum selesai setelah {waktu.seconds:g} detik.") from late
    except (ConnectionResetError, BrokenPipeError) as unread:
        raise BelumDibaca(GONE) from unread
    except OSError as gone:
        raise _gone() from gone


def _gone() -> Berhenti:
    return Berhenti(GONE)


def _tail(said: IO[bytes]) -> str:
    size = said.seek(0, os.SEEK_END)
    said.seek(max(0, size - 500))
    return said.read().decode(errors="replace").strip()
