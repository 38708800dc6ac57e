"""The whole house: all its rooms, each on its real adapter."""

from __future__ import annotations

from service.rooms.cadangan import Backing
from service.rooms.doors import Doors
from service.rooms.health import Health
from service.rooms.packs import Packed
from service.rooms.post import Posting
from service.rooms.signing import Signing
from service.rooms.terbit import Publishing

WARM = ("reader", "filler", "converter", "changer")  # rooms in which a process waits for work


class RealHouse(Posting, Packed, Publishing, Signing, Backing, Doors, Health):
    """The house on its real adapters; each is opened when it is first asked for."""

    def close(self) -> None:
        """Let go of what was opened."""
        for warm in WARM:
            if one := self.opened.get(warm):
                one.close()
        super().close()
