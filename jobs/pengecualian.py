"""Watch over the terms of what an agency withholds."""

from __future__ import annotations

from service.acts.dikecualikan.jaga import watch
from service.ports import House


def run(house: House, instansi: str) -> None:
    """The same day twice changes nothing; after a month without a machine, all of it is made up."""
    watch(house, instansi)
