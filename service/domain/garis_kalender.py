"""Lines of a calendar as RFC 5545 wants them: letters that mean something are masked, long
lines are folded."""

from __future__ import annotations

from collections.abc import Iterable

TERPANJANG = 75  # octets of one line, its end not counted
_TANDA = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_GARIS_BARU = str.maketrans(dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"))


def masked(words: str) -> str:
    """Words as a value: nothing in them ends it."""
    plain = words.replace("\r\n", "\n").replace("\r", "\n").translate(_GARIS_BARU)
    return plain.translate(_TANDA)


def joined(lines: Iterable[str]) -> str:
    """The whole calendar; empty lines are left out."""
    return "".join(f"{_folded(line)}\r\n" for line in lines if line)


def _folded(line: str) -> str:
    """Lines of octets, never cut within a letter."""
    parts, part, used = list[str](), "", 0
    for letter in line:
        size = len(letter.encode())
        if used + size > TERPANJANG:
            parts.append(part)
            part, used = " ", 1
        part, used = part + letter, used + size
    return "\r\n".join([*parts, part])
