"""What is worked out once for a house, however many ask for it at the same moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")


class Opening(Protocol):
    """Whatever keeps what was opened, and the lock under which it is opened."""

    @property
    def opened(self) -> dict[str, Any]: ...
    @property
    def opening(self) -> threading.RLock: ...


class opened_once(Generic[T]):  # noqa: N801 (it stands where `property` would)
    """A property worked out once for a house and all its fenced twins."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make = make
        self.__doc__ = make.__doc__

    def __get__(self, house: Opening, owner: object = None) -> T:
        name = self.make.__name__
        if name not in house.opened:
            with house.opening:  # of two threads that ask for the same room one opens it
                if name not in house.opened:
                    house.opened[name] = self.make(house)
        found: T = house.opened[name]
        return found
