"""Keeping a file: a row leases it before the bytes are put, and the rows that name it hold it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from service.domain.refusals import Overtaken, Unavailable
from service.domain.simpanan import DIBUANG, DIPEGANG, DISEWA, Simpanan
from service.ports import House, Tx


class JustHeld(Unavailable):
    """Others hold or sweep the same bytes at this very moment; the next try finds it settled."""

    def __init__(self) -> None:
        super().__init__("File yang sama sedang disimpan oleh pekerjaan lain; dicoba lagi.")


@dataclass(frozen=True)
class Kept:
    """A file in the store, not yet named by a row of the office."""

    sha256: str
    ukuran: int


def keep(house: House, path: Path) -> Kept:
    """Lease the file's row, then put it; a crash in between leaves a lease for the sweep."""
    with path.open("rb") as opened:
        sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
    kept = Kept(sha256, path.stat().st_size)
    _lease(house, kept)
    put = house.store.put(path)
    if put != sha256:
        # It was written to while we read: what was put is a file of its own, and leased as such.
        kept = Kept(put, path.stat().st_size)
        _lease(house, kept)
    return kept


def hold(tx: Tx, *kept: Kept) -> None:
    """Say, in the transaction that names the files, that they are held."""
    # Always in the same order, so that two acts with the same files cannot wait for each other.
    for _, one in sorted({file.sha256: file for file in kept}.items()):
        try:
            _hold(tx, one)
        except Overtaken as first:
            # Not "another did this work": only the file is the same.
            raise JustHeld from first


def _hold(tx: Tx, kept: Kept) -> None:
    found = tx.find(Simpanan, id=kept.sha256)
    if not found or found[0].keadaan == DIBUANG:
        raise JustHeld  # swept since it was put; the next try puts it again
    if found[0].keadaan == DISEWA:
        tx.save(found[0], replace(found[0], keadaan=DIPEGANG))


def _lease(house: House, kept: Kept) -> None:
    now = house.clock.now()
    try:
        with house.ledger.begin() as tx:
            found = tx.find(Simpanan, id=kept.sha256)
            if not found:
                tx.add(Simpanan(kept.sha256, kept.ukuran, DISEWA, now))
            elif found[0].keadaan == DIBUANG:
                raise JustHeld
            elif found[0].keadaan == DISEWA:
                # As good as new, so that no sweep takes it from under us.
                tx.save(found[0], replace(found[0], dibuat=now))
    except Overtaken:
        pass  # another has just leased the same bytes, which serves as well
