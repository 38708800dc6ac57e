"""The rooms of the house, each on its real adapter; after this no `if` asks what it runs on."""

from service.rooms.post import LazyBell
from service.rooms.whole import RealHouse

__all__ = ["LazyBell", "RealHouse"]
