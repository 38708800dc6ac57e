"""How far a worksheet is: its four compulsory blocks, and what each still lacks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from service.domain.uji import KESIMPULAN, Dasar, LembarUji, faults

BLOK: dict[str, tuple[str, ...]] = {
    "Dokumen": ("dokumen", "unit"),
    "Informasi": ("uraian",),
    "Undang-undang": ("dasar", "dasar_lain"),
    "Pertimbangan": ("dibuka", "ditutup", "kepatutan"),
}
KATA: dict[str, str] = {
    "dokumen": "dokumen",
    "unit": "unit",
    "uraian": "uraian informasi",
    "dasar": "dasar hukum",
    "dasar_lain": "undang-undang lain untuk huruf j",
    "dibuka": "akibat bila dibuka",
    "ditutup": "akibat bila ditutup",
    "kepatutan": "kepatutan",
    "pemicu": "pemicu",
    "rujukan": "nomor rujukan",
    "kesimpulan": "kesimpulan",
    "jangka_jenis": "jangka waktu",
    "jangka_tahun": "jangka waktu",
    "jangka_tanggal": "jangka waktu",
    "jangka_peristiwa": "jangka waktu",
    "dihitamkan": "bagian yang dihitamkan",
    "kategori": "kategori",
}


@dataclass(frozen=True)
class Kelengkapan:
    """How many of the four blocks are whole, and what is missing in all."""

    blok: int
    kurang: tuple[str, ...] = ()
    mulai: bool = True  # something was written

    @property
    def kata(self) -> str:
        """What is missing, in words."""
        if not self.kurang:
            return ""
        return f"kurang: {', '.join(self.kurang)}" if self.mulai else "belum diisi"

    @property
    def utuh(self) -> bool:
        """Whether the worksheet is whole."""
        return self.blok == len(BLOK) and not self.kurang


def as_decided(one: LembarUji, hasil: str) -> LembarUji:
    """The worksheet with the outcome it was given, where it was given one of these."""
    return replace(one, kesimpulan=hasil) if hasil in KESIMPULAN else one


def completeness(one: LembarUji, today: date | None) -> Kelengkapan:
    """The state of a worksheet; before its conclusion the law counts as asked for."""
    wrong = faults(one, today)
    if one.kesimpulan not in KESIMPULAN and not _has_law(one.dasar):
        wrong["dasar"] = "Pilih dasarnya, atau simpulkan terbuka."
    whole = sum(1 for ruas in BLOK.values() if not any(x in wrong for x in ruas))
    lacks = tuple(dict.fromkeys(KATA[x] for x in KATA if x in wrong))
    return Kelengkapan(whole, lacks, mulai=one != LembarUji())


def _has_law(dasar: tuple[Dasar, ...]) -> bool:
    return any(one.huruf for one in dasar)
