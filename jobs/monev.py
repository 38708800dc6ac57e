"""Put the evidence of a monev together as one ZIP."""

from __future__ import annotations

from service.acts.monev.ekspor import make
from service.ports import House


def run(house: House, id_: str) -> None:
    """As the evidence stands now."""
    make(house, id_)
