"""A version of an SOP, kept word for word, so that a matter ends as it began."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class SopVersi:
    """The files that made an SOP what it was; the id is their sha256."""

    id: str
    instansi: str
    kode: str
    teks: str
    bahan: tuple[str, ...]  # bahan.toml of umum and of the agency, as they stood
    versi: int = 1


def fingerprint(kode: str, teks: str, bahan: tuple[str, ...]) -> str:
    """What a version is known by."""
    whole = hashlib.sha256()
    for part in (kode, teks, *bahan):
        whole.update(f"{len(part.encode())}:".encode())
        whole.update(part.encode())
    return whole.hexdigest()
