"""The block above the table of an SOP: numbers, days, legal basis, who set it in force."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Pengesah:
    """Somebody who signs the SOP itself."""

    nama: str = ""
    jabatan: str = ""
    nip: str = ""
    pangkat: str = ""
    sebagai: str = ""  # "Disusun oleh"; '' for the one who sets it in force


@dataclass(frozen=True)
class Identitas:
    """As the source has it; a day may lack its number, so days stay as they are written."""

    instansi: tuple[str, ...] = ()  # the names at its head, from the top down
    dibuat: str = ""
    direvisi: str = ""
    efektif: str = ""
    disahkan: str = ""
    pengesah: Pengesah = field(default_factory=Pengesah)
    judul_tabel: str = ""
    dasar_hukum: tuple[str, ...] = ()
    kualifikasi: tuple[str, ...] = ()
    keterkaitan: tuple[str, ...] = ()
    peralatan: tuple[str, ...] = ()
    peringatan: tuple[str, ...] = ()
    pencatatan: tuple[str, ...] = ()
    tanda_tangan: tuple[Pengesah, ...] = ()  # drawn up, checked, agreed to

    @property
    def kosong(self) -> bool:
        """Whether the source has no such block at all."""
        return self == Identitas()
