"""Looks in the ledger for kiriman that brought the same files before."""

from __future__ import annotations

from collections.abc import Sequence

from service.domain.kembar import Kembar, same_before
from service.domain.kiriman import File, Kiriman
from service.ports import Reading

MOST = 20  # kiriman with the same first file that are compared


def same_files(reading: Reading, kiriman: Kiriman, files: Sequence[File]) -> Kembar:
    """Whether these very files came to this instansi before."""
    shas = [file.sha256 for file in files if not file.dari]
    if not shas or not kiriman.instansi:
        return Kembar()
    found = [
        one for one in reading.brought(shas[0], kiriman.instansi, MOST) if one.id != kiriman.id
    ]
    if len(shas) == 1:
        return same_before(kiriman, shas, [(one, shas) for one in found])
    return same_before(kiriman, shas, [(one, _shas(reading, one)) for one in found])


def _shas(reading: Reading, kiriman: Kiriman) -> list[str]:
    return [one.sha256 for one in reading.find(File, kiriman=kiriman.id)]
