"""Somebody asked whether the event that ends an exclusion came to pass, and it has not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True)
class Tinjauan:
    """One such look, by the day of the office."""

    id: str
    informasi: str
    instansi: str
    hari: date
    siapa: str
    pada: datetime
    alasan: str = field(default="", repr=False)  # a row of its own holds the words
    versi: int = 1
