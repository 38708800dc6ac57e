"""What the service says of the signatures in a paper: its words, kept apart from our own rule."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TandaTangan:
    """One signature as the service describes it; None and '' where it says nothing."""

    nama: str = ""
    waktu: str = ""
    alasan: str = ""
    lokasi: str = ""
    ruas: str = ""
    utuh: bool | None = None
    dipercaya: bool | None = None
    bercap_waktu: bool | None = None


@dataclass(frozen=True)
class Pemeriksaan:
    """The signatures of a paper as the service describes them."""

    kesimpulan: str
    keterangan: str
    tanda: tuple[TandaTangan, ...]
    jumlah: int
