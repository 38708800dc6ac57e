"""The proof sheet of a blackened copy: whose, of which bytes, and how much can be got out of both.

It is kept in the journal, which is chained, and holds no word of the file: hashes and counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from service.domain.angka import ribuan
from service.domain.catatan import Catatan
from service.domain.gerbang.bukti_hitam import BuktiHitam
from service.domain.gerbang.hitam import KotakHitam

DISALIN, DIMINTA = "file_disalin", "file_salinan_diminta"
_ANGKA = ("kotak", "di_balik_sebelum", "di_balik_sesudah", "semua_sebelum", "semua_sesudah")


@dataclass(frozen=True)
class LembarBukti:
    """One proof."""

    oleh: str  # who had it blackened
    pada: datetime
    asal: str  # sha256 of what was blackened
    hasil: str  # sha256 of the copy
    halaman: str
    jumlah: dict[str, int]

    @property
    def baris(self) -> list[tuple[str, str]]:
        """The sheet as names and values."""
        many = {name: ribuan(n) for name, n in self.jumlah.items()}
        return [
            ("Kotak", f"{many['kotak']}, di halaman {self.halaman}"),
            (
                "Huruf yang dapat diambil dari balik kotak",
                f"{many['di_balik_sebelum']} sebelumnya, {many['di_balik_sesudah']} di salinannya",
            ),
            (
                "Huruf yang dapat diambil seluruhnya",
                f"{many['semua_sebelum']} sebelumnya, {many['semua_sesudah']} di salinannya",
            ),
            ("Sidik SHA-256 yang dihitamkan", self.asal),
            ("Sidik SHA-256 salinannya", self.hasil),
        ]


def told(asal: str, kotak: Sequence[KotakHitam], bukti: BuktiHitam) -> dict[str, str]:
    """The proof as the journal keeps it."""
    before, after = bukti.sebelum, bukti.sesudah
    many = (len(kotak), before.di_balik, after.di_balik, before.semua, after.semua)
    pages = sorted({one.halaman for one in kotak})
    return {
        "asal": asal,
        "halaman": ", ".join(map(str, pages)),
        **{name: str(n) for name, n in zip(_ANGKA, many, strict=True)},
    }


def sheet_of(hasil: str, jurnal: Iterable[Catatan]) -> LembarBukti | None:
    """The proof of these bytes, out of the journal of their piece, newest first; None: no boxes."""
    made: Catatan | None = None
    for line in jurnal:
        if made is None:
            found = line.perbuatan == DISALIN and line.rincian.get("sha256") == hasil
            made = line if found and "asal" in line.rincian else None
        elif line.perbuatan == DIMINTA:
            isi = made.rincian
            many = {name: int(isi[name]) for name in _ANGKA}
            pages = isi["halaman"]
            return LembarBukti(line.siapa, line.waktu, isi["asal"], hasil, pages, many)
    return None
