"""Whose eyes the file of a SQLite ledger is for: those of the account that runs Berkas alone."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

MODE = 0o600
BESERTA = ("", "-wal", "-shm", "-journal")  # what SQLite keeps beside it, with the rights it has


def only_ours(ledger: Path) -> None:
    """A new file is ours alone from its first moment, and one that was open to others is shut.

    What belongs to another account stays as that one has it.
    """
    with contextlib.suppress(FileExistsError):
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
        os.close(os.open(ledger, flags, MODE))
    for more in BESERTA:
        _shut(ledger.with_name(ledger.name + more))


def _shut(path: Path) -> None:
    with contextlib.suppress(FileNotFoundError, PermissionError):
        if stat.S_IMODE(path.stat().st_mode) & ~MODE:
            path.chmod(MODE)
