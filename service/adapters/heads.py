"""Where the journals ended, written beside the ledger, so that a cut tail shows."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from service.domain.catatan import Kepala


class HeadsFile:
    """The port Heads: one line for each head that was seen, oldest first."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.last: dict[str, Kepala] = {}

    def record(self, heads: Iterable[Kepala]) -> None:
        self.last = self.last or {one.instansi: one for one in self.recorded()}
        fresh = [one for one in heads if one.urut and self.last.get(one.instansi) != one]
        if not fresh:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self.path.open("a", encoding="utf-8") as out:
            out.writelines(f"{one.instansi} {one.urut} {one.rantai}\n" for one in fresh)
            out.flush()
            os.fsync(out.fileno())
        self.last |= {one.instansi: one for one in fresh}

    def recorded(self) -> list[Kepala]:
        if not self.path.exists():
            return []
        # A power cut may leave the last line half written; it says nothing then.
        lines = self.path.read_text(encoding="utf-8").splitlines(keepends=True)
        parts = [line.split() for line in lines if line.endswith("\n")]
        return [Kepala(one[0], int(one[1]), one[2]) for one in parts if len(one) == 3]
