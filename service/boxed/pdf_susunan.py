"""The skeleton of a PDF: what stands between its streams, and in its streams of objects."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from itertools import pairwise

TERBANYAK = 16_000_000  # bytes of skeleton that are looked through
SEALIRAN = 40_000_000  # bytes that one stream of objects may grow to
CONTOH = 65_536  # bytes of a stream that are tried, where it may be a bomb
SEDIKIT = 16_384  # bytes of a stream that can grow to no harm
LIAR = 400  # times that a written page never grows
_KEPALA = 600  # bytes of dictionary before a stream
_BERLAPIS = re.compile(rb"/(?:Filter|F)\s*\[((?:\s*/\w+)+)\s*\]")
_PERTAMA = re.compile(rb"/First\s+(\d{1,9})\b")
_MAMPAT = re.compile(rb"/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b")
_LOLOS = re.compile(rb"#([0-9A-Fa-f]{2})")


@dataclass
class Susunan:
    """What was found on the way through the bytes."""

    kerangka: bytes = b""
    membengkak: bool = False  # a stream in it grows beyond all measure
    tertutup: bool = False  # some of its objects could not be looked at


def susunan(isi: bytes) -> Susunan:
    """The skeleton, with names written plainly; a few milliseconds for a long file."""
    told = Susunan()
    parts: list[bytes] = []
    at = room = 0
    while room < TERBANYAK:
        begin = isi.find(b"stream", at)
        end = isi.find(b"endstream", begin + 6) if begin >= 0 else -1
        if end < 0:
            parts.append(isi[at : at + TERBANYAK])
            break
        parts.append(isi[at:begin])
        _look(told, parts, isi[max(at, begin - _KEPALA) : begin], isi, begin + 6, end)
        room += sum(map(len, parts[-2:]))
        at = end + 9
    told.kerangka = plain(b"\n".join(parts)[: 2 * TERBANYAK])
    return told


def plain(kerangka: bytes) -> bytes:
    """Names as they are meant: /J#61vaScript is /JavaScript."""
    if b"#" not in kerangka:
        return kerangka
    return _LOLOS.sub(lambda found: bytes([int(found[1], 16)]), kerangka)


def _look(
    told: Susunan, parts: list[bytes], before: bytes, isi: bytes, begin: int, end: int
) -> None:
    kepala = before[before.rfind(b"obj") + 3 :]
    layers = _BERLAPIS.search(kepala)
    if layers and len(_MAMPAT.findall(layers[1])) > 1:
        told.membengkak |= _grows(isi[begin:end], len(_MAMPAT.findall(layers[1])))
    elif b"/ObjStm" in kepala or b"/XRef" in kepala:
        inside, whole = inflated(isi[begin:end])
        told.membengkak |= len(inside) >= SEALIRAN
        told.tertutup |= not whole
        if b"/ObjStm" in kepala:
            parts.append(_numbered(inside, kepala))
    elif end - begin > SEDIKIT and b"/Image" not in kepala and b"/Flate" in kepala:
        part = isi[begin : min(end, begin + CONTOH)]
        told.membengkak |= len(_tried(part)) > LIAR * len(part)


def inflated(packed: bytes, most: int = SEALIRAN) -> tuple[bytes, bool]:
    """A stream unpacked, never more than `most`; whether it could be."""
    engine = zlib.decompressobj()
    try:
        return engine.decompress(packed.lstrip(b"\r\n"), most), True
    except zlib.error:
        return b"", False


def _numbered(inside: bytes, kepala: bytes) -> bytes:
    """The objects of a stream, each under its number as it would stand in the open."""
    said = _PERTAMA.search(kepala)
    first = int(said[1]) if said else 0
    told = inside[:first].split()
    if not first or not all(one.isdigit() for one in told) or len(told) % 2:
        return inside
    places = [*map(int, told[1::2]), len(inside)]
    held = (inside[first + at : first + end] for at, end in pairwise(places))
    return b"\n".join(b"%b 0 obj\n%b" % pair for pair in zip(told[::2], held, strict=True))


def _tried(packed: bytes) -> bytes:
    return inflated(packed, LIAR * len(packed) + 1)[0]


def _grows(packed: bytes, layers: int) -> bool:
    """Whether a stream packed several times over grows beyond what a page ever needs."""
    if layers > 2:
        return True
    once, _ = inflated(packed)
    twice, _ = inflated(once)
    return max(len(once), len(twice)) >= SEALIRAN
