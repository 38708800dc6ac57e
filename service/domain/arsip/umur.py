"""How old an archive is by its retention: active, inactive, at its end, or not to be counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from service.domain.arsip.jadwal import Retensi
from service.domain.arsip.lama import begins

BELUM_TERHITUNG, AKTIF, INAKTIF, HABIS = "belum_terhitung", "aktif", "inaktif", "habis"
TAHAP: dict[str, str] = {
    BELUM_TERHITUNG: "Belum terhitung",
    AKTIF: "Aktif",
    INAKTIF: "Inaktif",
    HABIS: "Retensi habis",
}


@dataclass(frozen=True)
class Umur:
    """Where an archive stands on a day, and the last days of both terms."""

    tahap: str
    aktif_sampai: date | None = None
    inaktif_sampai: date | None = None
    sebab: str = ""  # why it cannot be counted


def umur(retensi: Retensi, ditutup: date, peristiwa: date | None, today: date) -> Umur:
    """Counted from the closing; from its event where the JRA names one, once that has come."""
    if not retensi.nasib:
        return Umur(
            BELUM_TERHITUNG, sebab="Belum mempunyai kode klasifikasi dengan jadwal retensi."
        )
    if retensi.aktif.sejak and peristiwa is None:
        kata = f"Retensinya berjalan setelah {retensi.aktif.sejak}; tanggalnya belum dicatat."
        return Umur(BELUM_TERHITUNG, sebab=kata)
    # What lasted beyond its event is kept no shorter than from its own closing.
    sejak = max(ditutup, peristiwa) if retensi.aktif.sejak and peristiwa else ditutup
    inactive = begins(sejak, retensi.aktif.bulan)
    over = begins(inactive, retensi.inaktif.bulan)
    day = timedelta(days=1)
    tahap = AKTIF if today < inactive else INAKTIF if today < over else HABIS
    return Umur(tahap, inactive - day, over - day)
