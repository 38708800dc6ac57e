"""Make the bag of a matter."""

from __future__ import annotations

from service.acts.tas.minta import make
from service.ports import House


def run(house: House, id_: str) -> None:
    """As the matter stands now."""
    make(house, id_)
