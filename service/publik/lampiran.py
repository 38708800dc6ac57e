"""A file that comes with a form: written into the drop folder as it arrives, gone if not kept."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path
from typing import IO, Any

from flask import Request
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import RequestEntityTooLarge

from service.disk import SharedDisk
from service.domain.antaran import LAMPIRAN_BANYAK, LAMPIRAN_TERBESAR, Lampiran
from service.publik import takaran

NAMA = "lampiran"  # the field of the form


class Penampung:
    """Takes the bytes of one file; too many are counted and not kept."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.ukuran, self.disk = folder, 0, SharedDisk()
        self.file = f"{os.urandom(16).hex()}.lampiran"
        self._part = folder / f".{self.file}.part"
        self._fd = -1
        self._wrong: OSError | None = None
        self._kept = False
        self._sidik = hashlib.sha256()

    @property
    def terlalu_besar(self) -> bool:
        """Whether more came than one file may hold."""
        return self.ukuran > LAMPIRAN_TERBESAR

    @property
    def sidik(self) -> str:
        """The mark of what came so far."""
        return self._sidik.hexdigest()

    def write(self, part: bytes) -> int:
        """More of the file; a disk that refuses is told of when the file is to be kept."""
        self.ukuran += len(part)
        self._sidik.update(part)
        if not self.terlalu_besar and self._wrong is None:
            try:
                if self._fd < 0:
                    self._fd = self.disk.create(self._part)
                self.disk.write(self._fd, part)
            except OSError as wrong:
                self._wrong = wrong
        return len(part)

    def seek(self, *_place: int) -> int:
        """Nobody reads it here."""
        return 0

    def keep(self) -> None:
        """The file under its own name, durable once the folder is."""
        if self._wrong:
            raise self._wrong
        self.disk.sync(self._fd)
        self.disk.rename(self._part, self.folder / self.file)
        self._kept = True

    def close(self) -> None:
        """Let go of it; what was not kept leaves nothing behind."""
        if self._fd >= 0:
            self.disk.close(self._fd)
            self._fd = -1
            if not self._kept:
                with contextlib.suppress(OSError):
                    self.disk.remove(self._part)

    def __del__(self) -> None:
        self.close()


class Kiriman(Request):
    """A request whose files go straight into the drop folder, never into memory."""

    masuk = Path()
    opened = 0

    def _get_file_stream(
        self,
        total_content_length: int | None,  # noqa: ARG002 (werkzeug asks so)
        content_type: str | None,  # noqa: ARG002
        filename: str | None = None,  # noqa: ARG002
        content_length: int | None = None,  # noqa: ARG002
    ) -> IO[bytes]:
        if self.path == takaran.ALAMAT:
            marked: Any = takaran.Takaran()
            return marked  # type: ignore[no-any-return]
        self.opened += 1
        if self.opened > LAMPIRAN_BANYAK + 1:  # a field left empty comes as a file, too
            raise RequestEntityTooLarge
        found: Any = Penampung(self.masuk)
        return found  # type: ignore[no-any-return]


def sent(request: Request) -> list[tuple[Penampung, str]]:
    """The files that came, with what their sender called them."""
    return [
        (one.stream, _named(one))  # type: ignore[misc]  # ours, see Kiriman
        for one in request.files.getlist(NAMA)
        if one.filename
    ]


def _named(one: FileStorage) -> str:
    nama = (one.filename or "").replace("\\", "/").rpartition("/")[2].replace("\0", "")
    return nama[-200:] or "lampiran"


def fault(files: list[tuple[Penampung, str]]) -> str:
    """Why these files cannot be taken, or ''."""
    if len(files) > LAMPIRAN_BANYAK:
        return f"Pilih paling banyak {LAMPIRAN_BANYAK} file."
    for one, nama in files:
        if one.terlalu_besar:
            most = LAMPIRAN_TERBESAR // 1_000_000
            return f"File {nama} lebih besar dari {most} MB. Kecilkan, atau bawa ke petugas."
        if not one.ukuran:
            return f"File {nama} kosong. Pilih file yang benar."
    return ""


def marks(files: list[tuple[Penampung, str]]) -> list[tuple[str, str]]:
    """The names of the files, each with the mark of what is in it."""
    return [(nama, one.sidik) for one, nama in files]


def told(files: list[tuple[Penampung, str]]) -> tuple[Lampiran, ...]:
    """The files as the form names them."""
    return tuple(Lampiran(one.file, nama, one.ukuran) for one, nama in files)
