"""What a bound dossier carries inside: each file with what is told of it and what it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Object

from service.boxed.gagal import RUSAK, Berhenti

SEPOTONG = 1 << 20
TERBANYAK = 10_000  # files, and knots of the tree that names them


def held(file: BinaryIO) -> dict[str, Any]:
    """Pages and files; why not, where it cannot be read."""
    try:
        with pikepdf.open(file, suppress_warnings=True) as paper:
            return {
                "halaman": len(paper.pages),
                "lampiran": [_told(name, spec) for name, spec in _named(paper)],
            }
    except pikepdf.PasswordError:
        return {"galat": "terkunci"}
    except (pikepdf.PikepdfError, *RUSAK):
        return {"galat": "rusak"}


def one(file: BinaryIO, n: int) -> Iterator[bytes]:
    """The bytes of the n-th of them."""
    with pikepdf.open(file, suppress_warnings=True) as paper:
        found = _named(paper)
        if n >= len(found):
            raise Berhenti("rusak", "lampiran")
        isi = _content(found[n][1])
        for at in range(0, len(isi), SEPOTONG):
            yield isi[at : at + SEPOTONG]


def _named(paper: pikepdf.Pdf) -> list[tuple[str, Object]]:
    """The files by their names, in the order of the tree."""
    tree = paper.Root.get("/Names", Dictionary()).get("/EmbeddedFiles")
    waiting, found, seen = [tree] if tree is not None else [], list[tuple[str, Object]](), 0
    while waiting and seen < TERBANYAK:
        knot, seen = waiting.pop(), seen + 1
        names = knot.get("/Names", Array())
        pairs = list(names)
        found += [(str(pairs[i]), pairs[i + 1]) for i in range(0, len(pairs) - 1, 2)]
        waiting += reversed(list(knot.get("/Kids", Array())))
    return found[:TERBANYAK]


def _told(name: str, spec: Object) -> dict[str, Any]:
    isi = _content(spec)
    size = spec.EF.F.get("/Params", Dictionary()).get("/Size")
    return {
        "nama": str(spec.get("/UF", name)),
        "kata": str(spec.get("/Desc", "")),
        "ukuran": int(size) if size is not None else None,
        "bita": len(isi),
        "sha256": hashlib.sha256(isi).hexdigest(),
    }


def _content(spec: Object) -> bytes:
    return bytes(spec.EF.F.read_bytes())
