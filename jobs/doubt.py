"""A paper went to a signing service and its time is over: without an answer, a person looks."""

from __future__ import annotations

from service.acts.ttd import layanan as ttd_layanan
from service.ports import House


def run(house: House, tempat_id: str) -> None:
    """To perlu_dicek; what was signed or let go meanwhile stays as it is."""
    ttd_layanan.expired(house, tempat_id)
