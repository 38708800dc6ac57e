"""Remind the people of an agency by mail: who gets a letter today."""

from __future__ import annotations

from service.acts.pengingat.ingatkan import run_round
from service.ports import House


def run(house: House, instansi: str) -> None:
    """Once a day, however often it is asked."""
    run_round(house, instansi)
