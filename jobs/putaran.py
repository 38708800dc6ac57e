"""Open the rounds whose period has begun."""

from __future__ import annotations

from service.acts.berkas.putaran import open_due
from service.ports import House


def run(house: House, _rumah: str) -> None:
    """Each once, however often it is asked."""
    open_due(house)
