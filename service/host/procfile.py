"""The Procfile: the one list of processes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from service.config import SettingsError

LINE = re.compile(r"^([A-Za-z0-9_-]+):\s*(\S.*)$")


@dataclass(frozen=True)
class Process:
    """One process to keep alive."""

    name: str
    command: str
    bila: Path | None = None  # kept alive only while this file stands; None: always


def read(path: Path) -> list[Process]:
    """The processes in the order they are started; SettingsError names every line that is wrong."""
    try:
        lines = path.read_text().splitlines()
    except OSError as wrong:
        raise SettingsError([f"{path} tidak terbaca ({wrong.strerror})."]) from wrong
    found: list[Process] = []
    problems: list[str] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = LINE.match(line)
        if not match:
            problems.append(f"{path} baris {number}: tulis seperti 'nama: perintah'.")
        elif match[1] in [one.name for one in found]:
            problems.append(f"{path} baris {number}: nama {match[1]} sudah dipakai.")
        else:
            found.append(Process(match[1], match[2]))
    if problems or not found:
        raise SettingsError(problems or [f"{path}: tidak ada satu proses pun."])
    return found


def spread(processes: list[Process], pekerja: dict[str, int]) -> list[Process]:
    """As many of each worker as its lane is given; a worker's lane is its command's last word."""
    out: list[Process] = []
    for one in processes:
        lane = one.command.split()[-1]
        count = pekerja.get(lane, 1) if one.name.startswith("worker") else 1
        out.append(one)
        out += [replace(one, name=f"{one.name}.{number}") for number in range(2, count + 1)]
    return out
