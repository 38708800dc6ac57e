"""What was said about a matter, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from service.face.isi import Tautan
from service.face.isi_formulir import Formulir


@dataclass(frozen=True)
class Ucapan:
    """One comment; `tarik` is where its writer takes it back."""

    id: str
    siapa: str
    waktu: str
    iso: str
    teks: str  # '' once it was taken back
    tanda: str = ""  # what kind of word it is, where it is no plain one
    tarik: str = ""


@dataclass(frozen=True)
class Percakapan:
    """Every comment, the form for one more, and whether the reader follows."""

    ucapan: tuple[Ucapan, ...]
    formulir: Formulir
    ikuti: str  # where following is chosen
    mengikuti: bool
    lama: Tautan | None = None  # the way to those before, where not all are shown
    orang: tuple[tuple[str, str], ...] = ()  # who may be named: their name, and how
    lebih: int = 0  # how many more there are
