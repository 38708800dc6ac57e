"""Whether what was blackened is truly gone from a copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.domain.refusals import Refusal


class MasihTerbaca(Refusal):
    """Something under a box could still be got out of the copy; the copy is thrown away."""

    def __init__(self, sebab: Sequence[str]) -> None:
        super().__init__(
            "Salinan yang dihitamkan tidak jadi dipakai: "
            f"{'; '.join(sebab[:3])}. File aslinya tidak berubah."
        )


@dataclass(frozen=True)
class Huruf:
    """How many letters could be got out of a file: from under the boxes, and in all."""

    di_balik: int = 0
    semua: int = 0


@dataclass(frozen=True)
class BuktiHitam:
    """What came of looking for the blackened in its copy."""

    halaman: int  # of the copy
    sisa: tuple[str, ...] = ()  # what could still be got out of it, as sentences
    terulang: tuple[int, ...] = ()  # pages on which a blackened word is still to be read elsewhere
    sebelum: Huruf = Huruf()
    sesudah: Huruf = Huruf()


def proven(bukti: BuktiHitam, halaman: int) -> None:
    """Refuse a copy out of which anything blackened can be got, or that lost a page."""
    if bukti.halaman != halaman:
        raise MasihTerbaca([f"halamannya {bukti.halaman}, seharusnya {halaman}"])
    if bukti.sisa:
        raise MasihTerbaca(bukti.sisa)
    if bukti.sesudah.di_balik:
        raise MasihTerbaca([f"{bukti.sesudah.di_balik} huruf masih ada di balik kotak"])


def warning(bukti: BuktiHitam) -> str:
    """What a person should still look at; '' where nothing."""
    if not bukti.terulang:
        return ""
    pages = ", ".join(map(str, bukti.terulang))
    return (
        f"Kata yang Anda hitamkan masih terbaca di tempat lain: halaman {pages}. Hitamkan juga di "
        "sana bila perlu."
    )
