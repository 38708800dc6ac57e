"""The period of work that comes again: which one a day falls in, and what it is called."""

from __future__ import annotations

from datetime import date, timedelta

from service.domain import ids
from service.domain.tanggal import BULAN


def masa(bulan: int, on: date) -> str:
    """The period of so many months in which a day lies, by its first month: `2026-07`."""
    first = (on.month - 1) // bulan * bulan + 1 if bulan <= 12 else 1
    return f"{on.year}-{first:02d}"


def sebutan(masa_: str, bulan: int) -> str:
    """The period as people say it: `November 2026`, `Juli sampai Desember 2026`."""
    year, _, month = masa_.partition("-")
    first = int(month)
    last = min(first + bulan - 1, 12)
    if bulan >= 12:
        return f"tahun {year}"
    if first == last:
        return f"{BULAN[first - 1]} {year}"
    return f"{BULAN[first - 1]} sampai {BULAN[last - 1]} {year}"


def rentang(masa_: str, bulan: int) -> tuple[date, date]:
    """The first and the last day of the period; none goes beyond its year."""
    year, _, month = masa_.partition("-")
    first = date(int(year), int(month), 1)
    after = first.month + max(bulan, 1)
    end = date(first.year, after, 1) if after <= 12 else date(first.year + 1, 1, 1)
    return first, end - timedelta(days=1)


def round_id(instansi: str, sop: str, bagian: str, masa_: str) -> str:
    """The id of a round: whoever opens it, it is the same one."""
    return ids.derived(f"putaran:{instansi}:{sop}:{bagian}:{masa_}")
