"""What comes out of the box: read with patience, but not without end."""

from __future__ import annotations

import os
import select
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass

LENGTH = struct.Struct(">Q")
ENDED = struct.Struct(">i")


class Hilang(Exception):
    """The box is gone, or must go."""


@dataclass(frozen=True)
class Jawaban:
    """What a child said, and how it ended."""

    isi: bytes
    whole: bool
    code: int  # of the child; negative: the signal it died of


def received(
    fd: int, most: int, patience: float, taken: Callable[[bytes], object] | None
) -> Jawaban:
    """What came through the pipe: parts, an empty part, and how the child ended."""
    kept: list[bytes] = []
    take = taken or kept.append
    stream, whole, size = Arus(fd), False, 0
    end = time.monotonic() + patience
    try:
        while length := LENGTH.unpack(stream.exactly(LENGTH.size, end))[0]:
            size += length
            if size > most:
                raise Hilang  # more than was asked for: this reader is not ours any more
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
    return Jawaban(b"".join(kept), whole, code)


class Arus:
    """A pipe that is read with patience, but not without end."""

    def __init__(self, fd: int) -> None:
        self._fd, self._tail = fd, b""

    def some(self, most: int, end: float) -> bytes:
        """Some bytes; EOFError where no more come."""
        ready, _, _ = select.select([self._fd], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            raise Hilang
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
            raise Hilang
        code: int = ENDED.unpack(self._tail)[0]
        return code or 1
