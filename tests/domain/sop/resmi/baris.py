"""One row of an official table, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Tahap:
    """An act within a row: who does it, and where it may lead."""

    id: str
    kolom: tuple[int, ...]
    ke: Mapping[str, int | str] = field(default_factory=dict)


@dataclass(frozen=True)
class Baris:
    """As printed; columns of actors by their place from the left, goals by number of row."""

    nomor: int
    kegiatan: str
    kolom: tuple[int, ...]
    ikut: tuple[int, ...] = ()
    kelengkapan: str = ""
    waktu: str = ""
    keluaran: str = ""
    ket: str = ""
    ke: Mapping[str, int | str] = field(default_factory=dict)
    tahap: tuple[Tahap, ...] = ()
    untuk: str = ""
    hanya: tuple[str, ...] = ()
    bagian: str = ""
    rujukan: str = ""
    lembar: tuple[str, ...] = ()
    tafsir: tuple[str, ...] = ()  # fields that the source does not say
