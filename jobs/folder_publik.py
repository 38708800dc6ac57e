"""Bring the folder of the public lists in step with what the public reads."""

from __future__ import annotations

from service.ports import House


def run(house: House, _untuk: str) -> None:
    """All of it anew in place of what stood there; the same state gives the same bytes."""
    house.mirror.renew()
