"""On which page of a dossier everything stands, and what those pages are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.domain.dossier.isi import Bagian

BUKTI, BACA = "Bukti", "Salinan baca"


@dataclass(frozen=True)
class Letak:
    """A paper at its place; pages are counted from 1."""

    bagian: Bagian
    mulai: int
    akhir: int


@dataclass(frozen=True)
class Susunan:
    """Every page of a dossier: the cover, the contents, then the papers."""

    isi: int  # pages of the contents
    letak: tuple[Letak, ...]
    kosong: tuple[int, ...]  # pages that are blank, so that the next begins on a front
    semua: int

    @property
    def depan(self) -> int:
        """The pages before the first paper, blank ones too."""
        return self.letak[0].mulai - 1 if self.letak else self.semua


@dataclass(frozen=True)
class Label:
    """What a reader calls the pages from one on."""

    mulai: int
    awalan: str
    urut: int  # the number of the first; 0: the words alone


def placed(bagian: Sequence[Bagian], isi: int, *, bolak_balik: bool = False) -> Susunan:
    """Behind the cover and so many pages of contents, one paper after another."""
    blank, found, here = list[int](), list[Letak](), 1 + isi
    for one in bagian:
        if bolak_balik and here % 2:
            here += 1
            blank.append(here)
        found.append(Letak(one, here + 1, here + one.halaman))
        here += one.halaman
    return Susunan(isi, tuple(found), tuple(blank), here)


def labels(susunan: Susunan) -> tuple[Label, ...]:
    """The cover by its name; every other page by the number that is stamped on it."""
    named = (Label(1, "Sampul", 0), Label(2, "", 2))
    return named if susunan.semua > 1 else named[:1]


def stamp(
    sebutan: str, halaman: int, semua: int, *, salinan_baca: bool = False, cap: str = ""
) -> str:
    """The line at the foot of every page."""
    line = f"Berkas {sebutan}, halaman {halaman} dari {semua}"
    bukti = f"{BUKTI} {cap}" if cap else ""
    return " · ".join(one for one in (bukti, BACA if salinan_baca else "", line) if one)


def read_only(susunan: Susunan) -> frozenset[int]:
    """The pages of reading copies, which say so of themselves."""
    copies = (one for one in susunan.letak if one.bagian.salinan_baca)
    return frozenset(n for one in copies for n in range(one.mulai, one.akhir + 1))


def marks(susunan: Susunan) -> dict[int, str]:
    """The mark of the proof that a page belongs to, where it has one."""
    proofs = (one for one in susunan.letak if one.bagian.cap)
    return {n: one.bagian.cap for one in proofs for n in range(one.mulai, one.akhir + 1)}


def bookmarks(susunan: Susunan) -> tuple[tuple[str, int], ...]:
    """The cover, the contents and each paper, with the page it begins on."""
    front = (("Sampul", 1), ("Daftar isi", 2))
    return (*front, *((named(one.bagian), one.mulai) for one in susunan.letak))


def named(bagian: Bagian) -> str:
    """A paper as contents and bookmarks call it."""
    judul = f"{bagian.cap} · {bagian.judul}" if bagian.cap else bagian.judul
    return f"{judul} (salinan baca)" if bagian.salinan_baca else judul
