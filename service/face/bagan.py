"""The flowchart of an SOP as a drawing that a page takes over, a printer prints, a reader hears."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from html import escape

from service.domain.sop.bagan import draw
from service.domain.sop.bagan_bentuk import (
    AWAL,
    KAPSUL,
    Bagan,
    Lambang,
    Panah,
    Perjalanan,
    Ukuran,
)
from service.domain.sop.bagan_huruf import PT, panjang, pecah, tinggi
from service.domain.sop.bagan_kisah import told
from service.domain.sop.bagan_rute import HURUF_PT, TEPI_KATA, words
from service.domain.sop.bentuk import Sop
from service.face.bagan_bentuk import garis, letters, outline, rect
from service.face.qr import Lukisan

NOMOR, KEGIATAN, WAKTU = 11.0, 72.0, 23.0
LAJUR_TERSEMPIT, LAJUR_TERLEBAR = 28.0, 40.0
ISI_PT, KEPALA_PT, JUDUL_PT = 8.0, 8.0, 10.5
PELAKSANA = 6.0  # the head above all lanes
TEPI, PAD = 4.0, 1.6
HITAM, LATAR, KEPALA, JALAN, TULISAN_BANTU = "#111", "#fff", "#eceff1", "#dcebfa", "#444"


class _Lukisan:
    def __init__(self, sop: Sop, perjalanan: Perjalanan) -> None:
        self.sop, self.way = sop, perjalanan
        self.words = {
            row.id: pecah(row.kegiatan, KEGIATAN - 2 * PAD, ISI_PT, tebal=row.id == perjalanan.kini)
            for row in sop.langkah
        }
        self.times = {
            row.id: pecah("" if "waktu" in row.disimpulkan else row.waktu.kata, WAKTU - 3, ISI_PT)
            for row in sop.langkah
        }
        self.lajur = _lane_width(sop)
        high = {
            id_: tinggi(max(len(lines), len(self.times[id_])), ISI_PT) + 2 * PAD
            for id_, lines in self.words.items()
        }
        self.bagan: Bagan = draw(sop, Ukuran(self.lajur), words=high, perjalanan=perjalanan)
        self.left = TEPI + NOMOR + KEGIATAN
        self.lebar = self.left + self.bagan.lebar + WAKTU + TEPI
        self.heads = [
            pecah(sop.sebutan(one), self.lajur - 2, KEPALA_PT, tebal=True)
            for one in self.bagan.lajur
        ]
        self.judul = pecah(sop.judul, self.lebar - 2 * TEPI, JUDUL_PT, tebal=True)
        self.atas = TEPI + tinggi(len(self.judul), JUDUL_PT) + (5 if sop.nomor else 1.5)
        deepest = max((len(lines) for lines in self.heads), default=1)
        self.groups = list(_groups(sop, self.bagan))
        grouped = max((len(lines) for _, _, lines in self.groups), default=0)
        self.y_lajur = self.atas + PELAKSANA
        self.y_lajur += tinggi(grouped, KEPALA_PT) + PAD if grouped else 0
        self.kepala = self.y_lajur - self.atas + tinggi(deepest, KEPALA_PT) + 2 * PAD
        self.y = self.atas + self.kepala
        self.notes = list(_notes(self.bagan))
        self.tinggi = self.y + self.bagan.tinggi + 3 + 4.2 * len(self.notes) + TEPI

    def svg(self) -> str:
        id_ = f"bagan-{escape(self.sop.kode)}"
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="id" class="bagan" '
            f'aria-labelledby="{id_}-judul {id_}-isi" width="{self.lebar:g}mm" '
            f'height="{self.tinggi:g}mm" viewBox="0 0 {self.lebar:g} {self.tinggi:g}" '
            'font-family="Liberation Sans, Arial, Helvetica, sans-serif">'
        )
        told_all = " ".join(told(self.sop, self.way))
        parts = [
            head,
            f'<title id="{id_}-judul">Bagan alir SOP {escape(self.sop.judul)}</title>',
            f'<desc id="{id_}-isi">{escape(told_all)}</desc>',
            rect(0, 0, self.lebar, self.tinggi, LATAR, ""),
            *self._above(),
            *self._table(),
            f'<g transform="translate({self.left:g} {self.y:g})">',
            *(_arrow(one) for one in self.bagan.panah),
            *(_symbol(one) for one in self.bagan.lambang),
            *(
                letters(one.x, one.y, one.isi, HURUF_PT, "start" if one.rata == AWAL else "end",
                        halo=LATAR)
                for one in self.bagan.kata
            ),
            "</g>",
            *self._below(),
            "</svg>",
        ]  # fmt: skip
        return "\n".join(parts) + "\n"

    def _above(self) -> Iterator[str]:
        y = TEPI + JUDUL_PT * PT * 0.85
        for line in self.judul:
            yield letters(TEPI, y, line, JUDUL_PT, tebal=True)
            y += tinggi(1, JUDUL_PT)
        if self.sop.nomor:
            yield letters(TEPI, y, f"Nomor {self.sop.nomor}", ISI_PT, warna=TULISAN_BANTU)

    def _table(self) -> Iterator[str]:
        lanes_wide, top = self.bagan.lebar, self.atas
        edge = self.left + lanes_wide
        yield rect(TEPI, top, self.lebar - 2 * TEPI, self.kepala, KEPALA, HITAM)
        middle = top + self.kepala / 2 + 1
        yield letters(TEPI + NOMOR / 2, middle, "No", KEPALA_PT, "middle", tebal=True)
        yield letters(
            TEPI + NOMOR + KEGIATAN / 2, middle, "Kegiatan", KEPALA_PT, "middle", tebal=True
        )
        yield letters(
            self.left + lanes_wide / 2, top + 4.2, "Pelaksana", KEPALA_PT, "middle", tebal=True
        )
        yield letters(edge + WAKTU / 2, middle, "Waktu", KEPALA_PT, "middle", tebal=True)
        yield garis(self.left, top + PELAKSANA, edge, top + PELAKSANA)
        yield from self._actors()
        for row in self.bagan.baris:
            yield from self._row(row.id, row.nomor, self.y + row.y, row.tinggi)
        bottom = self.y + self.bagan.tinggi
        for x in (TEPI, TEPI + NOMOR, self.left, edge, self.lebar - TEPI):
            yield garis(x, top, x, bottom)
        for n in range(1, len(self.heads)):
            x = self.left + n * self.lajur
            inside = any(first < n < first + many for first, many, _ in self.groups)
            yield garis(x, self.y_lajur if inside else top + PELAKSANA, x, bottom)

    def _actors(self) -> Iterator[str]:
        """The heads of the lanes, and above them the groups that they belong to."""
        if self.groups:
            yield garis(self.left, self.y_lajur, self.left + self.bagan.lebar, self.y_lajur)
        for first, many, lines in self.groups:
            middle = first + many / 2
            yield from self._head(middle, self.atas + PELAKSANA, self.y_lajur, lines)
        for n, lines in enumerate(self.heads):
            yield from self._head(n + 0.5, self.y_lajur, self.y, lines)

    def _head(
        self, lane: float, top: float, bottom: float, lines: tuple[str, ...]
    ) -> Iterator[str]:
        y = top + (bottom - top - tinggi(len(lines), KEPALA_PT)) / 2
        for line in lines:
            y += tinggi(1, KEPALA_PT)
            x = self.left + lane * self.lajur
            yield letters(x, y - 0.8, line, KEPALA_PT, "middle", tebal=True)

    def _row(self, id_: str, nomor: int, y: float, high: float) -> Iterator[str]:
        kini = id_ == self.way.kini
        if kini:
            yield rect(TEPI, y, NOMOR + KEGIATAN, high, JALAN, "")
        mid = y + high / 2
        sign = str(nomor) if nomor else "tafsir"
        size = ISI_PT if nomor else 6.5
        yield letters(TEPI + NOMOR / 2, mid + 1, sign, size, "middle", tebal=kini, miring=not nomor)
        if kini or id_ in self.way.lalu:
            word = "di sini" if kini else "selesai"
            yield letters(TEPI + NOMOR / 2, mid + 4.4, word, 6.5, "middle", tebal=kini)
        columns = (
            (TEPI + NOMOR + PAD, self.words[id_]),
            (self.lebar - TEPI - WAKTU + PAD, self.times[id_]),
        )
        for x, lines in columns:
            top = mid - tinggi(len(lines), ISI_PT) / 2
            for n, line in enumerate(lines):
                at = top + tinggi(n + 1, ISI_PT) - 0.8
                yield letters(x, at, line, ISI_PT, tebal=kini, miring=not nomor)
        yield garis(TEPI, y + high, self.lebar - TEPI, y + high)

    def _below(self) -> Iterator[str]:
        y = self.y + self.bagan.tinggi + 6
        for kind, word in self.notes:
            if kind == "kini":
                yield rect(TEPI, y - 2.6, NOMOR, 3.2, JALAN, HITAM)
            else:
                wide = 0.8 if kind == "sudah" else 0.35
                yield garis(TEPI, y - 1, TEPI + NOMOR, y - 1, wide, putus=kind == "putus")
            yield letters(TEPI + 13, y, word, 7.5)
            y += 4.2


def drawn(sop: Sop, perjalanan: Perjalanan | None = None) -> Lukisan:
    """The flowchart of an SOP as SVG, with a berkas's way through it where one is given."""
    return Lukisan(_Lukisan(sop, perjalanan or Perjalanan()).svg())


