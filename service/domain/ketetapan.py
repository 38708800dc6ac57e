"""What a person decides about a kiriman, and what may not be decided so."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date

from service.domain.aturan import Aturan
from service.domain.instansi import Instansi
from service.domain.kiriman import (
    DIDAFTAR,
    DITERIMA,
    DITOLAK_PETUGAS,
    KARANTINA,
    MENUNGGU_PETUGAS,
    Kiriman,
    Surat,
)
from service.domain.pemisah import DIPISAH
from service.domain.refusals import Refusal

SIFAT: dict[str, str] = {
    "biasa": "Biasa",
    "segera": "Segera",
    "rahasia": "Rahasia",
    "sangat_rahasia": "Sangat rahasia",
}
KEMBAR = "kembar"  # the same files came before: it draws no second number
TERTUTUP = ("rahasia", "sangat_rahasia")
_TANGGAL = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True)
class Ketetapan:
    """A person's word on one kiriman."""

    jenis: str
    surat: Surat = field(default_factory=Surat)
    unit: str = ""  # '': it stays where it is


class BelumSaatnya(Refusal):
    """The kiriman does not stand where this may be done."""

    status = 409

    def __init__(self, kata: str) -> None:
        super().__init__(f"{kata} Tidak ada yang diubah; muat ulang halamannya.")


class KetetapanKurang(Refusal):
    """What was filled in does not yet make a line of the agenda."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(f"Belum dapat ditetapkan. {' '.join(faults)}")
        self.faults = faults


class TanpaUnit(Refusal):
    """Nobody has said yet whose it is."""

    def __init__(self) -> None:
        super().__init__(
            "Kiriman ini belum punya unit. File tersimpan aman; tempatkan dahulu di unitnya."
        )


def faults(ketetapan: Ketetapan, aturan: Aturan, instansi: Instansi) -> tuple[str, ...]:
    """All that is wrong with a decision, each in a sentence."""
    surat, found = ketetapan.surat, []
    if aturan.jenis_of(ketetapan.jenis) is None:
        found.append("Pilih jenis kiriman dari daftar.")
    if surat.tanggal and not is_tanggal(surat.tanggal):
        found.append(
            "Tanggal surat belum berupa tanggal yang ada. Tulis 21 November 2026, atau November "
            "2026 bila surat hanya menyebut bulan, atau 2026."
        )
    if surat.sifat and surat.sifat not in SIFAT:
        found.append("Pilih sifat surat dari daftar.")
    unit = instansi.unit_of(ketetapan.unit) if ketetapan.unit else None
    if ketetapan.unit and (unit is None or unit.sampai is not None):
        found.append("Pilih unit yang masih bekerja.")
    return tuple(found)


def is_tanggal(text: str) -> bool:
    """Whether a text is a day, a month or a year that there is."""
    if not _TANGGAL.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def need(kiriman: Kiriman, keadaan: Collection[str], kata: str) -> None:
    """Ask that it stands in one of these keadaan; BelumSaatnya."""
    if kiriman.keadaan not in keadaan:
        raise BelumSaatnya(kata)


def decided(before: Kiriman, ketetapan: Ketetapan) -> Kiriman:
    """The kiriman as a person says it is; a word of theirs is overwritten by no machine."""
    need(
        before,
        (MENUNGGU_PETUGAS, DIDAFTAR),
        "Kiriman ini sedang diperiksa mesin, ditahan, atau disisihkan.",
    )
    if before.kode == KEMBAR:
        raise BelumSaatnya("File yang sama persis sudah terdaftar lebih dahulu dan bernomor.")
    if before.kode == DIPISAH:
        raise BelumSaatnya("Tumpukan ini sudah dipisah; tetapkan keterangan pada tiap bagiannya.")
    return replace(
        before,
        jenis=ketetapan.jenis,
        surat=ketetapan.surat,
        unit=ketetapan.unit or before.unit,
        alasan="",
        kode="",
    )


def put_aside(before: Kiriman, kata: str) -> Kiriman:
    """The kiriman, looked at and left; its number stays in the book."""
    need(
        before, (MENUNGGU_PETUGAS, KARANTINA), "Hanya kiriman yang menunggu yang dapat disisihkan."
    )
    return replace(before, keadaan=DITOLAK_PETUGAS, kode="disisihkan", alasan=kata)


def looked_at_again(before: Kiriman) -> Kiriman:
    """The kiriman, to be looked at as if it had just come."""
    need(
        before,
        (MENUNGGU_PETUGAS, KARANTINA, DITOLAK_PETUGAS, DITERIMA),
        "Kiriman ini sudah terdaftar.",
    )
    return replace(before, keadaan=DITERIMA, akhir="", kode="", alasan="")
