"""A draft judged as its file would be: every fault at once, with the row it belongs to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from service.domain.kesalahan import Kesalahan
from service.domain.sop.baca import read_text
from service.domain.sop.bahan import Bahan, Daftar, read_bahan
from service.domain.sop.bentuk import Sop
from service.domain.sop.konsep import SopKonsep
from service.domain.sop.periksa_buka import Nama
from service.domain.sop.tulis import Tertulis, things, written

KEPALA, PELAKSANA, BAHAN = "kepala", "pelaksana", "bahan"


@dataclass(frozen=True)
class Cacat:
    """One fault, and where it is mended: the key of a row, or the name of another part."""

    tempat: str
    sebab: str
    peringatan: bool = False


@dataclass(frozen=True)
class Periksa:
    """What the draft would be as files, and all that is wrong with it."""

    teks: str
    bahan_teks: str
    bahan: dict[str, Bahan]  # all that its rows may name
    sop: Sop | None  # None as long as a fault stops it
    cacat: tuple[Cacat, ...]
    lain: tuple[str, ...] = ()  # the SOPs that its rows may call
    nama: Nama = field(default_factory=Nama)  # what may open it, and which term may run

    @property
    def berat(self) -> tuple[Cacat, ...]:
        """Those that keep it from being used."""
        return tuple(one for one in self.cacat if not one.peringatan)

    def at(self, tempat: str) -> tuple[Cacat, ...]:
        """Those of one row or part."""
        return tuple(one for one in self.cacat if one.tempat == tempat)


def examine(konsep: SopKonsep, known: Daftar, lain: Collection[str]) -> Periksa:
    """The draft, read by the reader that reads every SOP."""
    own = things(konsep.bahan)
    brought, wrong = read_bahan("bahan", own.teks)
    cacat = [Cacat(BAHAN, one.sebab, one.peringatan) for one in wrong]
    for name in sorted(brought.keys() & known.keys()):
        if brought[name] != known[name]:
            why = f"Bahan '{name}' sudah ada di daftar kantor dan lain isinya; hapus yang di sini."
            cacat.append(Cacat(BAHAN, why))
    every = {**brought, **known}
    file = written(konsep.kepala, [one.isi for one in konsep.langkah])
    sop, found = read_text(konsep.kode or "konsep", "konsep", file.teks, every, lain)
    cacat += [_placed(konsep, file, one) for one in found]
    usable = not any(not one.peringatan for one in cacat)
    return Periksa(
        file.teks, own.teks, every, sop if usable else None, tuple(cacat), tuple(sorted(lain))
    )


def _placed(konsep: SopKonsep, file: Tertulis, one: Kesalahan) -> Cacat:
    key, place = file.at(one.baris)
    sebab = one.sebab.replace(" di bahan.toml.", " sebagai bahan.")
    sebab = sebab.replace(" Tulis satu [[langkah]] untuk setiap baris.", " Tambahkan yang pertama.")
    if key == "langkah" and place < len(konsep.langkah):
        return Cacat(konsep.langkah[place].kunci, sebab, one.peringatan)
    return Cacat(PELAKSANA if key == PELAKSANA else KEPALA, sebab, one.peringatan)
