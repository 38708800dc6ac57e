"""Loops and conditions: each opened once, closed once, in a place that goes with its beginning."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from service.domain.klinik.laporan import Cacat
from service.domain.klinik.templat import KETERANGAN, Tanda, Templat

TUTUP = {"endfor": "for", "endif": "if"}
TENGAH = {"else": ("if", "for"), "elif": ("if",)}
BARIS, SEL = 2, 3  # by how many of its numbers the place in a table is known
TERKUTIP = 2_000  # letters of a row out of which a fault quotes
SEBUT = {"for": "Pengulangan", "if": "Syarat"}


Tempatnya = tuple[str, tuple[int, ...]]  # a part, and the numbers of a row or cell in it


@dataclass
class Muatan:
    """What a row or cell holds: how many letters, and the first of them."""

    besar: int = 0
    awal: str = ""


@dataclass
class Blok:
    """A loop or condition that stands open, and whether its else is behind it."""

    tag: Tanda
    lain: bool = False

    @property
    def perintah(self) -> str:
        """What it orders."""
        return self.tag.perintah


def of_blocks(templat: Templat) -> Iterator[Cacat]:
    """Blocks that do not close, cross, or cut a table."""
    open_: list[Blok] = []
    part = ""
    held = _held(templat)
    for tag in templat.tanda:
        if tag.perintah == KETERANGAN:
            continue
        if (here := templat.alinea[tag.alinea].part) != part:
            yield from _left(templat, open_)
            open_, part = [], here
        if tag.perintah in SEBUT:
            open_.append(Blok(tag))
        elif tag.perintah in TUTUP:
            yield from _closed(templat, open_, tag)
        elif tag.perintah in TENGAH:
            yield from _turned(templat, open_, tag)
        yield from _alone(templat, tag, held)
    yield from _left(templat, open_)


def _left(templat: Templat, open_: list[Blok]) -> Iterator[Cacat]:
    for tag in (one.tag for one in open_):
        yield Cacat(
            f"{SEBUT[tag.perintah]} {tag.sebut} tidak ditutup.",
            f"Tambahkan {_close(tag)} sesudah bagian yang dimaksud.",
            templat.tempat(tag.alinea),
        )


def _close(tag: Tanda) -> str:
    return f"{{%{tag.awalan} end{tag.perintah} %}}"


def _closed(templat: Templat, open_: list[Blok], tag: Tanda) -> Iterator[Cacat]:
    """One block closes; those that stand open within it are crossed."""
    kind = TUTUP[tag.perintah]
    if not any(one.perintah == kind for one in open_):
        yield Cacat(
            f"Tanda {tag.sebut} menutup {SEBUT[kind].lower()} yang tidak pernah dibuka.",
            f"Hapus tanda itu, atau tambahkan {{%{tag.awalan} {kind} … %}} di awalnya.",
            templat.tempat(tag.alinea),
        )
        return
    opener = open_.pop().tag
    while opener.perintah != kind:
        yield Cacat(
            f"{SEBUT[opener.perintah]} {opener.sebut} bersilangan dengan {tag.sebut}: yang dibuka "
            "terakhir harus ditutup lebih dahulu.",
            f"Tulis {_close(opener)} sebelum {tag.sebut}.",
            templat.tempat(opener.alinea),
        )
        opener = open_.pop().tag
    yield from _level(templat, opener, tag)


def _turned(templat: Templat, open_: list[Blok], tag: Tanda) -> Iterator[Cacat]:
    if not open_ or open_[-1].perintah not in TENGAH[tag.perintah]:
        yield Cacat(
            f"Tanda {tag.sebut} berdiri tanpa syarat di depannya.",
            f"Tambahkan {{%{tag.awalan} if … %}} di awalnya, atau hapus tanda itu.",
            templat.tempat(tag.alinea),
        )
        return
    block = open_[-1]
    if block.lain:
        yield Cacat(
            f"{SEBUT[block.perintah]} {block.tag.sebut} sudah memiliki {{% else %}} sebelum "
            f"{tag.sebut}.",
            "Hapus salah satunya; pilihan di antaranya ditulis {% elif … %}.",
            templat.tempat(tag.alinea),
        )
    block.lain = block.lain or tag.perintah == "else"
    yield from _level(templat, block.tag, tag)


def _level(templat: Templat, opener: Tanda, tag: Tanda) -> Iterator[Cacat]:
    """Beginning and end must stand at the same height: else the paper comes apart."""
    first, last = templat.alinea[opener.alinea], templat.alinea[tag.alinea]
    rows = (opener.awalan in ("tr", "tc"), tag.awalan in ("tr", "tc"))
    alike = first.tabel == last.tabel if all(rows) else first.sel == last.sel
    if alike and opener.awalan == tag.awalan:
        return
    if alike and {opener.awalan, tag.awalan} <= {"", "r"}:
        return
    yield Cacat(
        f"{SEBUT[opener.perintah]} {opener.sebut} dan {tag.sebut} tidak setara: yang satu "
        f"{_height(templat, opener)}, yang lain {_height(templat, tag)}, sehingga naskah "
        "terpotong.",
        "Letakkan keduanya pada tempat yang setara: sama-sama sendirian pada alineanya ({%p), "
        "sama-sama pada baris tabel sendiri ({%tr), atau sama-sama di dalam satu alinea.",
        templat.tempat(tag.alinea),
    )


def _height(templat: Templat, tag: Tanda) -> str:
    kinds = {"p": "satu alinea ({%p)", "tr": "satu baris tabel ({%tr)", "tc": "satu sel ({%tc)"}
    return f"{kinds.get(tag.awalan, 'di dalam alinea')} pada {templat.tempat(tag.alinea)}"


def _held(templat: Templat) -> dict[Tempatnya, Muatan]:
    """What stands in every row and every cell."""
    held = dict[Tempatnya, Muatan]()
    for one in templat.alinea:
        if one.tabel and (size := _size(one.teks)):
            for known_by in (BARIS, SEL):
                there = held.setdefault((one.part, one.sel[:known_by]), Muatan())
                there.besar += size
                if len(there.awal) < TERKUTIP:
                    there.awal += one.teks[:TERKUTIP]
    return held


def _size(text: str) -> int:
    return len("".join(text.split()))


def _alone(templat: Templat, tag: Tanda, held: dict[Tempatnya, Muatan]) -> Iterator[Cacat]:
    """A row that orders something is taken out with all that stands in it."""
    alinea = templat.alinea[tag.alinea]
    if tag.awalan not in ("tr", "tc"):
        return
    if not alinea.tabel:
        yield Cacat(
            f"Tanda {tag.sebut} hanya berlaku di dalam tabel, tetapi berdiri di luar tabel.",
            "Pindahkan ke baris tabel tersendiri, atau tulis {%p.",
            templat.tempat(tag.alinea),
        )
        return
    there = held[alinea.part, alinea.sel[: BARIS if tag.awalan == "tr" else SEL]]
    if there.besar > _size(tag.teks):
        rest = there.awal.replace(tag.teks, "", 1)
        what = "Baris" if tag.awalan == "tr" else "Sel"
        yield Cacat(
            f"{what} dengan tanda {tag.sebut} dibuang utuh ketika dicetak, sehingga yang lain di "
            f"situ hilang: «{' '.join(rest.split())[:80]}».",
            f"Letakkan tanda itu sendirian pada {what.lower()}nya.",
            templat.tempat(tag.alinea),
        )
