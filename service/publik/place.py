"""Where the public process stands and what it may touch; all it is told, and no more."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Place:
    """The settings of the public pages, as seen from where they run."""

    masuk: Path  # the drop folder: what the public sent
    daftar: Path  # the database of published rows; it may not be there yet
    terbuka: Path | None = None  # the files that were published
    tls_cert: Path | None = None
    tls_key: Path | None = None
    nik: bool = False  # ask for the NIK
    url: str = ""  # the address the public knows; '': whatever they came by
    terbanyak: int = 20_000  # files the drop folder may hold before no more are taken
    terberat: int = 2_000_000_000  # bytes of them, together
    semua: int = 1_000  # forms that are taken in ten minutes, from all addresses together
    sabar: float = 120  # seconds one request may take from its first byte to its answer

    def to_json(self) -> str:
        """As one word on a command line; there is no secret in it."""
        return json.dumps({k: str(v) if isinstance(v, Path) else v for k, v in vars(self).items()})

    @classmethod
    def from_json(cls, text: str) -> Place:
        """What `to_json` said."""
        told = json.loads(text)
        for name in ("masuk", "daftar", "terbuka", "tls_cert", "tls_key"):
            told[name] = Path(told[name]) if told[name] else None
        return cls(**told)
