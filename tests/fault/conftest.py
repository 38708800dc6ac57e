"""Which tests of faults the short run takes: each on one ledger, one after the other in turn."""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from pathlib import Path

import pytest

from tests.conftest import NEW

HERE = Path(__file__).parent
BUKU = ("ledger_url", "buku", "rumah")  # what tests here call the ledger they stand on
BOTH = "both"  # a mark: what two databases do in ways of their own is tested on both


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every second test keeps SQLite and the others PostgreSQL; --panjang runs all on both."""
    pairs: dict[str, dict[str, pytest.Item]] = defaultdict(dict)
    for item in items:
        if isinstance(item, pytest.Function) and (buku := _ledger(item)):
            known = {k: v for k, v in item.callspec.params.items() if k not in BUKU}
            key = f"{item.path} {item.originalname} {sorted(map(_word, known.items()))}"
            pairs[key][buku] = item
    turns: dict[Path, count[int]] = defaultdict(count)
    for pair in pairs.values():
        if len(pair) == len(NEW):
            n = next(turns[next(iter(pair.values())).path])
            left = [item for buku, item in pair.items() if buku != [*NEW][n % len(NEW)]]
            for item in left:
                item.add_marker("panjang")


def _ledger(item: pytest.Function) -> str:
    """The database on which one of our tests stands, where it is one of two."""
    if HERE not in item.path.parents or item.get_closest_marker(BOTH):
        return ""
    if not hasattr(item, "callspec"):
        return ""
    asked = [str(item.callspec.params[one]) for one in BUKU if one in item.callspec.params]
    return next((one for one in asked if one in NEW), "")


def _word(told: tuple[str, object]) -> str:
    return f"{told[0]}={getattr(told[1], 'nama', told[1])}"
