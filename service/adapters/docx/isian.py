"""What goes to the filling child: values that can be printed, pictures in bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from service.adapters.docx.salah import GambarSalah, IsianTidakSah
from service.domain.kurang import Kurang

# Word would drop them, or read them as new paragraphs and pages.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
GAMBAR = {"gambar", "lebar_mm"}  # the keys by which a picture is known
TERBESAR = 20_000_000  # bytes of a picture


def ready(value: Any, missed: list[str], name: str = "") -> Any:
    """The same, with the bytes of its pictures; refuses what cannot be printed, by its name.

    The labels of what is missing are added to `missed`.
    """
    if isinstance(value, Kurang):
        missed.append(value.label)
        return value
    if isinstance(value, str):
        # Most values are plain, and that is quickly seen.
        if not value.isprintable() and CONTROL.search(value):
            raise IsianTidakSah(name)
        return value
    if isinstance(value, Mapping):
        if value.keys() >= GAMBAR:
            return {**value, "gambar": _bytes(value["gambar"], name)}
        changed = dict(_changed(value.items(), missed, f"{name}." if name else "", ""))
        return {**value, **changed} if changed or type(value) is not dict else value
    if isinstance(value, list | tuple):
        changed = dict(_changed(enumerate(value), missed, f"{name}[", "]"))
        return [changed.get(n, one) for n, one in enumerate(value)] if changed else value
    return value


def _changed(inner: Any, missed: list[str], before: str, after: str) -> Iterator[tuple[Any, Any]]:
    """The parts that must be sent otherwise than they are kept."""
    for key, one in inner:
        if type(one) is str and one.isprintable():
            continue
        told = key + 1 if isinstance(key, int) and after else key
        if (sent := ready(one, missed, f"{before}{told}{after}")) is not one:
            yield key, sent


def _bytes(path: Any, name: str) -> bytes:
    try:
        if isinstance(path, str | Path) and (file := Path(path)).stat().st_size <= TERBESAR:
            return file.read_bytes()
    except OSError as gone:
        raise GambarSalah(name) from gone
    raise GambarSalah(name)
