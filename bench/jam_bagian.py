"""A clock that knows which part of the house works: a moment counts for the part begun last."""

from __future__ import annotations

import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any


class JamBagian:
    """Seconds by part; what no part claims is of `rest`."""

    def __init__(self, rest: str) -> None:
        self._since, self._one = time.perf_counter(), threading.Lock()
        self._open: list[tuple[str, bool]] = [(rest, False)]
        self._seconds: dict[str, float] = defaultdict(float)
        self.begun = Counter[str]()  # how often each part set to work

    @contextmanager
    def within(self, part: str, *, whole: bool = False) -> Iterator[None]:
        """Until the end for this part; but for what parts begun within it claim, if not `whole`."""
        begun = (part, whole)
        with self._one:
            self._turned()
            self._open.append(begun)
            self.begun[part] += 1
        try:
            yield
        finally:
            with self._one:
                self._turned()
                self._open.remove(begun)

    def told(self) -> dict[str, float]:
        """What every part took so far."""
        with self._one:
            self._turned()
            return dict(self._seconds)

    def _turned(self) -> None:
        now = time.perf_counter()
        shut = (part for part, whole in self._open if whole)
        self._seconds[next(shut, self._open[-1][0])] += now - self._since
        self._since = now


class Berjam:
    """A port of the house as it is, with the clock at its methods."""

    def __init__(self, port: Any, jam: JamBagian, part: str) -> None:
        self._port, self._jam, self._part = port, jam, part

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._port, name)
        return self._timed(found) if callable(found) else found

    def _timed(self, method: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(method)
        def run(*told: Any, **more: Any) -> Any:
            with self._jam.within(self._part):
                return method(*told, **more)

        return run
