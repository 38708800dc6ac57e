"""How far each book of numbers had come, written beside the ledger for the day it is restored."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from service.disk import Disk, trouble, write_over
from service.domain.cadangan.keluar import read_told
from service.domain.refusals import Refusal


class NumbersFile:
    """The port LastNumbers: a line for each book; what is written there never falls."""

    def __init__(self, path: Path, disk: Disk | None = None) -> None:
        self.path, self.disk = path, disk or Disk()
        self.last: dict[str, int] | None = None

    def record(self, last: Mapping[str, int]) -> None:
        known = self.recorded() if self.last is None else self.last
        raised = {**known, **{id_: n for id_, n in last.items() if n > known.get(id_, 0)}}
        if raised != known:
            lines = "".join(f"{id_} {n}\n" for id_, n in sorted(raised.items()))
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                write_over(self.disk, self.path, lines.encode())
            except OSError as wrong:
                raise trouble(wrong, str(self.path)) from wrong
        self.last = raised

    def recorded(self) -> dict[str, int]:
        try:
            return read_told(self.path.read_bytes().decode("utf-8", "replace"))
        except (OSError, Refusal):  # it is written anew by the next look
            return {}
