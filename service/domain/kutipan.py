"""Citations in a text, however they are written, and how each cited regulation stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from service.domain.peraturan import Daftar, Jenis, Peraturan

TERBANYAK = 20_000  # letters that are read; no dasar hukum is longer
# What may stand between the name of a kind and its number.
_SELA = r"(?:[\s,]+(?:republik\s+indonesia|r\.?i\.?))?"
_NOMOR = (
    r"[\s,]*(?:nomor|nomer|no\.?)?[\s:.]*0*(?P<nomor>\d{1,4})"
    r"\s*,?\s*(?:/|tahun|thn\.?|th\.?)\s*(?P<tahun>\d{4})(?!\d)"
)
# A further one of the same kind: "Nomor 1 Tahun 2010 dan Nomor 1 Tahun 2013".
_LAGI = re.compile(
    r"(?:,|;|dan|serta|jo\.?|juncto|\s)*(?P<kata>(?:nomor|nomer|no\.?)[\s:.]*0*(?P<nomor>\d{1,4})"
    r"\s*,?\s*(?:/|tahun|thn\.?|th\.?)\s*(?P<tahun>\d{4}))(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Kutipan:
    """One citation as it stands in the text, and the regulation it names."""

    teks: str
    peraturan: Peraturan


def cited(text: str, daftar: Daftar) -> list[Kutipan]:
    """Every known regulation that a text names, each once, in the order in which they come."""
    text = text[:TERBANYAK]
    found = dict[str, tuple[int, Kutipan]]()
    known = {(one.jenis, one.nomor, one.tahun): one for one in daftar.peraturan.values()}
    for jenis, pattern in _patterns(tuple(daftar.jenis.values())):
        for match in pattern.finditer(text):
            at: re.Match[str] | None = match
            while at:
                one = known.get((jenis, at["nomor"], int(at["tahun"])))
                if one:
                    said = " ".join(at["kata"].split())
                    found.setdefault(one.id, (at.start(), Kutipan(said, one)))
                at = _LAGI.match(text, at.end())
    for one in daftar.peraturan.values():
        for name in one.sebutan:
            if named := re.search(rf"\b{_loose(name)}\b", text, re.IGNORECASE):
                found.setdefault(one.id, (named.start(), Kutipan(named[0], one)))
    return [kutipan for _, kutipan in sorted(found.values(), key=lambda pair: pair[0])]


def warnings(text: str, daftar: Daftar) -> list[str]:
    """A sentence for each cited regulation that is not simply in force; nothing is changed."""
    return [said for one in cited(text, daftar) if (said := daftar.told(one.peraturan))]


@lru_cache(maxsize=64)
def _patterns(kinds: tuple[Jenis, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for kind in kinds:
        names = sorted({kind.nama, *kind.ditulis}, key=len, reverse=True)
        ways = "|".join(_loose(one) for one in names)
        found.append(
            (
                kind.id,
                re.compile(
                    rf"(?<!\w)(?<!pengganti )(?P<kata>(?:{ways}){_SELA}{_NOMOR})", re.IGNORECASE
                ),
            )
        )
    return tuple(found)


def _loose(name: str) -> str:
    """A name however its words are joined: by spaces, a new line, a hyphen."""
    return r"[\s-]*".join(re.escape(word) for word in re.split(r"[\s-]+", name) if word)
