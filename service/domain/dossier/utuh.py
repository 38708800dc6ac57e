"""Whether a dossier still holds its originals as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.domain.kiriman import shown

_SIDIK = re.compile(r"SHA-256 ([0-9a-f]{64})")


@dataclass(frozen=True)
class Terlampir:
    """One file inside a dossier: what is told of it, and what it is."""

    nama: str
    kata: str  # what the dossier says of it, with its hash
    ukuran: int | None  # as it says; None where it does not
    bita: int
    sha256: str

    @property
    def sidik(self) -> str:
        """The hash that is told; '' where none is."""
        found = _SIDIK.search(self.kata)
        return found[1] if found else ""


@dataclass(frozen=True)
class IsiDossier:
    """A dossier as it was read."""

    halaman: int
    lampiran: tuple[Terlampir, ...]
    galat: str = ""  # why it could not be read


def faults(isi: IsiDossier) -> Iterator[str]:
    """Each in words."""
    if isi.galat:
        yield isi.galat
        return
    if not isi.lampiran:
        yield "PDF ini tidak memuat lampiran, jadi bukan dossier yang lengkap."
    yield from _attached(isi.lampiran)


def _attached(lampiran: Sequence[Terlampir]) -> Iterator[str]:
    for one in lampiran:
        nama = shown(one.nama)[:200]
        if not one.sidik:
            yield f"Lampiran {nama} tidak menyebut sidiknya, jadi tidak terbukti."
        elif one.sidik != one.sha256:
            yield f"Lampiran {nama} berubah: isinya tidak sama dengan sidik yang disebut dossier."
        if one.ukuran is not None and one.ukuran != one.bita:
            yield f"Lampiran {nama} {one.bita} bita, sedangkan dossier menyebut {one.ukuran}."
