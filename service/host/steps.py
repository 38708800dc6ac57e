"""What an installation does to a machine, step by step; each can be told before it is done."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from shlex import join
from typing import Protocol

from service.domain.refusals import Unavailable


class Step(Protocol):
    """One change; done twice it changes nothing more."""

    def told(self) -> str:
        """What it will do; the first line is its summary."""
        ...

    def carry_out(self) -> None:
        """Do it."""
        ...


@dataclass(frozen=True)
class Folder:
    """A folder with its owner and mode."""

    path: Path
    owner: str
    group: str
    mode: int

    def told(self) -> str:
        return f"folder {self.path} (pemilik {self.owner}:{self.group}, izin {self.mode:04o})"

    def carry_out(self) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        shutil.chown(self.path, self.owner, self.group)
        self.path.chmod(self.mode)


@dataclass(frozen=True)
class File:
    """A file with its text, owner and mode."""

    path: Path
    text: str
    owner: str
    group: str
    mode: int

    def told(self) -> str:
        first = f"file {self.path} (pemilik {self.owner}:{self.group}, izin {self.mode:04o})"
        return "\n".join([first, *(f"    {line}" for line in self.text.splitlines())])

    def carry_out(self) -> None:
        part = self.path.with_name(f".{self.path.name}.part")
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(self.text)
        shutil.chown(part, self.owner, self.group)
        part.chmod(self.mode)
        part.replace(self.path)


@dataclass(frozen=True)
class Command:
    """A program of the machine; `unless`: not where this one already succeeds."""

    line: tuple[str, ...]
    unless: tuple[str, ...] = ()

    def told(self) -> str:
        return f"jalankan {join(self.line)}"

    def carry_out(self) -> None:
        if (
            self.unless
            and subprocess.run(self.unless, capture_output=True, check=False).returncode == 0
        ):
            return
        ran = subprocess.run(self.line, capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            raise Unavailable(
                f"Perintah {join(self.line)} gagal: {ran.stderr.strip()}. Langkah sebelumnya sudah "
                "dikerjakan dan aman diulang; perbaiki sebabnya lalu ulangi ./berkas install."
            )
