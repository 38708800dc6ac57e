"""Roots that a typed word may have: its affixes taken off in every way that grammar allows.

The public pages hold no dictionary. They know the roots that stand in the published lines, and of
the many forms offered here only one that is among those is looked for.
"""

from __future__ import annotations

from collections.abc import Iterator

TERPENDEK = 3  # letters of a root
_AKHIR = ("lah", "kah", "tah", "pun", "nya", "ku", "mu", "kan", "an", "i")
# A prefix, and the letters that it swallowed from the beginning of the root.
_AWAL: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("memper", ("",)),
    ("diper", ("",)),
    ("meny", ("s",)),
    ("peny", ("s",)),
    ("meng", ("", "k")),
    ("peng", ("", "k")),
    ("mem", ("", "p")),
    ("pem", ("", "p")),
    ("men", ("", "t")),
    ("pen", ("", "t")),
    ("ber", ("", "r")),
    ("ter", ("", "r")),
    ("per", ("", "r")),
    ("bel", ("",)),
    ("pel", ("",)),
    ("me", ("",)),
    ("pe", ("",)),
    ("be", ("",)),
    ("di", ("",)),
    ("ke", ("",)),
    ("se", ("",)),
)
_LAPIS = 3  # affixes on one side


def candidates(kata: str) -> Iterator[str]:
    """The word itself first, then what is left of it, those with fewest letters gone first."""
    found = {kata}
    edge = {kata}
    for _ in range(2 * _LAPIS):
        edge = {less for one in edge for less in _less(one)} - found
        found |= edge
    yield from sorted(found, key=lambda one: (-len(one), one))


def _less(kata: str) -> Iterator[str]:
    for end in _AKHIR:
        if kata.endswith(end) and len(kata) - len(end) >= TERPENDEK:
            yield kata.removesuffix(end)
    for prefix, letters in _AWAL:
        if kata.startswith(prefix):
            rest = kata.removeprefix(prefix)
            yield from (x + rest for x in letters if len(x + rest) >= TERPENDEK)
