"""Rows to frozen dataclasses and back, and what a row's version says."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from service.adapters.ledger.tables import rahasia
from service.domain.catatan import hash_of
from service.domain.refusals import TidakDapatDisimpan

T = TypeVar("T")
_HOLDS_DAYS: dict[type, bool] = {}  # asked once of each kind


def to_row(thing: Any) -> dict[str, Any]:
    """The columns of a thing; what nests inside it as plain values."""
    row: dict[str, Any] = msgspec.to_builtins(thing, builtin_types=(datetime, date))
    if holds_days(type(thing)):
        row = {name: _as_json(value) for name, value in row.items()}
    if not _plainly_text(row):
        _need_text(row)
    return row


def _plainly_text(row: dict[str, Any]) -> bool:
    """Whether nothing in a row needs a closer look; asked of thousands of rows at a time."""
    try:
        return b"\\u0000" not in msgspec.json.encode(row)
    except (UnicodeEncodeError, TypeError):
        return False


def _as_json(value: Any) -> Any:
    """What nests, as JSON keeps it: days as text."""
    return msgspec.to_builtins(value) if isinstance(value, dict | list | tuple) else value


def holds_days(kind: type) -> bool:
    """Whether a day or a moment nests inside a kind, where a column of JSON has only text."""
    if kind not in _HOLDS_DAYS:
        told = get_type_hints(kind).values()
        _HOLDS_DAYS[kind] = any(_day_within(part, nested=False) for part in told)
    return _HOLDS_DAYS[kind]


def _day_within(part: Any, *, nested: bool) -> bool:
    if part in (date, datetime):
        return nested
    if is_dataclass(part):
        return any(_day_within(one, nested=True) for one in get_type_hints(part).values())
    nests = nested or get_origin(part) in (dict, frozenset, list, tuple)
    return any(_day_within(one, nested=nests) for one in get_args(part))


def _need_text(value: Any) -> None:
    """Refuse letters that one database keeps and the other does not."""
    if isinstance(value, str):
        if not value.isascii() or "\x00" in value:
            _need_letters(value)
    elif isinstance(value, dict):
        for name, one in value.items():
            _need_text(name)
            _need_text(one)
    elif isinstance(value, list | tuple):
        for one in value:
            _need_text(one)


def _need_letters(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as broken:
        raise TidakDapatDisimpan from broken
    if "\x00" in text:
        raise TidakDapatDisimpan


def from_row(kind: type[T], row: Mapping[Any, Any]) -> T:
    """The thing that a row stands for."""
    plain = {str(name): value for name, value in row.items()}  # not SQLAlchemy's own str
    if holds_days(kind):
        return msgspec.convert(msgspec.to_builtins(plain), kind)
    return msgspec.convert(plain, kind, builtin_types=(datetime, date))


def content(thing: Any) -> dict[str, Any]:
    """What the row versions keep of a thing: secrets only as a hash."""
    plain: dict[str, Any] = msgspec.to_builtins(thing)
    for name in plain:
        if isinstance(value := getattr(thing, name), datetime):
            plain[name] = msgspec.to_builtins(value.astimezone(UTC))  # as it will be read back
    for name in rahasia(type(thing)):
        plain[name] = hashlib.sha256(str(plain[name]).encode()).hexdigest()
    return plain


def hash_row(thing: Any) -> str:
    """The hash by which the journal knows a row's version."""
    return hash_of(content(thing))
