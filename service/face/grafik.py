"""Bars beside each other on one scale: what was allowed, what was real."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.angka import ribuan
from service.face.lentur import GARIS, KECIL, LUNAK, RUAS, Kanvas, lines
from service.face.qr import Lukisan

TINGGI = 12
_SEDIKIT = 10  # below it a scale ends where the things do
_LANGKAH = (1, 2, 5)  # where a scale may end: so much times a power of ten


@dataclass(frozen=True)
class Batang:
    """One bar; `ujung` is how far the thin line beyond it reaches."""

    corak: str
    nilai: float
    ujung: float = 0.0


@dataclass(frozen=True)
class Lajur:
    """What stands for one row, unit or month."""

    nama: str
    kata: str  # the values in words
    batang: tuple[Batang, ...]
    tanda: float | None = None  # the norm


@dataclass(frozen=True)
class Grafik:
    """A whole chart; `skala` are words for what stands at the middle and the end of its scale."""

    nama: str  # its id on the page
    judul: str
    uraian: str
    lajur: tuple[Lajur, ...]
    legenda: tuple[tuple[str, str], ...]  # look and words
    ujung: str = ""  # what the thin line means; '' where there is none
    tanda: str = ""


def drawn(one: Grafik, skala: tuple[float, str, str]) -> Lukisan:
    """The chart on a scale: its end, and the words at its middle and its end."""
    canvas = Kanvas(one.nama, one.judul, one.uraian)
    for corak, words in one.legenda:
        canvas.sample(corak, words)
    if one.ujung:
        canvas.sample_reach(one.ujung)
    if one.tanda:
        canvas.sample_mark(one.tanda, 3)
    most, middle, end = skala
    canvas.y += 8
    top = canvas.y
    for lane in one.lajur:
        _lane(canvas, lane, most)
    bottom = canvas.y
    for x in (0.0, RUAS / 2, RUAS):
        canvas.upright(x, bottom, bottom + 5, warna=LUNAK)
    canvas.across(0, RUAS, bottom, GARIS if bottom == top else LUNAK)
    canvas.y += 4
    canvas.words("0", huruf=KECIL, warna=LUNAK)
    canvas.words(middle, RUAS / 2, huruf=KECIL, rata="middle", warna=LUNAK, y=canvas.y - 4)
    canvas.words(end, RUAS, huruf=KECIL, rata="end", warna=LUNAK, y=canvas.y - 4)
    return canvas.svg()


def _lane(canvas: Kanvas, lane: Lajur, most: float) -> None:
    canvas.y += 4
    for line in lines(lane.nama, 2, tebal=True):
        canvas.words(line, tebal=True)
    canvas.words(lane.kata, huruf=KECIL, warna=LUNAK)
    canvas.y += 2
    top = canvas.y
    for bar in lane.batang:
        wide = RUAS * bar.nilai / most
        if bar.nilai:
            canvas.box(0, wide, canvas.y, TINGGI, bar.corak)
        if bar.ujung > bar.nilai:
            reach, middle = RUAS * bar.ujung / most, canvas.y + TINGGI / 2
            canvas.across(wide, reach, middle)
            canvas.upright(reach, middle - 4, middle + 4)
        canvas.y += TINGGI + 2
    if lane.tanda is not None:
        canvas.upright(RUAS * lane.tanda / most, top - 3, canvas.y, 3)
    canvas.y += 6


def scale_end(most: float) -> float:
    """A round number that is not below."""
    power = 1.0
    while power * _LANGKAH[-1] * 10 < most:
        power *= 10
    every = [one * power for one in _LANGKAH] + [one * power * 10 for one in _LANGKAH]
    return next(one for one in every if one >= most)


def counted(most: int) -> tuple[float, str, str]:
    """A scale of whole things: its end, and the words at its middle and its end."""
    end = max(most, 2) if most < _SEDIKIT else round(scale_end(most))
    end += end % 2
    return end, ribuan(end // 2), ribuan(end)
