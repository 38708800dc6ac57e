"""Fields and bound controls: what a printing machine writes over the words that were filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from service.boxed.docx import W
from service.domain.klinik.templat import BIDANG, BIDANG_BERTANDA, TERIKAT

# Fields that say no words of their own: of pages, of counting, and what a reader follows.
BOLEH = ("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "SEQ", "TOC", "HYPERLINK")
TETAP = ("TOC", "HYPERLINK")  # printed with the words that stand in them
NAMA = re.compile(r"\s*([^\s\\\"{]{1,40})")
OPENS = ("{{", "{%", "{#")


@dataclass
class _Bidang:
    """A field that stands open."""

    awal: Any
    kode: list[str] = field(default_factory=list)
    isi: int = -1  # brackets before its words; -1: its code is still being read


def fields(root: Any, places: dict[Any, int]) -> Iterator[tuple[str, str, int]]:
    """What a clinic has to know of each field and each bound control: kind, name, paragraph."""
    for one in root.iter("{*}dataBinding"):
        held = one.getparent().getparent()
        within = next(held.iter(f"{W}p"), None) if held is not None else None
        yield TERIKAT, "", places.get(one if within is None else within, _place(one, places))
    for one in root.iter(f"{W}fldSimple"):
        words = any("{" in (text.text or "") for text in one.iter(f"{W}t"))
        yield from _told(one.get(f"{W}instr", ""), words, _place(one, places))
    yield from _complex(root, places)


def _complex(root: Any, places: dict[Any, int]) -> Iterator[tuple[str, str, int]]:
    """Fields in runs: they stand in each other, and may never end."""
    open_: list[_Bidang] = []
    brackets = 0
    for one in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        if one.tag == f"{W}t":
            brackets += (one.text or "").count("{")
        elif one.tag == f"{W}instrText":
            if open_ and open_[-1].isi < 0:
                open_[-1].kode.append(one.text or "")
        elif (what := one.get(f"{W}fldCharType")) == "begin":
            open_.append(_Bidang(one))
        elif what == "separate" and open_:
            open_[-1].isi = brackets
        elif what == "end" and open_:
            yield from _ended(open_.pop(), brackets, places)
    while open_:
        yield from _ended(open_.pop(), brackets, places)


def _ended(one: _Bidang, brackets: int, places: dict[Any, int]) -> Iterator[tuple[str, str, int]]:
    words = 0 <= one.isi < brackets
    yield from _told("".join(one.kode), words, _place(one.awal, places))


def _told(kode: str, words: bool, at: int) -> Iterator[tuple[str, str, int]]:
    found = NAMA.match(kode)
    nama = found[1].upper() if found else ""
    if any(opens in kode for opens in OPENS) or (words and nama not in TETAP):
        yield BIDANG_BERTANDA, nama, at
    elif nama and nama not in BOLEH:
        yield BIDANG, nama, at


def _place(one: Any, places: dict[Any, int]) -> int:
    return places.get(next(one.iterancestors(f"{W}p"), None), -1)
