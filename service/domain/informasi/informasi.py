"""Informasi: one piece of public information for good, from its proposal to its end in a list."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from service.domain.informasi.dik import BarisDik
from service.domain.informasi.keadaan import (
    DAPAT_DIUBAH,
    DICABUT,
    TERBATAS_DILIHAT,
    TERTUTUP,
    USULAN,
)
from service.domain.informasi.letak import Letak
from service.domain.informasi.unsur import Pelengkap, Sk, Unsur


@dataclass(frozen=True)
class Informasi:
    """One piece; its kode is its own for good, whatever number a list prints before it.

    What it says never stands in its own name in a log: `repr` tells the id and the state.
    """

    id: str
    instansi: str
    kode: str
    keadaan: str = USULAN
    unit: str = ""  # the unit of the agency that answers for the line
    kategori: str = field(default="", repr=False)  # berkala, serta_merta, setiap_saat
    keamanan: str = field(default="", repr=False)  # biasa, terbatas, rahasia, sangat_rahasia
    unsur: Unsur = field(default_factory=Unsur, repr=False)
    pelengkap: Pelengkap = field(default_factory=Pelengkap, repr=False)
    letak: Letak = field(default_factory=Letak, repr=False)
    dik: BarisDik = field(default_factory=BarisDik, repr=False)
    salinan_dari: str = field(default="", repr=False)  # the id of what its copy was blacked out in
    sk: Sk = field(default_factory=Sk, repr=False)
    terbit_pada: date | None = field(default=None, repr=False)
    dimutakhirkan_pada: date | None = field(default=None, repr=False)
    dikembalikan: bool = field(default=False, repr=False)  # its unit writes first, then it is read
    versi: int = field(default=1, repr=False)

    @property
    def tertutup(self) -> bool:
        """Whether nothing of it may reach the public but the safe line of the DIK."""
        return self.keadaan in TERTUTUP

    @property
    def terbatas_dilihat(self) -> bool:
        """Whether within the office, too, only some may see it."""
        return self.keadaan in TERBATAS_DILIHAT

    @property
    def tampak(self) -> bool:
        """Whether the public sees it now: it was published, and not taken back since."""
        closed = self.keadaan in TERBATAS_DILIHAT | {DICABUT}
        return self.terbit_pada is not None and not closed

    @property
    def dapat_diubah(self) -> bool:
        """Whether its words may be written in."""
        return self.keadaan in DAPAT_DIUBAH
