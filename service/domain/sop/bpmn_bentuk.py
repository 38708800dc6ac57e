"""What an SOP becomes in BPMN: nodes in columns, flows between them, what they need and make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from service.domain.sop.bahan import Daftar
from service.domain.sop.bentuk import Bagian, Langkah, Sop, Tahap

MULAI, MULAI_PESAN, MULAI_WAKTU, AKHIR = "mulai", "mulai_pesan", "mulai_waktu", "akhir"
TUGAS, BUTIR, PANGGIL, GERBANG, UNIT = "tugas", "butir", "panggil", "gerbang", "unit"
PERISTIWA = (MULAI, MULAI_PESAN, MULAI_WAKTU, AKHIR)


@dataclass(frozen=True)
class Simpul:
    """One node; `dalam` names the group of the units where it stands in one."""

    id: str
    jenis: str
    nama: str
    lajur: str  # the pelaksana in whose lane it stands
    dalam: str = ""
    langkah: Langkah | None = None
    tahap: Tahap | None = None
    perlu: tuple[str, ...] = ()  # things that are needed here
    hasil: tuple[str, ...] = ()  # things that come out of it
    rincian: str = ""  # what starts it, or what is called


@dataclass(frozen=True)
class Alur:
    """One flow; without a condition where it is the only one, or what is left over."""

    dari: str
    ke: str
    nama: str = ""
    syarat: str = ""
    biasa: bool = False  # what is left over


@dataclass(frozen=True)
class Proses:
    """One part of an SOP, whole."""

    id: str
    sop: Sop
    bagian: Bagian
    bahan: Daftar
    simpul: tuple[Simpul, ...]  # from left to right
    alur: tuple[Alur, ...]

    @property
    def lajur(self) -> tuple[str, ...]:
        """The actors that something stands with, in the order of the SOP."""
        used = {one.lajur for one in self.simpul}
        return tuple(one.id for one in self.sop.pelaksana if one.id in used)

    @property
    def unit(self) -> Simpul | None:
        """The group that each unit walks for itself."""
        return next((one for one in self.simpul if one.jenis == UNIT), None)

    def within(self, group: str) -> Iterator[Simpul]:
        """The nodes of the group; of the process itself where none is named."""
        return (one for one in self.simpul if one.dalam == group)

    def flows(self, group: str) -> Iterator[Alur]:
        """The flows within it."""
        own = {one.id for one in self.within(group)}
        return (one for one in self.alur if one.dari in own)

    def variable(self, nama: str) -> str:
        """A name of its own among those of all processes: butir, unit or putusan."""
        return f"{nama}_{self.id}"


def process_id(kode: str, bagian: str) -> str:
    """By what a part of an SOP is called by others."""
    return f"{kode}_{bagian}" if bagian else kode
