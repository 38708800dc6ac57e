"""Where a fault of an SOP is noted."""

from __future__ import annotations

from typing import Protocol


class Tempat(Protocol):
    """Where a fault is noted: at the file, at its n-th row, at its n-th part."""

    def top(self, key: str, sebab: str) -> None: ...
    def row(self, n: int, key: str, sebab: str) -> None: ...
    def warn(self, n: int, key: str, sebab: str) -> None: ...
    def part(self, n: int, key: str, sebab: str) -> None: ...
