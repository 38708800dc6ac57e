"""Whether the print of a workbook holds every word that is seen in the workbook."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from service.domain.refusals import Refusal

DISEBUT = 3
_TAK_TAMPAK = re.compile(r"[\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_PAGAR = "###"  # what stands for a number that has no room


class TulisanTerpotong(Refusal):
    """A copy that says less than the file; it is thrown away."""

    def __init__(self, tempat: Sequence[str]) -> None:
        more = f", dan {len(tempat) - DISEBUT} lagi" if len(tempat) > DISEBUT else ""
        super().__init__(
            "Salinan tidak jadi dipakai karena ada tulisan yang terpotong: "
            f"{'; '.join(tempat[:DISEBUT])}{more}. Lebarkan kolomnya atau pendekkan tulisannya, "
            "lalu unggah lagi. Tidak ada yang diubah."
        )


def lost(sel: Iterable[tuple[str, str]], halaman: Iterable[str]) -> list[str]:
    """The places of the cells of which a word stands in the print less often than in the book."""
    printed = "\n".join(map(_folded, halaman))
    tokens, letters = Counter(printed.split()), _TAK_TAMPAK.sub("", printed)
    wanted: Counter[str] = Counter()
    missing, fenced = [], _PAGAR in printed
    for place, told in sel:
        fenced = fenced and _PAGAR not in told
        for word in _folded(told).split():
            wanted[word] += 1
            if wanted[word] > tokens[word] and wanted[word] > _often(word, letters):
                missing.append(place)
                break
    return [*missing, *(["angka yang tercetak ###"] if fenced else [])]


def whole(sel: Iterable[tuple[str, str]], halaman: Iterable[str]) -> None:
    """Refuse a print that lost a word."""
    if places := lost(sel, halaman):
        raise TulisanTerpotong(places)


def _often(word: str, letters: str) -> int:
    """How often at most; a long word may stand on two lines, Arabic from its end on."""
    bare = _TAK_TAMPAK.sub("", word)
    return max(letters.count(bare), letters.count(bare[::-1])) if bare else len(letters)


def _folded(told: str) -> str:
    return unicodedata.normalize("NFKC", told)
