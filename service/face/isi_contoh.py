"""What the door of a sample home shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OrangContoh:
    """Somebody one can come in as."""

    id: str
    nama: str
    peran: str
    instansi: str  # empty: the keeper of the whole house
