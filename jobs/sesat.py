"""A file that nobody could place is the paper that a person said it is."""

from __future__ import annotations

from service.acts.kembali import sesat
from service.ports import House


def run(house: House, sesat_id: str) -> None:
    """Taken for the signed paper by the rule, or kept for a person."""
    sesat.join(house, sesat_id)
