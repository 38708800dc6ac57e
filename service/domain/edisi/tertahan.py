"""Why a line of an edition is not yet read by the public, in plain words."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime

from service.domain.edisi.edisi import DITETAPKAN, TERBIT, Edisi
from service.domain.informasi.informasi import Informasi

BELUM_TERBIT = (
    "Edisi ini sudah ditetapkan tetapi belum diterbitkan, jadi barisnya belum terbaca publik."
)
BELUM_MULAI = "Waktu terbitnya belum tiba, jadi barisnya belum terbaca publik."
SUDAH_LEWAT = "Waktu terbitnya sudah berakhir, jadi barisnya tidak lagi terbaca publik."
FILE = (
    "Filenya tidak dapat dipakai untuk DIP. Cabut barisnya, lalu usulkan lagi dengan file lain "
    "atau salinan yang bagian dikecualikannya dihitamkan."
)
SEGERA = "Sedang diumumkan. Bila tetap begini, lihat halaman Keadaan."


def whole(one: Edisi, now: datetime) -> str:
    """Why no line of it is read today; '' where they are, or where none ever was to be."""
    if one.keadaan == DITETAPKAN:
        return BELUM_TERBIT
    if one.keadaan != TERBIT or one.tampak(now):
        return ""
    ended = one.sampai is not None and one.sampai <= now
    return SUDAH_LEWAT if ended else BELUM_MULAI


def single(line: Informasi, closed: Container[str]) -> str:
    """Why one line stays established where the edition itself is read."""
    sidik = line.pelengkap.sidik
    return FILE if sidik and sidik in closed else SEGERA
