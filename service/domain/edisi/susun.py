"""The lines of an edition put together: in order, under their bars, as the decree prints them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from service.domain.dip import LAJUR
from service.domain.informasi.baris import dip_row
from service.domain.informasi.beda import Baris
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import DIMUTAKHIRKAN, TERDAFTAR
from service.domain.informasi.kode import spoken
from service.domain.informasi.lengkap import BarisKurang, lacks
from service.domain.informasi.sumbu import BILAH

DIMUAT = TERDAFTAR | {DIMUTAKHIRKAN}  # of which a draft of the DIP has a line
_TEMPAT = {name: n for n, name in enumerate(BILAH)}
_TERCETAK = tuple(name for name in LAJUR if name != "no")


@dataclass(frozen=True)
class Susunan:
    """The lines of a draft in order, and which of them lack something."""

    baris: tuple[Baris, ...]
    kurang: tuple[BarisKurang, ...] = ()


def ordered(rows: Iterable[Baris]) -> list[Baris]:
    """Lines of the DIP under their bars: by kategori, who holds it, and name; the kode decides."""
    return sorted(
        rows,
        key=lambda row: (
            _TEMPAT.get(row.get("kategori", ""), len(_TEMPAT)),
            row.get("penguasa", "").casefold(),
            row.get("ringkasan", "").casefold(),
            row["kode"],
        ),
    )


def drawn_up(
    lines: Iterable[Informasi], terakhir: Mapping[str, Baris], today: date | None
) -> Susunan:
    """The draft of a whole DIP; what is being renewed keeps its line of the last edition."""
    by_kode = {spoken(one.kode): one for one in lines if one.keadaan in DIMUAT}
    rows = ordered(
        row for kode, one in by_kode.items() if (row := _row(one, terakhir.get(kode))) is not None
    )
    kurang = []
    for no, row in enumerate(rows, 1):
        one = by_kode[row["kode"]]
        if one.keadaan in TERDAFTAR and (found := lacks(one, today)):
            kurang.append(BarisKurang(no, one.kode, row.get("ringkasan", ""), found))
    return Susunan(tuple(rows), tuple(kurang))


def _row(one: Informasi, before: Baris | None) -> Baris | None:
    return before if one.keadaan == DIMUTAKHIRKAN else dip_row(one)


def joined(terakhir: Iterable[Baris], tambahan: Iterable[Baris]) -> list[Baris]:
    """The edition before with some lines put in; a line that was there says what it says now."""
    by_kode = {row["kode"]: row for row in terakhir}
    by_kode |= {row["kode"]: row for row in tambahan}
    return ordered(by_kode.values())


def appendix(rows: Sequence[Baris]) -> list[dict[str, Any]]:
    """The same lines in the same order as the paper of the decree prints them, under their bars."""
    golongan: dict[str, list[dict[str, Any]]] = {}
    for no, row in enumerate(rows, 1):
        told = {name: row.get(name, "") for name in _TERCETAK}
        bar = BILAH[row["kategori"]]
        golongan.setdefault(bar, []).append({"no": no, "kode": row["kode"], **told})
    return [{"kategori": bar, "baris": baris} for bar, baris in golongan.items()]


def printed_codes(isian: Mapping[str, object]) -> set[str]:
    """The codes of the lines that a paper prints; none where it is no decree of a list."""
    bars = [bar for told in isian.values() if isinstance(told, list) for bar in told]
    rows = [bar.get("baris") for bar in bars if isinstance(bar, dict)]
    lines = [row for some in rows if isinstance(some, list) for row in some]
    return {str(row["kode"]) for row in lines if isinstance(row, dict) and row.get("kode")}
