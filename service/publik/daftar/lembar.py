"""A page before it is drawn: its template, its values, and with what code it is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from service.face.isi import Halaman, Tautan
from service.publik.daftar.kata import ribu
from service.publik.daftar.ke import Ke


@dataclass(frozen=True)
class Lembar:
    """What `render` needs."""

    templat: str
    isi: Mapping[str, Any]
    kode: int = 200


def trail(ke: Ke, *steps: tuple[str, str]) -> list[Tautan]:
    """The way down to a page."""
    top = [Tautan("Beranda", "/")] if ke.hidup else []
    return [*top, *(Tautan(words, ke.page(path)) for words, path in steps)]


def paged(ke: Ke, path: str, query: dict[int, str], ini: int, sebanyak: tuple[int, int]) -> Halaman:
    """Where one stands among so many lines, so many on a page; `query` gives each page's own."""
    banyak, sehalaman = sebanyak
    pages = max(1, -(-banyak // sehalaman))
    first, last = (ini - 1) * sehalaman + 1, min(ini * sehalaman, banyak)
    return Halaman(
        ini=ini,
        banyak=pages,
        kata=f"{ribu(first)} sampai {ribu(last)} dari {ribu(banyak)} baris",
        sebelum=ke.part(path, query[ini - 1], ini - 1) if ini > 1 else "",
        sesudah=ke.part(path, query[ini + 1], ini + 1) if ini < pages else "",
        nomor=tuple(
            (n, ke.part(path, query[n], n) if n and n != ini else "") for n in _near(ini, pages)
        ),
    )


def near(ini: int, banyak: int, sehalaman: int) -> set[int]:
    """The pages that are named on a page."""
    pages = max(1, -(-banyak // sehalaman))
    return {ini - 1, ini + 1, *_near(ini, pages)} - {0}


def _near(ini: int, pages: int) -> tuple[int, ...]:
    """First, last, and those about; 0 is a gap."""
    wanted = sorted({1, pages, *range(max(1, ini - 2), min(pages, ini + 2) + 1)})
    out: list[int] = []
    for n in wanted:
        if out and n > out[-1] + 1:
            out.append(0)
        out.append(n)
    return tuple(out)
