"""What came back, held in the box against what was sent."""

from __future__ import annotations

from pathlib import Path

from service.domain.simpanan import Simpanan
from service.domain.tanda_tangan import BacaanTanda
from service.ports import House
from service.ports.signing import Terkirim


def look(house: House, sebelum: str, path: Path) -> tuple[BacaanTanda, int]:
    """Its signatures and layers since these bytes were sent, and how many those were."""
    with house.ledger.read() as reading:
        went = reading.get(Simpanan, sebelum)
    return house.verifier.look(path, Terkirim(went.ukuran, sebelum)), went.ukuran
