"""Bring another site in step with what the public reads here."""

from __future__ import annotations

from service.acts.edisi.dorong_kirim import push
from service.ports import House


def run(house: House, tujuan: str) -> None:
    """What stands there already is not sent again; a site that is set no longer is left alone."""
    push(house, tujuan)
