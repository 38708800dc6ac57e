"""The shape of an SOP: who takes part, its rows in their order, its parts, and when it opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from service.domain.sop.identitas import Identitas
from service.domain.sop.waktu import Waktu

BERIKUT, SELESAI = "berikut", "selesai"
PER_UNIT, PER_BUTIR = "unit", "butir"
RAPAT, UJI, SERAH, KUMPUL = "rapat", "uji", "serah", "kumpul"
# What a row is worked with, beside its papers.
LEMBAR = {
    RAPAT: "rapat: undangan, daftar hadir, dan notula",
    UJI: "uji konsekuensi per butir",
    SERAH: "serah terima berkas fisik dan digital",
    KUMPUL: "pengumpulan daftar dari unit",
}
UTAMA = ""  # the part of rows that name none


@dataclass(frozen=True)
class Pelaksana:
    """One column of actors: what the SOP calls it, and the peran whose holders work in it."""

    id: str
    sebutan: str
    peran: str
    kelompok: str = ""  # what stands above it in the head of the table


@dataclass(frozen=True)
class Syarat:
    """Something a row needs; only for butir with one of these outcomes, where it names any."""

    bahan: str
    bila: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tahap:
    """One of several acts within a row, each by its own people: to hand over, and to receive."""

    id: str
    kegiatan: str
    pelaksana: tuple[str, ...]
    keluaran: tuple[str, ...] = ()
    cabang: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Tertulis:
    """What stands in the columns of the source, where our own reading says more or other."""

    kelengkapan: str | None = None
    keluaran: str | None = None


@dataclass(frozen=True)
class Langkah:
    """One row of the table."""

    id: str
    nomor: int  # in the source; 0 for a row that we had to infer
    kegiatan: str
    pelaksana: tuple[str, ...]  # each of them may complete it
    bersama: tuple[str, ...] = ()  # take part, but do not complete it
    kelengkapan: tuple[Syarat, ...] = ()
    waktu: Waktu = field(default_factory=Waktu)
    keluaran: tuple[str, ...] = ()
    cukup: Mapping[str, str] = field(default_factory=dict)  # states that count here, not the usual
    keterangan: str = ""
    cabang: Mapping[str, str] = field(default_factory=dict)
    untuk: str = ""  # '', unit or butir
    hanya: tuple[str, ...] = ()  # only for butir with such an outcome
    bagian: str = UTAMA
    rujukan: str = ""  # another SOP that is walked here
    lembar: tuple[str, ...] = ()
    tahap: tuple[Tahap, ...] = ()
    disimpulkan: tuple[str, ...] = ()  # which of its fields the source does not say
    tertulis: Tertulis = field(default_factory=Tertulis)

    @property
    def tafsir(self) -> bool:
        """Whether the source has no such row."""
        return self.nomor == 0

    @property
    def keputusan(self) -> bool:
        """Whether somebody decides here how it goes on: the diamond of the flowchart."""
        return len(self.cabang) > 1

    @property
    def semua_keluaran(self) -> tuple[str, ...]:
        """What comes out of the row and of the acts within it."""
        more = (name for one in self.tahap for name in one.keluaran)
        return tuple(dict.fromkeys((*self.keluaran, *more)))

    @property
    def dinanti(self) -> tuple[Syarat, ...]:
        """What must be there before; a row does not wait for what it makes itself."""
        made = set(self.semua_keluaran)
        return tuple(one for one in self.kelengkapan if one.bahan not in made)


@dataclass(frozen=True)
class Bagian:
    """Rows with a rhythm of their own: each opens a berkas of its own."""

    id: str
    nama: str
    langkah: tuple[str, ...] = ()  # in their order; () as they stand in the table
    berkala: Waktu = field(default_factory=Waktu)


@dataclass(frozen=True)
class Buka:
    """What opens a berkas under this SOP."""

    kiriman: tuple[str, ...] = ()  # kinds of kiriman
    petugas: bool = True
    tenggat: str = ""  # the term of the law that runs from then on
    tenggat_bila: tuple[str, ...] = ()  # only for these kinds of kiriman, where it names any
    rujukan: bool = False  # may be called by another SOP


@dataclass(frozen=True)
class Sop:
    """One SOP of one agency."""

    kode: str
    nama: str  # as the source has it, also where it is garbled
    judul: str  # what it is about
    nomor: str
    pelaksana: tuple[Pelaksana, ...]
    langkah: tuple[Langkah, ...]
    bagian: tuple[Bagian, ...] = ()
    berkala: Waktu = field(default_factory=Waktu)
    buka: Buka = field(default_factory=Buka)
    identitas: Identitas = field(default_factory=Identitas)
    tafsir: tuple[str, ...] = ()

    def row(self, id_: str) -> Langkah:
        """The row of that name."""
        return next(one for one in self.langkah if one.id == id_)

    def has(self, id_: str) -> bool:
        """Whether there is such a row."""
        return any(one.id == id_ for one in self.langkah)

    def sebutan(self, pelaksana: str) -> str:
        """What the SOP calls one of its actors."""
        return next((one.sebutan for one in self.pelaksana if one.id == pelaksana), pelaksana)

    def peran(self, pelaksana: str) -> str:
        """The peran behind one of its actors."""
        return next((one.peran for one in self.pelaksana if one.id == pelaksana), "")

    def parts(self) -> tuple[Bagian, ...]:
        """Its parts; one nameless one where the table has a single rhythm."""
        return self.bagian or (Bagian(UTAMA, self.judul, (), self.berkala),)

    def part(self, id_: str) -> Bagian:
        """The part of that name."""
        return next(one for one in self.parts() if one.id == id_)

    def rows(self, bagian: str = UTAMA) -> tuple[Langkah, ...]:
        """The rows of a part, in the order in which they are walked."""
        own = [one for one in self.langkah if one.bagian == bagian]
        order = self.part(bagian).langkah
        if not order:
            return tuple(own)
        return tuple(sorted(own, key=lambda one: order.index(one.id)))

    @property
    def resmi(self) -> tuple[Langkah, ...]:
        """The rows that the source has."""
        return tuple(one for one in self.langkah if not one.tafsir)
