"""Word and Excel files from before 2007, as little of them as makes one."""

from __future__ import annotations

import struct

from tests.contoh_buruk._kertas import KATA


def word(*, locked: bool = False) -> dict[str, bytes]:
    fib = struct.pack("<HHHHHH", 0xA5EC, 193, 0, 0, 0, 0x0100 if locked else 0)
    return {"WordDocument": fib + KATA.encode("cp1252").ljust(5_000, b"\0"), "1Table": b"\0" * 100}


def book(kind: int = 0, hidden: int = 0, lock: bytes = b"") -> bytes:
    """The globals of an old Excel book with one sheet."""

    def record(number: int, held: bytes) -> bytes:
        return struct.pack("<HH", number, len(held)) + held

    start = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 6))
    sheet = record(0x0085, struct.pack("<IBBBB", 0, hidden, kind, 7, 0) + b"Lembar1")
    return start + (record(0x002F, lock) if lock else b"") + sheet + record(0x000A, b"")


def user() -> bytes:
    return struct.pack("<HHIII", 0, 0x0FF6, 20, 20, 0xF3D1C4DF) + b"\0" * 20
