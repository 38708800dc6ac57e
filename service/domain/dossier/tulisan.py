"""Papers that the house writes itself into a dossier: what happened, line by line."""

from __future__ import annotations

from dataclasses import replace

from service.domain.dossier.isi import TULISAN, Bagian, Dossier
from service.domain.dossier.lembar import (
    ATAS,
    BADAN,
    BAWAH,
    KANAN,
    RENGGANG,
    TEPI,
    Kata,
    Lembar,
    Ukur,
    wrapped,
)

ISI = TEPI + 120  # where the second column begins
JARAK = 5.0  # between two entries


def written(bagian: Bagian, ukur: Ukur) -> tuple[Lembar, ...]:
    """Its pages: a title, then what stands on the left beside what stands on the right."""
    pages, y = [list[Kata]()], ATAS
    for line in wrapped(bagian.judul, ukur, 14, KANAN - TEPI):
        pages[-1].append(Kata(TEPI, y, 14, line, tebal=True))
        y -= 14 * RENGGANG
    y -= 10
    for label, value in bagian.baris:
        begins = ISI if label else TEPI  # words without a label run over the whole width
        left = wrapped(label, ukur, BADAN, ISI - TEPI - 8)
        right = wrapped(value or ("-" if label else ""), ukur, BADAN, KANAN - begins)
        for n in range(max(len(left), len(right))):
            if y < BAWAH:
                pages.append([])
                y = ATAS
            for x, column in ((TEPI, left), (begins, right)):
                if n < len(column):
                    pages[-1].append(Kata(x, y, BADAN, column[n]))
            y -= BADAN * RENGGANG
        y -= JARAK if label or not value else 0
    return tuple(Lembar(tuple(words)) for words in pages)


def measured(dossier: Dossier, ukur: Ukur) -> Dossier:
    """The dossier, each paper of the house's own with as many pages as its words take."""
    bagian = (
        replace(one, halaman=len(written(one, ukur))) if one.cara == TULISAN else one
        for one in dossier.bagian
    )
    return replace(dossier, bagian=tuple(bagian))


def lines_of(text: str) -> tuple[tuple[str, str], ...]:
    """Plain words as they were typed, line by line."""
    shown = ("".join(c if c.isprintable() else " " for c in one) for one in text.splitlines())
    return tuple(("", one.rstrip()) for one in shown)
