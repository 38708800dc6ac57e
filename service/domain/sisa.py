"""How much room the disk must keep: files are taken in only while all else can go on."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.refusals import Refusal, Unavailable

SISA_BITA = 2_000_000_000
SISA_PERSEN = 5


class DiskHampirPenuh(Refusal):
    """Nothing more is taken in before somebody makes room."""

    status = 507

    def __init__(self) -> None:
        super().__init__(
            "Disk tempat penyimpanan hampir penuh, maka file baru belum dapat diterima. Yang sudah "
            "diterima tetap aman. Beri tahu administrator agar menambah ruang, lalu coba lagi."
        )


class DiskPenuh(Unavailable):
    """Not one byte more goes in; whoever waits by himself goes on when there is room."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"Disk penuh di {where}. Tidak ada yang tersimpan setengah, dan file asal tetap utuh. "
            "Kosongkan tempat di disk; pekerjaan ini dicoba lagi dengan sendirinya."
        )


@dataclass(frozen=True)
class Sisa:
    """A disk: what is free, and how large it is, in bytes."""

    bebas: int
    seluruh: int


def spare(sisa: Sisa) -> int:
    """What must stay free: 5 % of the disk, and never less than 2 GB."""
    return max(SISA_BITA, sisa.seluruh * SISA_PERSEN // 100)


def fits(sisa: Sisa, ukuran: int) -> bool:
    """Whether so many bytes can be taken in and enough stays free."""
    return sisa.bebas - ukuran >= spare(sisa)
