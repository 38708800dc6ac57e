"""What a dossier holds, and in which order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from service.domain.dossier.sebutan import whole

# How a paper stands in a dossier.
HALAMAN = "halaman"  # its pages as they are
GAMBAR = "gambar"  # its pages as pictures with their text
LAMPIRAN = "lampiran"  # attached only, with one page that says so
TULISAN = "tulisan"  # written by the house itself, line by line

# What an attachment is to the page that stands for it, in the words of PDF/A-3.
SUMBER, DATA = "Source", "Data"
_MIME = re.compile(r"[a-z]+/[A-Za-z0-9.+-]{1,120}")


@dataclass(frozen=True)
class Asal:
    """A file attached byte for byte."""

    nama: str
    sha256: str
    ukuran: int
    mime: str = "application/octet-stream"
    hubungan: str = SUMBER


@dataclass(frozen=True)
class Bagian:
    """One paper of a dossier; `pada` is when it came or was made, which gives its place."""

    judul: str
    pada: str
    halaman: int  # that it brings into the dossier
    cara: str = HALAMAN
    sebab: str = ""  # why its pages are not bound; a sentence
    nomor: str = ""
    tanggal: str = ""  # as it is written on it
    tanda: str = ""  # what is to be said of its signatures
    asal: Asal | None = None  # the original, of which the pages are the reading copy
    urut: int = 0  # among those of one moment
    baris: tuple[tuple[str, str], ...] = ()  # what is written, where the house writes it itself
    cap: str = ""  # its mark among the proofs of a dispute: T-3

    @property
    def salinan_baca(self) -> bool:
        """Whether the original counts and these pages are only read."""
        return self.asal is not None and self.cara != LAMPIRAN


@dataclass(frozen=True)
class Sampul:
    """What the cover says; `sebutan` is how every page names the matter."""

    judul: str
    sebutan: str
    baris: tuple[tuple[str, str], ...] = ()  # label and value, from the top down
    kurang: tuple[str, ...] = ()  # papers that are not there yet
    kepala: str = "BERKAS"

    @property
    def nama(self) -> str:
        """Number and title, as the whole is called where nothing else stands beside it."""
        return whole(self.sebutan, self.judul)


@dataclass(frozen=True)
class Dossier:
    """All that is bound and attached."""

    sampul: Sampul
    bagian: tuple[Bagian, ...]
    lampiran: tuple[Asal, ...] = ()  # that stand for no page
    bolak_balik: bool = False  # printed on both sides, each paper begins on a front

    @property
    def terlampir(self) -> tuple[Asal, ...]:
        """Every attachment once, under a name of its own, originals of the papers first."""
        return tuple(apart([*(one.asal for one in self.bagian if one.asal), *self.lampiran]))


def mime_of(said: str) -> str:
    """A kind of file as it can be written down; one that is none is bytes."""
    return said if _MIME.fullmatch(said) else "application/octet-stream"


def ordered(bagian: Iterable[Bagian]) -> tuple[Bagian, ...]:
    """As the matter went: by the moment, then by their place in what came together."""
    return tuple(sorted(bagian, key=lambda one: (one.pada, one.urut, one.judul)))


def apart(some: Sequence[Asal]) -> list[Asal]:
    """The same file once; a second `surat.pdf` that is another becomes `surat (2).pdf`."""
    named = dict[str, Asal]()
    for one in some:
        nama, count = one.nama, 1
        while nama in named and named[nama].sha256 != one.sha256:
            count += 1
            stem, dot, end = one.nama.rpartition(".")
            nama = f"{stem} ({count}).{end}" if dot and stem else f"{one.nama} ({count})"
        named.setdefault(nama, replace(one, nama=nama))
    return list(named.values())
