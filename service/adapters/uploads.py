"""Files that come in piece by piece: each in a folder of its own, its size says how far it is."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from service.disk import PART, trouble
from service.domain.ids import is_id
from service.domain.refusals import TidakAda
from service.domain.unggahan import OffsetKeliru, SedangDikirim, Unggahan
from service.ports.unggahan import Source

ISI, TENTANG = "isi", "tentang.json"


class FolderUploads:
    """The port Uploads; nothing is synced here, for nothing here has been promised yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def begin(self, one: Unggahan) -> None:
        told = {
            "orang": one.orang,
            "nama": one.nama,
            "ukuran": one.ukuran,
            "dibuat": one.dibuat.isoformat(),
            "sha256": one.sha256,
            "tanda": one.tanda,
        }
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            room = self._room(one.orang, one.id)
            room.mkdir(mode=0o700)
            (room / ISI).touch(mode=0o600)
            part = room / f"{TENTANG}.part"
            part.write_text(json.dumps(told))
            part.rename(room / TENTANG)
        except OSError as wrong:
            self.drop(one.orang, one.id)  # nobody heard of it, and it would count as one of theirs
            raise trouble(wrong, "folder unggahan") from wrong

    def _room(self, orang: str, id_: str) -> Path:
        # The person stands in the name: nobody reaches another's, and none need be opened to count.
        return self.folder / f"{orang}.{id_}"

    def get(self, orang: str, id_: str) -> Unggahan:
        room = self._room(orang, id_)
        if not (is_id(orang) and is_id(id_)):
            raise TidakAda("Unggahan itu")
        try:
            told = json.loads((room / TENTANG).read_text())
            size = (room / ISI).stat().st_size
        except (FileNotFoundError, NotADirectoryError) as gone:
            raise TidakAda("Unggahan itu") from gone
        made = datetime.fromisoformat(told.pop("dibuat"))
        return Unggahan(id=id_, dibuat=made, sudah=size, **told)

    def of(self, orang: str) -> list[Unggahan]:
        found = []
        for id_ in self._ids(orang):
            with contextlib.suppress(TidakAda):  # not begun yet, or just sent
                found.append(self.get(orang, id_))
        return sorted(found, key=lambda one: (one.dibuat, one.id))

    def count(self, orang: str) -> int:
        return len(self._ids(orang))

    def _ids(self, orang: str) -> list[str]:
        try:
            names = os.listdir(self.folder)  # noqa: PTH208 (names alone, not a path for each)
        except FileNotFoundError:
            return []
        return [name.removeprefix(f"{orang}.") for name in names if name.startswith(f"{orang}.")]

    def append(self, one: Unggahan, offset: int, source: Source, atmost: int) -> int:
        at, end, room = offset, offset + atmost, self._room(one.orang, one.id)
        self._write(room, at, b"")
        # The lock is not kept while the line is slow: a broken line that is still waited for
        # must not keep its own successor out.
        while at < end and (part := source.read(min(PART, end - at))):
            self._write(room, at, part)
            at += len(part)
        return at

    def _write(self, room: Path, at: int, part: bytes) -> None:
        try:
            with self._open(room) as isi:
                fcntl.flock(isi, fcntl.LOCK_EX)
                here = isi.seek(0, os.SEEK_END)
                if here != at:
                    raise OffsetKeliru(here)
                isi.write(part)
                isi.flush()
        except OSError as wrong:
            raise trouble(wrong, "folder unggahan") from wrong

    def _open(self, room: Path) -> BinaryIO:
        try:
            return (room / ISI).open("r+b")
        except FileNotFoundError as gone:
            raise TidakAda("Unggahan itu") from gone

    @contextmanager
    def held(self, files: Collection[Unggahan]) -> Iterator[list[Path]]:
        rooms = [self._room(one.orang, one.id) for one in files]
        with ExitStack() as open_files:
            for room in sorted(set(rooms)):
                isi = open_files.enter_context(self._open(room))
                try:
                    fcntl.flock(isi, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError as taken:
                    raise SedangDikirim from taken
                if os.fstat(isi.fileno()).st_nlink == 0:
                    raise TidakAda("Unggahan itu")
            yield [room / ISI for room in rooms]

    def drop(self, orang: str, id_: str) -> None:
        if is_id(orang) and is_id(id_):
            shutil.rmtree(self._room(orang, id_), ignore_errors=True)

    def sweep(self, before: datetime) -> None:
        for one in self.folder.glob("*"):
            with contextlib.suppress(FileNotFoundError):  # sent or swept by another
                if _touched(one) < before.timestamp():
                    _away(one)


def _touched(one: Path) -> float:
    isi = one / ISI
    return (isi if isi.exists() else one).stat().st_mtime


def _away(one: Path) -> None:
    if one.is_dir() and not one.is_symlink():
        shutil.rmtree(one, ignore_errors=True)
    else:
        one.unlink()
