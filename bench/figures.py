"""What a bench tells: figures, each beside its bar."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One measured figure; `bar` is None where nothing is promised."""

    name: str
    value: float
    unit: str
    bar: float | None = None
    atleast: bool = True

    @property
    def held(self) -> bool:
        if self.bar is None:
            return True
        return self.value >= self.bar if self.atleast else self.value <= self.bar

    def line(self) -> str:
        bar = ""
        if self.bar is not None:
            sign = "≥" if self.atleast else "≤"
            bar = f"   batas {sign} {self.bar:g} {self.unit}   {'ya' if self.held else 'TIDAK'}"
        return f"{self.name:<58} {self.value:>10.4g} {self.unit:<6}{bar}"

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "held": self.held}
