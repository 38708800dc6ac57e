"""A backup after another holds only what the other does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from service.domain.cadangan.isi import TETAP, Isi, Potongan
from service.domain.cadangan.manifes import Isian, Manifes, Sumber
from service.domain.cadangan.tolak import DasarLain


@dataclass(frozen=True)
class Dasar:
    """What an earlier backup gives to a later one."""

    sumber: tuple[Sumber, ...] = ()
    tetap: Mapping[tuple[str, str], Isi] = field(default_factory=dict)
    potongan: Mapping[str, Potongan] = field(default_factory=dict)

    def whole(self, ruang: str, nama: str) -> Isi | None:
        """A file that cannot have changed since; None where it must be read."""
        return self.tetap.get((ruang, nama))

    def piece(self, sha256: str) -> Potongan | None:
        """The same bytes, wherever they lay."""
        return self.potongan.get(sha256)


def base(manifes: Manifes) -> Dasar:
    """An earlier backup as something to build on; its sources come after the new one."""

    def later(p: Potongan) -> Potongan:
        return replace(p, sumber=p.sumber + 1)

    moved = [Isi(x.ruang, x.nama, tuple(later(p) for p in x.potongan)) for x in manifes.isi]
    return Dasar(
        manifes.sumber,
        {(x.ruang, x.nama): x for x in moved if x.ruang in TETAP},
        {p.sha256: p for x in moved for p in x.potongan},
    )


def require_alike(manifes: Manifes, isian: Isian, segel: str) -> None:
    """Refuse to go on from a backup of another kind of house."""
    if manifes.isian.mesin != isian.mesin:
        raise DasarLain(f"buku induknya {manifes.isian.mesin}, di sini {isian.mesin}.")
    if manifes.segel != segel:
        raise DasarLain("penyimpanannya disegel dengan kunci lain.")
