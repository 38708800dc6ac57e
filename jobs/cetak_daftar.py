"""Print an edition that the public reads and that has no PDF yet."""

from __future__ import annotations

from service.acts.edisi.cetak import print_next
from service.ports import House


def run(house: House, instansi: str) -> None:
    """One edition at a time, the newest first; where all have theirs, nothing is done."""
    if print_next(house, instansi) and house.mirror.in_use:
        with house.ledger.begin() as tx:
            tx.plan("folder_publik", "rumah")
