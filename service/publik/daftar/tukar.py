"""A folder takes the place of another at one stroke: at no moment is there none, or half of one."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BARU, LAMA = ".baru", ".lama"
_DI_SINI, _TUKAR = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
_TAK_BISA = (errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP)  # old kernels, some network drives


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """A new folder to fill; swept away at the end, with what killed runs left. One at a time."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f".{folder.name}.kunci").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        mended(folder)
        part = folder.with_name(f".{folder.name}.{os.urandom(6).hex()}{BARU}")
        try:
            yield part
        finally:
            shutil.rmtree(part, ignore_errors=True)


def mended(folder: Path) -> None:
    """As the last whole run left it: the old folder back where a crash took it away."""
    for left in sorted(folder.parent.glob(f".{folder.name}.*{LAMA}")):
        if folder.exists():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.rename(folder)
    for left in folder.parent.glob(f".{folder.name}.*{BARU}"):
        shutil.rmtree(left, ignore_errors=True)


def replaced(part: Path, folder: Path) -> None:
    """`part` stands where `folder` stood, and is on the disk before it does."""
    synced(part)
    libc = ctypes.CDLL(None, use_errno=True)
    if not folder.exists():
        part.rename(folder)
    elif libc.renameat2(_DI_SINI, os.fsencode(part), _DI_SINI, os.fsencode(folder), _TUKAR):
        wrong = ctypes.get_errno()
        if wrong not in _TAK_BISA:
            raise OSError(wrong, os.strerror(wrong), str(folder))
        old = folder.with_name(f".{folder.name}.{os.urandom(6).hex()}{LAMA}")
        folder.rename(old)
        part.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    synced(folder.parent)


def synced(folder: Path) -> None:
    """All that was written there is on the disk."""
    libc = ctypes.CDLL(None, use_errno=True)
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        libc.syncfs(fd)
    finally:
        os.close(fd)
