"""A binding that a person asked for: of a matter as it is now, or of a dispute."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from service.domain.dossier.bahan import Isi
from service.domain.refusals import Refusal
from service.domain.simpanan import HASIL

BERKAS, SENGKETA = "berkas", "sengketa"
TERBANYAK = 20  # of one person about one matter, the latest of which are shown


class BelumTerjilid(Refusal):
    """Nothing can be handed out yet."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Jilidan ini masih disiapkan. Tunggu sebentar, lalu muat ulang halamannya."
        )


class JilidanUsang(Refusal):
    """Something in it may not be read any more by who asked for it."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Jilidan ini memuat sesuatu yang kini tidak dapat Anda buka lagi, jadi tidak dapat "
            "diunduh. Mintalah jilidan baru."
        )


class AlasanJilidPerlu(Refusal):
    """What is withheld is opened with a reason."""

    def __init__(self) -> None:
        super().__init__(
            "Tulis alasan membuka yang dikecualikan; alasannya dicatat. Tidak ada yang diubah."
        )


@dataclass(frozen=True)
class Jilidan:
    """Bound for one person, out of what that person may read."""

    id: str
    apa: str  # berkas, sengketa
    tentang: str
    instansi: str
    unit: str
    oleh: str
    diminta: datetime
    bolak_balik: bool = False
    tertutup: bool = False  # what is withheld, in a part of its own
    resep: str = ""  # sha256 of all that it was bound from
    sumber: tuple[str, ...] = ()  # the sha256 of each file in it
    kurang: tuple[str, ...] = ()  # what was missing when it was bound
    file: str = ""
    halaman: int = 0
    ukuran: int = 0
    sebab: str = ""  # why it could not be bound
    versi: int = 1

    @property
    def menunggu(self) -> bool:
        """Whether it is owed still."""
        return not (self.file or self.sebab)


def bound(one: Jilidan, isi: Isi, file: str, halaman: int, ukuran: int) -> Jilidan:
    """It lies there: its file, its pages and its size."""
    return replace(
        one,
        resep=isi.resep,
        sumber=isi.sumber,
        kurang=isi.sampul.kurang,
        file=file,
        halaman=halaman,
        ukuran=ukuran,
    )


def is_past(one: Jilidan, now: datetime) -> bool:
    """Whether it has been kept for its time; what is still owed waits."""
    return not one.menunggu and now - one.diminta > HASIL


def failed(one: Jilidan, sebab: str) -> Jilidan:
    """It cannot be bound, and trying again does not help."""
    return replace(one, sebab=sebab)


def need_readable(one: Jilidan, terbaca: Collection[str]) -> None:
    """Refuse to hand out what holds a file that may not be read now."""
    if not one.file:
        raise BelumTerjilid
    if not set(one.sumber) <= set(terbaca):
        raise JilidanUsang
