"""What an unfinished paper prints where a value is missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

KOSONG = "\u00a0" * 18  # the place of a number or a date that is not given yet


class Kurang(str):
    """A value that is not there: its label between marks, whatever a template asks of it.

    A template counts it, walks through it or looks into it as it would with the value; each
    answers with the label, so that a draft shows what is missing and never fails over it.
    """

    label: str

    def __new__(cls, label: str) -> Self:
        made = super().__new__(cls, f"\u00ab{label}\u00bb")
        made.label = label
        return made

    def __getnewargs__(self) -> tuple[str]:
        return (self.label,)

    def __getattr__(self, name: str) -> Self:
        if name.startswith("_"):
            raise AttributeError(name)
        return self

    def __getitem__(self, _: object) -> Self:
        return self

    def __call__(self, *_: object, **__: object) -> Self:
        return self

    def __iter__(self) -> Iterator[str]:
        yield self

    def __len__(self) -> int:
        return 1

    def __add__(self, _: object) -> Self:
        return self

    __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __add__
    __truediv__ = __rtruediv__ = __floordiv__ = __mod__ = __add__

    def __lt__(self, _: object) -> bool:
        return False

    __le__ = __gt__ = __ge__ = __lt__

    def _itself(self, *_: Any) -> Self:
        return self

    # The label stays as the form shows it, whatever is done to its letters.
    upper = lower = title = capitalize = casefold = _itself
    strip = lstrip = rstrip = replace = _itself
