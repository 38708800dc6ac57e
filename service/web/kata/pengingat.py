"""Reminders in the words and shapes of pages."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable

from service.domain.ingat import APA, KEBERATAN, PERMOHONAN, Ingat, address
from service.domain.pengingat import AKAN, BESOK, HARI_INI, KATA, LEWAT, NAIK, TERBUKA, TETAP
from service.domain.wewenang import PERAN
from service.face.isi import Bentuk, Tugas

BENTUK: dict[str, Bentuk] = {
    AKAN: "berjalan",
    BESOK: "menunggu",
    HARI_INI: "menunggu",
    LEWAT: "lewat",
    NAIK: "lewat",
    TERBUKA: "lewat",
    TETAP: "berjalan",
}
TERPANJANG = 100  # letters of what there is to do


def task(one: Ingat, unit: str) -> Tugas:
    """One reminder as a row of what waits."""
    by_name = one.apa in (PERMOHONAN, KEBERATAN)
    more = (
        "" if by_name else one.perihal,
        unit,
        "" if by_name else APA[one.apa].lower(),
        waits_for(one),
        "rahasia" if one.rahasia else "",
    )
    return Tugas(
        f"{one.kata} {one.perihal}" if by_name else short(one.kata),
        address(one.apa, one.id, one.berkas),
        BENTUK[one.jenis],
        KATA[one.jenis].lower(),
        " · ".join(filter(None, more)),
        one.sisa,
        iso=one.jatuh.isoformat(),
    )


def grouped(
    some: Iterable[Ingat], unit: Callable[[Ingat], str]
) -> list[tuple[str, str, list[Tugas]]]:
    """Rows under their heads, with an id for each: what went up first, then one's own by kind."""
    every = list(some)
    risen = [one for one in every if one.dari]
    parts = [("atas", "Dinaikkan kepada Anda", risen)]
    for jenis, kata in KATA.items():
        parts.append((jenis, kata, [x for x in every if x.jenis == jenis and not x.dari]))
    return [(id_, kata, [task(one, unit(one)) for one in own]) for id_, kata, own in parts if own]


def short(words: str) -> str:
    """What there is to do on a line or two; the whole of it stands on the matter's page."""
    return textwrap.shorten(words, TERPANJANG, placeholder=" …")


def waits_for(one: Ingat) -> str:
    """Who did not act, where it went up to this person."""
    if not one.dari:
        return ""
    return f"menunggu {' atau '.join(PERAN.get(peran, peran) for peran in one.dari)}"
