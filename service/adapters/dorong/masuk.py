"""How a site is shown who sends."""

from __future__ import annotations

from base64 import b64encode

from service.domain.edisi.tujuan import Tujuan


def basic(tujuan: Tujuan) -> str:
    """An application password as HTTP has it."""
    return "Basic " + b64encode(f"{tujuan.akun}:{tujuan.sandi}".encode()).decode()
