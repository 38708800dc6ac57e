"""What lies in the bag of a matter, and which of it may leave the closed side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from service.domain.catatan import hash_of
from service.domain.tas.nama import placed

DOSSIER, NASKAH, KIRIMAN, BAHAN = "dossier", "naskah", "kiriman", "bahan"
URUTAN = (DOSSIER, NASKAH, KIRIMAN, BAHAN)
ELEKTRONIK, TINTA, TANPA = "elektronik", "tinta", ""
METADATA, JURNAL = "metadata/metadata.json", "metadata/jurnal.json"
DAFTAR = "metadata/daftar-arsip.xlsx"


@dataclass(frozen=True)
class Muatan:
    """One file that a bag carries; closed where some who see the matter may not open it."""

    jenis: str
    nama: str
    sha256: str
    ukuran: int
    tertutup: bool
    sebutan: str = ""  # what it is called among people
    nomor: str = ""
    tanggal: str = ""
    tanda: str = TANPA
    dikirim: tuple[int, str] = (0, "")  # bytes and sha256 of what was signed
    sumber: str = ""  # id of its row
    sifat: str = ""  # as the letter says of itself
    dari: str = ""
    macam: str = ""  # the kind of paper, by its name


@dataclass(frozen=True)
class Terletak:
    """One of them at its place."""

    tempat: str
    muatan: Muatan


@dataclass(frozen=True)
class Pilahan:
    """Both parts of a bag; of a withheld matter there is only the closed one."""

    terbuka: tuple[Muatan, ...] = ()
    tertutup: tuple[Muatan, ...] = ()
    sumber: frozenset[str] = field(default=frozenset())  # rows that the closed part is about

    @property
    def semua(self) -> tuple[Muatan, ...]:
        """All that it carries."""
        return (*self.terbuka, *self.tertutup)

    def resep(self) -> str:
        """The same as long as the same files lie in the same parts."""
        told = [[one.jenis, one.nama, one.sha256, one.tertutup, one.nomor] for one in self.semua]
        return hash_of(told)


def split(muatan: Iterable[Muatan], *, rahasia: bool) -> Pilahan:
    """Each file in its part; a dossier that binds something closed is closed itself."""
    some = list(muatan)
    closed = {one.sha256 for one in some if one.tertutup or rahasia}
    kept = [one for one in some if one.sha256 in closed]
    bound = [one for one in some if one.jenis == DOSSIER and one not in kept] if kept else []
    hidden = {id(one) for one in (*kept, *bound)}
    return Pilahan(
        tuple(one for one in some if id(one) not in hidden),
        tuple(one for one in some if id(one) in hidden),
        frozenset(one.sumber for one in kept if one.sumber),
    )


def laid(muatan: Sequence[Muatan]) -> tuple[Terletak, ...]:
    """Every file at its place, by kind and in the order in which it came."""
    found = list[Terletak]()
    for jenis in URUTAN:
        some = [one for one in muatan if one.jenis == jenis]
        found += [Terletak(placed(jenis, n, one.nama), one) for n, one in enumerate(some, 1)]
    return tuple(found)
