"""What lies in a backup: rooms, the things in them, and the pieces these are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

BUKU = "buku"  # the ledger at one moment
TERBIT = "terbit"  # the rows that the public reads
TERTUTUP = "tertutup"  # the closed store, as it lies
TERBUKA = "terbuka"
RUMAH = "rumah"  # what stands beside: heads of the journals, papers on their way
KUNCI = "kunci"  # only on request, and only in a locked backup
KUNCI_NIK, KUNCI_SIMPANAN = "kunci-nik", "kunci-penyimpanan"
RUANG = (BUKU, TERBIT, TERTUTUP, TERBUKA, RUMAH, KUNCI)  # in the order in which they are laid
TETAP = frozenset({TERTUTUP, TERBUKA})  # what bears a name here never changes
# Below the home, what is in nobody's ledger yet or cannot be made anew.
FOLDER_RUMAH = (
    "jurnal",
    "tanda-tangan",
    "tanda_tangan",
    "ttd_layanan",
    "publik/masuk",
    "publik_disisihkan",
)
_NAMA = re.compile(r"(?!.*(^|/)\.\.?(/|$))[^/\x00][^\x00]{0,999}")


@dataclass(frozen=True, slots=True)
class Potongan:
    """Bytes that lie in one place of one backup, by their sha256."""

    sha256: str
    ukuran: int
    sumber: int  # which backup of the chain; 0 is this one
    letak: int
    panjang: int  # as they lie; fewer than `ukuran` where they are pressed
    mampat: bool = False


@dataclass(frozen=True, slots=True)
class Isi:
    """One file of the house, whole."""

    ruang: str
    nama: str
    potongan: tuple[Potongan, ...]

    @property
    def ukuran(self) -> int:
        return sum(one.ukuran for one in self.potongan)


def is_safe(isi: Isi) -> bool:
    """Whether it can be laid below a folder and nowhere else."""
    return isi.ruang in RUANG and bool(_NAMA.fullmatch(isi.nama)) and "\\" not in isi.nama


def ordered(all_: Iterable[Isi]) -> Iterator[Isi]:
    """Room by room, and by name: two backups of the same house are laid alike."""
    return iter(sorted(all_, key=lambda one: (RUANG.index(one.ruang), one.nama)))
