"""Lines that stand in a list twice: seen only when all of them are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from service.domain.daftar_unit.hasil import BarisUnit, SalahSel
from service.domain.daftar_unit.kata import polos, rapat
from service.domain.daftar_unit.lajur import KODE, PENGUASA, RINGKASAN, TEMPAT, WAKTU

DISEBUT = 5  # rows that one sentence names


def checked(rows: Sequence[BarisUnit], lembar: str, huruf: str) -> list[BarisUnit]:
    """The rows with what is wrong with those that stand there twice; `huruf`: of the codes."""
    by_code, by_words = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for n, one in enumerate(rows):
        if code := rapat(one.at(KODE)):
            by_code[code].append(n)
        by_words[_words(one)].append(n)
    found = list(rows)
    coded = set[int]()
    for places in by_code.values():
        if len(places) > 1:
            _codes(found, places, lembar, huruf, coded)
    for places in by_words.values():
        for n in places[1:]:
            if n not in coded and rows[n].at(RINGKASAN):
                kata = (
                    f"Baris ini sama dengan baris {rows[places[0]].baris}. Hapus salah satunya, "
                    "atau bedakan isinya."
                )
                _add(found, n, SalahSel(lembar, rows[n].baris, "", kata))
    return found


def _codes(
    found: list[BarisUnit], places: list[int], lembar: str, huruf: str, coded: set[int]
) -> None:
    """One code, several lines: where they say the same the first goes on, else none does."""
    rows = [found[n] for n in places]
    alike = len({_whole(one) for one in rows}) == 1
    for n, own in zip(places[alike:], rows[alike:], strict=True):
        coded.add(n)
        others = [str(one.baris) for one in rows if one.baris != own.baris]
        more = f" dan {len(others) - DISEBUT} lagi" if len(others) > DISEBUT else ""
        said = f"baris {', '.join(others[:DISEBUT])}{more}"
        kata = (
            f"Baris ini sama dengan {said}; hapus salah satunya."
            if alike
            else f"Kode ini juga dipakai {said} dengan isi lain. Satu kode satu baris; kosongkan "
            "kode baris yang baru."
        )
        _add(found, n, SalahSel(lembar, own.baris, huruf, kata))


def _add(found: list[BarisUnit], n: int, fault: SalahSel) -> None:
    found[n] = replace(found[n], salah=(*found[n].salah, fault))


def _words(one: BarisUnit) -> str:
    """What makes a line another one than its neighbours."""
    isi = one.isi
    names = (RINGKASAN, PENGUASA, WAKTU, TEMPAT)
    return polos("|".join([one.kategori, *(isi.get(name, "") for name in names)]))


def _whole(one: BarisUnit) -> tuple[str, ...]:
    return (one.kategori, *(f"{name}={polos(text)}" for name, text in sorted(one.isi.items())))
