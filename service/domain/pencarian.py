"""A search that somebody keeps: for themselves, or for all who look where they work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from service.domain.refusals import Refusal

# What a search is asked by, as the address of its page names it.
RUAS = ("kata", "nomor", "orang", "unit", "jenis", "pintu", "keadaan", "sop", "dari", "sampai")
TERPANJANG = 80  # letters of a name
PALING_BANYAK = 50  # that one person keeps


class NamaPencarian(Refusal):
    """A kept search has a short name of its own."""

    def __init__(self) -> None:
        super().__init__(
            f"Beri nama pencarian ini, paling panjang {TERPANJANG} huruf. Tidak ada yang diubah."
        )


class PencarianKosong(Refusal):
    """There is nothing to be kept."""

    def __init__(self) -> None:
        super().__init__(
            "Belum ada yang dicari, jadi belum ada yang dapat disimpan. Tulis katanya atau pilih "
            "saringannya lebih dahulu. Tidak ada yang diubah."
        )


class NamaTerpakai(Refusal):
    """One person names no two searches alike."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Anda sudah menyimpan pencarian dengan nama itu. Pilih nama lain, atau hapus yang "
            "lama. Tidak ada yang diubah."
        )


class TerlaluBanyakPencarian(Refusal):
    """More than anybody finds again."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            f"Anda sudah menyimpan {PALING_BANYAK} pencarian. Hapus yang tidak dipakai lagi. "
            "Tidak ada yang diubah."
        )


class BagiDiMana(Refusal):
    """A search is shared only where its owner works."""

    def __init__(self) -> None:
        super().__init__(
            "Pencarian hanya dapat dibagikan di unit tempat Anda berwenang. Tidak ada yang diubah."
        )


@dataclass(frozen=True)
class Pencarian:
    """One kept search; whoever opens it finds what they themselves may see, and nothing more."""

    id: str
    orang: str
    instansi: str  # where it is shared; '' for one's own
    unit: str  # '' for the whole agency
    nama: str
    dibuat: datetime
    saring: dict[str, str] = field(default_factory=dict)
    bersama: bool = False
    versi: int = 1


def asked_of(told: Mapping[str, str]) -> dict[str, str]:
    """What of an address is a search; PencarianKosong where nothing is."""
    kept = {name: told[name].strip()[:200] for name in RUAS if told.get(name, "").strip()}
    if not kept:
        raise PencarianKosong
    return kept


def named(nama: str, own: Mapping[str, str]) -> str:
    """The name of a search to be kept beside `own`, the names of those already kept by id."""
    clean = " ".join(nama.split())
    if not clean or len(clean) > TERPANJANG:
        raise NamaPencarian
    if clean.casefold() in {one.casefold() for one in own.values()}:
        raise NamaTerpakai
    if len(own) >= PALING_BANYAK:
        raise TerlaluBanyakPencarian
    return clean
