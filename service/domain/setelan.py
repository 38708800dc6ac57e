"""What an instansi chose for itself when it was set up here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from service.domain.wewenang import PERINGATKAN


@dataclass(frozen=True)
class Setelan:
    """One row for each instansi at work in this house; the id is its code."""

    id: str
    nama: str
    zona: str  # WIB, WITA or WIT
    dibuka: datetime
    empat_mata: str = PERINGATKAN
    versi: int = 1
