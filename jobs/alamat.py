"""Look at the addresses that an agency's public list names."""

from __future__ import annotations

from service.acts.edisi.alamat import look
from service.ports import House


def run(house: House, instansi: str) -> None:
    """What is due today; asked for twice on a day, nothing is asked of anybody again."""
    look(house, instansi)
