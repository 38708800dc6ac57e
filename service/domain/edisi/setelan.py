"""What an agency chose for its editions."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SetelanEdisi:
    """One row for an agency that chose; the id is its code."""

    id: str
    penerbit_lain: bool = False  # who drew an edition up does not publish it
    versi: int = 1
