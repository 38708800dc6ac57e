"""Join what came back through the doors of letters to the papers of ours that it is."""

from __future__ import annotations

from service.acts.kembali import kiriman
from service.acts.kembali import tinta as tinta_kembali
from service.ports import House


def run(house: House, kiriman_id: str) -> None:
    """From dikirim to ditandatangani, or before a person; done twice it is the same."""
    tinta_kembali.take(house, kiriman_id)
    kiriman.take(house, kiriman_id)
