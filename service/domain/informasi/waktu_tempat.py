"""Time and place out of one cell, as the legal form has them: `Palangka Raya, 12 Januari 2024`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from service.domain.informasi.waktu import TIADA, WaktuPembuatan
from service.domain.informasi.waktu_baca import TERPANJANG, TIDAK_DIKENAL, read_waktu

_PISAH = re.compile(r"\s*[\n;|]\s*|,\s+|\s+di\s+|\s+[-–—/]\s+|\s*\(\s*")
_HURUF = re.compile(r"[^\W\d_]{2}")
_ANGKA = re.compile(r"\d")
DUA_BAGIAN = "Waktu dan tempatnya belum terpisah. Tulis tempat, koma, lalu waktunya."


def read_waktu_tempat(isi: str) -> tuple[WaktuPembuatan, str]:
    """The time and the place of a cell; where it is not sure which is which, all of it stays."""
    whole = read_waktu(isi)
    if whole.ketelitian == TIADA or whole.terbaca or len(isi) > 2 * TERPANJANG:
        return whole, ""
    parts = [found for found in _parted(isi) if found is not None]
    if parts:
        # A date may itself hold a comma, so the longest words that are a time are the time.
        return max(parts, key=lambda found: len(found[0].tertulis))
    mixed = whole.ragu == TIDAK_DIKENAL and _ANGKA.search(isi)
    return replace(whole, ragu=_why(isi) or DUA_BAGIAN) if mixed else whole, ""


def _why(isi: str) -> str:
    """What is wrong with the time beside a place, where that is plainer than the whole cell."""
    for found in _PISAH.finditer(isi):
        left, right = isi[: found.start()].strip(), isi[found.end() :].strip(" \n\t()")
        for waktu, tempat in ((left, right), (right, left)):
            if _ANGKA.search(waktu) and _HURUF.search(tempat) and not _ANGKA.search(tempat):
                ragu = read_waktu(waktu).ragu
                if ragu and ragu != TIDAK_DIKENAL:
                    return ragu
    return ""


def _parted(isi: str) -> Iterator[tuple[WaktuPembuatan, str] | None]:
    for found in _PISAH.finditer(isi):
        left, right = isi[: found.start()].strip(), isi[found.end() :].strip(" \n\t()")
        yield _sorted(left, right)
        yield _sorted(right, left)


def _sorted(waktu: str, tempat: str) -> tuple[WaktuPembuatan, str] | None:
    """These as time and place, where the one is a time and the other is surely none."""
    place = " ".join(tempat.split()).strip(" ,;.")
    # A figure in what is left may be the rest of the time.
    if _ANGKA.search(place) or not _HURUF.search(place):
        return None
    read = read_waktu(waktu)
    return (read, place) if read.terbaca and not read_waktu(place).terbaca else None
