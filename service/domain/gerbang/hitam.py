"""What is blackened on a paper: boxes on pages, as parts of a page's width and height."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from service.domain.refusals import Refusal

TERBANYAK = 2_000
_PISAH = re.compile(r"[\s;]+")
TERKECIL = 0.002  # of the page; less covers no letter


class KotakSalah(Refusal):
    """A box that covers nothing, or a page that is not there."""

    def __init__(self, apa: str) -> None:
        super().__init__(f"Kotak penghitaman tidak dapat dipakai: {apa}. Gambarlah sekali lagi.")


@dataclass(frozen=True)
class KotakHitam:
    """One box, from the upper left corner of the page as it is seen; 0 to 1 each way."""

    halaman: int  # from 1
    kiri: float
    atas: float
    kanan: float
    bawah: float

    def told(self) -> tuple[float, ...]:
        """As it travels into the box where the file is opened."""
        return (self.halaman, self.kiri, self.atas, self.kanan, self.bawah)


def box(halaman: int, x0: float, y0: float, x1: float, y1: float, pages: int) -> KotakHitam:
    """A box, whichever corners were given first; what reaches beyond the page is cut off."""
    if not 1 <= halaman <= pages:
        raise KotakSalah(f"tidak ada halaman {halaman}")
    kiri, kanan = sorted(min(max(one, 0.0), 1.0) for one in (x0, x1))
    atas, bawah = sorted(min(max(one, 0.0), 1.0) for one in (y0, y1))
    # A number that is none (NaN) is neither smaller nor greater than anything.
    if not (kanan - kiri >= TERKECIL and bawah - atas >= TERKECIL):
        raise KotakSalah(f"yang di halaman {halaman} terlalu kecil")
    return KotakHitam(halaman, kiri, atas, kanan, bawah)


def marked(lines: str, pages: int = TERBANYAK) -> list[KotakHitam]:
    """Boxes as a person types them, one a line: page, then how far from the left, from above, how
    wide and how high, each in hundredths of the page, so that no paper size has to be known."""
    told = []
    for line in filter(None, map(str.strip, lines.splitlines())):
        parts = _PISAH.split(line.replace(",", "."))
        try:
            n = int(parts[0])
            x, y, w, h = (float(one) / 100 for one in parts[1:])
        except ValueError as odd:
            raise KotakSalah(f'baris "{line[:40]}" bukan lima angka') from odd
        told.append((n, x, y, x + w, y + h))
    return boxes(told, pages)


def boxes(told: Iterable[tuple[int, float, float, float, float]], pages: int) -> list[KotakHitam]:
    """All of them, from the first page on; refused where there are more than a person draws."""
    found = [box(*one, pages) for one in islice(told, TERBANYAK + 1)]
    if len(found) > TERBANYAK:
        raise KotakSalah(f"lebih dari {TERBANYAK} kotak")
    return sorted(found, key=lambda one: (one.halaman, one.atas, one.kiri))
