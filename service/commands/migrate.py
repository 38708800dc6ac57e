"""`./berkas migrate`: brings the ledger up to this version."""

from __future__ import annotations

import argparse

from service import house
from service.config import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(args: argparse.Namespace) -> int:  # noqa: ARG001
    """Migrate, and say where the ledger stands."""
    print(f"Buku induk berada pada skema {house.migrate(Settings.from_env())}.")
    return 0
