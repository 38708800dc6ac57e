"""What somebody finds: each file and each paper once, with the pages where the words stand."""

from __future__ import annotations

from dataclasses import dataclass

from service.acts.cari.tanya import Permintaan
from service.acts.lihat.terlihat import reach, reach_of
from service.domain.cari import POTONGAN, Potongan, Tanya, excerpts, pages
from service.domain.kiriman import File
from service.domain.naskah import Naskah
from service.domain.teks import BATAS_HALAMAN, Akar
from service.domain.wewenang import Act, Hadir
from service.ports import House
from service.ports.cari import Batas, Temu

TURUT = (Act.IDENTIFY, Act.APPROVE, Act.DISPUTE)  # as for the papers themselves


@dataclass(frozen=True)
class Ditemukan:
    """One file or paper, and the places in it."""

    temu: Temu
    kutipan: tuple[Potongan, ...]

    @property
    def halaman(self) -> int:
        """The first page where the words stand; 0 where nobody knows."""
        return next((one.halaman for one in self.kutipan if one.halaman), 0)


@dataclass(frozen=True)
class Lembar:
    """One page of what was found, as text, and all its pages on which the words stand."""

    isi: str
    banyak: int  # pages whose text is known
    ada_di: tuple[int, ...]


def bounds(house: House, oleh: Hadir) -> Batas:
    """The places a person may look at, and those where they may know who asks."""
    parts = dict.fromkeys(place for act in TURUT for place in reach_of(house, oleh, act))
    return Batas(reach(house, oleh), tuple(parts))


def search(
    house: House, oleh: Hadir, asked: Permintaan, skip: int, atmost: int
) -> tuple[list[Ditemukan], bool]:
    """Some of what fits, newest first, and whether there is more."""
    found = house.cari.found(asked.tanya, bounds(house, oleh), asked.saring, skip, atmost + 1)
    things: dict[str, list[Temu]] = {}
    for one in found[:atmost]:
        things.setdefault(one.id, []).append(one)
    akar = house.stemmer.akar
    return [_found(some, asked.ditandai, akar) for some in things.values()], len(found) > atmost


def _found(parts: list[Temu], tanya: Tanya, akar: Akar) -> Ditemukan:
    """Parts come with the last one first, as they lie in the index."""
    places = [
        piece for one in reversed(parts) for piece in excerpts(one.isi, tanya, akar, one.halaman)
    ]
    return Ditemukan(parts[-1], tuple(places[:POTONGAN]))


def sheet(house: House, oleh: Hadir, thing: File | Naskah, n: int, asked: Permintaan) -> Lembar:
    """A page of a file or paper that this person may open, with where else the words stand."""
    parts = [one for one in house.cari.within(thing, bounds(house, oleh)) if one.isi]
    every = "".join(one.isi for one in parts).split(BATAS_HALAMAN) if parts else []
    akar = house.stemmer.akar
    found = {
        page
        for one in parts
        if one.halaman
        for page in pages(one.isi, one.halaman, asked.ditandai, akar)
    }
    return Lembar(every[n - 1] if n <= len(every) else "", len(every), tuple(sorted(found)))
