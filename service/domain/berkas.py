"""A berkas: one matter on its way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

BERJALAN = "berjalan"
DIARSIPKAN = "diarsipkan"


@dataclass(frozen=True)
class Berkas:
    """One matter, opened by a kiriman, closed by its dossier."""

    id: str
    instansi: str
    unit: str
    judul: str
    kiriman: str
    keadaan: str
    dibuka: datetime
    dossier: str = ""  # sha256 of the bound PDF
    versi: int = 1


def bound(berkas: Berkas, dossier: str) -> Berkas:
    """The matter closed, with its dossier."""
    return replace(berkas, keadaan=DIARSIPKAN, dossier=dossier)
