"""A line stands still while the decree that lists it is out to be signed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from service.domain.edisi.edisi import DIP, RANCANGAN, Edisi
from service.domain.informasi.keadaan import TERVERIFIKASI
from service.domain.informasi.riwayat import Riwayat
from service.domain.refusals import Refusal


class BarisDiajukan(Refusal):
    """What the signers read is what they sign."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Baris ini tercetak pada surat keputusan yang sedang diajukan, jadi tidak ditulis atau "
            "dikembalikan. Minta naskahnya dikembalikan dahulu, atau cabut barisnya bila tidak "
            "boleh diumumkan. Tidak ada yang diubah."
        )


def verified_at(lines: Iterable[Riwayat]) -> datetime | None:
    """When a line was last found right."""
    return max((x.pada for x in lines if x.ke == TERVERIFIKASI != x.dari), default=None)


def awaits(since: datetime | None, drafts: Iterable[Edisi]) -> bool:
    """Whether what was found right then is listed by a draft whose paper is on its way."""
    out = (x.beku for x in drafts if (x.keadaan, x.daftar) == (RANCANGAN, DIP))
    return since is not None and any(beku is not None and since <= beku for beku in out)
