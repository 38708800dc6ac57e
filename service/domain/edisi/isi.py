"""The lines of an edition as frozen: one way to write them, so that their mark is proof."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from service.domain.informasi.beda import Baris
from service.domain.refusals import Refusal


class IsiRusak(Refusal):
    """What lies in the store is not what was frozen."""

    status = 500

    def __init__(self) -> None:
        super().__init__(
            "Isi edisi ini tidak terbaca seperti ketika dibekukan. Pulihkan dari cadangan; "
            "edisinya tidak diumumkan sampai itu terjadi."
        )


def frozen(baris: Iterable[Baris]) -> bytes:
    """The lines, one to a row of text, in their order; equal lines give equal bytes."""
    return b"".join(_line(one) for one in baris)


def mark(content: bytes) -> str:
    """What tells these lines from all others."""
    return hashlib.sha256(content).hexdigest()


def thawed(content: bytes, sidik: str) -> Iterator[Baris]:
    """The lines again; refuses what was altered since."""
    if mark(content) != sidik:
        raise IsiRusak
    for line in content.splitlines():
        told = json.loads(line)
        yield {str(name): str(said) for name, said in told.items()}


def _line(one: Baris) -> bytes:
    told = {name: said for name, said in sorted(one.items()) if said}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
