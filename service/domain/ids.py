"""What an id looks like: 128 random bits in base32, never sequential."""

from __future__ import annotations

import base64
import hashlib
import re

PANJANG = 26
ID = re.compile(r"[a-z2-7]{26}")


def from_bytes(bits: bytes) -> str:
    """The id that 16 random bytes stand for."""
    return base64.b32encode(bits).decode().rstrip("=").lower()


def derived(told: str) -> str:
    """The id of what is made once, whoever makes it."""
    return from_bytes(hashlib.sha256(told.encode()).digest()[:16])


def is_id(text: str) -> bool:
    """Whether a text can be an id at all."""
    return ID.fullmatch(text) is not None
