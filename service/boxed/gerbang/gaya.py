"""Which cell formats of a workbook hide what is written: in the colour behind it, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from service.boxed import xml_aman
from service.boxed.paket import Paket

PUTIH, HITAM = "FFFFFF", "000000"
_BERNOMOR = {"0": HITAM, "1": PUTIH, "8": HITAM, "9": PUTIH, "64": HITAM, "65": PUTIH}
_TEMA = {"0": PUTIH, "1": HITAM}  # as every theme of an office has them


def colour(one: Any, otherwise: str) -> str:
    """A colour by a name of its own; `otherwise` where none is said."""
    if one is None or one.get("auto") in ("1", "true"):
        return otherwise
    if one.get("rgb"):
        return str(one.get("rgb"))[-6:].upper()
    if one.get("indexed"):
        return _BERNOMOR.get(one.get("indexed"), f"indeks {one.get('indexed')}")
    if one.get("theme"):
        tint = one.get("tint", "0")
        if float(tint) == 0:
            return _TEMA.get(one.get("theme"), f"tema {one.get('theme')}")
        return f"tema {one.get('theme')} {tint}"
    return otherwise


@dataclass(frozen=True)
class Samar:
    """What hides words in a workbook."""

    tertutup: set[str]  # formats that show nothing of what is written
    polos: set[str]  # formats with nothing, or white, behind the words
    putih: set[int]  # shared strings with a white word in them


def hiding(paket: Paket, utama: str, s: str) -> Samar:
    """What hides words in this workbook, by the numbers its cells name."""
    part = paket.part(utama, "styles")
    if not part:
        return Samar(set(), {"0"}, _white(paket, utama, s))
    styles = paket.bagian.xml(part)
    blank = {
        one.get("numFmtId")
        for one in styles.iter(f"{s}numFmt")
        if one.get("formatCode", "").replace('""', "").strip() in (";;;", ";;", ";")
        and one.get("formatCode", "").count(";") == 3
    }
    fonts = [colour(one.find(f"{s}color"), HITAM) for one in _each(styles, f"{s}fonts")]
    fills = [_fill(one, s) for one in _each(styles, f"{s}fills")]
    unseen, bare = set(), set()
    for n, one in enumerate(_each(styles, f"{s}cellXfs")):
        font, fill = _at(fonts, one.get("fontId"), HITAM), _at(fills, one.get("fillId"), PUTIH)
        if font == fill or one.get("numFmtId") in blank:
            unseen.add(str(n))
        if fill == PUTIH:
            bare.add(str(n))
    return Samar(unseen, bare, _white(paket, utama, s))


def _white(paket: Paket, utama: str, s: str) -> set[int]:
    part = paket.part(utama, "sharedStrings")
    if not part:
        return set()
    strings = xml_aman.each(paket.bagian.arsip.open(part), [f"{s}si"], part)
    return {n for n, one in enumerate(strings) if any(_is_white(run, s) for run in one)}


def _is_white(run: Any, s: str) -> bool:
    said = run.find(f"{s}rPr/{s}color")
    return said is not None and colour(said, HITAM) == PUTIH and bool(run.findtext(f"{s}t"))


def _each(styles: Any, tag: str) -> list[Any]:
    found = styles.find(tag)
    return [] if found is None else list(found)


def _at(told: list[str], n: str | None, otherwise: str) -> str:
    return told[int(n)] if n and n.isdigit() and int(n) < len(told) else otherwise


def _fill(one: Any, s: str) -> str:
    pattern = one.find(f"{s}patternFill")
    if pattern is None:
        return "peralihan" if len(one) else PUTIH
    if pattern.get("patternType", "none") == "none":
        return PUTIH
    if pattern.get("patternType") != "solid":
        return "bermotif"
    return colour(pattern.find(f"{s}fgColor"), HITAM)
