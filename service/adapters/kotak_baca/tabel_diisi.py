"""A filled table as the box tells of it; whatever does not look like one is refused."""

from __future__ import annotations

from typing import Any

from service.domain.bacaan_luar import text
from service.domain.tabel_isian import CACAT, BarisTabel, TabelIsian

SEL_TERPANJANG = 50_000


def table(told: Any) -> TabelIsian:
    """The table; ValueError, TypeError or LookupError where the answer is none."""
    rows = tuple(_row(*one) for one in told["baris"])
    return TabelIsian(rows, frozenset(int(n) for n in told["lajur"]))


def _row(nomor: Any, tersembunyi: Any, sel: Any, cacat: Any) -> BarisTabel:
    cells = tuple(text(one, SEL_TERPANJANG) for one in sel)
    odd = {int(n): kode for n, kode in cacat if kode in CACAT}
    return BarisTabel(int(nomor), cells, odd, bool(tersembunyi))
