"""Publication of 50,000 lines in every format, and the folder of pages that is made of them."""

from __future__ import annotations

import time
from pathlib import Path

from bench.figures import Figure
from bench.rumah import Rumah
from bench.terbitan import BADAN, kode, published
from service.domain.edisi.terpampang import Terpampang
from service.publik.daftar.statis import export
from service.publik.daftar.susut import lessened

LINES, EDITION = 50_000, 5_000
BAR_S, BAR_FORMATS_S = 60, 10


def measure(room: Path) -> list[Figure]:
    """Seconds for an edition in all formats, for the large list, and for its folder."""
    rumah = Rumah(room)
    try:
        began = time.perf_counter()
        published(rumah, EDITION)
        small = time.perf_counter() - began
        began = time.perf_counter()
        book = published(rumah, LINES)
        large = time.perf_counter() - began
        site = (room / "situs", book, Path(rumah.settings.store_publik))
        began = time.perf_counter()
        many = export(*site)
        folder = time.perf_counter() - began
        began = time.perf_counter()
        taken_back(rumah)
        gone = time.perf_counter() - began
        lessened(*site)
        everywhere = time.perf_counter() - began
        if (room / "situs" / "dip" / kode(LINES // 2)).exists():
            raise RuntimeError("the page is still there")
    finally:
        rumah.end()
    return [
        Figure(f"{EDITION} lines published in all formats", small, "s", BAR_FORMATS_S, False),
        Figure(f"{LINES} lines published in all formats", large, "s"),
        Figure(f"one of {LINES} lines taken back, and gone from the book", gone, "s", BAR_S, False),
        Figure(f"one of {LINES} lines gone from the folder, too", everywhere, "s", BAR_S, False),
        Figure(f"{many} lines as a folder of pages", folder, "s", BAR_S, False),
    ]


def taken_back(rumah: Rumah) -> None:
    """The public reads one line less, long before the rest is made anew."""
    penerbit = rumah.house.penerbit
    gone = frozenset({kode(LINES // 2)})
    if not gone <= penerbit.seen(BADAN.kode).dip:
        raise RuntimeError("the line was not there")
    penerbit.hide(BADAN.kode, Terpampang(dip=gone))
    if gone & penerbit.seen(BADAN.kode).dip:
        raise RuntimeError("the line is still there")
