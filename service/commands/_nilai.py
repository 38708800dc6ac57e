"""What is typed behind an option: a number or a month that fits, else the line does nothing."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from collections.abc import Callable

_BULAN = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number within these bounds."""
    kata = f"bukan bilangan bulat dari {least} sampai {most}"

    def read(text: str) -> int:
        digits = len(str(most))
        if not re.fullmatch(rf"0*[0-9]{{1,{digits}}}", text) or not least <= int(text) <= most:
            raise ArgumentTypeError(f"{_shown(text)} {kata}")
        return int(text)

    return read


def month(text: str) -> str:
    """A month of a year; '' for none."""
    if text and not _BULAN.fullmatch(text):
        raise ArgumentTypeError(f"{_shown(text)} bukan bulan; tulis seperti 2026-11")
    return text


def _shown(text: str) -> str:
    """As it was typed, as far as it can be read in one line."""
    plain = "".join(one if one.isprintable() else " " for one in text).strip()
    return plain[:40] or "yang kosong"
