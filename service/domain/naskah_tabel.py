"""What stands in a paper, as the tables that a spreadsheet takes: the very figures it prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from service.domain import ruas as r

Sel = str | int | date | None
ISIAN = "Isian"
TUNGGAL = frozenset({r.TEKS, r.PARAGRAF, r.TANGGAL, r.BILANGAN, r.RUPIAH, r.PILIHAN, r.NOMOR})
BUTIR: dict[str, str] = {
    "no": "No",
    "judul": "Informasi",
    "dokumen": "Dokumen",
    "unit": "Unit",
    "dasar": "Dasar",
    "kesimpulan": "Kesimpulan",
    "jangka": "Jangka waktu",
    "kategori": "Kategori",
    "dihitamkan": "Yang dihitamkan",
}


@dataclass(frozen=True)
class TabelNaskah:
    """One table; `gambar` are the columns of figures (from 1) and `sebutan` what names its rows."""

    judul: str
    kolom: tuple[str, ...]
    baris: tuple[tuple[Sel, ...], ...]
    gambar: tuple[int, ...] = ()
    sebutan: int = 1


def has_tables(kind: r.Pasangan) -> bool:
    """Whether papers of this kind hold a table at all."""
    return any(one.jenis in (r.DAFTAR, r.BUTIR) for one in kind.ruas)


def tables(kind: r.Pasangan, isian: Mapping[str, Any]) -> list[TabelNaskah]:
    """The plain fields first, then each table that has rows, in the order of the paper."""
    plain = tuple(
        (one.label, value)
        for one in kind.ruas
        if one.jenis in TUNGGAL and (value := _value(one, isian.get(one.nama))) not in ("", None)
    )
    return [TabelNaskah(ISIAN, ("Isian", "Nilai"), plain), *_listed(kind, isian)]


def _listed(kind: r.Pasangan, isian: Mapping[str, Any]) -> Iterator[TabelNaskah]:
    for one in kind.ruas:
        rows = isian.get(one.nama)
        if not isinstance(rows, list) or not rows:
            continue
        if one.jenis == r.DAFTAR:
            yield _table(one, rows)
        elif one.jenis == r.BUTIR:
            told = tuple(tuple(_words(row.get(x)) for x in BUTIR) for row in rows)
            yield TabelNaskah(one.label, tuple(BUTIR.values()), told)


def _table(one: r.Ruas, rows: Sequence[Mapping[str, Any]]) -> TabelNaskah:
    told = tuple(tuple(_value(x, row.get(x.nama)) for x in one.kolom) for row in rows)
    figures = tuple(n for n, x in enumerate(one.kolom, 1) if x.jenis == r.BILANGAN)
    named = next((n for n, x in enumerate(one.kolom, 1) if x.jenis in (r.TEKS, r.PILIHAN)), 0)
    drawn = figures if named and len(rows) > 1 else ()
    return TabelNaskah(one.label, tuple(x.label for x in one.kolom), told, drawn, named or 1)


def _value(one: r.Ruas, value: Any) -> Sel:
    """A figure as a figure, a day as a day, all else as it is written."""
    if one.jenis in r.BILANGAN_BULAT and isinstance(value, int):
        return value
    if one.jenis == r.TANGGAL and isinstance(value, str) and value:
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return _words(value)


def _words(value: Any) -> Sel:
    if isinstance(value, list):
        return "; ".join(str(one) for one in value)
    return value if isinstance(value, int) and not isinstance(value, bool) else str(value or "")
