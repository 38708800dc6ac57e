"""What changed between two versions of an SOP, row by row, in the words of a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from service.domain.instansi_beda import Perbedaan
from service.domain.sop.formulir import ISIAN
from service.domain.sop.tulis import parsed

_SEBUTAN = {
    **ISIAN,
    "kegiatan": "Kegiatan",
    "cukup": "Cukup",
    "lembar": "Lembar kerja",
    "tafsir": "Belum pasti",
}
_DALAM = ("buka", "identitas", "pelaksana")
Isi = Mapping[str, Any]


def differences(before: str, after: str) -> list[Perbedaan]:
    """What differs between two files of an SOP: the head, then the rows in their order."""
    was, now = parsed(before) if before else {}, parsed(after)
    found = list(_keys("", was, now, ("langkah", *_DALAM)))
    for key in _DALAM:
        one, two = was.get(key), now.get(key)
        head = f"{_SEBUTAN.get(key, key.replace('_', ' ').capitalize())} · "
        found += _keys(
            head, one if isinstance(one, dict) else {}, two if isinstance(two, dict) else {}
        )
    return found + list(_rows(_tables(was.get("langkah")), _tables(now.get("langkah"))))


def _tables(value: Any) -> list[Isi]:
    """The rows of a file; what is none shows among its faults."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _rows(was: Sequence[Isi], now: Sequence[Isi]) -> Iterator[Perbedaan]:
    match = SequenceMatcher(None, [_known(one) for one in was], [_known(one) for one in now], False)
    for tag, a, b, c, d in match.get_opcodes():
        pairs = b - a if tag in ("equal", "replace") else 0
        pairs = min(pairs, d - c)
        for n in range(pairs):
            yield from _keys(f"Langkah {c + n + 1} · ", was[a + n], now[c + n])
        for n in range(a + pairs, b):
            yield Perbedaan(f"Langkah {n + 1} dikeluarkan", _words(was[n].get("kegiatan")), "")
        for n in range(c + pairs, d):
            yield Perbedaan(f"Langkah {n + 1} ditambah", "", _words(now[n].get("kegiatan")))


def _known(row: Isi) -> str:
    return str(row.get("id") or row.get("kegiatan") or "")


def _keys(head: str, was: Isi, now: Isi, tanpa: Sequence[str] = ()) -> Iterator[Perbedaan]:
    for key in dict.fromkeys((*was, *now)):
        if key in tanpa:
            continue
        one, two = _words(was.get(key)), _words(now.get(key))
        if one != two:
            yield Perbedaan(
                f"{head}{_SEBUTAN.get(key, key.replace('_', ' ').capitalize())}", one, two
            )


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, Mapping):
        return "; ".join(
            f"{str(key).replace('_', ' ')}: {_words(one)}" for key, one in value.items()
        )
    if isinstance(value, list):
        return "; ".join(_words(one) for one in value)
    return str(value)
