"""What the store holds: a row for each file, leased before the bytes are put."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

DISEWA = "disewa"
DIPEGANG = "dipegang"


@dataclass(frozen=True)
class Simpanan:
    """One stored file; `disewa` until a row of the office holds it."""

    id: str  # sha256 of the bytes
    ukuran: int
    keadaan: str
    dibuat: datetime
    versi: int = 1
