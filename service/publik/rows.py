"""The published rows: a SQLite file that publishing replaces whole and these pages only read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from service.domain.refusals import Unavailable


@dataclass(frozen=True)
class Terbit:
    """One line of the published DIP: the seven elements of the legal form, and its kode."""

    kode: str
    ringkasan: str
    penguasa: str
    penanggung_jawab: str
    waktu_tempat: str
    bentuk: str
    retensi: str


COLUMNS = "kode, ringkasan, penguasa, penanggung_jawab, waktu_tempat, bentuk, retensi"


def dip(path: Path) -> list[Terbit]:
    """The lines of the DIP in their order; none where nothing was published yet."""
    if not path.exists():
        return []
    try:
        # Immutable: the file is never written in place, and this folder cannot be written to.
        uri = f"{path.as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as book:
            lines = book.execute(f"SELECT {COLUMNS} FROM dip ORDER BY urut")  # noqa: S608
            return [Terbit(*line) for line in lines]
    except sqlite3.Error as wrong:
        raise Unavailable(f"Daftar yang diumumkan tidak terbaca ({wrong}).") from wrong
