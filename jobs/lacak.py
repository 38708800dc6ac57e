"""Tell the public where a request or an objection stands now."""

from __future__ import annotations

from service.acts.register.kabar import tell
from service.ports import House


def run(house: House, id_: str) -> None:
    """The file that its code leads to says what the ledger says."""
    tell(house, id_)
