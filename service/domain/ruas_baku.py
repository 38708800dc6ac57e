"""Isian brought into the form in which they are kept, whatever form or table they came from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from service.domain import ruas as r
from service.domain.angka import read_bilangan
from service.domain.tanggal import read_tanggal

_ALINEA = re.compile(r"\n[ \t]*\n\s*")
_KOSONG: dict[type, Callable[[], Any]] = {str: str, list: list, dict: dict, int: lambda: None}


def nothing(ruas: r.Ruas) -> Any:
    """What is kept where nothing was filled in."""
    return _KOSONG[r.BENTUK[ruas.jenis]]()


def empty(value: Any) -> bool:
    """Whether nothing was filled in; a zero was, and lines without a word were not."""
    if isinstance(value, Mapping):
        return all(empty(one) for one in value.values())
    if isinstance(value, list | tuple):
        return all(empty(one) for one in value)
    return value is None or (isinstance(value, str) and not value.strip())


def alinea(text: str) -> list[str]:
    """The paragraphs of a text; empty lines stand between them."""
    return [one for one in _ALINEA.split(text.strip()) if one]


def baku(ruas: r.Ruas, value: Any) -> Any:
    """A value in the form in which it is kept; what cannot be brought into it stays as it is."""
    if empty(value):
        return nothing(ruas)
    match ruas.jenis:
        case r.TEKS | r.PILIHAN | r.NOMOR | r.GAMBAR if isinstance(value, str):
            return value.strip()
        case r.PARAGRAF:
            return _paragraf(value)
        case r.TANGGAL:
            return _tanggal(value)
        case r.BILANGAN | r.RUPIAH:
            return _bilangan(value)
        case r.DAFTAR_TEKS if isinstance(value, list):
            return [_stripped(one) for one in value if not empty(one)]
        case r.DAFTAR if isinstance(value, list):
            return [_baris(ruas, one) for one in value if not empty(one)]
    return value


def _stripped(one: Any) -> Any:
    return one.strip() if isinstance(one, str) else one


def _paragraf(value: Any) -> Any:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "\n\n".join(one.strip() for one in value if one.strip())
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def _tanggal(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    found = read_tanggal(value) if isinstance(value, str) else None
    return found.isoformat() if found else _stripped(value)


def _bilangan(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():  # a spreadsheet knows no other numbers
        return int(value)
    found = read_bilangan(value) if isinstance(value, str) else None
    return value if found is None else found


def _baris(ruas: r.Ruas, row: Any) -> Any:
    if not isinstance(row, dict):
        return row
    known = {kolom.nama: baku(kolom, row.get(kolom.nama)) for kolom in ruas.kolom}
    return {**row, **known}
