"""What one worksheet lends to others: its laws, what it weighs, its term."""

from __future__ import annotations

from dataclasses import replace

from service.domain.jangka import Jangka
from service.domain.uji import LembarUji

DASAR, TIMBANGAN, JANGKA, PEMICU = "dasar", "pertimbangan", "jangka", "pemicu"
SALINAN: dict[str, str] = {
    DASAR: "Dasar hukum",
    TIMBANGAN: "Pertimbangan: akibat dibuka, akibat ditutup, dan kepatutan",
    JANGKA: "Jangka waktu",
    PEMICU: "Pemicu dan rujukannya",
}
_RUAS: dict[str, tuple[str, ...]] = {
    DASAR: ("dasar",),
    TIMBANGAN: ("dibuka", "ditutup", "kepatutan"),
    JANGKA: ("jangka",),
    PEMICU: ("pemicu", "rujukan"),
}
_KOSONG = ("", (), Jangka())


def lent(dari: LembarUji, ke: LembarUji, apa: frozenset[str]) -> LembarUji:
    """The second worksheet with these parts of the first."""
    taken = {ruas: getattr(dari, ruas) for one in apa for ruas in _RUAS[one]}
    return replace(ke, **taken)


def empty(dari: LembarUji, apa: frozenset[str]) -> list[str]:
    """Which of these parts the first has not written itself."""
    return [one for one in SALINAN if one in apa and not any(_said(dari, x) for x in _RUAS[one])]


def overwrites(dari: LembarUji, ke: LembarUji, apa: frozenset[str]) -> bool:
    """Whether lending would take away something else that was written."""
    return any(
        _said(ke, ruas) and getattr(ke, ruas) != getattr(dari, ruas)
        for one in apa
        for ruas in _RUAS[one]
    )


def _said(one: LembarUji, ruas: str) -> bool:
    return getattr(one, ruas) not in _KOSONG
