"""The parts of a report for the eye: a picture, and the same as a table for everybody else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.face.grafik import Batang, Grafik, Lajur, counted, drawn
from service.face.isi import Kolom, Sel, Tabel
from service.face.lentur import BERGARIS, BERTITIK, PENUH
from service.face.qr import Lukisan
from service.web.laporan.satuan import Angka, Bagian

CORAK = (PENUH, BERGARIS, BERTITIK)
TERGAMBAR = 40  # lanes of one picture; the table has them all
KOSONG = "Tidak ada pada masa ini."


@dataclass(frozen=True)
class Lembaran:
    """One part of the page; `gambar` is None where there is nothing to draw."""

    nama: str
    judul: str
    gambar: Lukisan | None
    tabel: Tabel | None
    catatan: str


def shown(parts: Iterable[Bagian]) -> tuple[Lembaran, ...]:
    """Each part with its picture."""
    return tuple(_sheet(one) for one in parts)


def _sheet(one: Bagian) -> Lembaran:
    if not one.baris:
        return Lembaran(one.nama, one.judul, None, None, KOSONG)
    return Lembaran(one.nama, one.judul, picture(one), _table(one), one.catatan)


def _table(one: Bagian) -> Tabel:
    numbers = [any(isinstance(row[n], int) for row in one.baris) for n in range(len(one.kolom))]
    head = tuple(Kolom(x, angka=n) for x, n in zip(one.kolom, numbers, strict=True))
    rows = tuple(
        tuple(Sel(_said(x, nama)) for x, nama in zip(row, one.kolom, strict=True))
        for row in one.baris
    )
    return Tabel(f"tabel-{one.nama}", f"{one.judul}, dalam angka", head, rows)


def _said(value: Angka, kolom: str) -> str:
    if value is None:
        return "–"
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".") + ("%" if kolom == "Persen" else "")
    return value


def picture(one: Bagian) -> Lukisan | None:
    """Bars for each row; None where all of them would be empty."""
    rows = one.tergambar[:TERGAMBAR]
    most = max((_number(row[n]) for row in rows for n in one.seri), default=0)
    if not most:
        return None
    lanes = tuple(_lane(one, row) for row in rows)
    heard = " ".join(f"{lane.nama}: {lane.kata}." for lane in lanes)
    legend = tuple((CORAK[i % len(CORAK)], one.kolom[n]) for i, n in enumerate(one.seri))
    chart = Grafik(f"grafik-{one.nama}", one.judul, heard, lanes, legend)
    return drawn(chart, counted(most))


def _lane(one: Bagian, row: tuple[Angka, ...]) -> Lajur:
    words = ", ".join(f"{_lower(one.kolom[n])} {_said(row[n], '')}" for n in one.seri)
    bars = tuple(Batang(CORAK[i % len(CORAK)], _number(row[n])) for i, n in enumerate(one.seri))
    return Lajur(str(row[0]), words, bars)


def _number(value: Angka) -> int:
    return value if isinstance(value, int) else 0


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
