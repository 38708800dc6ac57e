"""The same report as a workbook: a sheet for each part, with its chart."""

from __future__ import annotations

from collections.abc import Iterable

from service.ports.papers import Diagram, Lembar
from service.web.laporan.satuan import Bagian


def sheets(parts: Iterable[Bagian], above: str) -> list[Lembar]:
    """A sheet for each part that has rows; the first says what the book is."""
    return [
        Lembar(
            one.judul,
            f"{above}\n{one.judul}",
            one.kolom,
            list(one.tergambar),  # a sheet adds up by itself what a reader asks it to
            kaki=one.catatan,
            diagram=_chart(one),
        )
        for one in parts
        if one.baris
    ]


def _chart(one: Bagian) -> tuple[Diagram, ...]:
    if not one.seri:
        return ()
    return (Diagram(one.judul, "Banyaknya", tuple(n + 1 for n in one.seri), 1),)
