"""Join the scans of papers that were signed in ink to those papers."""

from __future__ import annotations

from service.acts.kembali import tinta as tinta_kembali
from service.ports import House


def run(house: House, kiriman_id: str) -> None:
    """From dikirim to ditandatangani, or before a person; done twice it is the same."""
    tinta_kembali.take(house, kiriman_id)
