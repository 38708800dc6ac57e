"""A waiver: a matter goes on and is closed without one of its papers, with the reason on record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from service.domain.refusals import Refusal
from service.domain.sop.bahan import FISIK, KIRIMAN, NASKAH, Bahan

DAPAT = frozenset({NASKAH, KIRIMAN, FISIK})


class TidakDapatDikesampingkan(Refusal):
    """Some things no reason replaces."""

    def __init__(self, nama: str, sebab: str) -> None:
        super().__init__(f"{nama} tidak dapat dikesampingkan: {sebab}. Tidak ada yang diubah.")


class PerluAlasanKeringanan(Refusal):
    """What is left out is explained."""

    def __init__(self) -> None:
        super().__init__(
            "Tulis mengapa berkas ini dilanjutkan tanpa kelengkapan itu. Tidak ada yang diubah."
        )


class SudahDikesampingkan(Refusal):
    """One thing of one matter is waived once."""

    status = 409

    def __init__(self, nama: str) -> None:
        super().__init__(f"{nama} sudah dikesampingkan di berkas ini. Tidak ada yang diubah.")


@dataclass(frozen=True)
class Keringanan:
    """One thing that a matter is not asked for any more."""

    id: str
    berkas: str
    bahan: str
    alasan: str  # id of the written reason
    oleh: str
    pada: datetime
    dicabut: datetime | None = None
    versi: int = 1


def checked(thing: Bahan, alasan: str, others: Iterable[Keringanan]) -> None:
    """Refuse what may not be waived: the proof of an exclusion, what the act itself makes."""
    if thing.bukti:
        raise TidakDapatDikesampingkan(thing.nama, "membuktikan pengecualian informasi")
    if thing.wujud not in DAPAT:
        raise TidakDapatDikesampingkan(thing.nama, "bukan naskah, kiriman, atau berkas fisik")
    if not alasan.strip():
        raise PerluAlasanKeringanan
    if thing.id in standing(others):
        raise SudahDikesampingkan(thing.nama)


def may_be_waived(thing: Bahan) -> bool:
    """Whether a reason can stand for it at all."""
    return not thing.bukti and thing.wujud in DAPAT


def withdrawn(one: Keringanan, now: datetime) -> Keringanan:
    """Asked for again; the row stays."""
    return replace(one, dicabut=one.dicabut or now)


def standing(waivers: Iterable[Keringanan]) -> frozenset[str]:
    """The things that are waived."""
    return frozenset(one.bahan for one in waivers if one.dicabut is None)
