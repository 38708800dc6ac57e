"""The bytes of what is withheld: opened only with a reason, as long as the piece stays closed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from service.domain.ids import derived
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import TERBATAS_DILIHAT
from service.domain.refusals import Refusal


class FileTertutup(Refusal):
    """A file of something withheld is opened from its own page, with the reason."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "File ini milik informasi yang dikecualikan. Buka dari halaman informasinya di "
            "Dikecualikan, dengan menulis alasannya."
        )


@dataclass(frozen=True)
class Tutupan:
    """One file of one piece that is closed, by its sha256."""

    id: str
    informasi: str
    instansi: str
    sidik: str = field(repr=False)
    nama: str = field(default="", repr=False)
    sejak: datetime | None = None
    dibuka: datetime | None = None
    versi: int = 1


def files(one: Informasi) -> dict[str, str]:
    """The files of a piece by sha256, each with the name of its document."""
    named = {one.pelengkap.sidik: one.letak.dokumen, one.letak.sidik: one.letak.dokumen}
    return {sidik: nama for sidik, nama in named.items() if sidik}


def closed(one: Informasi, now: datetime) -> list[Tutupan]:
    """What is to be closed of a piece as it stands."""
    if one.keadaan not in TERBATAS_DILIHAT:
        return []
    return [
        Tutupan(derived(f"tutupan {one.id} {sidik}"), one.id, one.instansi, sidik, nama, now)
        for sidik, nama in files(one).items()
    ]


def reopened(one: Tutupan, now: datetime) -> Tutupan:
    """The piece is withheld no more, so its file is read like any other."""
    return replace(one, dibuka=now)


def shut_again(one: Tutupan, now: datetime) -> Tutupan:
    """It is withheld once more."""
    return replace(one, dibuka=None, sejak=now)
