"""Large pages of memory: what has few of them is copied and thrown away the sooner.

Each file has a process of its own, forked from one that has every reader loaded. Most of what that
costs is the table of its pages; a large page stands in it once, where 512 small ones did.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path

MADV_COLLAPSE = 25
LARGE = 2 << 20


def gather() -> int:
    """Put what is in memory together into large pages, as far as the kernel can; how many MB."""
    madvise = ctypes.CDLL(None).madvise
    gathered = 0
    for start, length in list(_whole()):
        # A kernel that does not know how, or has no room just now, leaves all as it was.
        if not madvise(ctypes.c_void_p(start), ctypes.c_size_t(length), MADV_COLLAPSE):
            gathered += length >> 20
    return gathered


def _whole() -> Iterator[tuple[int, int]]:
    """The stretches of our own memory that could be large pages; none of a file."""
    for line in Path("/proc/self/maps").read_text().splitlines():
        where, may, *_, inode = line.split()[:5]
        if may == "rw-p" and inode == "0" and "[stack]" not in line:
            start, end = (int(one, 16) for one in where.split("-"))
            start, end = -(-start // LARGE) * LARGE, end // LARGE * LARGE
            if end > start:
                yield start, end - start
