"""The house that stands here; where none does yet, one for this command alone."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager

from service import house as houses
from service.config import Settings

# Of the settings of this machine, those that say what is trusted and what is known of agencies.
IKUT = ("BERKAS_AKAR", "BERKAS_PACKS")


@contextmanager
def at_hand() -> Iterator[houses.RealHouse]:
    """What needs the packs, and no row, goes on a machine where nothing began, too."""
    settings = Settings.from_env()
    if houses.stands(settings):
        with closing(houses.open_checked(settings)) as house:
            yield house
    else:
        with passing() as house:
            yield house


@contextmanager
def passing() -> Iterator[houses.RealHouse]:
    """A house of which nothing is left behind."""
    with tempfile.TemporaryDirectory(prefix="berkas-sementara-") as room:
        own = {name: value for name in IKUT if (value := os.environ.get(name))}
        settings = Settings.from_env({**own, "BERKAS_HOME": f"{room}/rumah"})
        houses.migrate(settings)
        with closing(houses.open_checked(settings)) as house:
            yield house
