"""Tell one act to one program elsewhere."""

from __future__ import annotations

from service.acts.kait.antar import deliver
from service.ports import House


def run(house: House, untuk: str) -> None:
    """What was done already is not done again."""
    deliver(house, untuk)
