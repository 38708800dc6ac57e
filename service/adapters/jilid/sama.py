"""What is the same to the byte stands in the dossier once: fonts, pictures, colour profiles."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Object, Stream

Tempat = tuple[int, int]
PANJANG = re.compile(rb"/Length \d+( \d+ R)?")  # some write it as an object of its own
RUJUK = re.compile(rb"(\d+ \d+) R")
KALI = 3  # a picture is known again once its mask is, a font once its program is
DALAM = 6  # of what lies in one object, as far as copies are looked for


def once(whole: pikepdf.Pdf) -> int:
    """Let all that draw the same share it; how many were spared."""
    left = {one.objgen: one for one in whole.objects}
    fresh = [one for one in left.values() if isinstance(one, Stream)]
    kenal, spared = _Kenal(), 0
    for _ in range(KALI):
        same = dict(kenal.copies(fresh))
        if not same:
            break
        spared += len(same)
        for place in same:
            del left[place]
        fresh = [one for one in _led(left.values(), same) if isinstance(one, Stream)]
    return spared


class _Kenal:
    """The streams met so far, each by what it is and by its bytes as they lie in the file."""

    def __init__(self) -> None:
        self._first = dict[bytes, Object]()
        self._mark = dict[Tempat, bytes]()
        self._held = dict[Tempat, bytes]()

    def copies(self, some: Iterable[Stream]) -> Iterator[tuple[Tempat, Object]]:
        """Those that are another's copy, with that other; all of them are new or were changed."""
        some = list(some)
        for one in some:
            if (was := self._mark.pop(one.objgen, None)) is not None:
                del self._first[was]
        for one in some:
            mark = self._marked(one)
            first = self._first.setdefault(mark, one)
            if first.objgen == one.objgen:
                self._mark[one.objgen] = mark
            else:
                yield one.objgen, first

    def _marked(self, stream: Stream) -> bytes:
        told = PANJANG.sub(b"", stream.stream_dict.unparse())
        held = self._held.get(stream.objgen)
        if held is None:
            held = self._held[stream.objgen] = hashlib.sha256(stream.read_raw_bytes()).digest()
        return hashlib.sha256(told + b"\0" + held).digest()


def _led(some: Iterable[Object], same: Mapping[Tempat, Object]) -> Iterator[Object]:
    """Those that referred to a copy, and now refer to the first."""
    named = {b"%d %d" % place for place in same}
    for one in some:
        # Looking through the words of an object is far quicker than looking through its parts.
        told = one.stream_dict if isinstance(one, Stream) else one
        if isinstance(told, (Dictionary, Array)) and not named.isdisjoint(
            RUJUK.findall(told.unparse(resolved=True))
        ):
            _lead(one, same, 0)
            yield one


def _lead(one: Object, same: Mapping[Tempat, Object], depth: int) -> None:
    """Whatever refers to a copy refers to the first."""
    if depth > DALAM:
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
