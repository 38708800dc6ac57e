"""Pages that are pictures: what a machine could read of them, and what a person still has to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from service.domain.gerbang.pribadi import found
from service.domain.gerbang.tembus import Tembus, hit

PINDAIAN, LAPISAN = "pindaian", "pdf_lapisan_pindaian"
BERBEDA = "tulisan tak tampak berbeda dari gambar halamannya"
SAMA = 0.5  # of the words of a hidden layer, that must stand in the picture too
_HALAMAN = re.compile(r"halaman (\d{1,6})")
_KATA = re.compile(r"[^\W_]{3,}")


def is_mute(tembus: Iterable[Tembus]) -> bool:
    """Whether any page is a picture of writing."""
    return any(one.jenis == PINDAIAN for one in tembus)


def layered(tembus: Iterable[Tembus]) -> list[int]:
    """The pages on which unseen words lie over the picture of words."""
    places = (_HALAMAN.fullmatch(one.tempat) for one in tembus if one.jenis == LAPISAN)
    return [int(place[1]) for place in places if place]


def read_aloud(tembus: Iterable[Tembus], terbaca: Mapping[int, str]) -> tuple[Tembus, ...]:
    """The hits with those that a machine read from pictures; the pictures themselves stay hits, as
    no machine reads all that a person does."""
    every = list(tembus)
    known = {(one.jenis, one.tempat) for one in every}
    for n, teks in sorted(terbaca.items()):
        place = f"halaman {n}"
        by_kind: dict[str, list[str]] = {}
        for one in found(teks):
            by_kind.setdefault(one.jenis, []).append(one.samar)
        every += [
            hit(jenis, f"{place}, terbaca dari gambar", pieces[0], len(pieces))
            for jenis, pieces in by_kind.items()
            if (jenis, place) not in known
        ]
    return tuple(every)


def compared(
    tembus: Iterable[Tembus], lapisan: Mapping[int, str], terbaca: Mapping[int, str]
) -> tuple[Tembus, ...]:
    """The hits, a layer that says something else than its picture told of as hidden words."""
    return (
        *tembus,
        *(
            hit("pdf_teks_tak_tampak", f"halaman {n}", BERBEDA)
            for n, teks in sorted(terbaca.items())
            if n in lapisan and unlike(lapisan[n], teks)
        ),
    )


def unlike(lapisan: str, terbaca: str) -> bool:
    """Whether the hidden words over a picture say something else than the picture does."""
    laid = set(_KATA.findall(lapisan.casefold()))
    seen = set(_KATA.findall(terbaca.casefold()))
    return bool(laid) and len(laid & seen) < SAMA * len(laid)
