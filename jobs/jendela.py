"""A moment of an edition's window has come."""

from __future__ import annotations

from service.acts.edisi.terbit import keep_window
from service.ports import House


def run(house: House, edisi_id: str) -> None:
    """The public sees it from now on, or no longer."""
    keep_window(house, edisi_id)
