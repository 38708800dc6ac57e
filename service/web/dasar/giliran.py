"""Few kiriman are written at a time; the others wait here, and need no patience of the ledger."""

from __future__ import annotations

from collections.abc import Callable
from threading import Semaphore
from typing import TypeVar

T = TypeVar("T")
SEKALIGUS = 8  # writing goes one by one; so many may hash and copy their files meanwhile
_gerbang = Semaphore(SEKALIGUS)


def in_turn(act: Callable[[], T]) -> T:
    """What the act gives, once fewer than `SEKALIGUS` are at it."""
    with _gerbang:
        return act()
