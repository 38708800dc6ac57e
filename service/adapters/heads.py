"""Where the journals ended, written beside the ledger, so that a cut tail shows."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from service.domain.catatan import Kepala
from service.domain.refusals import Unavailable

MANY = 20_000  # lines; some weeks of a busy office
_LINE = re.compile(r"([^\s\x00]+) (\d+) ([0-9a-f]{64})\n")


class HeadsFile:
    """The port Heads: one line for each head that was seen, oldest first."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.last: dict[str, Kepala] = {}
        self.lines = 0

    def record(self, heads: Iterable[Kepala]) -> None:
        try:
            self._record(heads)
        except OSError as wrong:
            raise Unavailable(
                f"Kepala jurnal tidak dapat ditulis di {self.path} ({wrong.strerror}). Jurnal "
                "sendiri tetap utuh. Periksa ruang disk dan izin folder itu."
            ) from wrong

    def _record(self, heads: Iterable[Kepala]) -> None:
        if not self.last:
            told = self.recorded()
            self.last, self.lines = {one.instansi: one for one in told}, len(told)
        fresh = [one for one in heads if one.urut and self.last.get(one.instansi) != one]
        if not fresh:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self.path.open("ab+") as out:
            if out.tell():
                out.seek(-1, os.SEEK_END)
                if out.read(1) != b"\n":  # a power cut left half a line: it must not spoil ours
                    out.write(b"\n")
            out.write(_written(fresh))
            out.flush()
            os.fsync(out.fileno())
        self.last |= {one.instansi: one for one in fresh}
        self.lines += len(fresh)
        if self.lines > MANY:
            self._thin()

    def recorded(self) -> list[Kepala]:
        if not self.path.exists():
            return []
        # What a power cut left half written, or a broken disk, says nothing.
        text = self.path.read_bytes().decode("utf-8", "replace")
        found = (_LINE.fullmatch(line) for line in text.splitlines(keepends=True))
        return [Kepala(one[1], int(one[2]), one[3]) for one in found if one]

    def _thin(self) -> None:
        """Leave out every other of the older lines: a later head of one chain proves them too."""
        kept = _thinned(self.recorded())
        beside = self.path.with_suffix(".baru")
        with beside.open("wb") as out:
            out.write(_written(kept))
            out.flush()
            os.fsync(out.fileno())
        # A line that another clock adds at this very moment is lost; we have just written the same.
        beside.replace(self.path)
        self.lines = len(kept)


def _written(heads: Iterable[Kepala]) -> bytes:
    return "".join(f"{one.instansi} {one.urut} {one.rantai}\n" for one in heads).encode()


def _thinned(heads: Sequence[Kepala]) -> list[Kepala]:
    """The newest quarter, half of the rest, and all that shows a journal that was cut."""
    evidence: set[Kepala] = set()
    for instansi in {one.instansi for one in heads}:
        own = [one for one in heads if one.instansi == instansi]
        evidence |= {own[0], own[-1]}
        for before, after in pairwise(own):
            if after.urut <= before.urut:  # it went back
                evidence |= {before, after}
    newest = len(heads) - MANY // 4
    return [one for n, one in enumerate(heads) if n >= newest or n % 2 or one in evidence]
