"""What the public is given of an edition: all that a publisher needs, nothing to hide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from service.domain.edisi.edisi import Edisi
from service.domain.informasi.beda import Baris, Beda


@dataclass(frozen=True)
class FileTerbit:
    """The file of a line as it left the gate: these bytes, and no others, go out."""

    sha256: str
    nama: str  # safe in an address
    mime: str
    ukuran: int


@dataclass(frozen=True)
class Badan:
    """Whose list it is."""

    kode: str
    nama: str
    zona: str
    laman: str = ""
    surel: str = ""


@dataclass(frozen=True)
class Terbitan:
    """An edition with its lines, what is new in it, and the files that go out by kode."""

    edisi: Edisi
    badan: Badan
    baris: tuple[Baris, ...]
    beda: Beda = field(default_factory=Beda)
    file: Mapping[str, FileTerbit] = field(default_factory=dict)
