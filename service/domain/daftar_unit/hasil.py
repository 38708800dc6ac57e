"""What was read of a unit's list: rows that go on, rows that go back, each fault at its cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from service.domain.daftar_unit.kepala import Kepala
from service.domain.daftar_unit.lajur import DIK

BERAT, RINGAN = "berat", "ringan"  # the row goes back; it goes on, and somebody should look
PINDAHKAN = "Informasi yang dikecualikan tidak dimuat dalam DIP; pindahkan ke DIK."


class WaktuTerbaca(Protocol):
    """A time as it was read."""

    @property
    def tertulis(self) -> str:
        """The words of the time alone."""
        ...

    @property
    def ragu(self) -> str:
        """Why a person looks at it again, '' where nobody need."""
        ...


BacaWaktu = Callable[[str], tuple[WaktuTerbaca, str]]  # a cell as its time and its place


@dataclass(frozen=True, slots=True)
class SalahSel:
    """What is wrong at one cell, and what helps; without a letter it is said of the whole row."""

    lembar: str
    baris: int  # 0: of the sheet
    kolom: str
    kata: str
    bobot: str = BERAT

    @property
    def tempat(self) -> str:
        """Where it stands, as a spreadsheet names it."""
        if not self.baris:
            return f"lembar {self.lembar}" if self.lembar else "seluruh lembar"
        return f"sel {self.kolom}{self.baris}" if self.kolom else f"baris {self.baris}"


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """One line of the list: what it says under each name, its kind, its time, its faults."""

    baris: int
    # What is not public yet stands in no log by its own name.
    isi: dict[str, str] = field(repr=False)
    kategori: str = ""
    waktu: WaktuTerbaca | None = None
    salah: tuple[SalahSel, ...] = ()
    sel: Mapping[str, str] = field(
        default_factory=dict, repr=False
    )  # the same as it stood, by its columns

    @property
    def kembali(self) -> bool:
        """Whether it goes back to the unit."""
        return any(one.bobot == BERAT for one in self.salah)

    @property
    def kecuali(self) -> bool:
        """Whether it says of itself that it is withheld."""
        return any(one.kata == PINDAHKAN for one in self.salah)

    def at(self, nama: str) -> str:
        """What it says under a name; '' where nothing."""
        return self.isi.get(nama, "")


@dataclass(frozen=True)
class Dilewati:
    """Rows that are no lines of the list, and what they were taken for."""

    dari: int
    sampai: int
    apa: str


@dataclass(frozen=True)
class Hasil:
    """A list as it was read."""

    lembar: str
    kepala: Kepala
    diterima: tuple[BarisUnit, ...]
    dikembalikan: tuple[BarisUnit, ...]
    umum: tuple[SalahSel, ...] = ()  # of the sheet, not of one row
    tanya: tuple[str, ...] = ()  # what a person must say about the columns first
    dilewati: tuple[Dilewati, ...] = ()
    lembar_lain: tuple[str, ...] = ()  # a sentence for each sheet that was not read
    golongan: Mapping[int, str] = field(
        default_factory=dict
    )  # the row of each bar (0: a title above), its kind

    @property
    def sebagian(self) -> bool:
        """Whether it is what came back of an earlier list, and not a whole one."""
        return "baris_asal" in self.kepala.di

    @property
    def tertutup(self) -> bool:
        """Whether a line of it names what is to be withheld."""
        rows = (*self.diterima, *self.dikembalikan)
        return self.kepala.daftar == DIK or any(one.kecuali for one in rows)

    @property
    def salah(self) -> tuple[SalahSel, ...]:
        """Every fault, of the sheet first, then from the top down."""
        rows = sorted((*self.diterima, *self.dikembalikan), key=lambda one: one.baris)
        return (*self.umum, *(fault for one in rows for fault in one.salah))

    @property
    def jumlah(self) -> dict[str, int]:
        """How many rows went which way, and how many faults there are of each weight."""
        berat = sum(one.bobot == BERAT for one in self.salah)
        return {
            "baris": len(self.diterima) + len(self.dikembalikan),
            "diterima": len(self.diterima),
            "dikembalikan": len(self.dikembalikan),
            BERAT: berat,
            RINGAN: len(self.salah) - berat,
        }
