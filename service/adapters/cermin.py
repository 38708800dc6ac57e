"""The port Mirror: the public lists in a folder that any web server gives out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from service.domain.refusals import Unavailable

CODE = Path(__file__).resolve().parents[2]
PENULIS = "service.publik.daftar.tulis_folder"
DITOLAK = 3  # as it says that waiting will not help
SABAR = 840.0


class NoMirror:
    """No folder is kept."""

    in_use = False

    def renew(self) -> int:
        return 0

    def lessen(self) -> int:
        return 0


class FolderMirror:
    """Written by a process that is given the public side alone, and no secret of ours."""

    in_use = True

    def __init__(self, folder: Path, daftar: Path, terbuka: Path | None, url: str) -> None:
        self._folder = folder
        self._told = [str(folder), str(daftar), str(terbuka or ""), url]

    def renew(self) -> int:
        return self._written("seluruh", "Yang ada di sana tetap seperti sebelumnya.")

    def lessen(self) -> int:
        return self._written("susut", "Yang belum hilang dari sana hilang bila seluruhnya diganti.")

    def _written(self, cara: str, left: str) -> int:
        line = [sys.executable, "-m", PENULIS, cara, *self._told]
        env = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(CODE), "LANG": "C.UTF-8"}
        try:
            ran = subprocess.run(
                line, cwd=CODE, env=env, capture_output=True, text=True, timeout=SABAR, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as wrong:
            raise self._away(type(wrong).__name__, left) from wrong
        if ran.returncode == DITOLAK:
            raise self._away(ran.stderr.strip()[-400:], left, permanent=True)
        if ran.returncode:
            last = ran.stderr.strip().splitlines()[-1:] or [f"kode {ran.returncode}"]
            raise self._away(last[0][-400:], left)
        return int(ran.stdout.strip() or 0)

    def _away(self, why: str, left: str, *, permanent: bool = False) -> Unavailable:
        return Unavailable(
            f"Folder publik {self._folder} belum mengikuti yang diumumkan ({why}). {left}",
            permanent=permanent,
        )
