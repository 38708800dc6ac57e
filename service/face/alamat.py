"""Addresses of lists: what is sorted, filtered and shown stands in the address, nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from service.domain.angka import ribuan as ribuan
from service.face.isi import Halaman, Kolom

URUT, ARAH, HALAMAN = "urut", "arah", "halaman"


def link(path: str, asked: Mapping[str, str], **changed: str) -> str:
    """The address of a list with some of its questions changed; empty ones are left out."""
    kept = {name: value for name, value in {**asked, **changed}.items() if value}
    return f"{path}?{urlencode(kept)}" if kept else path


def columns(
    path: str,
    asked: Mapping[str, str],
    heads: Sequence[tuple[str, str]],
    angka: frozenset[str] = frozenset(),
) -> tuple[Kolom, ...]:
    """Heads for (name, judul); a name can be sorted by, '' cannot. Asked twice, it turns."""
    here, down = asked.get(URUT, ""), asked.get(ARAH) == "turun"

    def one(name: str, judul: str) -> Kolom:
        if not name:
            return Kolom(judul)
        sorted_here = name == here
        turn = "turun" if sorted_here and not down else ""
        return Kolom(
            judul,
            alamat=link(path, asked, **{URUT: name, ARAH: turn, HALAMAN: ""}),
            arah=("turun" if down else "naik") if sorted_here else "",
            angka=name in angka,
        )

    return tuple(one(name, judul) for name, judul in heads)


def pages(path: str, asked: Mapping[str, str], jumlah: int, per: int, apa: str) -> Halaman | None:
    """Where one stands among `jumlah` rows, `per` a page; None where one page holds them all."""
    many = -(-jumlah // per)
    if many <= 1:
        return None
    here = min(max(page_of(asked), 1), many)
    first, last = (here - 1) * per + 1, min(here * per, jumlah)

    def to(number: int) -> str:
        return link(path, asked, **{HALAMAN: str(number) if number > 1 else ""})

    return Halaman(
        ini=here,
        banyak=many,
        kata=f"{ribuan(first)} sampai {ribuan(last)} dari {ribuan(jumlah)} {apa}",
        sebelum=to(here - 1) if here > 1 else "",
        sesudah=to(here + 1) if here < many else "",
        nomor=tuple((number, to(number) if number else "") for number in _around(here, many)),
    )


def onward(path: str, asked: Mapping[str, str], here: int, *, more: bool) -> Halaman | None:
    """Where one stands in a list that nobody counts; None where the first page holds it all."""
    if here == 1 and not more:
        return None
    before = link(path, asked, **{HALAMAN: str(here - 1) if here > 2 else ""}) if here > 1 else ""
    after = link(path, asked, **{HALAMAN: str(here + 1)}) if more else ""
    return Halaman(here, here + more, f"Halaman {here}", before, after)


def page_of(asked: Mapping[str, str]) -> int:
    """The page that was asked for; 1 where nothing sensible was."""
    text = asked.get(HALAMAN, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _around(here: int, many: int) -> list[int]:
    """First, last and the neighbours; 0 where some are left out."""
    shown = sorted({1, many, *range(max(1, here - 1), min(many, here + 1) + 1)})
    numbers: list[int] = []
    for number in shown:
        if numbers and number - numbers[-1] > 1:
            numbers.append(0)
        numbers.append(number)
    return numbers
