"""The reading copy of a file, drawn page by page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class SalinanBaca:
    """Drawn once; its id is the sha256 of the file that it is drawn from."""

    id: str
    salinan: str  # sha256
    dibuat: datetime
    versi: int = 1
