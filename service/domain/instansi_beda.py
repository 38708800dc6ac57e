"""Where two versions of an agency's file differ, key by key, in the words of the file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from service.domain.instansi import Instansi
from service.domain.instansi_tulis import write
from service.domain.tanggal import panjang

_PISAH = " · "


@dataclass(frozen=True)
class Perbedaan:
    """One key before and after; empty where it was not there."""

    nama: str
    sebelum: str
    sesudah: str


def differences(before: Instansi, after: Instansi) -> list[Perbedaan]:
    """What differs between two versions of an agency, in the order of the later one."""
    # Both as we write them: an author's file may leave out what is usual.
    was, now = (dict(_leaves(tomllib.loads(write(one)))) for one in (before, after))
    return [
        Perbedaan(key, was.get(key, ""), now.get(key, ""))
        for key in dict.fromkeys((*now, *was))
        if was.get(key) != now.get(key)
    ]


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            if key != "id":  # it names the entry already
                yield from _leaves(below, _joined(path, key.replace("_", " ")))
    elif isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
        for key, below in zip(_keys(value), value, strict=True):
            yield from _leaves(below, _joined(path, key))
    else:
        yield path, _word(value)


def _keys(rows: list[Mapping[str, Any]]) -> Iterator[str]:
    """What tells the entries of a list apart; the second of a name carries its place."""
    seen: dict[str, int] = {}
    for one in rows:
        name = str(one.get("id") or one.get("nama") or one.get("mulai") or "")
        seen[name] = seen.get(name, 0) + 1
        yield f"{name} ({seen[name]})" if seen[name] > 1 else name


def _joined(path: str, key: str) -> str:
    return f"{path}{_PISAH}{key}" if path else key


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, list):
        return "; ".join(str(one) for one in value)
    return panjang(value) if hasattr(value, "isoformat") else str(value)
