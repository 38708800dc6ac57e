"""A day the office is closed, as the table of one instansi keeps it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from service.domain import ids

NASIONAL = "nasional"
CUTI_BERSAMA = "cuti_bersama"
DAERAH = "daerah"
JENIS = (NASIONAL, CUTI_BERSAMA, DAERAH)


@dataclass(frozen=True)
class Libur:
    """One holiday of one instansi; `sementara` until a decree confirms it."""

    id: str
    instansi: str
    tanggal: date
    nama: str
    jenis: str
    rujukan: str = ""
    sementara: bool = False
    versi: int = 1


def libur_id(instansi: str, on: date, nama: str) -> str:
    """The id of a seeded holiday; seeding twice names it alike."""
    key = f"libur\n{instansi}\n{on.isoformat()}\n{nama}"
    return ids.from_bytes(hashlib.sha256(key.encode()).digest()[:16])
