"""Where each row of a flowchart stands: its symbols by lane, its height, its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from service.domain.sop.bagan_bentuk import BELAH_KETUPAT, KAPSUL, KOTAK, SEGILIMA, Ukuran
from service.domain.sop.bagan_jalan import Jalan
from service.domain.sop.bentuk import SELESAI, Langkah, Sop

TINGGI = {KAPSUL: 7.0, KOTAK: 8.0, BELAH_KETUPAT: 10.0, SEGILIMA: 9.0}
INTI = 10.0  # the highest of them
UJUNG, SELA = 5.0, 3.0  # a capsule above or below another symbol, and the arrow between
BERTIGA = 3  # a page keeps two rows at least when it gives one away
SISI, JALUR, PENGHUBUNG = 3.6, 1.8, 6.4


@dataclass
class Tempat:
    """One row while it is being laid out."""

    row: Langkah
    masuk: int  # the lane in which it begins
    keluar: int  # the lane in which it ends
    simbol: dict[int, str] = field(default_factory=dict)
    tahap: dict[str, int] = field(default_factory=dict)  # the lane of each act within it
    mulai: bool = False  # a capsule stands above its first symbol
    selesai: bool = False  # a capsule stands below its last symbol
    jalur_atas: int = 0
    jalur_bawah: list[float] = field(default_factory=list)  # the height of each
    dari_halaman: bool = False  # a connector leads in
    ke_halaman: bool = False  # a connector leads out
    ruang_kata: float = 0.0
    naik: float = 0.0  # how far words beside a symbol reach above it
    sela: float = SELA  # above the capsule below; higher where words stand beside the arrow
    y: float = 0.0
    tinggi: float = 0.0
    halaman: int = 0

    @property
    def kepala(self) -> float:
        """What stands above the middle symbols."""
        own = JALUR * self.jalur_atas + (PENGHUBUNG if self.dari_halaman else 0)
        if self.mulai:
            return own + SISI + UJUNG + max(SELA, self.naik)
        return own + max(SISI, self.naik)

    @property
    def kaki(self) -> float:
        """What stands below them."""
        own = SISI + sum(self.jalur_bawah) + (PENGHUBUNG if self.ke_halaman else 0)
        own += self.ruang_kata
        return own + (UJUNG + self.sela if self.selesai else 0)

    @property
    def perlu(self) -> float:
        """The height that its drawing needs."""
        return self.kepala + INTI + self.kaki

    @property
    def tengah(self) -> float:
        """The line on which its symbols stand."""
        return self.y + self.kepala + (self.tinggi - self.perlu) / 2 + INTI / 2

    def sisi_atas(self, n: int) -> float:
        """The n-th track above the symbols."""
        zone = PENGHUBUNG if self.dari_halaman else 0
        return self.y + zone + JALUR * (n + 1)

    def sisi_bawah(self, n: int) -> float:
        """The n-th track below the symbols."""
        zone = PENGHUBUNG if self.ke_halaman else 0
        return self.y + self.tinggi - zone - sum(self.jalur_bawah[n + 1 :]) - JALUR + 0.4


def rows_of(
    sop: Sop, shown: Sequence[Langkah], lajur: Sequence[str], jalan: Sequence[Jalan]
) -> list[Tempat]:
    """The rows with their symbols."""
    first, last = _ends(sop, {row.id for row in shown})
    ending = {one.dari for one in jalan if one.ke == SELESAI}
    return [_row(row, lajur, row.id in first, row.id in last, ending) for row in shown]


def _ends(sop: Sop, shown: set[str]) -> tuple[set[str], set[str]]:
    first, last = set(), set()
    for part in sop.parts():
        own = [row.id for row in sop.rows(part.id) if row.id in shown]
        first |= set(own[:1])
        last |= set(own[-1:])
    return first, last


def _row(row: Langkah, lajur: Sequence[str], first: bool, last: bool, ending: set[str]) -> Tempat:
    acts = [(act, _lane(act.pelaksana, lajur)) for act in row.tahap]
    masuk = acts[0][1] if acts else _lane(row.pelaksana, lajur)
    keluar = acts[-1][1] if acts else masuk
    one = Tempat(row, masuk, keluar, tahap={act.id: lane for act, lane in acts})
    for name in (*row.pelaksana, *row.bersama):
        if name in lajur:
            one.simbol[lajur.index(name)] = KOTAK
    for act, lane in acts:
        branching = len(act.cabang) > 1
        if branching or one.simbol.get(lane) != BELAH_KETUPAT:
            one.simbol[lane] = BELAH_KETUPAT if branching else KOTAK
    one.simbol.setdefault(masuk, KOTAK)
    if row.rujukan and one.simbol[keluar] == KOTAK:
        one.simbol[keluar] = SEGILIMA
    if row.keputusan:
        one.simbol[keluar] = BELAH_KETUPAT
    if first:
        one.mulai = one.simbol[masuk] != KOTAK
        if not one.mulai:
            one.simbol[masuk] = KAPSUL
    if row.id in ending:
        plain = last and one.simbol[keluar] in (KOTAK, KAPSUL) and not row.cabang
        one.selesai = not plain
        if plain:
            one.simbol[keluar] = KAPSUL
    return one


def _lane(names: Sequence[str], lajur: Sequence[str]) -> int:
    return next((lajur.index(name) for name in names if name in lajur), 0)


def set_heights(rows: list[Tempat], words: Mapping[str, float]) -> None:
    """Each row as high as its drawing and its words need; one below the other."""
    for one in rows:
        one.tinggi = max(one.perlu, words.get(one.row.id, 0.0))
    _stand(rows)


def _stand(rows: list[Tempat]) -> None:
    y = 0.0
    for one in rows:
        one.y = y
        y += one.tinggi


def pages_of(rows: list[Tempat], ukuran: Ukuran) -> list[int]:
    """The page of each row; a break made before stays, the last takes what must stand with it."""
    if ukuran.halaman is None:
        return [0] * len(rows)
    found, page, full = list[int](), 0, 0.0
    for n, one in enumerate(rows):
        need = one.tinggi + (ukuran.ekor if n == len(rows) - 1 else 0)
        room = ukuran.halaman[0 if page == 0 else 1]
        if full and (full + need > room or one.halaman > page):
            page, full = page + 1, 0.0
        found.append(page)
        full += one.tinggi
    return _paired(rows, found, ukuran)


def _paired(rows: list[Tempat], pages: list[int], ukuran: Ukuran) -> list[int]:
    """The last row takes the one before it along, where it would stand alone on its page."""
    last = pages[-1]
    if not last or pages.count(last) > 1 or pages.count(last - 1) < BERTIGA or not ukuran.halaman:
        return pages
    if sum(one.tinggi for one in rows[-2:]) + ukuran.ekor > ukuran.halaman[1]:
        return pages
    return [*pages[:-2], last, last]


def fill_pages(rows: list[Tempat], ukuran: Ukuran) -> None:
    """Rows grow until each page but the last is full, so that any program breaks there too."""
    if ukuran.halaman is None:
        return
    for page in range(rows[-1].halaman):
        own = [one for one in rows if one.halaman == page]
        spare = ukuran.halaman[0 if page == 0 else 1] - sum(one.tinggi for one in own)
        for one in own:
            one.tinggi += max(0.0, spare) / len(own)
    _stand(rows)
