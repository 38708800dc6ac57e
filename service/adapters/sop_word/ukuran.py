"""The sheet of a form: how wide each column is, and how high its rows become."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from service.domain.refusals import Refusal
from service.domain.sop.bagan import lanes
from service.domain.sop.bagan_huruf import panjang, pecah, tinggi
from service.domain.sop.bagan_rute import HURUF_PT, TEPI_KATA, words
from service.domain.sop.formulir import BarisFormulir, Formulir

A4, A3 = (297.0, 210.0), (420.0, 297.0)
TEPI, NOMOR, WAKTU = 15.0, 9.0, 18.0
BAGI = {"kegiatan": 0.4, "kelengkapan": 0.22, "keluaran": 0.22, "keterangan": 0.16}
SISA = 119.0  # what the columns of words need at the least
LAJUR_TERSEMPIT, LAJUR_TERLEBAR, LAJUR_CUKUP = 14.0, 36.0, 17.0
ISI_PT, KEPALA_PT, JUDUL_PT = 8.0, 7.5, 12.0
CELAH, AIR = 2.4, 1.4  # what the margins of a cell take, from side to side and up and down
CADANGAN = 0.95  # another program may set a line a little shorter
KEGIATAN_CUKUP = 34.0
SEBAGIAN = 0.6  # of a page, for the drawing of a row that takes more than one
LENGGANG = 6.0  # left empty at the foot, smaller than any row, so that pages break as drawn


class TerlaluBanyakPelaksana(Refusal):
    """More columns of actors than a sheet can carry."""

    def __init__(self, many: int, most: int) -> None:
        super().__init__(
            f"SOP ini punya {many} pelaksana; formulir memuat paling banyak {most}. Gabungkan "
            "pelaksana yang sama kerjanya, lalu cetak lagi. Bagan alirnya tetap dapat digambar."
        )


@dataclass(frozen=True)
class Lembar:
    """One kind of sheet, with the columns that fit on it."""

    lebar: float
    tinggi: float
    tepi: float
    lajur: float
    kata: dict[str, float]
    halaman: tuple[float, float]
    tinggi_baris: dict[str, float]
    meluap: frozenset[str]  # rows whose words are more than a page; they alone may break

    @property
    def isi(self) -> float:
        """The width between the margins."""
        return self.lebar - 2 * self.tepi

    def kolom(self, many: int) -> tuple[float, ...]:
        """The width of every column of the table, from left to right."""
        k = self.kata
        lanes_wide = (self.lajur,) * many
        quality = (k["kelengkapan"], WAKTU, k["keluaran"], k["keterangan"])
        return (NOMOR, k["kegiatan"], *lanes_wide, *quality)


def sheet_of(one: Formulir) -> Lembar:
    """A4, or A3 where more actors take part than A4 can carry."""
    lajur = lanes(one.sop, one.sop.resmi, resmi=True)
    many = len(lajur)
    size = A4
    if _room(A4) / many < LAJUR_CUKUP:
        size = A3
    most = int(_room(A3) // LAJUR_TERSEMPIT)
    if many > most:
        raise TerlaluBanyakPelaksana(many, most)
    lane = round(min(_wanted(one, lajur), _room(size) / many), 2)
    left = size[0] - 2 * TEPI - NOMOR - WAKTU - lane * many
    kata = _shared(one, left)
    head = _head(one, lajur, lane)
    page = size[1] - 2 * TEPI - head - LENGGANG
    title = tinggi(len(pecah(one.judul_tabel, size[0] - 2 * TEPI, JUDUL_PT, tebal=True)), JUDUL_PT)
    heights = {row.id: _height(row, kata) for row in one.baris}
    first = page - title - 4
    over = frozenset(id_ for id_, high in heights.items() if high > first)
    heights = {id_: SEBAGIAN * first if id_ in over else high for id_, high in heights.items()}
    return Lembar(*size, TEPI, lane, kata, (first, page), heights, over)


def _room(size: tuple[float, float]) -> float:
    return size[0] - 2 * TEPI - NOMOR - WAKTU - SISA


def _wanted(one: Formulir, lajur: tuple[str, ...]) -> float:
    names = [word for id_ in lajur for word in one.sop.sebutan(id_).split()]
    need = [panjang(word, KEPALA_PT, tebal=True) + CELAH + 0.6 for word in names]
    for row in one.sop.resmi:
        for line in words(tuple(row.cabang), 0):
            need.append(2 * (panjang(line, HURUF_PT) + TEPI_KATA))
    return min(LAJUR_TERLEBAR, max((24.0, *need)))


def _shared(one: Formulir, left: float) -> dict[str, float]:
    """The columns of words; each wide enough for its longest word, the activity gives way."""
    kata = {key: round(left * part, 2) for key, part in BAGI.items()}
    for key in ("kelengkapan", "keluaran", "keterangan"):
        said = [word for row in one.baris for word in getattr(row, key).split()]
        longest = max((panjang(word, ISI_PT) for word in said), default=0.0) / CADANGAN + CELAH
        more = min(max(0.0, longest - kata[key]), max(0.0, kata["kegiatan"] - KEGIATAN_CUKUP))
        kata[key] = round(kata[key] + more, 2)
        kata["kegiatan"] = round(kata["kegiatan"] - more, 2)
    return kata


def _head(one: Formulir, lajur: tuple[str, ...], lane: float) -> float:
    lines = [
        len(pecah(one.sop.sebutan(id_), (lane - CELAH) * CADANGAN, KEPALA_PT, tebal=True))
        for id_ in lajur
    ]
    grouped = any(actor.kelompok for actor in one.sop.pelaksana if actor.id in lajur)
    rows = [1, *([2] if grouped else []), max(lines, default=1)]
    return sum(tinggi(many, KEPALA_PT) + AIR for many in rows)


def _height(row: BarisFormulir, kata: dict[str, float]) -> float:
    return max(tinggi(many, ISI_PT) + AIR for many in _lines(row, kata))


def _lines(row: BarisFormulir, kata: dict[str, float]) -> Iterator[int]:
    for key, wide in (*kata.items(), ("waktu", WAKTU)):
        lines = (pecah(one, (wide - CELAH) * CADANGAN, ISI_PT) for one in each(getattr(row, key)))
        yield sum(len(one) for one in lines)


def each(words: str) -> list[str]:
    """A cell that counts its things (1. … 2. …), each on a line of its own."""
    found, rest, n = list[str](), words, 2
    while words.startswith("1. ") and f" {n}. " in rest:
        one, _, after = rest.partition(f" {n}. ")
        found.append(one)
        rest, n = f"{n}. {after}", n + 1
    return [*found, rest]
