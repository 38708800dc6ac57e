"""What really happened at each step, and how long it took beside the norm of the SOP."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from service.domain.berkas import DIBATALKAN
from service.domain.kalender import Kalender
from service.domain.sop.waktu import HARI, MENIT, NORMA, Waktu


@dataclass(frozen=True)
class Jejak:
    """One passage of a matter through one act of one row; open as long as it has no end."""

    id: str
    berkas: str
    urut: int  # from 1, in the order in which it happened
    langkah: str
    tahap: str
    masuk: datetime
    diambil: datetime | None = None  # when somebody took it in hand
    keluar: datetime | None = None
    oleh: str = ""
    hasil: str = ""
    kembali: bool = False  # it was sent back from here
    alasan: str = ""
    dilewati: bool = False  # no item asked for it
    atas_nama: str = ""  # the person on whose behalf it was done
    versi: int = 1


def taken_back(way: Iterable[Jejak]) -> list[tuple[Jejak, bool]]:
    """The passages that began because the matter was sent back, or was opened again after its
    end, and whether it was sent; what was called off and resumed goes on as it was."""
    walked = sorted((one for one in way if not one.dilewati), key=lambda one: one.urut)
    return [
        (after, before.kembali)
        for before, after in pairwise(walked)
        if before.kembali or _reopened(before, after)
    ]


def _reopened(before: Jejak, after: Jejak) -> bool:
    there = (before.langkah, before.tahap) == (after.langkah, after.tahap)
    return there and before.hasil != DIBATALKAN


@dataclass(frozen=True)
class Lama:
    """How long one passage took, in minutes of office time."""

    tunggu: int  # until somebody took it in hand
    sentuh: int  # from then on

    @property
    def semua(self) -> int:
        """From coming in to going out."""
        return self.tunggu + self.sentuh


def lama(one: Jejak, kalender: Kalender, now: datetime) -> Lama:
    """Of a passage that is over, or as it stands now."""
    end = one.keluar or now
    taken = min(one.diambil or end, end)
    return Lama(kalender.menit_kerja(one.masuk, taken), kalender.menit_kerja(taken, end))


def norma_menit(waktu: Waktu, kalender: Kalender, mulai: datetime) -> int | None:
    """The norm in minutes of office time; None where the column sets none."""
    if waktu.jenis != NORMA:
        return None
    if waktu.satuan == MENIT:
        return waktu.jumlah
    if waktu.satuan != HARI:
        return None
    day = kalender.tanggal(mulai)
    days = [kalender.hari_kerja_after(day, n) for n in range(1, waktu.jumlah + 1)]
    return sum(_open_minutes(kalender, each) for each in days)


def _open_minutes(kalender: Kalender, day: date) -> int:
    return sum(
        60 * (one.selesai.hour - one.mulai.hour) + one.selesai.minute - one.mulai.minute
        for one in kalender.jam_on(day)
    )
