"""Where the faults of a template are painted on the picture of its pages."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.klinik.templat import Tempat, Templat

TERPANJANG = 60  # letters by which a paragraph is known again
TERPENDEK = 6  # letters of its own by which a filled paragraph is known
SEBELUM = 25  # letters of the paragraph before it


@dataclass(frozen=True)
class Letak:
    """A place on a page: from 1, the rest as parts of the page's width and height."""

    halaman: int
    kiri: float
    atas: float
    lebar: float
    tinggi: float


def squeezed(text: str) -> str:
    """Letters and signs without what stands between words: no two programs agree on that."""
    return "".join(text.split())


@dataclass(frozen=True)
class Frasa:
    """What is looked for: words, which time (from 0) they come, letters before those meant."""

    teks: str
    urut: int = 0
    lewati: int = 0


def phrases(templat: Templat, tempat: Tempat) -> tuple[Frasa, ...]:
    """By what a paragraph is known on paper: after the one before it, else by itself.

    The same words may stand in several paragraphs; those come in the same order on paper.
    """
    if tempat.urut < 0:
        return ()
    part = templat.alinea[tempat.urut].part
    above = "".join(squeezed(one.teks) for one in templat.alinea[: tempat.urut] if one.part == part)
    words = squeezed(tempat.teks)[:TERPANJANG]
    if not words:
        return ()
    tail = above[-SEBELUM:]
    whole = f"{above}{words}"[:-1]
    after = (Frasa(f"{tail}{words}", whole.count(f"{tail}{words}"), len(tail)),) if tail else ()
    return (*after, Frasa(words, above.count(words)))


def filled_phrases(templat: Templat, tempat: Tempat) -> tuple[Frasa, ...]:
    """By what a paragraph is known once it is filled: the longest of its own words."""
    if tempat.urut < 0:
        return ()
    rest = tempat.teks
    for tag in templat.tanda:
        if tag.alinea == tempat.urut:
            rest = rest.replace(tag.teks, "\0")
    own = max(map(squeezed, rest.split("\0")), key=len)[:TERPANJANG]
    return (Frasa(own),) if len(own) >= TERPENDEK else ()
