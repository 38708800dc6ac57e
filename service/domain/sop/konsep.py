"""An SOP that is being written on pages: what was read, what was made of it, what is not sure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

KONSEP, DIPAKAI, DIBUANG = "konsep", "dipakai", "dibuang"
SIAP, GUGUR = "siap", "gugur"


@dataclass(frozen=True)
class Ragu:
    """Something a person has to look at: in which field ('' for none of them), and why."""

    isian: str
    sebab: str


@dataclass(frozen=True)
class BarisSumber:
    """One row of the table as it was read, cell by cell."""

    nomor: str = ""
    kegiatan: str = ""
    tanda: dict[str, str] = field(default_factory=dict)  # by the column of the actor
    kelengkapan: str = ""
    waktu: str = ""
    keluaran: str = ""
    keterangan: str = ""


@dataclass(frozen=True)
class BarisKonsep:
    """One row of the draft, in the keys of its file; they may still be wrong."""

    kunci: str  # its own, whatever its place and its id
    isi: dict[str, Any]
    asal: tuple[int, ...] = ()  # the rows of the table that it was read from
    ragu: tuple[Ragu, ...] = ()


@dataclass(frozen=True)
class SopKonsep:
    """A draft of an SOP; it governs no matter until somebody puts it in force."""

    id: str
    instansi: str
    nama: str
    keadaan: str
    dibuat: datetime
    oleh: str
    kode: str = ""  # the SOP it will be; '' until somebody says
    dasar: int = -1  # the version it was opened from; 0: as it came; -1: from none
    file: str = ""  # the sha256 of the table it was read from
    nama_file: str = ""
    tabel: int = 0  # which of the tables in the file
    tabel_lain: tuple[str, ...] = ()  # all of them, in words, where there are several
    kepala: dict[str, Any] = field(default_factory=dict)  # the file without its rows
    langkah: tuple[BarisKonsep, ...] = ()
    bahan: dict[str, Any] = field(default_factory=dict)  # things that this SOP brings along
    sumber: tuple[BarisSumber, ...] = ()
    ragu: tuple[Ragu, ...] = ()  # of the whole, not of a row
    penyiap: tuple[str, ...] = ()  # everybody who wrote in it
    diubah: datetime | None = None
    diubah_oleh: str = ""
    siap: str = ""  # SIAP to be put in force; GUGUR where somebody wrote on
    siap_oleh: str = ""
    siap_sejak: datetime | None = None
    versi: int = 1

    def row(self, kunci: str) -> BarisKonsep | None:
        """The row of that key; None where somebody took it out."""
        return next((one for one in self.langkah if one.kunci == kunci), None)


@dataclass(frozen=True)
class SopTerbit:
    """One version of an SOP that an agency put in force on a page."""

    id: str
    instansi: str
    kode: str
    urut: int  # from 1 in its SOP; 0 is what came with Berkas
    nama: str
    teks: str
    bahan: str  # the things it brings along; '' where none
    sejak: datetime
    oleh: str
    penyiap: tuple[str, ...] = ()
    alasan: str = ""
    konsep: str = ""
    versi: int = 1
