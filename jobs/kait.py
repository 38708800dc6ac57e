"""Look through the journal for what a webhook is to be told."""

from __future__ import annotations

from service.acts.kait.antar import look_through
from service.ports import House


def run(house: House, untuk: str) -> None:
    """What was done already is not done again."""
    look_through(house, untuk)
