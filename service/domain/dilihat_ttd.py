"""What a person looked at before they sign it: which paper, as it lay before them then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.domain.naskah import Naskah
from service.domain.refusals import Refusal
from service.domain.tempat_ttd import TempatTtd, latest


class BelumDilihat(Refusal):
    """Nobody signs in one go what they did not look at as it is now."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Naskah ini belum Anda lihat, atau berubah sesudah Anda melihatnya. Belum ada yang "
            "ditandatangani. Buka, baca, lalu tandai lagi sebagai sudah dilihat."
        )


@dataclass(frozen=True)
class DilihatTtd:
    """That this person looked at this paper for this place."""

    id: str
    orang: str
    tempat: str
    naskah: str
    terlihat: int  # the version of the naskah
    pdf: str  # sha256 of what they saw
    pada: datetime
    versi: int = 1


def row_id(orang: str, tempat: str) -> str:
    """One row for a person and a place: what they saw last."""
    return f"{tempat}.{orang}"


def still_so(one: DilihatTtd, naskah: Naskah, places: Sequence[TempatTtd]) -> bool:
    """Whether the paper is as it was when they looked at it."""
    return one.terlihat == naskah.versi and one.pdf == latest(places, naskah.pdf)
