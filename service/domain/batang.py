"""Bars of a paper: its rows summed into lanes, every lane on the scale of the longest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SERIBU = 1_000
BAGIAN_TERBANYAK = 3  # looks that stay apart where a paper is copied without colour


@dataclass(frozen=True)
class Batang:
    """One bar: its parts in thousandths of the longest, and what is heard of it."""

    bagian: tuple[int, ...]
    uraian: str


def lajur(rows: Any, nama: Any = "", *kolom: Any) -> Any:
    """A lane for each different name, in the order of the rows: columns summed, or rows counted."""
    if not isinstance(rows, list) or nama == "":
        return rows
    sums: dict[str, list[int]] = {}
    for row in rows:
        told = str(_part(row, nama))
        values = [_number(_part(row, one)) for one in kolom] or [1]
        before = sums.get(told, [0] * len(values))
        sums[told] = [a + b for a, b in zip(before, values, strict=True)]
    longest = max((sum(values) for values in sums.values()), default=0)
    return [
        {"nama": told, "nilai": values, "jumlah": sum(values), "skala": longest}
        for told, values in sums.items()
    ]


def batang(lane: Any, *sebutan: str) -> Any:
    """The bar of a lane; `sebutan` is what each of its parts is called."""
    if not isinstance(lane, Mapping) or not {"nama", "nilai", "skala"} <= lane.keys():
        return lane
    values = lane["nilai"][:BAGIAN_TERBANYAK]
    names = (*sebutan, *[""] * len(values))
    heard = ", ".join(f"{name} {one}".strip() for name, one in zip(names, values, strict=False))
    scale = max(lane["skala"], 1)
    parts = tuple(one * SERIBU // scale or bool(one) for one in values)
    return Batang(tuple(map(int, parts)), f"{lane['nama']}: {heard}")


def _part(row: Any, nama: Any) -> Any:
    """A column of a row, by its name or by its place."""
    if isinstance(row, Mapping):
        return row.get(nama, "")
    if isinstance(row, Sequence) and isinstance(nama, int) and 0 <= nama < len(row):
        return row[nama]
    return ""


def _number(value: Any) -> int:
    return max(value, 0) if isinstance(value, int) and not isinstance(value, bool) else 0
