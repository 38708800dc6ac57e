"""By their first bytes papers of ours are known again: what signs them only adds behind."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from service.domain.naskah import Naskah
from service.domain.simpanan import Simpanan
from service.ports import Reading


def beginnings(path: Path, lengths: Iterable[int]) -> dict[int, str]:
    """The sha256 of the first so many bytes, for each length, in one reading."""
    digest, at, told = hashlib.sha256(), 0, dict[int, str]()
    with path.open("rb") as opened:
        for length in sorted(set(lengths)):
            while at < length and (part := opened.read(min(1 << 18, length - at))):
                digest.update(part)
                at += len(part)
            told[length] = digest.hexdigest()
    return told


def length(reading: Reading, sha256: str) -> int:
    """How many bytes a kept file has; 0 where none is kept."""
    found = reading.find(Simpanan, id=sha256)
    return found[0].ukuran if found else 0


def begins_as(reading: Reading, some: Iterable[Naskah], path: Path) -> Naskah | None:
    """The one of these papers whose print a file begins with, signed behind or not."""
    sent = [one for one in some if one.pdf]
    size = path.stat().st_size
    lengths = {one.pdf: length(reading, one.pdf) for one in sent}
    begins = beginnings(path, {many for many in lengths.values() if 0 < many <= size})
    return next((one for one in sent if begins.get(lengths[one.pdf]) == one.pdf), None)
