"""Looks in the ledger for the kiriman that brought the same files first."""

from __future__ import annotations

from collections.abc import Sequence

from service.domain import kembar
from service.domain.kiriman import File, Kiriman
from service.ports import Reading

MOST = 200  # kiriman with the same first file that are compared


def first_of(reading: Reading, kiriman: Kiriman, files: Sequence[File]) -> Kiriman | None:
    """The first kiriman with these very files, or None."""
    shas = [file.sha256 for file in files if not file.dari]
    if not shas:
        return None
    same = sorted({one.kiriman for one in reading.find(File, sha256=shas[0])} - {kiriman.id})
    others = [
        (reading.get(Kiriman, id_), [one.sha256 for one in reading.find(File, kiriman=id_)])
        for id_ in same[:MOST]
    ]
    return kembar.first_of(kiriman, shas, others)
