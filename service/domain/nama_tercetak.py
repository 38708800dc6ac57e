"""Who signs a paper as it prints them: to find the place of a signature, and to tell who signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from service.domain.ruas import PEJABAT, Pasangan
from service.domain.tapis import TAPIS

PERTAMA = "penandatangan"  # the ruas that names who signs first, where it names no peran


@dataclass(frozen=True)
class Tercetak:
    """Who signs, in the words of the paper: the office with Plh., Plt. or in whose name."""

    jabatan: str
    nama: str

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.jabatan, self.nama)))


def candidates(
    kind: Pasangan, isian: Mapping[str, Any], peran: str, people: Iterable[str]
) -> list[str]:
    """The most certain first: who the paper names for that peran, then who holds it here."""
    first = kind.penandatangan[:1] == (peran,)
    printed = [
        str(value["nama"])
        for one in kind.ruas
        if one.jenis == PEJABAT
        and (one.isi == peran or (first and not one.isi))
        and isinstance(value := isian.get(one.nama), Mapping)
        and value.get("nama")
    ]
    return list(dict.fromkeys((*printed, *people)))


def printed_for(kind: Pasangan, isian: Mapping[str, Any], peran: str) -> Tercetak | None:
    """Whom the paper itself names over the signature of a peran; None where it does not say."""
    first = kind.penandatangan[:1] == (peran,)
    for one in kind.ruas:
        value = isian.get(one.nama)
        mine = one.isi == peran or (first and one.nama == PERTAMA)
        if one.jenis == PEJABAT and mine and isinstance(value, Mapping) and value.get("nama"):
            office = str(TAPIS["penanda_tangan"](value) or "")
            return Tercetak(", ".join(office.split("\n")), str(value["nama"]))
    return None
