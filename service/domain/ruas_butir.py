"""A number that names one item of a list in the same paper: declared, and checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from service.domain import ruas as r
from service.domain.ruas_baku import empty


def unknown_item(ruas: r.Ruas, isian: Mapping[str, Any]) -> Iterator[str]:
    """What must be put right, where it names an item that the list does not have."""
    value = isian.get(ruas.nama)
    if not ruas.butir_dari or empty(value) or value == 0:
        return
    rows = isian.get(ruas.butir_dari)
    known = [x.get("no") for x in rows if isinstance(x, dict)] if isinstance(rows, list) else []
    if value not in known:
        yield f"{ruas.label} (butir {value} tidak ada)"


def butir_faults(every: Sequence[r.Ruas]) -> Iterator[tuple[int, str, str]]:
    """What is wrong with such declarations of a pair: which ruas, at which key, and why."""
    items = {one.nama for one in every if one.jenis == r.BUTIR}
    for n, one in enumerate(every):
        if one.butir_dari and (one.jenis != r.BILANGAN or one.butir_dari not in items):
            why = "butir_dari hanya untuk ruas berjenis bilangan, dan menyebut ruas berjenis butir."
            yield n, "butir_dari", why
