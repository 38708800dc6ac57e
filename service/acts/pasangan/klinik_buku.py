"""The book of numbers that a pair asks for, held against the series of its agency."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from service.acts.instansi.packs import read_agency
from service.acts.naskah.jenis import MAP
from service.domain import paper
from service.domain.kesalahan import Kesalahan
from service.domain.klinik.buku_periksa import has_book, of_book
from service.domain.klinik.laporan import Cacat
from service.domain.paket import INSTANSI_TOML, UMUM, PaketTidakTerbaca
from service.domain.pasangan_versi import is_jenis
from service.domain.refusals import Refusal
from service.domain.ruas import Pasangan
from service.ports import Packs

TERSEBUT = 6  # pairs that a sentence names


class BukuNaskahSalah(Refusal):
    """The numbers of its papers could not be right in this agency."""

    def __init__(self, faults: list[Cacat]) -> None:
        told = " ".join(f"{one.sebab} {one.saran}" for one in faults)
        super().__init__(f"Templat ini belum dapat diberlakukan. {told} Tidak ada yang berubah.")


def book_faults(packs: Packs, kode: str, jenis: str, teks: str) -> list[Cacat]:
    """What the clinic says of the book of a pair in its agency; none where that is not known."""
    if INSTANSI_TOML not in packs.names(kode):
        return []
    kind, _ = paper.read(jenis, teks, f"{kode}/{paper.names(jenis)[0]}")
    agency, _ = read_agency(packs, kode)
    if kind is None or agency is None or has_book(kind, agency):
        return []
    others = (one for one in _declared(packs, kode) if one.jenis != jenis)
    return list(of_book(kind, agency, others))


def need_book(packs: Packs, kode: str, jenis: str, teks: str) -> None:
    """Nothing, where its papers can be numbered; else BukuNaskahSalah."""
    if faults := [one for one in book_faults(packs, kode, jenis, teks) if not one.ingat]:
        raise BukuNaskahSalah(faults)


def umum_books(packs: Packs, kode: str) -> Iterator[Kesalahan]:
    """The same of the common pairs that an agency uses, those of one kind told together."""
    told, there = dict[Cacat, list[str]](), {*packs.names(UMUM)}
    whole = (one for one in kinds(packs, UMUM) if paper.names(one)[1] in there)
    for jenis in sorted({*whole} - kinds(packs, kode)):
        for one in book_faults(packs, kode, jenis, _text(packs, UMUM, jenis)):
            told.setdefault(one, []).append(jenis)
    for one, some in told.items():
        more = f", dan {len(some) - TERSEBUT} lain" if len(some) > TERSEBUT else ""
        who = f"Templat umum {', '.join(some[:TERSEBUT])}{more}"
        sentence = f"{who}: {one.sebab} {one.saran}"
        yield Kesalahan(f"{kode}/{INSTANSI_TOML}", 0, sentence, one.ingat)


def kinds(packs: Packs, kode: str) -> set[str]:
    """The kinds of paper that a folder declares."""
    paths = (PurePosixPath(name) for name in packs.names(kode))
    found = {one.stem for one in paths if str(one.parent) == MAP and one.suffix == ".toml"}
    return {one for one in found if is_jenis(one)}


def _declared(packs: Packs, kode: str) -> Iterator[Pasangan]:
    """Every pair that the agency makes papers with and that can be read."""
    own = kinds(packs, kode)
    for jenis in sorted(own | kinds(packs, UMUM)):
        room = kode if jenis in own else UMUM
        kind, _ = paper.read(jenis, _text(packs, room, jenis), f"{kode}/{paper.names(jenis)[0]}")
        if kind is not None:
            yield kind


def _text(packs: Packs, kode: str, jenis: str) -> str:
    try:
        return packs.text(f"{kode}/{paper.names(jenis)[0]}")
    except PaketTidakTerbaca:  # told where its files are
        return ""
