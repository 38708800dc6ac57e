"""What is the same to the byte stands in the dossier once: fonts, pictures, colour profiles."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Object, Stream

Tempat = tuple[int, int]
PANJANG = re.compile(rb"/Length \d+( \d+ R)?")  # some write it as an object of its own
KALI = 3  # a picture is known again once its mask is, a font once its program is


def once(whole: pikepdf.Pdf) -> int:
    """Let all that draw the same share it; how many were spared."""
    spared = 0
    for _ in range(KALI):
        known = dict[bytes, Object]()
        same = dict[Tempat, Object]()
        objects = list(whole.objects)
        for one in objects:
            if isinstance(one, Stream):
                first = known.setdefault(_mark(one), one)
                if first.objgen != one.objgen:
                    same[one.objgen] = first
        if not same:
            break
        spared += len(same)
        for one in objects:
            if isinstance(one, Stream) and one.objgen in same:
                continue
            _lead(one, same, 0)
    return spared


def _mark(stream: Stream) -> bytes:
    """What a stream is known by: what it is, and its bytes as they lie in the file."""
    told = PANJANG.sub(b"", stream.stream_dict.unparse())
    return hashlib.sha256(told + b"\0" + stream.read_raw_bytes()).digest()


def _lead(one: Object, same: dict[Tempat, Object], depth: int) -> None:
    """Whatever refers to a copy refers to the first."""
    if depth > 6:
        return
    pairs: Iterable[tuple[Any, Object]]
    if isinstance(one, Array):
        pairs = list(enumerate(one))
    elif isinstance(one, (Dictionary, Stream)):
        pairs = list(one.items())
    else:
        return
    for key, value in pairs:
        if isinstance(value, (Dictionary, Array, Stream)):
            if value.is_indirect:
                if value.objgen in same:
                    one[key] = same[value.objgen]
            else:
                _lead(value, same, depth + 1)
