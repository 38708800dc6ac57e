"""A day in a paper that may not lie before another one: declared, checked, told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from service.domain import ruas as r
from service.domain.tanggal import panjang


def too_early(pasangan: r.Pasangan, isian: Mapping[str, Any], surat: date) -> dict[str, str]:
    """Why each day that comes before its other one cannot stand, by its label.

    `surat` is the day that the paper itself bears, or would bear today.
    """
    own = surat if pasangan.tanggal == r.PERSETUJUAN else None
    return {
        one.label: why for one in pasangan.ruas if (why := _why(pasangan.ruas, one, isian, own))
    }


def _why(every: Sequence[r.Ruas], one: r.Ruas, isian: Mapping[str, Any], own: date | None) -> str:
    other = next((x for x in every if x.nama == one.tidak_sebelum), None)
    if other is None:
        return ""
    day = _day(isian.get(one.nama))
    first = own if other.asal == r.TANGGAL else _day(isian.get(other.nama))
    if day is None or first is None or day >= first:
        return ""
    return f"tidak boleh sebelum {other.label}, yaitu {panjang(first)}"


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def hari_faults(every: Sequence[r.Ruas]) -> Iterator[tuple[int, str, str]]:
    """What is wrong with such declarations of a pair: which ruas, at which key, and why."""
    for n, one in enumerate(every):
        if not one.tidak_sebelum:
            continue
        other = next((x for x in every if x.nama == one.tidak_sebelum), None)
        if one.jenis != r.TANGGAL or other is None or other.jenis != r.TANGGAL or other is one:
            why = "tidak_sebelum hanya untuk ruas berjenis tanggal, dan menyebut ruas tanggal lain."
            yield n, "tidak_sebelum", why
            continue
        day, first = _day(one.contoh), _day(other.contoh)
        if day and first and day < first:
            yield n, "contoh", f"contoh tidak boleh sebelum {other.label}."
