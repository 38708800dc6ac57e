"""What the codes on the pages of a print say: which paper it is, and of which time."""

from __future__ import annotations

import re
from collections.abc import Iterable

_KODE = re.compile(r"/v/([A-Za-z0-9_-]{6,64})/(\d{1,6})\.\d{1,6}$")


def marks(tanda: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """The tokens of papers, each with the time it was put forward, in the order of the pages."""
    found = (_KODE.search(one) for one in tanda)
    return tuple(dict.fromkeys((one[1], int(one[2])) for one in found if one))


def all_of(token: str, tanda: Iterable[str], halaman: int) -> bool:
    """Whether a file holds pages of this paper and nothing else: each has a code of its own."""
    codes = {one for one in tanda if _KODE.search(one)}
    return 0 < halaman <= len(codes) and {one for one, _ in marks(codes)} == {token}


def differs(token: str, ajuan: int, marks: Iterable[tuple[str, int]]) -> str:
    """What the codes on a file say against its being this paper; for its bytes are others."""
    every = list(marks)
    if not every:
        return "Di halamannya tidak terbaca tanda naskah dari Berkas."
    if any(one != token for one, _ in every):
        return "Tanda di halamannya milik naskah lain."
    if early := [when for _, when in every if when != ajuan]:
        return (
            f"Tanda di halamannya dari pengajuan ke-{early[0]}, sedangkan yang menunggu tanda "
            f"tangan pengajuan ke-{ajuan}."
        )
    return (
        "Tanda di halamannya milik naskah ini, tetapi filenya bukan lanjutan dari yang dikirim: "
        "sudah dicetak atau disimpan ulang oleh program lain."
    )
