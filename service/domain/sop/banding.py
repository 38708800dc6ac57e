"""Planned against real over many passages: by row, by unit, by month."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from service.domain.sop.lintas import Terukur


@dataclass(frozen=True)
class Sebaran:
    """Minutes of office time: the middle one, and what nine in ten stayed within."""

    tengah: int
    p90: int


@dataclass(frozen=True)
class Banding:
    """Passages that belong together: what was planned, what was real."""

    kunci: str  # a row, a unit or a month
    banyak: int
    berkas: int
    norma: int | None
    tunggu: Sebaran
    sentuh: Sebaran
    terlama: int
    lewat: int  # how many took longer than the norm
    kembali: int


def compare(passages: Iterable[Terukur], by: Callable[[Terukur], str]) -> dict[str, Banding]:
    """The passages of each key."""
    found: dict[str, list[Terukur]] = {}
    for one in passages:
        found.setdefault(by(one), []).append(one)
    return {kunci: _compared(kunci, some) for kunci, some in found.items()}


def _compared(kunci: str, some: list[Terukur]) -> Banding:
    norms = [one.norma for one in some if one.norma is not None]
    return Banding(
        kunci,
        len(some),
        len({one.lintas.berkas for one in some}),
        round(median(norms)) if norms else None,
        spread([one.lama.tunggu for one in some]),
        spread([one.lama.sentuh for one in some]),
        max(one.lama.semua for one in some),
        sum(one.lewat for one in some),
        sum(one.lintas.kembali for one in some),
    )


def spread(minutes: Sequence[int]) -> Sebaran:
    """Of at least one."""
    ordered = sorted(minutes)
    return Sebaran(round(median(ordered)), ordered[math.ceil(0.9 * len(ordered)) - 1])
