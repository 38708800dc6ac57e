"""The columns in which both lists are given out, each under the words of the legal form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.domain.dip import LAJUR as UNSUR
from service.domain.edisi.edisi import DIP
from service.domain.informasi.baris import LAJUR_DIK
from service.domain.informasi.beda import Baris
from service.domain.informasi.sumbu import BILAH

KODE, SK = "Kode", "Surat keputusan"
LAJUR: dict[str, dict[str, str]] = {
    "dip": {name: title for name, title in UNSUR.items() if name != "no"},
    "dik": {name: title for name, title in LAJUR_DIK.items() if name != "no"},
}
LAIN = {"kode": KODE, "kategori": "Kategori", "sk": SK}  # beside the legal columns
KELUAR: dict[str, frozenset[str]] = {  # of a line what the public is given, and nothing beside it
    "dip": frozenset(LAJUR["dip"]) | {"kode", "kategori", "alamat"},
    "dik": frozenset(LAJUR["dik"]) | {"kode", "sk"},
}
CARI = frozenset({"kode", "sk"} | {name for one in LAJUR.values() for name in one})


def outward(daftar: str, baris: Baris) -> dict[str, str]:
    """A line as it goes out: the mark of the file that lies closed stays in the house."""
    return {name: said for name, said in baris.items() if name in KELUAR[daftar]}


def nama(ruas: str) -> str:
    """A field as people know it."""
    return next((one[ruas] for one in LAJUR.values() if ruas in one), LAIN.get(ruas, ruas))


def heads(daftar: str) -> tuple[str, ...]:
    """The heads of a printed list: its number, the columns of the law, and the permanent code."""
    more = (KODE,) if daftar == DIP else (SK, KODE)
    return ("No", *LAJUR[daftar].values(), *more)


def rows(daftar: str, baris: Sequence[Baris]) -> Iterator[tuple[str, ...]]:
    """The lines, numbered in their order; a line of the DIP stands under its bar."""
    bar = ""
    more = ("kode",) if daftar == DIP else ("sk", "kode")
    for n, one in enumerate(baris, 1):
        if daftar == DIP and (kategori := one.get("kategori", "")) != bar:
            bar = kategori
            yield (BILAH.get(bar, bar), *("" for _ in heads(daftar)[1:]))
        yield (str(n), *(one.get(name, "") for name in (*LAJUR[daftar], *more)))
