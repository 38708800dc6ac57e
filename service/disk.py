"""The few file calls that everything durable goes through; a test puts a worse disk under them."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from service.domain.refusals import BrokenSeal, Refusal, Unavailable
from service.domain.sebab_disk import SEBAB
from service.domain.simpanan import damaged
from service.domain.sisa import DiskPenuh

PART = 1 << 18
FULL = (errno.ENOSPC, errno.EDQUOT)


class Disk:
    """A disk as the kernel gives it: nothing lasts before it is synced, names apart from bytes."""

    def create(self, path: Path) -> int:
        """A new file open for writing; never one that is there, never through a link."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        return os.open(path, flags, 0o600)

    def write(self, fd: int, part: bytes) -> None:
        """All of the bytes; the kernel may take fewer at a time."""
        rest = memoryview(part)
        while rest:
            rest = rest[os.write(fd, rest) :]

    def sync(self, fd: int) -> None:
        """Return when the bytes would outlast a power cut."""
        os.fsync(fd)

    def soon(self, fd: int, since: int, size: int) -> None:
        """Begin to lay these bytes down and keep no copy of them in memory; waits for nothing."""
        with contextlib.suppress(OSError):  # a wish, which some disks do not know
            os.posix_fadvise(fd, since, size, os.POSIX_FADV_DONTNEED)

    def close(self, fd: int) -> None:
        """Give the descriptor back."""
        os.close(fd)

    def link(self, part: Path, goal: Path) -> None:
        """A second name for a file; FileExistsError where the name is taken."""
        os.link(part, goal, follow_symlinks=False)

    def rename(self, part: Path, goal: Path) -> None:
        """Another name for a file, in one step."""
        os.rename(part, goal)  # noqa: PTH104 (Path.rename says the same less plainly)

    def remove(self, path: Path) -> None:
        """Take a name away; FileNotFoundError where there is none."""
        os.unlink(path)  # noqa: PTH108

    def folder(self, path: Path) -> None:
        """A folder for us alone; no complaint where it is."""
        with contextlib.suppress(FileExistsError):
            path.mkdir(mode=0o700)

    def enter(self, path: Path) -> int:
        """A folder held open by itself; OSError where its name is a link or no folder."""
        return os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)

    def sync_folder(self, path: Path) -> None:
        """Return when the names in a folder would outlast a power cut."""
        fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)

    def open(self, path: Path) -> BinaryIO:
        """A plain file for reading; links are refused."""
        fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        if not stat.S_ISREG(os.fstat(fd).st_mode):
            os.close(fd)
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
        return os.fdopen(fd, "rb")

    def open_anew(self, path: Path) -> BinaryIO:
        """The same, from the disk: what we keep is asked of it, not of our own memory of it."""
        source = self.open(path)
        os.posix_fadvise(source.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)  # drops clean pages only
        return source

    def names(self, path: Path) -> list[str]:
        """What stands in a folder, in order; nothing where there is no folder."""
        try:
            return sorted(os.listdir(path))  # noqa: PTH208
        except (FileNotFoundError, NotADirectoryError):
            return []

    def changed(self, path: Path) -> float:
        """When a file was last written to, in seconds since 1970."""
        return os.lstat(path).st_mtime


class SharedDisk(Disk):
    """The same, for files and folders that the group of their folder may read."""

    def create(self, path: Path) -> int:
        fd = super().create(path)
        os.fchmod(fd, 0o640)
        return fd

    def folder(self, path: Path) -> None:
        with contextlib.suppress(FileExistsError):
            path.mkdir(mode=0o750)


def parts(source: BinaryIO) -> Iterator[bytes]:
    """The bytes of a file, a part at a time."""
    while part := source.read(PART):
        yield part


def write_new(disk: Disk, path: Path, content: bytes) -> None:
    """A small new file, whole and durable when this returns; FileExistsError where it is."""
    part = path.with_name(f".{path.name}.{os.urandom(8).hex()}.part")
    fd = disk.create(part)
    try:
        try:
            disk.write(fd, content)
            disk.sync(fd)
        finally:
            disk.close(fd)
        disk.link(part, path)
    finally:
        with contextlib.suppress(OSError):
            disk.remove(part)
    disk.sync_folder(path.parent)


def write_over(disk: Disk, path: Path, content: bytes) -> None:
    """A small file in the place of another, old or new but never half; durable on return."""
    part = path.with_name(f".{path.name}.{os.urandom(8).hex()}.part")
    fd = disk.create(part)
    try:
        try:
            disk.write(fd, content)
            disk.sync(fd)
        finally:
            disk.close(fd)
        disk.rename(part, path)
    except OSError:
        with contextlib.suppress(OSError):
            disk.remove(part)
        raise
    disk.sync_folder(path.parent)


def trouble(wrong: OSError, what: str) -> Refusal | Unavailable:
    """What an officer is told when the disk says no; `what` names the folder or file."""
    if wrong.errno in FULL:
        return DiskPenuh(what)
    if wrong.errno == errno.EFBIG:
        return Unavailable(
            f"File melampaui ukuran terbesar yang diizinkan di {what}. File asal tetap utuh.",
            permanent=True,
        )
    if wrong.errno == errno.ELOOP:
        return Refusal(
            f"{what} bukan file biasa melainkan tautan atau perangkat, maka tidak disimpan. "
            "Kirimkan file aslinya."
        )
    if wrong.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Unavailable(
            f"{what} {SEBAB[wrong.errno]}. "
            "File asal tetap utuh. Periksa pemilik dan izin foldernya.",
            permanent=True,
        )
    return Unavailable(
        f"Disk menolak bekerja di {what}{_why(wrong)}. File asal tetap utuh. "
        "Periksa keadaan disk sebelum melanjutkan."
    )


def _why(wrong: OSError) -> str:
    return f": {SEBAB[wrong.errno]}" if wrong.errno in SEBAB else f" ({wrong.strerror})"


def sha256_of(source: BinaryIO) -> str:
    """The sha256 of what is left to read."""
    digest = hashlib.sha256()
    for part in parts(source):
        digest.update(part)
    return digest.hexdigest()


def copy_out(source: BinaryIO, sha256: str, out: Path) -> Path:
    """The bytes at `out`, or no `out` at all where they are not what they should be."""
    digest = hashlib.sha256()
    try:
        with out.open("wb") as copy:
            for part in parts(source):
                digest.update(part)
                copy.write(part)
        if digest.hexdigest() != sha256:
            raise BrokenSeal(damaged(sha256))
    except OSError as wrong:
        out.unlink(missing_ok=True)
        raise trouble(wrong, str(out)) from wrong
    except Unavailable:
        out.unlink()
        raise
    return out
