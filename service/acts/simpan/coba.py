"""A dry run: an act is done to its end, looked at, and given back whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from service.ports import House, Tx

T = TypeVar("T")


class _Looked(Exception, Generic[T]):
    def __init__(self, found: T) -> None:
        super().__init__()
        self.found = found


def dry(house: House, act: Callable[[Tx], T]) -> T:
    """What the act would answer; nothing of it is kept."""
    try:
        with house.ledger.begin() as tx:
            raise _Looked(act(tx))
    except _Looked as looked:
        found: T = looked.found
        return found


def kept(house: House, act: Callable[[Tx], T]) -> T:
    """What the act answers, kept."""
    with house.ledger.begin() as tx:
        return act(tx)
