"""Establish an edition on its signed decree."""

from __future__ import annotations

from service.acts.edisi.tetap import establish
from service.ports import House


def run(house: House, edisi_id: str) -> None:
    """Each line that it lists, and then itself; nothing where that is done."""
    establish(house, edisi_id)
