"""Where templates lie that were only examined: the person's own, and gone after a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol


class Bench(Protocol):
    """Files that a person had examined; nobody else reaches them, and no paper is made of them."""

    def lay(
        self, orang: str, id_: str, files: Mapping[str, Path], keterangan: Mapping[str, str]
    ) -> None:
        """Lay these files down under an id, with what is known of them; whole, or not at all."""
        ...

    def told(self, orang: str, id_: str) -> dict[str, str]:
        """What is known of them; TidakAda where this person has none such."""
        ...

    def take(self, orang: str, id_: str, nama: str, out: Path) -> Path:
        """A copy of one of them; TidakAda where there is none."""
        ...

    def sweep(self, before: datetime) -> None:
        """Take away what was laid down before then."""
        ...
