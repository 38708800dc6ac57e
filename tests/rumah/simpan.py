"""Keeps a small home of a release, once: `python -m tests.rumah.simpan 0.1`.

One matter is played by the demo; what is kept is the ledger, the closed store and the heads of the
journals, as a home of that release left them.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from service.config import CODE

HERE = Path(__file__).parent
KEPT = ("tertutup", "jurnal")


def keep(release: str) -> Path:
    """Play, and keep what was left."""
    goal = HERE / release
    with tempfile.TemporaryDirectory() as room:
        subprocess.run(
            [sys.executable, "-m", "service.cli", "demo", "kota_kupang", "--hasil", room],
            cwd=CODE,
            check=True,
        )
        home = Path(room) / "rumah"
        goal.mkdir()
        book = sqlite3.connect(home / "berkas.db")
        book.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        book.execute("DELETE FROM detak")
        book.commit()
        book.execute("VACUUM INTO ?", (str(goal / "berkas.db"),))
        book.close()
        for name in KEPT:
            shutil.copytree(home / name, goal / name, ignore=shutil.ignore_patterns(".tmp"))
    return goal


if __name__ == "__main__":
    print(keep(sys.argv[1]))  # noqa: T201 (a command for the one who releases)
