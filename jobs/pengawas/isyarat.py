"""Wake up when something happens in the inbox; only a hint, and never the truth."""

from __future__ import annotations

import contextlib
import os
import select
from collections.abc import Iterable
from pathlib import Path

from inotify_simple import INotify, flags

MASK = flags.CREATE | flags.MOVED_TO | flags.CLOSE_WRITE | flags.DELETE_SELF | flags.ONLYDIR
MASK |= flags.DONT_FOLLOW


class Isyarat:
    """Sleeps until the kernel tells of a change, somebody wakes it, or the time is up."""

    def __init__(self) -> None:
        self.bell = -1
        self.poller = select.poll()
        self.watched: set[Path] = set()
        self.notify: INotify | None = None

    def __enter__(self) -> Isyarat:
        self.bell = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self.poller.register(self.bell, select.POLLIN)
        with contextlib.suppress(OSError):  # too many of them on this machine: looks must do
            self.notify = INotify(nonblocking=True)
            self.poller.register(self.notify.fileno(), select.POLLIN)
        return self

    def __exit__(self, *_: object) -> None:
        bell, self.bell = self.bell, -1
        os.close(bell)
        if self.notify:
            self.notify.close()

    def watch(self, folders: Iterable[Path]) -> None:
        """Hear of these folders from now on; those that are gone forget themselves."""
        now = set(folders)
        if self.notify:
            for folder in now - self.watched:
                with contextlib.suppress(OSError):
                    self.notify.add_watch(folder, MASK)
        self.watched = now

    def wait(self, seconds: float) -> bool:
        """Sleep so long at most; whether something woke us."""
        woken = bool(self.poller.poll(max(0.0, seconds) * 1000))
        if woken and self.notify:
            with contextlib.suppress(OSError):
                heard = self.notify.read(timeout=0)
                if any(one.mask & (flags.IGNORED | flags.Q_OVERFLOW) for one in heard):
                    self.watched = set()
        return woken

    def wake(self) -> None:
        """End the sleep; may be called from a signal handler."""
        with contextlib.suppress(OSError):  # awake already, and gone
            os.eventfd_write(self.bell, 1)
