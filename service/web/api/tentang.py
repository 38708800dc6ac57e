"""Who asks, and what this API is."""

from __future__ import annotations

from dataclasses import dataclass

from service.web.api.dokumen import VERSI
from service.web.api.jalan import Jalan
from service.web.dasar.auth import hadir


@dataclass(frozen=True)
class PeranSaya:
    """Satu peran yang berlaku hari ini."""

    instansi: str
    unit: str
    peran: str
    sampai: str


@dataclass(frozen=True)
class Tentang:
    """API ini, dan sebagai siapa pemanggilnya masuk."""

    versi_api: str
    nama: str
    peran: tuple[PeranSaya, ...]


def about() -> Tentang:
    """As whom the program is in."""
    peran = tuple(
        PeranSaya(x.instansi, x.unit, x.peran, x.sampai.isoformat() if x.sampai else "")
        for x in hadir().peran
    )
    return Tentang(VERSI, hadir().orang.nama, peran)


JALAN = (Jalan("GET", "", "tentang", "Sebagai siapa pemanggil masuk.", about, Tentang),)
