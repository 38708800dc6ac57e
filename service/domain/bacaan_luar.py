"""A reading as the box told it: foreign bytes themselves, believed only in their shape."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from service.domain.akibat import ARTI
from service.domain.bacaan import Anggota, Bacaan
from service.domain.batas import Batas
from service.domain.temuan import Temuan

TERBESAR = 32_000_000  # bytes: every letter of a reading at its longest, as JSON writes it
CABANG = 200_000  # lists and objects, besides brackets within a text
TEKS, SEHALAMAN = 2_000_000, 200_000  # letters of all pages, and of one
SEBANYAK = 10_000  # pages and members, whatever the office allows
TEMUAN, TANDA, SIFAT, NAMA = 120, 10_000, 200, 4_000
TAK_DIKENAL = "application/octet-stream"
_MIME = re.compile(r"[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+-]{0,90}")
_DALAM_TEKS = re.compile(rb'"(?:[^"\\]|\\.)*+"')


class BacaanAneh(ValueError):
    """What no reader of ours says."""


def parsed(raw: bytes) -> Any:
    """The value these bytes write down; BacaanAneh where they would cost more than they say."""
    if len(raw) > TERBESAR:
        raise BacaanAneh
    bare = _DALAM_TEKS.sub(b"", raw)
    if bare.count(b"[") + bare.count(b"{") > CABANG:
        raise BacaanAneh
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as wrong:
        raise BacaanAneh from wrong


def read(raw: bytes, batas: Batas) -> Bacaan:
    """The reading, every part of it within its limits; BacaanAneh where it is none."""
    told = parsed(raw)
    try:
        pages = min(max(batas.halaman, 1), SEBANYAK)
        halaman = whole(told["halaman"], 10_000_000)
        return Bacaan(
            mime=mime(told["mime"]),
            halaman=halaman,
            teks=tuple(_pages(told["teks"], pages)),
            temuan=tuple(_findings(told["temuan"])),
            metadata={
                text(name, 60): text(value, 300)
                for name, value in list(told["metadata"].items())[:SIFAT]
            },
            anggota=tuple(
                Anggota(text(nama, NAMA), whole(size, 1 << 62))
                for nama, size in told["anggota"][: min(batas.anggota, SEBANYAK)]
            ),
            tanda=tuple(text(one, 8_000) for one in told["tanda"][:TANDA]),
            perlu_ocr=tuple(sorted({whole(one, pages) for one in told["perlu_ocr"][:pages]} - {0})),
        )
    except (TypeError, KeyError, AttributeError, ValueError) as wrong:
        raise BacaanAneh from wrong


def _pages(told: Any, atmost: int) -> Iterator[str]:
    left = TEKS
    for one in _listed(told)[:atmost]:
        page = text(one, min(left, SEHALAMAN))
        left -= len(page)
        yield page


def _findings(told: Any) -> Iterator[Temuan]:
    for kode, di in _listed(told)[:TEMUAN]:
        if isinstance(kode, str) and kode in ARTI:
            yield Temuan(kode, text(di, 200))


def _listed(told: Any) -> list[Any]:
    if not isinstance(told, list):
        raise BacaanAneh
    return told


def mime(told: object) -> str:
    """A kind of file as such kinds are written, else the kind of what nobody knows."""
    return told if isinstance(told, str) and _MIME.fullmatch(told) else TAK_DIKENAL


def text(told: object, atmost: int) -> str:
    """A text that every ledger can keep."""
    if not isinstance(told, str):
        raise BacaanAneh
    return told[:atmost].replace("\0", "").encode(errors="replace").decode()


def whole(told: object, atmost: int) -> int:
    """A number from 0 to the most it may be."""
    if isinstance(told, bool) or not isinstance(told, int | float) or not math.isfinite(told):
        raise BacaanAneh
    return max(0, min(int(told), atmost))
