"""A TOML text as its tables; whatever an author wrote, it is read or refused, never raised over."""

from __future__ import annotations

import re
import tomllib
from typing import Any

TERDALAM = 20  # tables and lists inside each other; the deepest file of an office has 5
TERPANJANG = 100  # digits of one number
# What an author says, as texts and remarks: dots in it are no keys. A text that is not closed is
# taken as far as it goes, so that nothing is looked at twice.
_KATA = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:""")?'
    r"|'''(?:[^']|'(?!''))*+(?:''')?"
    r'|#[^\n]*+|"(?:[^"\\\n]|\\[^\n])*+"?'
    r"|'[^'\n]*+'?",
    re.DOTALL,
)
_BERTITIK = re.compile(r"(?<![A-Za-z0-9_-])(?:[A-Za-z0-9_-]++[ \t]*\.[ \t]*){200}")


class TomlBerlebihan(ValueError):
    """A text that TOML allows and nobody needs; reading it further would stop the machine."""


def toml_isi(text: str) -> dict[str, Any]:
    """The tables of a text; TOMLDecodeError where it is none, TomlBerlebihan where it is too much.

    A key of thousands of dotted parts takes the reader minutes, so it is not begun.
    """
    deep = TomlBerlebihan(f"daftar atau tabel di dalamnya bersarang lebih dari {TERDALAM} tingkat")
    if _BERTITIK.search(_KATA.sub("s", text)):
        raise deep
    try:
        isi = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise deep from None
    except ValueError:  # the one that is no TOMLDecodeError: more digits than Python reads
        raise _too_long() from None
    level: list[Any] = [isi]
    for _ in range(TERDALAM):
        level = [one for above in level for one in _inside(above)]
    if level:
        raise deep
    return isi


def _inside(value: Any) -> list[Any]:
    """The tables and lists in one; TomlBerlebihan at a number without end."""
    inside = value.values() if isinstance(value, dict) else value
    if any(isinstance(one, int) and abs(one) >= 10**TERPANJANG for one in inside):
        raise _too_long()
    return [one for one in inside if isinstance(one, dict | list)]


def _too_long() -> TomlBerlebihan:
    return TomlBerlebihan(f"ada angka yang lebih panjang dari {TERPANJANG} angka")
