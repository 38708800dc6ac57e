"""Files that offices really get and no reader likes, all of our own making, one family a room."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from tests.contoh_buruk._contoh import Contoh

__all__ = ["Contoh", "semua"]


@cache
def semua() -> list[Contoh]:
    """Every sample of every family: each room of this folder has its own `contoh()`."""
    rooms = sorted(one.name for one in pkgutil.iter_modules(__path__))
    made = (
        one
        for name in rooms
        if not name.startswith("_")
        for one in import_module(f"{__name__}.{name}").contoh()
    )
    return list(dict.fromkeys(made))  # a room may have put those of another among its own
