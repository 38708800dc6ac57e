"""Make tonight's backup, and prove that it gives everything back."""

from __future__ import annotations

from service.acts.cadangan.malam import backup
from service.ports import House


def run(house: House, _untuk: str) -> None:
    """Once a night; a backup that is there already is proved again, not made again."""
    backup(house)
