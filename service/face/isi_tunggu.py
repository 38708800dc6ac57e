"""What the page of the staging folder shows."""

from __future__ import annotations

from dataclasses import dataclass

from service.face.isi_formulir import Pastikan


@dataclass(frozen=True)
class FileTunggu:
    """One file that waits to be accepted."""

    tanda: str
    nama: str
    besar: str
    sejak: str
    iso: str
    siap: bool
    gambar: str = ""  # address of its first page; '' where none can be shown at once
    kembalikan: Pastikan | None = None


@dataclass(frozen=True)
class UnitTunggu:
    """The staging folder of one unit."""

    nama: str
    folder: str
    file: tuple[FileTunggu, ...]


@dataclass(frozen=True)
class Tertahan:
    """One thing that was refused at the door, or is left where it lies."""

    nama: str
    sebab: str
    folder: str
    coba: str = ""  # address (POST) that has it tried again
