"""The warm box: a server behind walls, without a network, that gives each file its own process."""

from __future__ import annotations

import contextlib
import json
import os
import select
import socket
import stat
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import Any

from service.domain import bacaan_luar, pemisah
from service.domain.bacaan import Bacaan
from service.domain.bacaan_luar import BacaanAneh
from service.domain.batas import Batas
from service.domain.pemisah import Lembaran
from service.domain.refusals import Refusal, Unavailable
from service.domain.temuan import Temuan

INSIDE = "/berkas"
LENGTH = struct.Struct(">Q")
ENDED = struct.Struct(">i")
START = 30.0  # seconds for the readers to load on a slow machine
DETIK, MEMORI = 10, 1_200  # what one file may use up: seconds of processor, MB
DETIK_BAGIAN = 60  # seconds of processor for the pages of a part that have to be bound anew
PATIENCE = 5  # seconds by the clock on the wall besides, before the whole box is thrown away
LARGEST = 64_000_000  # bytes of an answer that is not unpacked to a file
TERLALU_BERAT = 3
TIME_IS_UP = (-9, -14, -24)  # killed, by its alarm, by the processor limit


class TidakTerbaca(Refusal):
    """The readers could not give what was asked of this file."""

    def __init__(self) -> None:
        super().__init__(
            "Isi file ini tidak dapat ditampilkan. File tersimpan utuh; unduh aslinya bila perlu."
        )


@dataclass(frozen=True)
class _Answer:
    isi: bytes
    whole: bool
    code: int  # of the child; negative: the signal it died of


class BoxReader:
    """The port Reader; the box is made when it is first needed, and again where it was lost."""

    def __init__(self, batas: Batas) -> None:
        self._batas = batas
        self._server: _Server | None = None
        self._making = threading.Lock()

    def look(self, path: Path, nama: str) -> Bacaan:
        told = {"nama": nama, "batas": vars(self._batas)}
        answer = self._ask("lihat", path, told)
        if answer.whole and answer.code == 0:
            with contextlib.suppress(BacaanAneh):
                return bacaan_luar.read(answer.isi, self._batas)
        return Bacaan(self._kind(path), temuan=(Temuan(_fault(answer.code)),))

    def picture(self, path: Path, halaman: int, lebar: int) -> bytes:
        return self._whole(self._ask("rupa", path, {"halaman": halaman, "lebar": lebar}))

    def scan(self, path: Path, halaman: int) -> bytes:
        return self._whole(self._ask("pindai", path, {"halaman": halaman}))

    def member(self, path: Path, nama: str, n: int, out: Path) -> Path:
        return self._unpacked("anggota", path, {"nama": nama, "n": n}, out)

    def _unpacked(self, tugas: str, path: Path, told: dict[str, Any], out: Path) -> Path:
        with out.open("wb") as unpacked:
            answer = self._ask(tugas, path, told, unpacked.write)
        if not answer.whole or answer.code:
            out.unlink()
            raise TidakTerbaca
        return out

    def sheets(self, path: Path, dari: int) -> list[Lembaran]:
        answer = self._whole(self._ask("lembar", path, {"dari": dari}))
        try:
            told = [(str(kode), bool(kosong)) for kode, kosong in bacaan_luar.parsed(answer)]
        except (ValueError, TypeError) as odd:
            raise TidakTerbaca from odd
        return [Lembaran(pemisah.read(kode), kosong) for kode, kosong in told]

    def part(self, path: Path, dari: int, sampai: int, out: Path) -> Path:
        told = {"dari": dari, "sampai": sampai, "detik": DETIK_BAGIAN}
        return self._unpacked("bagian", path, told, out)

    def rows(self, path: Path) -> list[list[str]]:
        answer = self._whole(self._ask("tabel", path, {}))
        try:
            told = bacaan_luar.parsed(answer)
            if not isinstance(told, str):
                return [[bacaan_luar.text(cell, 50_000) for cell in row] for row in told]
        except (ValueError, TypeError) as odd:
            raise TidakTerbaca from odd
        raise Refusal(bacaan_luar.text(told, 500))

    def close(self) -> None:
        """Throw the box away."""
        with self._making:
            server, self._server = self._server, None
        if server:
            server.end()

    def _kind(self, path: Path) -> str:
        answer = self._ask("jenis", path, {})
        return bacaan_luar.mime(answer.isi[:200].decode(errors="replace") if answer.whole else "")

    @staticmethod
    def _whole(answer: _Answer) -> bytes:
        if not answer.whole or answer.code:
            raise TidakTerbaca
        return answer.isi

    def _ask(
        self,
        tugas: str,
        path: Path,
        told: dict[str, Any],
        taken: Callable[[bytes], object] | None = None,
    ) -> _Answer:
        errand = {"tugas": tugas, "detik": DETIK, "memori": MEMORI, **told}
        most = self._batas.isi if taken else LARGEST
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            if not stat.S_ISREG(os.fstat(fd).st_mode):
                raise TidakTerbaca  # a pipe in its place would be waited for without end
            for last in (False, True):
                server = self._ready()
                try:
                    patience = 2 * int(told.get("detik", DETIK)) + PATIENCE
                    return server.ask(json.dumps(errand).encode(), fd, most, patience, taken)
                except _Lost as lost:
                    self._forget(server)
                    if last:
                        raise Unavailable("Ruang tertutup berhenti di tengah membaca.") from lost
        finally:
            os.close(fd)
        raise AssertionError

    def _ready(self) -> _Server:
        with self._making:
            if self._server is None:
                self._server = _Server()
            return self._server

    def _forget(self, server: _Server) -> None:
        with self._making:
            if self._server is server:
                self._server = None
        server.end()


