"""The papers of one matter: those there are, and those its step asks for and nobody began."""

from __future__ import annotations

from dataclasses import dataclass

from service.acts.berkas.baca import Penuh
from service.acts.instansi.packs import agency
from service.acts.lihat.berkas import decided_anew
from service.acts.naskah.baca import kind_of
from service.domain import paper
from service.domain.berkas import BERJALAN
from service.domain.naskah import BATAL, Naskah
from service.domain.sop.bahan import NASKAH, Bahan
from service.domain.wewenang import Act, Hadir
from service.ports import House


@dataclass(frozen=True)
class Dapat:
    """A paper that can be begun now: the thing it is, its kind, and what that is called."""

    bahan: str
    jenis: str
    nama: str


@dataclass(frozen=True)
class Naskahnya:
    """The papers of a matter, newest first, and those that can be begun."""

    ada: tuple[tuple[Naskah, str], ...]  # each with what its kind is called
    dapat: tuple[Dapat, ...]


def of_matter(house: House, oleh: Hadir, whole: Penuh) -> Naskahnya:
    """The papers of a matter that this person sees already."""
    berkas = whole.berkas
    with house.ledger.read() as reading:
        found = reading.find(Naskah, berkas=berkas.id)
        since = decided_anew(reading, whole.jalan, berkas) if whole.langkah else None
    newest = sorted(found, key=lambda one: (one.dibuat, one.id), reverse=True)
    told = tuple((one, name_of(house, one.instansi, one.jenis)) for one in newest)
    live = [one for one in found if one.keadaan != BATAL and not (since and one.dibuat < since)]
    return Naskahnya(told, _begin(house, oleh, whole, live))


def name_of(house: House, instansi: str, jenis: str) -> str:
    """What papers of a kind are called, also where their pair is gone."""
    kind = kind_of(house, instansi, jenis)
    return kind.nama if kind else jenis.replace("_", " ").capitalize()


def _begin(house: House, oleh: Hadir, whole: Penuh, live: list[Naskah]) -> tuple[Dapat, ...]:
    row, berkas = whole.langkah, whole.berkas
    may = oleh.may(Act.FILL, berkas.instansi, berkas.unit) and (whole.giliran or whole.ikut)
    if row is None or berkas.keadaan != BERJALAN or berkas.ditunda or not may:
        return ()
    keys = dict.fromkeys((*row.semua_keluaran, *(one.bahan for one in row.kelengkapan)))
    things = [whole.jalan.bahan[key] for key in keys]
    wanted = [one for one in things if one.wujud == NASKAH and not _is_there(one, live)]
    pairs = {*house.packs.names(berkas.instansi), *house.packs.names("umum")} if wanted else set()
    own, begun = agency(house.packs, berkas.instansi), []
    for thing in wanted:
        jenis = own.pasangan_of(thing.jenis or thing.id)
        kind = kind_of(house, berkas.instansi, jenis) if set(paper.names(jenis)) <= pairs else None
        if kind:
            begun.append(Dapat(thing.id, jenis, kind.nama))
    return tuple(begun)


def _is_there(thing: Bahan, live: list[Naskah]) -> bool:
    jenis = thing.jenis or thing.id
    return any(
        one.bahan == thing.id if one.bahan else one.jenis in (jenis, thing.id) for one in live
    )
