"""Show the public where a paper stands now."""

from __future__ import annotations

from service.acts.bukti.kabar_naskah import tell
from service.ports import House


def run(house: House, naskah_id: str) -> None:
    """What its code leads to says what the ledger says, or there is nothing."""
    tell(house, naskah_id)
