"""The fonts a template asks for: by its styles, and here and there by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from service.boxed.docx import W
from service.boxed.paket import Paket

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
NAMES = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
THEMES = {"major": f"{A}majorFont", "minor": f"{A}minorFont"}
TERBANYAK = 200


def asked(
    paket: Paket, utama: str, roots: list[Any], places: Mapping[Any, int]
) -> Iterator[tuple[str, str, int]]:
    """Each font with the style or the paragraph that asks for it, each pair once."""
    theme = _theme(paket, utama)
    seen = set[tuple[str, str]]()
    for font, style, place in (
        *_of_styles(paket, utama, roots, theme),
        *_by_hand(roots, theme, places),
    ):
        if font and (font, style) not in seen and len(seen) < TERBANYAK:
            seen.add((font, style))
            yield font[:100], style[:200], place


def _of_styles(
    paket: Paket, utama: str, roots: list[Any], theme: Mapping[str, str]
) -> Iterator[tuple[str, str, int]]:
    part = paket.part(utama, "styles")
    if not part:
        return
    root = paket.bagian.xml(part)
    for fonts in root.iterfind(f"{W}docDefaults//{W}rFonts"):
        for font in _fonts(fonts, theme):
            yield font, "bawaan dokumen", -1
    known = {str(one.get(f"{W}styleId")): one for one in root.iterfind(f"{W}style")}
    waiting = [str(one.get(f"{W}val")) for part in roots for one in part.iter(*NAMES)]
    waiting += [name for name, one in known.items() if one.get(f"{W}default") in ("1", "true")]
    kept = set[str]()
    while waiting:
        name = waiting.pop()
        if name in kept or name not in known:
            continue
        kept.add(name)
        waiting += [str(up.get(f"{W}val")) for up in known[name].iter(f"{W}basedOn", f"{W}link")]
    for name in sorted(kept):
        called = known[name].find(f"{W}name")
        told = str(called.get(f"{W}val")) if called is not None else name
        for fonts in known[name].iterfind(f"{W}rPr/{W}rFonts"):
            for font in _fonts(fonts, theme):
                yield font, told, -1


def _by_hand(
    roots: list[Any], theme: Mapping[str, str], places: Mapping[Any, int]
) -> Iterator[tuple[str, str, int]]:
    for root in roots:
        for fonts in root.iter(f"{W}rFonts"):
            place = next((places[up] for up in fonts.iterancestors(f"{W}p") if up in places), -1)
            for font in _fonts(fonts, theme):
                yield font, "", place


def _fonts(fonts: Any, theme: Mapping[str, str]) -> Iterator[str]:
    """The fonts of Latin letters; those of other scripts print nothing here."""
    for kind in ("ascii", "hAnsi"):
        named = theme.get(str(fonts.get(f"{W}{kind}Theme", ""))[:5], "")
        if told := named or fonts.get(f"{W}{kind}", ""):
            yield str(told)


def _theme(paket: Paket, utama: str) -> dict[str, str]:
    part = paket.part(utama, "theme")
    if not part:
        return {}
    root = paket.bagian.xml(part)
    found = {}
    for name, tag in THEMES.items():
        latin = next((one.find(f"{A}latin") for one in root.iter(tag)), None)
        if latin is not None:
            found[name] = str(latin.get("typeface", ""))
    return found
