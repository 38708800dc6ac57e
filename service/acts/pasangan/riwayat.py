"""The versions a pair went through, from what came with Berkas to the one in force."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from service.domain import paper
from service.domain.naskah import Naskah
from service.domain.paket import UMUM
from service.domain.pasangan_versi import (
    BARU,
    BAWAAN,
    PasanganTerbit,
    PasanganVersi,
    is_jenis,
)
from service.domain.refusals import TidakAda
from service.domain.setelan import Setelan
from service.domain.wewenang import Act, Hadir
from service.ports import House, Packs, Reading


@dataclass(frozen=True)
class Versi:
    """One version of a pair as its history shows it."""

    instansi: str
    jenis: str
    urut: int
    teks: str  # '' where the pair was taken out of use
    docx: str  # its sha256 in the store; '' for what came with Berkas
    asal: str = ""  # for what came with Berkas: in whose folder
    terbit: PasanganTerbit | None = None

    @property
    def berlaku(self) -> bool:
        """Whether papers are made with it while it is the last."""
        return bool(self.teks)


def history(house: House, oleh: Hadir, instansi: str, jenis: str) -> list[Versi]:
    """Every version of a pair, the one in force last; TidakAda where there is none to see."""
    if not works_in(oleh, instansi) or not is_jenis(jenis):
        raise TidakAda("Templat itu")
    with house.ledger.read() as reading:
        reading.get(Setelan, instansi)
        found = versions(house.packs, reading, instansi, jenis)
    if not found:
        raise TidakAda("Templat itu")
    return found


def works_in(oleh: Hadir, instansi: str) -> bool:
    """Whether a person works in an agency, if only for a unit: templates are no secret."""
    mine = [one for one in oleh.peran if one.instansi == instansi]
    return any(oleh.may(Act.LOOK, instansi, one.unit) for one in mine)


def versions(packs: Packs, reading: Reading, instansi: str, jenis: str) -> list[Versi]:
    """The same, for whoever may ask; none where the kind is new."""
    seed = came_with(packs, instansi, jenis)
    made = [_of(one, seed) for one in terbit(reading, instansi, jenis)]
    return [*([seed] if seed else []), *made]


def terbit(reading: Reading, instansi: str, jenis: str) -> list[PasanganTerbit]:
    """The versions that were put in force on pages, in their order."""
    found = reading.find(PasanganTerbit, instansi=instansi, jenis=jenis)
    return sorted(found, key=lambda one: one.urut)


def _of(one: PasanganTerbit, seed: Versi | None) -> Versi:
    if seed and one.dari == BAWAAN:  # as it stands today: a release may have bettered it
        return replace(seed, urut=one.urut, terbit=one)
    return Versi(one.instansi, one.jenis, one.urut, one.teks, one.docx, terbit=one)


def came_with(packs: Packs, instansi: str, jenis: str) -> Versi | None:
    """The pair as it came with Berkas, of the agency's folder before that of umum."""
    toml, _ = paper.names(jenis)
    for room in (instansi, UMUM):
        if text := packs.seed(f"{room}/{toml}"):
            return Versi(instansi, jenis, BAWAAN, text, "", asal=room)
    return None


def now_at(every: list[Versi]) -> int:
    """Which version is the last."""
    return every[-1].urut if every else BARU


def one_of(every: list[Versi], urut: int) -> Versi:
    """The version of that number; TidakAda where there is none, or nothing in it."""
    found = next((one for one in every if one.urut == urut and one.berlaku), None)
    if found is None:
        raise TidakAda("Versi itu")
    return found


@contextmanager
def template_of(house: House, one: Versi) -> Iterator[Path]:
    """The template of a version, for a moment's reading; TidakAda where its file is gone."""
    with house.room() as room:
        out = room / f"{one.jenis}.docx"
        if one.docx:
            house.store.fetch(one.docx, out)
        elif not house.packs.seed_file(one.instansi, paper.names(one.jenis)[1], out):
            raise TidakAda("File templat itu")
        yield out


@dataclass(frozen=True)
class DicetakDengan:
    """The version a paper was made with: its number where it has one, else whose folder."""

    sidik: str
    urut: int
    asal: str


def made_with(house: House, naskah: Naskah) -> DicetakDengan | None:
    """The version of its pair that the print of a paper was made with; None where none is known."""
    if not naskah.pasangan:
        return None
    with house.ledger.read() as reading:
        kept = reading.find(PasanganVersi, id=naskah.pasangan)
        made = terbit(reading, naskah.instansi, naskah.jenis)
    if not kept:
        return None
    same = [one.urut for one in made if (one.teks, one.docx) == (kept[0].teks, kept[0].docx)]
    return DicetakDengan(kept[0].docx, max(same, default=BAWAAN), kept[0].asal)


def takes_looks(pasangan: paper.Pasangan, one: Versi) -> bool:
    """Whether the agency's page, letters and logo are put on this version."""
    return pasangan.takes_looks(umum=one.asal == UMUM)
