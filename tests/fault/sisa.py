"""Finds what processes leave behind: whoever is orphaned comes to us, and is counted."""

from __future__ import annotations

import ctypes
import os
import time
from pathlib import Path
from types import TracebackType

PR_SET_CHILD_SUBREAPER = 36


class Sisa:
    """While it lasts, the orphans of our children and their children become ours."""

    def __enter__(self) -> Sisa:
        self.before = _children()
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _value: BaseException | None,
        _where: TracebackType | None,
    ) -> None:
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 0)

    def nothing(self, seconds: float) -> None:
        """Soon nobody lives whom we did not have before."""
        end = time.monotonic() + seconds
        while left := self.left():
            assert time.monotonic() < end, f"left behind: {left}"
            time.sleep(0.05)

    def left(self) -> list[str]:
        """Those who live still; the dead among them are buried."""
        living = []
        for pid in _children() - self.before:
            try:
                if os.waitpid(pid, os.WNOHANG)[0] == 0:
                    living.append(f"{pid} {_named(pid)}")
            except ChildProcessError:  # whoever started it has buried it
                continue
        return living


def _children() -> set[int]:
    """Of all threads of this process."""
    return {
        int(pid)
        for task in Path("/proc/self/task").iterdir()
        for pid in (task / "children").read_text().split()
    }


def _named(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")[:120]
    except OSError:
        return ""
