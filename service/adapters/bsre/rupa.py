"""What is seen of a signature that a service draws: a QR as a picture."""

from __future__ import annotations

import io

import segno


def picture(alamat: str) -> bytes:
    """The QR of an address, as PNG."""
    out = io.BytesIO()
    segno.make(alamat, error="m", micro=False).save(out, kind="png", scale=8, border=2)
    return out.getvalue()
