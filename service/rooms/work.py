"""Where work lies while it is done: rooms for one act, uploads under way, what waits to count."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from service.disk import FULL, trouble
from service.domain.sisa import Sisa
from service.opened_once import opened_once
from service.rooms.foundation import Foundation

if TYPE_CHECKING:  # adapters are imported by whoever first needs them
    from service.adapters.meja_periksa import FolderBench
    from service.adapters.uploads import FolderUploads

ABANDONED = timedelta(hours=2)  # no act and no job works for so long in one folder


class Working(Foundation):
    """The benches of the house, all beside what it keeps."""

    @contextmanager
    def room(self) -> Iterator[Path]:
        rooms = self.settings.home / "kerja"
        try:
            rooms.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=rooms) as room:
                yield Path(room)
        except OSError as wrong:
            # Whoever works in a room writes there in ways of their own; all are told the same.
            if wrong.errno in FULL:
                raise trouble(wrong, "ruang kerja") from wrong
            raise

    def sweep_rooms(self) -> None:
        now = self.clock.now().timestamp()
        for room in (self.settings.home / "kerja").glob("*"):
            with suppress(FileNotFoundError):  # its owner was quicker
                if now - room.stat().st_mtime > ABANDONED.total_seconds():
                    shutil.rmtree(room, ignore_errors=True)

    def aside(self, nama: str) -> Path:
        folder = self.settings.home / "ttd_layanan"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder / f"{nama}.pdf"

    @opened_once
    def uploads(self) -> FolderUploads:
        from service.adapters.uploads import FolderUploads

        return FolderUploads(self.settings.home / "unggahan")

    @opened_once
    def bench(self) -> FolderBench:
        from service.adapters.meja_periksa import FolderBench

        return FolderBench(self.settings.home / "periksa")

    def sisa(self) -> Sisa:
        self.settings.home.mkdir(parents=True, exist_ok=True)
        disk = shutil.disk_usage(self.settings.home)
        return Sisa(disk.free, disk.total)
