"""The line of a matter as a drawing: a bar for each passage, over the office days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.face.lentur import (
    BERGARIS,
    BERTITIK,
    GARIS,
    KECIL,
    LUNAK,
    PENUH,
    RUAS,
    Kanvas,
    lines,
)
from service.face.qr import Lukisan

TINGGI = 14
TEPI = 15.0  # per cent; nearer to an edge than this, words lean to it
LEGENDA = (
    (PENUH, "Sentuh: sedang dikerjakan"),
    (BERGARIS, "Tunggu: belum diambil siapa pun"),
    (BERTITIK, "Ditunda: jam berhenti"),
)


@dataclass(frozen=True)
class Potong:
    """A piece of a bar, from and to in parts of the whole line."""

    corak: str
    dari: float
    sampai: float


@dataclass(frozen=True)
class Jalur:
    """One passage, or one matter below."""

    nama: str
    kata: str
    potong: tuple[Potong, ...]
    norma: float | None = None
    kembali: bool = False  # it was sent back from here


@dataclass(frozen=True)
class Tanda:
    """A day, the end of the law's term, or now, across all passages."""

    kata: str
    letak: float
    putus: bool = False
    tebal: float = 1.0


@dataclass(frozen=True)
class Garis:
    """All that is drawn."""

    judul: str
    uraian: str
    hari: tuple[Tanda, ...]
    tanda: tuple[Tanda, ...]
    jalur: tuple[Jalur, ...]
    anak: tuple[Jalur, ...] = ()


def drawn(one: Garis) -> Lukisan:
    """The drawing."""
    canvas = Kanvas("garis-waktu", one.judul, one.uraian)
    used = {part.corak for lane in one.jalur for part in lane.potong}
    for corak, words in LEGENDA:
        if corak in used:
            canvas.sample(corak, words)
    if any(lane.norma is not None for lane in one.jalur):
        canvas.sample_mark("Garis tebal: norma SOP habis", 3)
    if any(lane.kembali for lane in one.jalur):
        canvas.sample_arrow("Panah: dikembalikan")
    canvas.y += 8
    for mark in one.tanda:
        _words(canvas, mark, tebal=True)
    top = canvas.y + 4
    behind = len(canvas.parts)
    canvas.y += 2
    _days(canvas, one.hari)
    for lane in one.jalur:
        _lane(canvas, lane)
    if one.anak:
        canvas.y += 6
        canvas.words("Berkas di bawahnya", tebal=True)
        for lane in one.anak:
            _lane(canvas, lane)
    bottom = canvas.y
    _days(canvas, one.hari)
    lanes = canvas.parts[behind:]
    del canvas.parts[behind:]
    for mark in one.hari:
        canvas.upright(RUAS * mark.letak, top, bottom, 1, GARIS)
    for mark in one.tanda:
        canvas.upright(RUAS * mark.letak, top, bottom, mark.tebal, putus=mark.putus)
    canvas.parts += lanes
    return canvas.svg()


def _days(canvas: Kanvas, hari: Sequence[Tanda]) -> None:
    canvas.y += KECIL + 4
    for mark in hari:
        at, held = RUAS * mark.letak, "end" if 100 * mark.letak > 100 - TEPI else "start"
        canvas.words(mark.kata, at, huruf=KECIL, rata=held, warna=LUNAK, y=canvas.y - 4)


def _words(canvas: Kanvas, mark: Tanda, *, tebal: bool) -> None:
    held = _held(mark.letak)
    canvas.words(mark.kata, RUAS * mark.letak, huruf=KECIL, rata=held, tebal=tebal)


def _held(letak: float) -> str:
    if 100 * letak < TEPI:
        return "start"
    return "end" if 100 * letak > 100 - 3 * TEPI else "middle"


def _lane(canvas: Kanvas, lane: Jalur) -> None:
    canvas.y += 6
    for line in lines(lane.nama, 2, tebal=True):
        canvas.words(line, tebal=True)
    for line in lines(lane.kata, 2, KECIL):
        canvas.words(line, huruf=KECIL, warna=LUNAK)
    canvas.y += 2
    if not lane.potong:
        return
    for part in lane.potong:
        wide = RUAS * (part.sampai - part.dari)
        canvas.box(min(RUAS * part.dari, RUAS - 0.6), wide, canvas.y, TINGGI, part.corak)
    if lane.kembali:
        canvas.arrow(RUAS * lane.potong[-1].sampai, canvas.y)
    if lane.norma is not None:
        canvas.upright(RUAS * lane.norma, canvas.y - 3, canvas.y + TINGGI + 3, 3)
    canvas.y += TINGGI + 2
