"""A schedule as an agency took it in: a draft, the one in force, and those before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from service.domain.arsip.jadwal import BarisJadwal, Jadwal
from service.domain.refusals import Refusal

DIMUAT, BERLAKU, DIGANTI, DITOLAK = "dimuat", "berlaku", "diganti", "ditolak"
KEADAAN = {
    DIMUAT: "Menunggu diberlakukan",
    BERLAKU: "Berlaku",
    DIGANTI: "Diganti",
    DITOLAK: "Tidak dipakai",
}
TERPANJANG = 300


class JadwalTidakSah(Refusal):
    """A schedule says by which regulation it stands, and is put in force once."""

    def __init__(self, kata: str) -> None:
        super().__init__(f"{kata} Tidak ada yang diubah.")


@dataclass(frozen=True)
class JadwalArsip:
    """One schedule of one agency; what bears its codes keeps the retention it was given."""

    id: str
    instansi: str
    dasar: str  # the regulation that fixes it
    baris: tuple[BarisJadwal, ...]
    penyiap: str
    dibuat: datetime
    keadaan: str = DIMUAT
    diputus: datetime | None = None
    diputus_oleh: str = ""
    versi: int = 1

    @property
    def jadwal(self) -> Jadwal:
        """Its codes, to be looked up."""
        return Jadwal(self.baris)


def checked_dasar(dasar: str) -> str:
    """The regulation as it is kept."""
    kata = " ".join(dasar.split())
    if not kata or len(kata) > TERPANJANG:
        raise JadwalTidakSah("Tulis peraturan yang menetapkan jadwal retensi ini.")
    return kata


def in_force(one: JadwalArsip, siapa: str, now: datetime) -> JadwalArsip:
    """From now on codes are taken from it."""
    return replace(_waiting(one), keadaan=BERLAKU, diputus=now, diputus_oleh=siapa)


def refused(one: JadwalArsip, siapa: str, now: datetime) -> JadwalArsip:
    """Never used."""
    return replace(_waiting(one), keadaan=DITOLAK, diputus=now, diputus_oleh=siapa)


def superseded(one: JadwalArsip) -> JadwalArsip:
    """Another is in force."""
    return replace(one, keadaan=DIGANTI)


def _waiting(one: JadwalArsip) -> JadwalArsip:
    if one.keadaan != DIMUAT:
        raise JadwalTidakSah(f"Jadwal ini sudah {KEADAAN[one.keadaan].lower()}.")
    return one