def _groups(sop: Sop, bagan: Bagan) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Groups of lanes: the first, how many, and the name in lines; none where nobody has one."""
    names = {one.id: one.kelompok for one in sop.pelaksana}
    if not any(names[id_] for id_ in bagan.lajur):
        return
    first = 0
    for name, own in itertools.groupby(bagan.lajur, names.__getitem__):
        many = len(list(own))
        room = many * bagan.lebar_lajur - 2
        yield first, many, pecah(name, room, KEPALA_PT, tebal=True)
        first += many


def _lane_width(sop: Sop) -> float:
    names = [word for one in sop.pelaksana for word in one.sebutan.split()]
    outcomes = [word for row in sop.langkah for word in words(tuple(row.cabang), 0)]
    need = [panjang(word, KEPALA_PT, tebal=True) + 2.4 for word in names]
    need += [2 * (panjang(word, HURUF_PT) + TEPI_KATA) for word in outcomes]
    return round(min(LAJUR_TERLEBAR, max((LAJUR_TERSEMPIT, *need))), 1)


def _notes(bagan: Bagan) -> Iterator[tuple[str, str]]:
    if any(one.putus for one in bagan.lambang) or any(one.putus for one in bagan.panah):
        yield "putus", "Garis putus-putus: tafsir, tidak tertulis pada SOP sumber."
    if any(one.sudah for one in bagan.lambang):
        yield "sudah", "Garis tebal: langkah yang sudah dilalui berkas ini."
    if any(one.kini for one in bagan.lambang):
        yield "kini", "Baris berlatar, tertulis “di sini”: langkah berkas ini sekarang."


def _symbol(one: Lambang) -> str:
    wide = 0.9 if one.kini else 0.7 if one.sudah else 0.35
    drawn_one = outline(one, JALAN if one.kini or one.sudah else LATAR, HITAM, wide)
    if not one.isi:
        return drawn_one
    size = 6.0 if one.bentuk == KAPSUL else 6.5
    return drawn_one + letters(one.x, one.y + size * PT * 0.36, one.isi, size, "middle")


def _arrow(one: Panah) -> str:
    wide = 0.8 if one.sudah else 0.35
    points = " ".join(f"{x:g},{y:g}" for x, y in one.titik)
    dash = ' stroke-dasharray="1.6 1"' if one.putus else ""
    line = f'<polyline points="{points}" fill="none" stroke="{HITAM}" stroke-width="{wide}"{dash}/>'
    return line + (_head(one) if one.kepala else "")


def _head(one: Panah) -> str:
    (a, b), (x, y) = one.titik[-2], one.titik[-1]
    long, half = 2.0, 0.8
    if a == x:
        back = y - long if y > b else y + long
        points = f"{x:g},{y:g} {x - half:g},{back:g} {x + half:g},{back:g}"
    else:
        back = x - long if x > a else x + long
        points = f"{x:g},{y:g} {back:g},{y - half:g} {back:g},{y + half:g}"
    return f'<polygon points="{points}" fill="{HITAM}"/>'
