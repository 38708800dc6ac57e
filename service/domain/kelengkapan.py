"""Whether a book is whole: every number from the first to the last, each with its state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from service.domain import sisipan
from service.domain.nomor import BERKAS, EKSTERNAL, KEADAAN, Nomor, tempat

HILANG = "tidak ada"


@dataclass(frozen=True)
class Baris:
    """One place of a book, with the number that stands there."""

    tempat: str  # 31, 31.h
    keadaan: str  # the word of its state
    nomor: Nomor | None  # None: a hole
    catatan: str = ""  # what is wrong here, or ''


@dataclass(frozen=True)
class Kelengkapan:
    """What is told of a book: its places in order, and everything that breaks the promise."""

    baris: tuple[Baris, ...]
    awal: int
    akhir: int
    jumlah: tuple[tuple[str, int], ...]  # how many in each state
    lubang: tuple[int, ...]
    kembar: tuple[str, ...]
    mundur: tuple[str, ...]  # where a date falls
    lepas: tuple[str, ...]  # sisipan without base, or with one left out before it
    luar: tuple[Nomor, ...] = ()  # given by another register; outside the row

    @property
    def utuh(self) -> bool:
        """Whether nothing is missing, double or out of order."""
        return not (self.lubang or self.kembar or self.mundur or self.lepas)


def examine(awal: int, akhir: int, rows: Sequence[Nomor]) -> Kelengkapan:
    """The places from `awal` to `akhir`; nothing is hidden, and what is missing is named."""
    own = sorted((one for one in rows if one.sumber != EKSTERNAL), key=_order)
    seen = Counter(tempat(one.urut, one.sisipan) for one in own)
    doubles = tuple(dict.fromkeys(where for where, n in seen.items() if n > 1))
    falls = _falls(own)
    loose = _loose(own, awal, akhir)
    lines = tuple(_lines(awal, akhir, own, {*doubles}, {*falls}, {*loose}))
    told = Counter(one.keadaan for one in lines)
    return Kelengkapan(
        baris=lines,
        awal=awal,
        akhir=akhir,
        jumlah=tuple((kata, told[kata]) for kata in (*KEADAAN.values(), HILANG) if told[kata]),
        lubang=tuple(int(one.tempat) for one in lines if one.nomor is None),
        kembar=doubles,
        mundur=falls,
        lepas=loose,
        luar=tuple(one for one in rows if one.sumber == EKSTERNAL),
    )


def _order(one: Nomor) -> tuple[int, int, str]:
    return one.urut, sisipan.place(one.sisipan), one.id


def _lines(
    awal: int,
    akhir: int,
    own: Sequence[Nomor],
    doubles: set[str],
    falls: set[str],
    loose: set[str],
) -> list[Baris]:
    told = (
        (doubles, "nomor ini ada lebih dari sekali"),
        (falls, "tanggalnya mendahului nomor sebelumnya"),
        (loose, "sisipan tanpa induk atau tidak berurutan"),
    )
    at: dict[int, list[Nomor]] = {}
    for one in own:
        at.setdefault(one.urut, []).append(one)
    lines = []
    for urut in sorted({*range(awal, akhir + 1), *at}):
        here = at.get(urut, [])
        if not any(not one.sisipan for one in here) and awal <= urut <= akhir:
            lines.append(Baris(str(urut), HILANG, None, "tidak tercatat"))
        for one in here:
            where = tempat(one.urut, one.sisipan)
            wrong = [kata for found, kata in told if where in found]
            if not one.sisipan and not awal <= urut <= akhir:
                wrong.append("di luar hitungan buku")
            kata = KEADAAN.get(one.keadaan, one.keadaan)
            lines.append(Baris(where, kata, one, "; ".join(wrong)))
    return lines


def _falls(own: Sequence[Nomor]) -> tuple[str, ...]:
    last: date | None = None
    found = []
    for one in own:
        if one.sisipan or one.sumber != BERKAS or one.tanggal is None:
            continue
        if last and one.tanggal < last:
            found.append(str(one.urut))
        last = max(last or one.tanggal, one.tanggal)
    return tuple(found)


def _loose(own: Sequence[Nomor], awal: int, akhir: int) -> tuple[str, ...]:
    bases = {one.urut for one in own if not one.sisipan}
    found = []
    for urut in dict.fromkeys(one.urut for one in own if one.sisipan):
        taken = [one.sisipan for one in own if one.urut == urut and one.sisipan]
        if (awal <= urut <= akhir and urut not in bases) or not sisipan.is_whole(taken):
            found += [tempat(urut, one) for one in dict.fromkeys(taken)]
    return tuple(found)
