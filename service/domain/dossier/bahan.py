"""What a dossier is made of, before anybody has looked at its files."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace

from service.domain.dossier.isi import SUMBER, Bagian, Sampul


@dataclass(frozen=True)
class Bahan:
    """One file, and how it is called where it stands."""

    judul: str
    pada: str
    nama: str  # as it is attached
    sha256: str
    mime: str
    hubungan: str = SUMBER
    nomor: str = ""
    tanggal: str = ""
    tanda: str = ""
    urut: int = 0
    utuh: bool = True  # attached byte for byte besides its pages
    cap: str = ""


@dataclass(frozen=True)
class Isi:
    """The whole, in its order; what the house writes itself is there as it will stand."""

    sampul: Sampul
    bahan: tuple[Bahan | Bagian, ...]
    bolak_balik: bool = False

    @property
    def sumber(self) -> tuple[str, ...]:
        """The sha256 of each file, once."""
        every = (one.sha256 for one in self.bahan if isinstance(one, Bahan))
        return tuple(sorted(set(every)))

    @property
    def resep(self) -> str:
        """The sha256 of all that it is bound from: the same where the bytes would be the same."""
        told = json.dumps(asdict(self), sort_keys=True).encode()
        return hashlib.sha256(told).hexdigest()


def ordered(bahan: list[Bahan]) -> tuple[Bahan, ...]:
    """As the matter went: by the moment, then by their place in what came together."""
    return tuple(sorted(bahan, key=lambda one: (one.pada, one.urut, one.judul)))


def marked(bahan: Bahan, cap: str, golongan: str) -> Bahan:
    """The same under a mark of its own, and the name of its group."""
    told = " · ".join(one for one in (golongan, bahan.nomor) if one)
    return replace(bahan, cap=cap, nomor=told)
