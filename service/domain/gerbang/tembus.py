"""What a file would give away if it were public: each hit with its kind, place and weight."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from service.domain.gerbang.arti_tembus import meaning
from service.domain.gerbang.bobot import ArtiTembus
from service.domain.gerbang.pribadi import samarkan

TEMPAT, POTONGAN = 160, 80  # letters that are kept of each
_TAK_TERCETAK = dict.fromkeys((*range(32), 127), " ")


@dataclass(frozen=True)
class Tembus:
    """One hit. Its words were made safe before it was: see `hit`."""

    jenis: str
    tempat: str = ""  # lembar "Data", kolom F; halaman 3; lampiran "a.xlsx"
    potongan: str = ""  # a piece of it, personal numbers veiled
    banyak: int = 1  # how often in that place

    @property
    def arti(self) -> ArtiTembus:
        """What it means, and what to do."""
        return meaning(self.jenis)

    @property
    def id(self) -> str:
        """The same hit in the same bytes has the same id."""
        told = "\x1f".join((self.jenis, self.tempat, self.potongan, str(self.banyak)))
        return hashlib.sha256(told.encode(errors="replace")).hexdigest()[:16]


def hit(jenis: str, tempat: str = "", potongan: str = "", banyak: int = 1) -> Tembus:
    """A hit that may be shown to a clerk: no number of a person stands in its words."""
    return Tembus(jenis, _safe(tempat, TEMPAT), _safe(potongan, POTONGAN), banyak)


def _safe(told: str, atmost: int) -> str:
    # Looked at with more than is kept, so that no number is cut in two before it is known.
    plain = " ".join(told[: 4 * atmost].translate(_TAK_TERCETAK).split())
    veiled = samarkan(plain)
    return veiled if len(veiled) <= atmost else veiled[: atmost - 1] + "…"
