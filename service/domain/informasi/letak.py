"""Where in a document information stands: a part, and pages; the rest of it may be open."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.domain.refusals import Refusal

TERBANYAK = 20_000  # pages of one document; more is a slip of the pen
_RUAS = re.compile(
    r"(?:(?:halaman|hal|hlm)\.? *)?([0-9]{1,6})(?: *(?:-|–|s/d|s\.d\.|sampai) *([0-9]{1,6}))?"
)


class HalamanKeliru(Refusal):
    """Pages are written so that nobody can turn to them."""

    def __init__(self, potongan: str) -> None:
        super().__init__(
            f"Halaman {potongan} tidak terbaca. Tulis misalnya 3-5, 8; halaman pertama adalah 1."
        )


@dataclass(frozen=True)
class Letak:
    """One place in one document; without part and pages, the whole of it."""

    dokumen: str = ""
    sidik: str = ""  # sha256 of the document in the closed store
    bagian: str = ""
    halaman: tuple[tuple[int, int], ...] = ()

    @property
    def sebagian(self) -> bool:
        """Whether only a part of the document is meant."""
        return bool(self.bagian.strip() or self.halaman)

    @property
    def kata(self) -> str:
        """In one line: `Laporan audit, bagian lampiran 2, halaman 3-5, 8`."""
        pages = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in self.halaman)
        parts = [
            self.dokumen,
            f"bagian {self.bagian}" if self.bagian else "",
            f"halaman {pages}" if pages else "",
        ]
        return ", ".join(filter(None, parts))


def read_halaman(isi: str) -> tuple[tuple[int, int], ...]:
    """The pages that somebody wrote, in order, none twice; refuses what names no page."""
    named: list[tuple[int, int]] = []
    for potongan in filter(None, (one.strip() for one in re.split(r"[,;]| dan ", isi.casefold()))):
        found = _RUAS.fullmatch(potongan)
        first = int(found[1]) if found else 0
        last = int(found[2] or first) if found else 0
        if not 1 <= first <= last <= TERBANYAK:
            raise HalamanKeliru(potongan[:30])
        named.append((first, last))
    return _joined(sorted(named))


def _joined(named: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    whole: list[tuple[int, int]] = []
    for first, last in named:
        if whole and first <= whole[-1][1] + 1:
            whole[-1] = (whole[-1][0], max(last, whole[-1][1]))
        else:
            whole.append((first, last))
    return tuple(whole)
