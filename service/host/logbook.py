"""What the processes say: on the screen with their name, and in a file of their own."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

LARGEST = 5_000_000  # bytes, then a new file is begun
KEPT = 3  # older files
LONGEST = 16_384  # bytes of one line


class Logbook:
    """One process's log; a full disk or a closed screen never stops the process."""

    def __init__(self, folder: Path, name: str, *, width: int = 0, largest: int = LARGEST) -> None:
        self.path = folder / f"{name}.log"
        self.prefix = f"{name.ljust(width)} | "
        self.largest = largest
        self.rest = b""

    def take(self, piece: bytes) -> None:
        """More of what the process says; whole lines are written, the rest is kept."""
        lines = (self.rest + piece).split(b"\n")
        self.rest = lines.pop()
        if len(self.rest) > LONGEST:
            lines.append(self.rest)
            self.rest = b""
        self._write([line.decode("utf-8", "replace") for line in lines])

    def close(self) -> None:
        """Write the last line, if the process broke off in the middle of it."""
        if self.rest:
            self.take(b"\n")

    def say(self, line: str) -> None:
        """A line of our own."""
        self._write([line])

    def _write(self, lines: list[str]) -> None:
        if not lines:
            return
        now = time.strftime("%H:%M:%S")
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.write("".join(f"{now} {self.prefix}{line}\n" for line in lines))
            sys.stdout.flush()
        day = time.strftime("%Y-%m-%dT%H:%M:%S%z")
        with contextlib.suppress(OSError):
            self._turn()
            with os.fdopen(
                os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a"
            ) as out:
                out.write("".join(f"{day} {line}\n" for line in lines))

    def _turn(self) -> None:
        """Begin a new file when this one is large enough."""
        if not self.path.exists() or self.path.stat().st_size < self.largest:
            return
        for number in range(KEPT, 0, -1):
            older = self.path if number == 1 else Path(f"{self.path}.{number - 1}")
            if older.exists():
                older.replace(f"{self.path}.{number}")
