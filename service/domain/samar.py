"""Personal data as those see it who have no part in a matter."""

from __future__ import annotations

import re

_TITIK = "•••"


def nama(text: str) -> str:
    """A name by its first letters: `Contoh Satu` is `C••• S•••`."""
    return " ".join(f"{one[0]}{_TITIK}" for one in text.split())


def kontak(telepon: str, surel: str) -> str:
    """The last digits of a number, the first letter of an address."""
    digits = re.sub(r"\D", "", telepon)
    name, _, home = surel.partition("@")
    told = (
        f"{_TITIK}{digits[-2:]}" if digits else "",
        f"{name[:1]}{_TITIK}@{home}" if home else "",
    )
    return ", ".join(filter(None, told))


def alamat(text: str) -> str:
    """That there is an address, and nothing of it."""
    return _TITIK if text else ""
