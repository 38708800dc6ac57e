"""Files that time, cables and hasty hands have gnawed at: seeded, to be made again alike."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from tests.contoh_buruk import semua
from tests.fault import biasa

MOST = 300_000  # bytes of a file that is gnawed at; larger ones only cost time


@dataclass(frozen=True)
class Gerogotan:
    """One gnawed file: the name it came under, its bytes, and how it was made."""

    nama: str
    bita: bytes
    cara: str


@cache
def whole() -> list[tuple[str, bytes]]:
    """The good and the bad files that are gnawed at."""
    bad = [(one.nama, one.bita) for one in semua() if 8 < len(one.bita) <= MOST]
    return biasa.small() * 6 + list(dict.fromkeys(bad))


def many(count: int, seed: int) -> Iterator[Gerogotan]:
    """So many gnawed files, the same ones for the same seed."""
    chance, files = random.Random(seed), whole()
    for _ in range(count):
        nama, bita = chance.choice(files)
        how = chance.choice(list(WAYS))
        yield Gerogotan(nama, WAYS[how](bita, chance), how)


def _flipped(bita: bytes, chance: random.Random) -> bytes:
    told = bytearray(bita)
    for _ in range(chance.randint(1, 20)):
        told[chance.randrange(len(told))] ^= 1 << chance.randrange(8)
    return bytes(told)


def _overwritten(bita: bytes, chance: random.Random) -> bytes:
    told = bytearray(bita)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(told))
        part = chance.choice(
            (b"\0", b"\xff", b"%d" % chance.randrange(1 << 40), chance.randbytes(9))
        )
        told[at : at + len(part)] = part
    return bytes(told)


def _cut(bita: bytes, chance: random.Random) -> bytes:
    return bita[: chance.randrange(1, len(bita))]


def _beheaded(bita: bytes, chance: random.Random) -> bytes:
    return bita[chance.randrange(1, len(bita)) :]


def _hollowed(bita: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(bita))
    return bita[:at] + bita[at + chance.randrange(1, 400) :]


def _zeroed(bita: bytes, chance: random.Random) -> bytes:
    """A block that never reached the disk."""
    at = chance.randrange(len(bita))
    long = chance.randrange(1, 512)
    return bita[:at] + b"\0" * min(long, len(bita) - at) + bita[at + long :]


def _doubled(bita: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(bita))
    return bita[:at] + bita[at : at + 200] * chance.randrange(2, 200) + bita[at:]


def _joined(bita: bytes, chance: random.Random) -> bytes:
    return bita + chance.choice(_others())


def _sewn(bita: bytes, chance: random.Random) -> bytes:
    """The head of one file, the tail of another."""
    other = chance.choice(_others())
    return bita[: chance.randrange(1, len(bita))] + other[chance.randrange(len(other)) :]


def _as_text(bita: bytes, _chance: random.Random) -> bytes:
    """Sent through a program that took it for text."""
    return bita.decode("latin-1").replace("\n", "\r\n").encode("utf-8")


@cache
def _others() -> list[bytes]:
    return [bita for _, bita in whole() if len(bita) < 20_000]


WAYS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "flipped": _flipped,
    "overwritten": _overwritten,
    "cut": _cut,
    "beheaded": _beheaded,
    "hollowed": _hollowed,
    "zeroed": _zeroed,
    "doubled": _doubled,
    "joined": _joined,
    "sewn": _sewn,
    "as text": _as_text,
}
