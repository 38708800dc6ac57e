"""What a list destroyed leaves the store, once nobody holds the same bytes for something else."""

from __future__ import annotations

from service.acts.arsip import hapus
from service.ports import House


def run(house: House, usul_id: str) -> None:
    """Its files are erased; asked again it goes on where it was."""
    hapus.erase(house, usul_id)
