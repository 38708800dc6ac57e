"""What comes back is on the disk, and lasts, before anybody looks at it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from service.disk import Disk, parts, trouble
from service.domain.refusals import TidakAda

TAIL = 2048


class Simpanan:
    """A new file, made before anything is sent: a disk that says no says so in time."""

    def __init__(self, disk: Disk, path: Path) -> None:
        self.path, self.many = path, 0
        self.full = False  # the disk took not all of it
        self._disk = disk
        self._fd = disk.create(path)

    def write(self, part: bytes) -> None:
        """More of it; OSError."""
        try:
            self._disk.write(self._fd, part)
        except OSError:
            self.full = True
            raise
        self.many += len(part)

    def lasts(self) -> bool:
        """Whether what was written would outlast a power cut."""
        try:
            self._disk.sync(self._fd)
            self._disk.sync_folder(self.path.parent)
        except OSError:
            self.full = True
        return not self.full

    @property
    def kembali(self) -> Path | None:
        """What came back, where anything did."""
        return self.path if self.many else None

    def close(self) -> None:
        """Keep the file only where something was written."""
        self._disk.close(self._fd)
        if not self.many:
            self._disk.remove(self.path)


@contextmanager
def kept(disk: Disk, path: Path) -> Iterator[Simpanan]:
    """The place for what comes back; it lasts on every way out."""
    try:
        one = Simpanan(disk, path)
    except OSError as wrong:
        raise trouble(wrong, str(path.parent)) from None
    try:
        yield one
    finally:
        one.lasts()
        with contextlib.suppress(OSError):
            one.close()


@contextmanager
def lent(disk: Disk, path: Path) -> Iterator[BinaryIO]:
    """A paper of ours, opened once: what is compared is what was sent."""
    try:
        source = disk.open(path)
    except FileNotFoundError:
        raise TidakAda(f"File {path.name}") from None
    except OSError as wrong:
        raise trouble(wrong, path.name) from None
    with source:
        yield source


def fault(disk: Disk, sent: BinaryIO, back: Path) -> str:
    """What is wrong with a paper that came back, as a sentence; '' where nothing is.

    A signature is added behind the bytes that were sent. Whether it holds is asked elsewhere.
    """
    sent.seek(0)
    with disk.open(back) as came:
        if any(came.read(len(part)) != part for part in parts(sent)):
            return "Yang kembali dari layanan tanda tangan bukan kelanjutan naskah yang dikirim."
        added = came.read()
    if not added.strip():
        return "Naskah kembali dari layanan tanda tangan tanpa tambahan apa pun."
    if b"%%EOF" not in added[-TAIL:]:
        return "Naskah yang kembali dari layanan tanda tangan terpotong."
    if b"/ByteRange" not in added:
        return "Naskah kembali dari layanan tanda tangan tanpa tanda tangan."
    return ""
