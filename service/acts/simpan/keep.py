"""Keeping a file: a row leases it before the bytes are put, and the rows that name it hold it."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from service.domain.kiriman import shown
from service.domain.refusals import Overtaken, Refusal, Unavailable
from service.domain.simpanan import DIBUANG, DIHAPUS, DIPEGANG, DISEWA, MUSNAH, Simpanan
from service.ports import House, Tx


class JustHeld(Unavailable):
    """Others hold or sweep the same bytes at this very moment; the next try finds it settled."""

    def __init__(self) -> None:
        super().__init__("File yang sama sedang disimpan oleh pekerjaan lain; dicoba lagi.")


class BukanFileBiasa(Refusal):
    """A link, a pipe or a device in the place of a file; it may have been swapped just now."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"{shown(nama)} bukan file biasa melainkan tautan atau perangkat, maka tidak disimpan. "
            "Kirimkan file aslinya."
        )


@dataclass(frozen=True)
class Kept:
    """A file in the store, not yet named by a row of the office."""

    sha256: str
    ukuran: int


def keep(house: House, path: Path) -> Kept:
    """Lease the file's row, then put it; a crash in between leaves a lease for the sweep."""
    return keep_all(house, [path])[0][1]


def keep_all(house: House, paths: Sequence[Path]) -> list[tuple[Path, Kept]]:
    """Each file kept, under leases taken in one transaction."""
    seen = [(path, _measured(path)) for path in paths]
    _lease(house, [kept for _, kept in seen])
    return [(path, _put(house, path, kept)) for path, kept in seen]


def _measured(path: Path) -> Kept:
    fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(fd, "rb") as opened:
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            raise BukanFileBiasa(path.name)
        sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
        return Kept(sha256, os.fstat(opened.fileno()).st_size)


def _put(house: House, path: Path, kept: Kept) -> Kept:
    put = house.store.put(path)
    if put != kept.sha256:
        # It was written to while we read: what was put is a file of its own, and leased as such.
        kept = Kept(put, path.stat().st_size)
        _lease(house, [kept])
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
    if not found or found[0].keadaan in (DIBUANG, DIHAPUS, MUSNAH):
        raise JustHeld  # swept since it was put; the next try puts it again
    if found[0].keadaan == DISEWA:
        tx.save(found[0], replace(found[0], keadaan=DIPEGANG))


def _lease(house: House, kept: Sequence[Kept]) -> None:
    distinct = {one.sha256: one for one in kept}
    while True:
        try:
            with house.ledger.begin() as tx:
                for _, one in sorted(distinct.items()):
                    _leased(tx, one, house.clock.now())
        except Overtaken:
            # Another has just leased one of them, which serves as well; the others are still to do.
            if len(distinct) == 1:
                return
        else:
            return


def _leased(tx: Tx, kept: Kept, now: datetime) -> None:
    found = tx.find(Simpanan, id=kept.sha256)
    if not found:
        tx.add(Simpanan(kept.sha256, kept.ukuran, DISEWA, now))
    elif found[0].keadaan in (DIBUANG, DIHAPUS):
        raise JustHeld
    elif found[0].keadaan in (DISEWA, MUSNAH):
        # As good as new, so that no sweep takes it from under us.
        tx.save(found[0], replace(found[0], keadaan=DISEWA, dibuat=now))
