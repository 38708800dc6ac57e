"""What lies in the folders for signatures is called so that every desktop takes it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

TERPANJANG = 80  # letters of a name
DAFTAR = "daftar-kirim.html"
_DIPAKAI_MESIN = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Terletak:
    """A paper that lies with a signer, or a file that somebody laid down and nobody knows."""

    naskah: str
    folder: str
    nama: str
    sejak: datetime


def plain(label: str) -> str:
    """A label as a name of a file or a folder, and no longer than it must be."""
    words = " ".join(re.sub(r"[^\w.\- ]+", "-", label).split()).strip(".- ")
    short = words[:TERPANJANG].strip(".- ") or "naskah"
    return f"{short}_" if _DIPAKAI_MESIN.fullmatch(short) else short


def folder_name(nama: str, masuk: str, lain: Iterable[str]) -> str:
    """The folder of a person; `masuk` keeps it apart from those of `lain` who are called alike."""
    own = plain(nama)
    # Letters of both sizes are one to many a disk.
    if own.casefold() in {plain(one).casefold() for one in lain}:
        return plain(f"{own[: TERPANJANG - len(masuk) - 3]} - {masuk}")
    return own
