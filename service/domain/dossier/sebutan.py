"""What people call a matter: by its number, else by its title and its year; never by its id."""

from __future__ import annotations

import re
from collections.abc import Iterable

from service.domain.ids import is_id

PENDEK = 60  # letters of a title in the foot of every page
PEMBEDA = 6  # letters of an id: 30 random bits
TANPA = "tanpa judul"
_TAHUN = re.compile(r"\d{4}")
_KATA = re.compile(r"\w+")


def called(nomor: Iterable[str], judul: str, tahun: int) -> str:
    """The first number it has; a title that tells its year needs no second one."""
    for one in nomor:
        if one.strip() and not is_id(one.strip()):
            return one.strip()
    title = titled(judul)
    if str(tahun) in _KATA.findall(title):
        return _short(title)
    return f"{_short(title)} ({tahun})"


def filed(apa: str, sebutan: str, id_: str, *lagi: str) -> str:
    """The name of its file, without what a disk refuses; two that are called alike differ at the
    end, by the first letters of the address of their page."""
    told = " ".join((apa, _short(sebutan), *lagi)).replace("/", "-")
    kept = "".join(one if one.isalnum() or one in " .-()" else " " for one in told)
    return " ".join((*kept.split(), id_[:PEMBEDA]))


def titled(judul: str) -> str:
    """A title without what only the machine reads."""
    words = [one for one in judul.split() if not is_id(one.strip(".,;:()"))]
    return " ".join(words).strip(" .,;:") or TANPA


def whole(sebutan: str, judul: str) -> str:
    """Number and title in one line, nothing in it twice."""
    if not (beyond := more(sebutan, judul)):
        return judul
    if all(_TAHUN.fullmatch(one) for one in beyond):
        return f"{judul} ({min(beyond)})"
    return f"{sebutan} · {judul}"


def apart(sebutan: str, judul: str) -> bool:
    """Whether it says more than the title does, but for a year."""
    return any(not _TAHUN.fullmatch(one) for one in more(sebutan, judul))


def more(sebutan: str, judul: str) -> frozenset[str]:
    """The words that the title has not."""
    said = {one.casefold() for one in _KATA.findall(judul)}
    return frozenset(one for one in _KATA.findall(sebutan) if one.casefold() not in said)


def _short(judul: str) -> str:
    """Cut behind a word, and said to be cut."""
    if len(judul) <= PENDEK:
        return judul
    kept, _, _ = judul[: PENDEK + 1].rpartition(" ")
    return f"{(kept or judul[:PENDEK]).rstrip(' ,;:.')}…"
