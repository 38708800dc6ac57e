"""Whether the disk has room for what comes in; every door asks before it takes a byte."""

from __future__ import annotations

from service.domain.sisa import DiskHampirPenuh, fits
from service.ports import House


def free_enough(house: House, ukuran: int = 0) -> None:
    """Refuse where, with so many bytes more, the disk would be nearly full."""
    if not fits(house.sisa(), ukuran):
        raise DiskHampirPenuh