class _Lost(Exception):
    """The box is gone, or must go."""


class _Server:
    """One running box."""

    def __init__(self) -> None:
        if not (program := which("bwrap")):
            raise Unavailable(
                "Ruang tertutup (bubblewrap) belum terpasang; jalankan ./berkas run sekali lagi."
            )
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        line = [program, *walls(), "--", python(), "-m", "service.boxed.serve"]
        with theirs:
            self._box = subprocess.Popen(
                [*line, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={},
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
        self._await_start()

    def _await_start(self) -> None:
        ready, _, _ = select.select([self._control], [], [], START)
        if ready and self._control.recv(16) == b"siap":
            return
        self.end()
        raise Unavailable(
            "Ruang tertutup tempat file asing dibuka tidak dapat dibuat di mesin ini. "
            "File tersimpan dan belum dibuka."
        )

    def ask(
        self,
        errand: bytes,
        fd: int,
        most: int,
        patience: float,
        taken: Callable[[bytes], object] | None,
    ) -> _Answer:
        """Send a file in; its answer, when its process has ended."""
        read, write = os.pipe()
        try:
            try:
                socket.send_fds(self._control, [errand], [fd, write])
            except OSError as gone:
                raise _Lost from gone
            finally:
                os.close(write)
            return _received(read, most, patience, taken)
        finally:
            os.close(read)

    def end(self) -> None:
        """Kill the box; what ran in it dies with its first process."""
        self._control.close()
        self._box.kill()
        self._box.wait()


def _received(
    fd: int, most: int, patience: float, taken: Callable[[bytes], object] | None
) -> _Answer:
    """What came through the pipe: parts, an empty part, and how the child ended."""
    kept: list[bytes] = []
    take = taken or kept.append
    stream, whole, size = _Stream(fd), False, 0
    end = time.monotonic() + patience
    try:
        while length := LENGTH.unpack(stream.exactly(LENGTH.size, end))[0]:
            size += length
            if size > most:
                raise _Lost  # more than was asked for: this reader is not ours any more
            while length:
                part = stream.some(min(length, 1 << 18), end)
                length -= len(part)
                take(part)
            if taken:
                end = time.monotonic() + patience
        whole = True
        code = ENDED.unpack(stream.exactly(ENDED.size, end))[0]
    except EOFError:
        code = stream.code()
    return _Answer(b"".join(kept), whole, code)


class _Stream:
    """A pipe that is read with patience, but not without end."""

    def __init__(self, fd: int) -> None:
        self._fd, self._tail = fd, b""

    def some(self, most: int, end: float) -> bytes:
        """Some bytes; EOFError where no more come."""
        ready, _, _ = select.select([self._fd], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            raise _Lost
        part = os.read(self._fd, most)
        self._tail = (self._tail + part)[-ENDED.size :]
        if not part:
            raise EOFError
        return part

    def exactly(self, many: int, end: float) -> bytes:
        """So many bytes; EOFError where fewer come."""
        found = b""
        while len(found) < many:
            found += self.some(many - len(found), end)
        return found

    def code(self) -> int:
        """How a child ended that did not finish its answer: the last word on the pipe."""
        if len(self._tail) < ENDED.size:
            raise _Lost
        code: int = ENDED.unpack(self._tail)[0]
        return code or 1


def _fault(code: int) -> str:
    if code in TIME_IS_UP:
        return "terlalu_lama"
    return "terlalu_berat" if code == TERLALU_BERAT else "pembaca_gugur"


def python() -> str:
    """The same Python, as it is called inside."""
    return sys.executable if sys.prefix == sys.base_prefix else f"{INSIDE}/venv/bin/python"


def walls() -> Iterator[str]:
    """What of this machine stands inside, all of it read-only: programs, our readers, no file."""
    yield from ("--unshare-all", "--new-session", "--as-pid-1", "--cap-drop", "ALL", "--clearenv")
    for name, value in (
        ("PATH", "/usr/bin:/bin"),
        ("LANG", "C.UTF-8"),
        ("TZ", "UTC"),
        ("HOME", "/"),
        ("PYTHONPATH", INSIDE),
        ("PYTHONDONTWRITEBYTECODE", "1"),
        ("OMP_THREAD_LIMIT", "1"),
    ):
        yield from ("--setenv", name, value)
    yield from ("--ro-bind", "/usr", "/usr")
    yield from ("--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache")
    yield from ("--ro-bind-try", "/etc/magic", "/etc/magic")
    for name in ("bin", "sbin", "lib", "lib64"):
        yield from ("--symlink", f"usr/{name}", f"/{name}")
    if not sys.base_prefix.startswith("/usr"):
        yield from ("--ro-bind", sys.base_prefix, sys.base_prefix)
    if sys.prefix != sys.base_prefix:
        yield from ("--ro-bind", sys.prefix, f"{INSIDE}/venv")
    code = Path(__file__).resolve().parent.parent
    for name in ("__init__.py", "boxed", "domain"):
        yield from ("--ro-bind", str(code / name), f"{INSIDE}/service/{name}")
    yield from ("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/", "--chdir", INSIDE)
