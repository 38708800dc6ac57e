"""The floor of intake: claim, copy, hash, fsync and commit, and nothing else."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from pathlib import Path

PART = 1 << 18


def take(files: list[Path], room: Path) -> None:
    """Each file taken in as safely as can be, one after the other."""
    claims, store = room / "klaim", room / "simpan"
    claims.mkdir(parents=True)
    store.mkdir()
    book = sqlite3.connect(room / "lantai.db", isolation_level=None)
    book.execute("PRAGMA journal_mode=WAL")
    book.execute("PRAGMA synchronous=FULL")
    book.execute("CREATE TABLE file (sha256 TEXT PRIMARY KEY, nama TEXT, ukuran INTEGER)")
    for path in files:
        claim = claims / path.name
        path.rename(claim)
        sha256, size = _copied(claim, store)
        book.execute("BEGIN IMMEDIATE")
        book.execute("INSERT OR IGNORE INTO file VALUES (?, ?, ?)", (sha256, path.name, size))
        book.execute("COMMIT")
        claim.unlink()
        _synced(claims)
    book.close()


def _copied(claim: Path, store: Path) -> tuple[str, int]:
    digest, part = hashlib.sha256(), store / f".{claim.name}.part"
    with claim.open("rb") as source, part.open("wb") as goal:
        while read := source.read(PART):
            digest.update(read)
            goal.write(read)
        goal.flush()
        os.fsync(goal.fileno())
        size = goal.tell()
    part.rename(store / digest.hexdigest())
    _synced(store)
    return digest.hexdigest(), size


def _synced(folder: Path) -> None:
    fd = os.open(folder, os.O_RDONLY)
    os.fsync(fd)
    os.close(fd)
