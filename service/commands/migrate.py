"""`./berkas migrate`: brings the ledger up to this version."""

from __future__ import annotations

import argparse
from contextlib import closing

from service import house as houses
from service.acts.simpan.nik import seal_all
from service.config import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(args: argparse.Namespace) -> int:  # noqa: ARG001
    """Migrate, and say where the ledger stands."""
    settings = Settings.from_env()
    print(f"Buku induk berada pada skema {houses.migrate(settings)}.")
    with closing(houses.build(settings, lasting=False)) as house:
        seal_all(house)
    return 0
