"""What the box says of a foreign SOP, believed only as far as its form goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from service.domain import bacaan_luar
from service.domain.sop.impor_bentuk import Sel, Sumber, Tabel

TERPANJANG = 50_000  # letters of a paragraph or a cell
TERJAUH = 5_000  # rows or columns that one cell reaches over


def source(told: Mapping[str, Any]) -> Sumber:
    """Paragraphs and tables; ValueError, TypeError or LookupError where the form is another."""
    return Sumber(tuple(_part(one) for one in told["isi"]))


def _part(one: Any) -> str | Tabel:
    if isinstance(one, str):
        return bacaan_luar.text(one, TERPANJANG)
    return Tabel(tuple(tuple(_cell(cell) for cell in row) for row in one["baris"]))


def _cell(told: Any) -> Sel:
    isi, lebar, tinggi, lambang = told
    wide, high = (min(max(int(one), 1), TERJAUH) for one in (lebar, tinggi))
    return Sel(bacaan_luar.text(isi, TERPANJANG), wide, high, bool(lambang))
