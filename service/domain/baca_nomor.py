"""The number of a letter, in all the forms that offices write; a number of a law is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from service.domain.halaman_teks import Baris, Nilai, best

CALON = 3
# In front: a mark of secrecy, letters of a kind of letter, or a code of the archive.
_RUAS = r"[A-Za-z0-9][\w.\-]*"
_AKHIR = r"(?:[\w.\-]+(?:\s\d{4})?)"
BENTUK = re.compile(rf"(?<![\w/.,-])(?:[A-Z]{{1,4}}\s)?{_RUAS}(?:\s?/\s?{_AKHIR}){{1,7}}(?![\w/])")
TAHUN = re.compile(r"\d{1,5}(?:\.[a-z])?\s+TAHUN\s+(?:19|20)\d{2}", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:(?:Nomor|Nomer|No)\b[.]?\s*(?:(?:SOP|Surat|Dokumen|Naskah|Memo(?:randum)?)\b)?)\s*[.:;]*\s*",
    re.IGNORECASE,
)
_DI_TENGAH = re.compile(r"\b(?:Nomor|Nomer|No)\b\s*[.:]*\s*", re.IGNORECASE)
_TANGGAL = re.compile(r"\d{1,4}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{1,4}")
_PECAHAN = re.compile(r"\d{1,2}\s?/\s?\d{1,2}")
_HUKUM = re.compile(
    r"\b(?:undang|UU|peraturan|perpres|permen\w*|perki|perda|pergub|perwal|perbup|keppres|inpres|"
    r"PP|Perka)\b",
    re.IGNORECASE,
)
_BUKAN = re.compile(r"^(?:dan|atau|s|a|u|c)\s?/\s?(?:dan|atau|d|n|b|q)\b", re.IGNORECASE)
_LOMPAT = 8  # lines between a column of labels and its column of values


def numbers(baris: Sequence[Baris]) -> tuple[Nilai, ...]:
    """What may be the number of this letter, surest first."""
    found = [*_labelled(baris), *_decrees(baris), *_bare(baris), *_mentioned(baris)]
    return best(found, CALON)


def written(raw: str) -> str:
    """A number as it is kept: its own letters and marks, one space for many."""
    return re.sub(r"\s+", " ", raw).strip(" .-")


def _is_number(raw: str) -> bool:
    if not any(letter.isdigit() for letter in raw):
        return False
    if _TANGGAL.fullmatch(raw) or _PECAHAN.fullmatch(raw):
        return False
    return _BUKAN.match(raw) is None and len(raw) <= 80


def _first(teks: str) -> str:
    """The number a text begins with, or ''."""
    hit = TAHUN.match(teks) or BENTUK.match(teks)
    return hit[0] if hit and (TAHUN.match(teks) or _is_number(hit[0])) else ""


def _labelled(baris: Sequence[Baris]) -> Iterator[Nilai]:
    for n, one in enumerate(baris):
        label = _LABEL.match(one.teks)
        if label is None or one.halaman > 1:
            continue
        rest = one.teks[label.end() :]
        if raw := _first(rest):
            if TAHUN.match(rest):
                continue  # its own rule asks where it stands
            sure = 95 if one.letak < 20 else 85 if one.kepala else 55
            yield Nilai(written(raw), "nomor.label", one.teks, one.halaman, sure)
        elif not rest.strip() and one.kepala:
            yield from _below(baris[n + 1 : n + 1 + _LOMPAT])


def _below(baris: Sequence[Baris]) -> Iterator[Nilai]:
    """Labels in one column and values in the next come as lines below each other."""
    for one in baris:
        raw = _first(one.teks.lstrip(": "))
        if raw and len(raw) >= len(one.teks.strip(": ")) - 2:
            yield Nilai(written(raw), "nomor.kolom", one.teks, one.halaman, 82)
            return


def _decrees(baris: Sequence[Baris]) -> Iterator[Nilai]:
    """NOMOR 23 TAHUN 2020, alone on its line below the name of the decree."""
    for before, one in zip((None, *baris), baris, strict=False):
        label = _LABEL.match(one.teks)
        if not (label and one.kepala and TAHUN.fullmatch(one.teks[label.end() :].strip())):
            continue
        loud = one.teks[: label.end()].strip(" :.").isupper()
        cited = before is not None and _HUKUM.search(before.teks) and not before.teks.isupper()
        if loud and not cited:
            raw = one.teks[label.end() :]
            yield Nilai(written(raw), "nomor.keputusan", one.teks, one.halaman, 92)


def _bare(baris: Sequence[Baris]) -> Iterator[Nilai]:
    for one in baris:
        if one.kepala and not _HUKUM.search(one.teks):
            raw = _first(one.teks)
            if raw and len(raw) == len(one.teks) and "/" in raw and _two_parts(raw):
                yield Nilai(written(raw), "nomor.bentuk", one.teks, one.halaman, 60)


def _two_parts(raw: str) -> bool:
    return raw.count("/") >= 2 or any(letter.isalpha() for letter in raw)


def _mentioned(baris: Sequence[Baris]) -> Iterator[Nilai]:
    """Numbers of other letters, named in a sentence."""
    for one in baris:
        if one.kepala and _LABEL.match(one.teks):
            continue
        for label in _DI_TENGAH.finditer(one.teks):
            before = one.teks[max(0, label.start() - 60) : label.start()]
            raw = _first(one.teks[label.end() :])
            if raw and "/" in raw and not _HUKUM.search(before):
                yield Nilai(written(raw), "nomor.rujukan", one.teks, one.halaman, 30)
