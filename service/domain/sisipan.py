"""Suffixes of numbers that were slipped in between two: 31.a … 31.z, 31.aa."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from service.domain.refusals import Refusal

HURUF_KECIL, HURUF_BESAR, ANGKA = "huruf_kecil", "huruf_besar", "angka"
CARA = (HURUF_KECIL, HURUF_BESAR, ANGKA)
_A = {HURUF_KECIL: ord("a"), HURUF_BESAR: ord("A")}
TERBANYAK = 702  # zz


class SisipanTanpaInduk(Refusal):
    """There is no number on or before that date to slip one in behind."""

    def __init__(self) -> None:
        super().__init__(
            "Belum ada nomor di buku ini pada atau sebelum tanggal itu, jadi nomor sisipan tidak "
            "punya induk. Tidak ada yang diubah. Periksa tanggalnya, atau catat nomor buku lama "
            "lebih dahulu."
        )


class SisipanPenuh(Refusal):
    """One number has more behind it than any office ever had."""

    def __init__(self, induk: int) -> None:
        super().__init__(
            f"Nomor {induk} sudah mempunyai {TERBANYAK} nomor sisipan. Tidak ada yang diubah; "
            "pakai tanggal lain."
        )


def suffix(cara: str, n: int) -> str:
    """The n-th suffix, from 1 on: a … z, aa, ab …"""
    if cara == ANGKA:
        return str(n)
    letters = ""
    while n > 0:
        n, rest = divmod(n - 1, 26)
        letters = chr(_A[cara] + rest) + letters
    return letters


def place(sisipan: str) -> int:
    """Which place a suffix has in its row: a is 1, aa is 27; '' is 0."""
    if sisipan.isdigit():
        return int(sisipan)
    n = 0
    for letter in sisipan.lower():
        n = 26 * n + ord(letter) - ord("a") + 1
    return n


def next_suffix(cara: str, induk: int, taken: Iterable[str]) -> str:
    """The suffix behind all that were given; none is ever given again."""
    n = max(map(place, taken), default=0) + 1
    if n > TERBANYAK:
        raise SisipanPenuh(induk)
    return suffix(cara, n)


def is_whole(taken: Collection[str]) -> bool:
    """Whether suffixes run on from the first, none left out and none twice."""
    return sorted(map(place, taken)) == list(range(1, len(taken) + 1))
