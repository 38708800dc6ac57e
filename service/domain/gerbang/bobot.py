"""How much a hit weighs, and what a kind of hit says of itself."""

from __future__ import annotations

from dataclasses import dataclass

RINGAN, SEDANG, BERAT, MUTLAK = "ringan", "sedang", "berat", "mutlak"
BOBOT = {RINGAN: 1, SEDANG: 2, BERAT: 3, MUTLAK: 4}


@dataclass(frozen=True)
class ArtiTembus:
    """What a kind of hit means."""

    label: str
    kata: str  # what it is, and what to do
    berat: str

    @property
    def boleh_dilepas(self) -> bool:
        """Whether a person may let it pass; what nobody could look at is replaced."""
        return self.berat != MUTLAK


BERSIHKAN = "Hapus bagian itu lalu unggah lagi, atau umumkan salinan yang dibuatkan."
