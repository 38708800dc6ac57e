"""Initials on a naskah that was put forward: one place after another, each by who holds it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from service.domain.refusals import Refusal

MENUNGGU, DIPARAF, DITOLAK, GUGUR = "menunggu", "diparaf", "dikembalikan", "gugur"


class BukanGiliranParaf(Refusal):
    """Somebody initials out of turn."""

    status = 409

    def __init__(self, sebutan: str) -> None:
        super().__init__(
            f"Naskah ini sekarang menunggu paraf {sebutan}. Belum ada yang diparaf; Anda "
            "memarafnya sesudah itu, bila memang termasuk pemaraf."
        )


class BelumDiparaf(Refusal):
    """It is to be approved before all have initialled it."""

    status = 409

    def __init__(self, sebutan: Sequence[str]) -> None:
        super().__init__(
            f"Naskah ini masih menunggu paraf {', '.join(sebutan)}. Belum disetujui, dan belum "
            "ada nomor yang diambil."
        )


@dataclass(frozen=True)
class Paraf:
    """One place for initials, of one time that the naskah was put forward."""

    id: str
    naskah: str
    ajuan: int
    urut: int
    peran: str
    keadaan: str = MENUNGGU
    oleh: str = ""
    pada: datetime | None = None
    alasan: str = ""  # the reason of who sent it back, kept apart
    versi: int = 1


def of_turn(some: Iterable[Paraf], ajuan: int) -> list[Paraf]:
    """The places of the present time, in order."""
    return sorted((one for one in some if one.ajuan == ajuan), key=lambda one: one.urut)


def waiting(some: Iterable[Paraf], ajuan: int) -> list[Paraf]:
    """Those that are still empty, the next first."""
    return [one for one in of_turn(some, ajuan) if one.keadaan == MENUNGGU]


def initialled(one: Paraf, siapa: str, now: datetime) -> Paraf:
    """The place with somebody's initials."""
    return replace(one, keadaan=DIPARAF, oleh=siapa, pada=now)


def declined(one: Paraf, siapa: str, now: datetime, alasan: str) -> Paraf:
    """The place of who sent the naskah back instead."""
    return replace(one, keadaan=DITOLAK, oleh=siapa, pada=now, alasan=alasan)


def lapsed(one: Paraf) -> Paraf:
    """A place that nobody need fill any more."""
    return replace(one, keadaan=GUGUR)
