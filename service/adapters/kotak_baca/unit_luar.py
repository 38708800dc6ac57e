"""The sheets of a unit's list as the box tells of them; whatever looks like none is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from service.domain.bacaan_luar import text, whole
from service.domain.tabel_isian import CACAT, BarisTabel, Gabungan, TabelIsian

SEBARIS = 4_000_000  # bytes of one line: no row says more
BARIS, LAJUR = 1_048_576, 16_384  # of a sheet
LEMBAR, NAMA, SEL = 40, 200, 32_767
BERCABANG = 600_000  # brackets of one line: rows have few, the cells made one have one each


def tables(raw: bytes) -> list[TabelIsian] | str:
    """The sheets, or the sentence of a refusal; ValueError, TypeError or LookupError where the
    answer is neither."""
    found, rows = list[TabelIsian](), list[BarisTabel]()
    for line in _lines(raw):
        told = _parsed(line)
        if isinstance(told, str):
            return text(told, 500)
        if isinstance(told, list):
            rows.append(_row(*told))
        elif "nama" in told:
            if len(found) >= LEMBAR:
                raise ValueError("more sheets than are asked for")
            rows = []
            found.append(TabelIsian((), nama=text(told["nama"], NAMA), terlihat=_truth(told)))
        else:
            found[-1] = replace(
                found[-1],
                baris=tuple(rows),
                lajur_tersembunyi=frozenset(whole(n, LAJUR) for n in told["lajur"]),
                gabungan=tuple(
                    Gabungan(*(whole(n, BARIS) for n in one)) for one in told["gabungan"]
                ),
            )
    return found


def _lines(raw: bytes) -> Iterator[bytes]:
    start = 0
    while start < len(raw):
        end = raw.find(b"\n", start)
        if end < 0 or end - start > SEBARIS:
            raise ValueError("no line of a table")
        yield raw[start:end]
        start = end + 1


def _parsed(line: bytes) -> Any:
    if line.count(b"[") > BERCABANG:
        raise ValueError("more brackets than a row has")
    try:
        return json.loads(line)
    except RecursionError as deep:
        raise ValueError("deeper than a row is") from deep


def _truth(told: Any) -> bool:
    return told["terlihat"] is True


def _row(nomor: Any, tersembunyi: Any, sel: Any, cacat: Any) -> BarisTabel:
    cells = tuple([text(one, SEL) for one in sel])
    odd = {whole(n, LAJUR): kode for n, kode in cacat if kode in CACAT} if cacat else {}
    return BarisTabel(whole(nomor, BARIS), cells, odd, tersembunyi is True)
