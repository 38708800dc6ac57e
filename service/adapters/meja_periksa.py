"""Examined templates in folders: one for each, named after the person whose it is."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from service.disk import trouble
from service.domain.ids import is_id
from service.domain.refusals import TidakAda

TENTANG = "tentang.json"
TERBANYAK = 20  # examinations of one person that are kept at the same time


class FolderBench:
    """The port Bench; nothing here is synced, for nothing here has been promised."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def lay(
        self, orang: str, id_: str, files: Mapping[str, Path], keterangan: Mapping[str, str]
    ) -> None:
        goal = self._room(orang, id_)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._make_room(orang)
            room = Path(tempfile.mkdtemp(prefix=".baru", dir=self.folder))
            try:
                for nama, path in files.items():
                    shutil.copyfile(path, room / nama)
                (room / TENTANG).write_text(json.dumps(dict(keterangan)))
                room.rename(goal)
            finally:
                shutil.rmtree(room, ignore_errors=True)
        except OSError as wrong:
            raise trouble(wrong, "folder periksa") from wrong

    def told(self, orang: str, id_: str) -> dict[str, str]:
        try:
            held = (self._room(orang, id_) / TENTANG).read_text()
        except (FileNotFoundError, NotADirectoryError) as gone:
            raise TidakAda("Hasil pemeriksaan itu") from gone
        return {str(name): str(value) for name, value in json.loads(held).items()}

    def take(self, orang: str, id_: str, nama: str, out: Path) -> Path:
        try:
            shutil.copyfile(self._room(orang, id_) / Path(nama).name, out)
        except (FileNotFoundError, NotADirectoryError) as gone:
            raise TidakAda("Hasil pemeriksaan itu") from gone
        return out

    def sweep(self, before: datetime) -> None:
        for one in self.folder.glob("*"):
            with suppress(FileNotFoundError):  # taken away by another
                if one.stat().st_mtime < before.timestamp():
                    shutil.rmtree(one, ignore_errors=True)

    def _room(self, orang: str, id_: str) -> Path:
        # The person stands in the name: nobody reaches another's.
        if not (is_id(orang) and is_id(id_)):
            raise TidakAda("Hasil pemeriksaan itu")
        return self.folder / f"{orang}.{id_}"

    def _make_room(self, orang: str) -> None:
        """The oldest of a person go where they have many."""
        mine = [one for one in os.scandir(self.folder) if one.name.startswith(f"{orang}.")]
        with suppress(FileNotFoundError):
            mine.sort(key=lambda one: one.stat().st_mtime, reverse=True)
        for one in mine[TERBANYAK - 1 :]:
            shutil.rmtree(one.path, ignore_errors=True)
