"""What the house and its filling child say to each other: each message whole."""

from __future__ import annotations

import pickle
import socket
import struct
import time
from dataclasses import dataclass
from enum import Enum
from typing import Any

from service.adapters.docx.rupa_kirim import Wujud

HEAD = struct.Struct(">cQ")
LARGEST = 200_000_000  # bytes of one message; more is no paper


class Hasil(Enum):
    """What an answer holds."""

    JADI = b"J"  # the paper
    JADI_AKHIR = b"A"  # the paper, and the last of this child, which has grown
    BELUM_KENAL = b"B"  # nothing: this template was not seen yet
    SALAH = b"S"  # a sentence on the template
    GAMBAR = b"G"  # the name of the ruas whose picture cannot be printed
    HABIS = b"H"  # a sentence; the child used up what it had, and ends

    @property
    def last(self) -> bool:
        """Whether the child ends after it."""
        return self in (Hasil.JADI_AKHIR, Hasil.HABIS)


@dataclass(frozen=True)
class Tugas:
    """One paper to be filled."""

    kunci: str  # of the template as this agency's papers look
    nama: str
    isian: dict[str, Any]
    konsep: bool
    kurang: tuple[str, ...] = ()  # labels of what must be filled in, and is not
    templat: bytes = b""  # only where the child asked for it
    wujud: Wujud | None = None


class Putus(Exception):
    """The other end is gone."""


def packed(tugas: Tugas) -> bytes:
    """A paper to be filled, as it goes through the wire."""
    told = pickle.dumps(tugas, pickle.HIGHEST_PROTOCOL)
    return HEAD.pack(b"T", len(told)) + told


def unpacked(told: bytes) -> Tugas:
    """The paper to be filled; the house alone writes to this end."""
    tugas = pickle.loads(told)  # noqa: S301 (what comes back to the house is never unpickled)
    assert isinstance(tugas, Tugas)
    return tugas


def received(wire: socket.socket, end: float | None = None) -> tuple[bytes, bytes]:
    """The next message and its kind; Putus at the end, TimeoutError after `end`."""
    kind, size = HEAD.unpack(_exactly(wire, HEAD.size, end))
    if size > LARGEST:
        raise Putus
    return kind, _exactly(wire, size, end)


def _exactly(wire: socket.socket, size: int, end: float | None) -> bytes:
    whole, seen = memoryview(bytearray(size)), 0
    while seen < size:
        if end is not None:
            wire.settimeout(max(0.001, end - time.monotonic()))
        got = wire.recv_into(whole[seen:])
        if not got:
            raise Putus
        seen += got
    return bytes(whole)
