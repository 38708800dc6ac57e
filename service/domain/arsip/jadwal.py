"""The klasifikasi arsip and the JRA of an agency: its codes, and how long each is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from service.domain.arsip.kode import above, order
from service.domain.arsip.lama import Lama
from service.domain.informasi.retensi import DINILAI, MUSNAH, NASIB_AKHIR, PERMANEN

__all__ = ["DINILAI", "MUSNAH", "PERMANEN", "BarisJadwal", "Jadwal", "Retensi", "jadwal_of"]


@dataclass(frozen=True)
class Retensi:
    """How long something stays in its unit, then in the archive, and what comes after."""

    aktif: Lama = field(default_factory=Lama)
    inaktif: Lama = field(default_factory=Lama)
    nasib: str = ""

    @property
    def kata(self) -> str:
        """As it is printed in a list of archives."""
        fate = NASIB_AKHIR.get(self.nasib, "").lower()
        told = f"aktif {self.aktif.kata}, inaktif {self.inaktif.kata}"
        return f"{told}, {fate}" if fate else told


@dataclass(frozen=True)
class BarisJadwal:
    """One code: what it is called, and its line of the JRA, where it has one of its own."""

    kode: str
    nama: str
    retensi: Retensi | None = None
    vital: bool = False  # the JRA says that the office cannot work without it
    keterangan: str = ""


@dataclass(frozen=True)
class Jadwal:
    """All codes of an agency in their order."""

    baris: tuple[BarisJadwal, ...] = ()

    @cached_property
    def _known(self) -> dict[str, BarisJadwal]:
        return {row.kode: row for row in self.baris}

    def one(self, kode: str) -> BarisJadwal | None:
        """The code itself."""
        return self._known.get(kode)

    def retention(self, kode: str) -> Retensi | None:
        """What the JRA says of a code: its own line, else that of the nearest code above it."""
        found = (self.one(one) for one in (kode, *above(kode)))
        return next((one.retensi for one in found if one and one.retensi), None)

    def path(self, kode: str) -> tuple[BarisJadwal, ...]:
        """The code with those above it that are known, from the widest."""
        found = (self.one(one) for one in (kode, *above(kode)))
        return tuple(reversed([one for one in found if one]))

    @property
    def tanpa_jadwal(self) -> tuple[BarisJadwal, ...]:
        """Codes of which no line of the JRA says anything."""
        return tuple(row for row in self.baris if self.retention(row.kode) is None)


def jadwal_of(rows: Iterable[BarisJadwal]) -> Jadwal:
    """The schedule in the order of its codes."""
    return Jadwal(tuple(sorted(rows, key=lambda row: order(row.kode))))
