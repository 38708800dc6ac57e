"""What was found in a file that came in, by short codes, and what follows from each."""

from __future__ import annotations

from dataclasses import dataclass

# The five ends a file can have.
DITERIMA = "diterima"
DENGAN_CATATAN = "diterima_dengan_catatan"
DISIMPAN_SAJA = "disimpan_saja"
TIDAK_DAPAT_DIPROSES = "tidak_dapat_diproses"
MENUNGGU_PEMERIKSAAN = "menunggu_pemeriksaan"
# From good to bad: what is found worst decides. A file that is held was not looked at at all.
AKHIR: dict[str, str] = {
    DITERIMA: "Diterima",
    DENGAN_CATATAN: "Diterima dengan catatan",
    DISIMPAN_SAJA: "Disimpan, isinya tak terbaca",
    TIDAK_DAPAT_DIPROSES: "File tidak dapat diproses",
    MENUNGGU_PEMERIKSAAN: "Menunggu pemeriksaan",
}
TERLALU_BESAR_DIPINDAI = "tak_terpindai"  # what a scanner says of a file beyond its own limit
BERAT = {akhir: n for n, akhir in enumerate(AKHIR)}


@dataclass(frozen=True)
class Temuan:
    """One thing that was found: its code, and where (a page, a sheet, a member's name)."""

    kode: str
    di: str = ""


@dataclass(frozen=True)
class Arti:
    """What a code means: the end it leads to, and what a clerk is told."""

    akhir: str
    label: str  # two or three words
    kata: str  # what it is, and what to do now
    menahan_terbit: bool = False  # a copy of this file may not be published as it is
    tanya_orang: bool = False  # a person decides, however sure the rules are
