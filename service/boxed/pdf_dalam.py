"""The second, slower look at what a PDF would do: object by object, where names are not plain."""

from __future__ import annotations

import io

import pikepdf

from service.boxed import pdf_isi
from service.boxed.gagal import RUSAK

TERBANYAK = 30_000  # objects
PANJANG = 20_000  # letters of one object


def active(isi: bytes) -> set[str]:
    """The codes of what it would do; none where it does not open this way."""
    parts: list[bytes] = []
    try:
        with pikepdf.open(io.BytesIO(isi), suppress_warnings=True) as paper:
            for n, one in enumerate(paper.objects):
                if n >= TERBANYAK:
                    break
                if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)):
                    parts.append(_said(one))
    except (pikepdf.PikepdfError, *RUSAK):
        pass
    return set(pdf_isi.active(b"\n".join(parts)))


def _said(one: pikepdf.Object) -> bytes:
    held = pikepdf.Dictionary(dict(one.items())) if isinstance(one, pikepdf.Stream) else one
    return b"%d 0 obj\n" % one.objgen[0] + held.unparse(resolved=True)[:PANJANG]
