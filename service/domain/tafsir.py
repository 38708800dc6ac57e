"""What an author inferred in a file, by its path: `unit.arsip.kode`, until somebody confirms it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

TIADA = object()  # what stands at a path that leads nowhere


def at(isi: Any, path: str) -> Any:
    """What stands at a path; an entry of a list is found by its id or nama. TIADA where nothing."""
    return _at(isi, path.split("."))


def _at(value: Any, parts: list[str]) -> Any:
    if not parts:
        return value
    if isinstance(value, Mapping):
        return _at(value[parts[0]], parts[1:]) if parts[0] in value else TIADA
    if isinstance(value, list) and all(isinstance(one, Mapping) for one in value):
        named = (one for one in value if parts[0] in (one.get("id"), one.get("nama")))
        return next((found for one in named if (found := _at(one, parts[1:])) is not TIADA), TIADA)
    return TIADA


def unconfirmed(tafsir: Iterable[str], before: str, after: str) -> tuple[str, ...]:
    """The inferred paths whose value no person has changed between two texts of a file."""
    was, now = tomllib.loads(before), tomllib.loads(after)
    return tuple(path for path in tafsir if at(was, path) == at(now, path) is not TIADA)
