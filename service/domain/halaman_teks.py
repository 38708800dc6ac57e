"""The text of a file as its readers of values see it: lines, and how far down the page they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

KEPALA = 40  # written lines that make the head of a first page
HALAMAN = 3  # pages that are read for values, and the last one
TERENDAH = 20  # less sure than this helps nobody choose
PANJANG = 15_000  # letters that rules look at
_SELA = re.compile(r"\t+| {3,}")
_LEBAR = re.compile(r"[^\S\n\r]{4,}|\u00a0+")
_ISI = re.compile(r"\s*(?:Menimbang|Mengingat|Dasar Hukum|Dengan hormat)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Baris:
    """One written line."""

    teks: str
    halaman: int  # from 1
    letak: int  # the how-manieth written line of its page, from 0
    kepala: bool  # before the letter itself begins


@dataclass(frozen=True)
class Nilai:
    """A value that was read, the line it stands in, and the rule that found it."""

    nilai: str
    aturan: str
    kutipan: str
    halaman: int
    keyakinan: int


def lines(teks: Sequence[str]) -> tuple[Baris, ...]:
    """The written lines of the first pages and of the last, where the signature stands."""
    wanted = [*range(min(HALAMAN, len(teks)))]
    if len(teks) > HALAMAN:
        wanted.append(len(teks) - 1)
    return tuple(line for page in wanted for line in _of_page(teks[page], page + 1))


def _of_page(teks: str, halaman: int) -> Iterator[Baris]:
    body = halaman > 1
    # Runs of blanks are cut short: columns stay apart, and no pattern goes to and fro in them.
    plain = _LEBAR.sub(_narrow, teks[: 2 * PANJANG])
    written = (one.strip() for one in plain.splitlines())
    for n, line in enumerate(one for one in written if one):
        body = body or n >= KEPALA or _ISI.match(line) is not None
        yield Baris(line[:500], halaman, n, not body)


def _narrow(blanks: re.Match[str]) -> str:
    """A gap, as wide as three blanks."""
    return "\t" if "\t" in blanks[0] else "   "


def head(baris: Sequence[Baris]) -> tuple[Baris, ...]:
    """The head of the first page."""
    return tuple(one for one in baris if one.kepala)


def title(baris: Sequence[Baris]) -> str:
    """The lines of the head that are written as a title: capitals, or a Capital at each word."""
    return "\n".join(one.teks for one in head(baris) if is_title(one.teks))


def is_title(teks: str) -> bool:
    """Whether a line is written as a title is, and not as a sentence or a field."""
    words = teks.split()
    if not 1 <= len(words) <= 14 or teks[-1] in ".,;:" or ":" in teks:
        return False
    long = [one for one in words if len(one) > 3 and one[0].isalpha()]
    return bool(long) and all(one[0].isupper() for one in long)


def cells(teks: str) -> tuple[str, ...]:
    """What stands side by side on a line, with tabs or wide gaps between."""
    return tuple(part for one in _SELA.split(teks) if (part := one.strip()))


def best(found: Sequence[Nilai], atmost: int) -> tuple[Nilai, ...]:
    """Each value once, with its surest reading, surest first."""
    kept: dict[str, Nilai] = {}
    for one in found:
        if one.keyakinan < TERENDAH:
            continue
        if one.nilai not in kept or kept[one.nilai].keyakinan < one.keyakinan:
            kept[one.nilai] = one
    return tuple(sorted(kept.values(), key=lambda one: -one.keyakinan)[:atmost])
