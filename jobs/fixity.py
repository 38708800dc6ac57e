"""Look at the day's share of what is kept, or at all of it once a month."""

from __future__ import annotations

from service.acts.keadaan.keutuhan import look
from service.ports import House


def run(house: House, _untuk: str) -> None:
    """Once a day; a second time on one day looks at the same share again."""
    look(house)
