"""How official papers count: letters for reasons, words for rulings."""

from __future__ import annotations

from service.domain.tanggal import terbilang


def huruf(urut: int) -> str:
    """The letter of a point: 1 is a, 26 is z, 27 is aa."""
    written = ""
    while urut > 0:
        urut, rest = divmod(urut - 1, 26)
        written = chr(ord("a") + rest) + written
    return written


def diktum(urut: int) -> str:
    """The word before a ruling: KESATU, KEDUA, KESEPULUH, KESEBELAS, KEDUA BELAS."""
    return f"KE{terbilang(urut).upper()}"


def sebutan(kata: list[str]) -> str:
    """Several named together: `a`, `a dan b`, `a, b, dan c`."""
    if len(kata) < 3:
        return " dan ".join(kata)
    return ", ".join(kata[:-1]) + ", dan " + kata[-1]


def daftar_huruf(banyak: int) -> str:
    """The first letters named together: `huruf a, huruf b, dan huruf c`."""
    return sebutan([f"huruf {huruf(urut)}" for urut in range(1, banyak + 1)])
