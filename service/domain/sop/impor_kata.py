"""Words off a foreign table: cleaned, mended where a line broke them, told apart by likeness."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence

RUSAK = "\ufffd"  # a letter that no encoding gives back
_MOJIBAKE = re.compile("[ÃÂâ][\u0080-\u00ff\u2010-\u2044\u20ac\u2122]")
_TEPI = str.maketrans("", "", "[]|{}")
_AKHIRAN = re.compile(r"(\w)\s*\n+\s*(kan|nya|annya|kannya|an)\b")
_PENGGAL = re.compile(r"(\w+)[-\u00ad]\s*\n\s*(\w+)")
# What a scanner reads for a letter.
_MIRIP = str.maketrans({"0": "o", "1": "l", "5": "s", "|": "l", "!": "l", "8": "b", "$": "s"})
_NOMOR = re.compile(
    r"^\s*(?:\d{1,2}\s?[.)']\s*(?=[^\W\d])|(?:\d{1,2}\s?[.)]|[a-z]\s?[.)]|[•●▪◦·o*-])\s+)"
)
_BUKAN = re.compile(r"[^a-z0-9]+")


def mended(isi: str) -> str:
    """Text with control characters gone and a wrong encoding undone; its lines stay."""
    text = isi.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")
    if _MOJIBAKE.search(text):
        try:
            text = text.encode("cp1252").decode("utf-8")
        except UnicodeError:
            text = _MOJIBAKE.sub(RUSAK, text)
    return "".join(_kept(c) for c in unicodedata.normalize("NFC", text))


def _kept(c: str) -> str:
    if c in "\n\u00ad":
        return c
    kind = unicodedata.category(c)
    if kind == "Cs":  # half of a pair: no file can hold it
        return RUSAK
    return " " if kind in ("Cc", "Zl", "Zp", "Zs") else c


def one_line(isi: str) -> str:
    """A cell as one line: broken words joined, doubled words (masing-masing) left alone."""
    text = _PENGGAL.sub(_joined, mended(isi))
    text = _AKHIRAN.sub(r"\1\2", text)
    clean = " ".join(text.replace("\u00ad", "").split())
    if clean.count("[") != clean.count("]") or "|" in clean:  # edges that a scanner took for text
        clean = " ".join(clean.translate(_TEPI).split())
    return clean


def _joined(found: re.Match[str]) -> str:
    before, after = found[1], found[2]
    doubled = before.lower()[-len(after) :] == after.lower() or after.lower() in before.lower()
    return f"{before}-{after}" if doubled or after[0].isupper() else f"{before}{after}"


def letters(isi: str) -> str:
    """Only the letters, small, as they are compared."""
    return re.sub(r"[^a-z]+", "", one_line(isi).lower().translate(_MIRIP))


def alike(isi: str, words: Sequence[str], bar: float = 0.78) -> float:
    """How like one of some words it is; 0 below the bar."""
    return likeness(letters(isi), words, bar)


def likeness(plain: str, words: Sequence[str], bar: float = 0.78) -> float:
    """The same of letters alone; what cannot reach the bar is not measured."""
    if not plain:
        return 0.0
    measure = difflib.SequenceMatcher(None, "", plain)
    best = 0.0
    for one in words:
        measure.set_seq1(one)
        if min(measure.real_quick_ratio(), measure.quick_ratio()) >= max(best, bar):
            best = max(best, measure.ratio())
    return best if best >= bar else 0.0


def key(isi: str, longest: int = 40) -> str:
    """A name for the machine out of words: snake case, at the end of a word."""
    plain = unicodedata.normalize("NFKD", one_line(isi)).encode("ascii", "ignore").decode()
    words = _BUKAN.sub(" ", plain.lower()).split()
    while words and not words[0][0].isalpha():
        words.pop(0)
    found = ""
    for word in words:
        if len(found) + len(word) + 1 > longest:
            break
        found = f"{found}_{word}" if found else word
    return found or (words[0][:longest] if words else "")


def points(isi: str) -> list[str]:
    """The points of a list, without their numbers; a line without one goes on with the last."""
    found: list[str] = []
    numbered = False
    for line in (one for one in mended(isi).split("\n") if one.strip()):
        fresh = _NOMOR.match(line)
        numbered = numbered or bool(fresh)
        wraps = bool(found) and (line.lstrip()[:1].islower() or found[-1].rstrip().endswith(","))
        if fresh or not found or not (numbered or wraps):
            found.append(_NOMOR.sub("", line))
        else:
            found[-1] = f"{found[-1]}\n{line}"
    return [clean for one in found if (clean := one_line(one))]


def numbered(line: str) -> bool:
    """Whether a line begins a point of a list."""
    return bool(_NOMOR.match(line))
