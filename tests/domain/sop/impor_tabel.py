"""Tables in the look of official SOPs, built out of plain words for the tests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import ModuleType

from service.domain.sop.impor_bentuk import Sel, Sumber, Tabel

JUDUL = ("No", "Kegiatan", "Pelaksana", "Mutu Baku", "Ket")


def tabel(*rows: Sequence[str | Sel]) -> Tabel:
    """A table of cells, each of one place unless it says otherwise."""
    return Tabel(
        tuple(tuple(one if isinstance(one, Sel) else Sel(one) for one in row) for row in rows)
    )


def kepala(
    actors: Sequence[str], judul: Sequence[str] = JUDUL, kelompok: str = ""
) -> list[list[str | Sel]]:
    """A merged head of two rows; of three with a group above the actors."""
    no, kegiatan, pelaksana, mutu, ket = judul
    high, wide = 3 if kelompok else 2, len(actors)
    names: list[str | Sel] = [*actors]
    bottom: list[str | Sel] = [Sel(one, 1, high - 1) for one in ("Kelengkapan", "Waktu", "Output")]
    first: list[str | Sel] = [
        Sel(no, 1, high),
        Sel(kegiatan, 1, high),
        Sel(pelaksana, wide),
        Sel(mutu, 3),
        Sel(ket, 1, high),
    ]
    if kelompok:
        return [first, [Sel(kelompok, wide), *bottom], names]
    return [first, [*names, *bottom]]


def baris(
    no: str,
    kegiatan: str,
    tanda: Sequence[str],
    mutu: Sequence[str] = ("", "", ""),
    ket: str = "",
) -> list[str | Sel]:
    """One row: number, activity, marks, kelengkapan, waktu, output, Ket."""
    return [no, kegiatan, *tanda, *mutu, ket]


def resmi(source: ModuleType, lambang: Mapping[int, Sequence[int]], kelompok: str = "") -> Tabel:
    """The table of a source with a drawn shape in some columns of each row."""
    actors = source.KOLOM
    rows = kepala(actors, kelompok=kelompok)
    for row in source.TABEL:
        drawn = lambang.get(row.nomor, ())
        cells: list[str | Sel] = [Sel(lambang=n in drawn) for n in range(1, len(actors) + 1)]
        rows.append(
            [
                str(row.nomor),
                row.kegiatan,
                *cells,
                row.kelengkapan,
                row.waktu,
                row.keluaran,
                row.ket,
            ]
        )
    return tabel(*rows)


def sumber(*parts: str | Tabel) -> Sumber:
    """A file of these parts; a table that stands alone gets the name of an SOP above it."""
    named = any(isinstance(one, str) and one for one in parts)
    return Sumber(parts if named else ("Nama SOP : Contoh", *parts))
