"""A workbook in which each cell that is seen has the room it needs, so that its print cuts nothing.

Words, numbers and what is hidden stay; columns are widened, words wrapped, pages fitted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from service.boxed import xlsx, xml_aman
from service.boxed.arsip import opened
from service.boxed.bagian import Bagian
from service.boxed.gerbang import sel
from service.boxed.gerbang.gaya import hiding
from service.boxed.gerbang.lembar import letters
from service.boxed.paket import Paket
from service.domain.batas import Batas

BIASA, TERLEBAR, TERPANJANG = 60, 250, 40  # letters a line, at most; lines a cell should have
BARIS, TERTINGGI = 15.0, 1_500.0  # points
HARI = 16  # letters of the names of a day and a month
LEGA = 1.2  # letters are not all as wide as a nought
KERTAS = ((95, "portrait", "9"), (200, "landscape", "9"), (math.inf, "landscape", "8"))
_SETELAH_KERTAS = ("headerFooter", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF")
_LAIN = ("picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")


def roomy(file: BinaryIO) -> Iterator[bytes]:
    """The whole workbook, ready to be printed."""
    arsip = opened(file, Batas())
    paket = Paket(Bagian(arsip))
    utama = paket.utama()
    book = paket.bagian.xml(utama)
    s = xlsx.STRICT if str(book.tag).startswith(xlsx.STRICT) else xlsx.S
    shared, unseen = xlsx.shared(paket, utama, s), hiding(paket, utama, s).tertutup
    styles, changed = paket.part(utama, "styles"), dict[str, bytes]()
    look = paket.bagian.xml(styles) if styles else None
    looks = _looks(look, s, xlsx.dates(paket, utama, s))
    for _, part in xlsx.sheets(paket, utama, book, s):
        if part and str((root := paket.bagian.xml(part)).tag) == f"{s}worksheet":
            _sheet(root, s, list(sel.seen(root, s, shared, unseen)), looks)
            changed[part] = xml_aman.written(root)
    if look is not None:
        _wrapped(look, s)
        changed[styles] = xml_aman.written(look)
    for one in list(book.iter(f"{s}definedName")):
        if one.get("name", "").startswith("_xlnm.Print_Area"):
            one.getparent().remove(one)
    changed[utama] = xml_aman.written(book)
    yield from arsip.anew(changed)


def words(file: BinaryIO) -> list[list[str]]:
    """Each cell that is seen and holds words: its place, and the words."""
    paket = Paket(Bagian(opened(file, Batas())))
    utama = paket.utama()
    book = paket.bagian.xml(utama)
    s = xlsx.STRICT if str(book.tag).startswith(xlsx.STRICT) else xlsx.S
    shared, unseen = xlsx.shared(paket, utama, s), hiding(paket, utama, s).tertutup
    told: list[list[str]] = []
    for sheet, part in xlsx.sheets(paket, utama, book, s):
        if part and sheet.get("state", "visible") == "visible":
            told += [
                [f'lembar "{sheet.get("name", "")}", sel {letters(one.kolom)}{one.baris}', one.teks]
                for one in sel.seen(paket.bagian.xml(part), s, shared, unseen)
                if not one.angka
            ]
    return told


@dataclass(frozen=True)
class Rupa:
    """What a format does to the room that a cell needs."""

    besar: float = 1.0  # how much larger than usual its letters are
    tambah: int = 0  # letters that it adds to a number


def _looks(styles: Any, s: str, dates: set[str]) -> list[Rupa]:
    """Each format of the workbook, by the number its cells name."""
    if styles is None:
        return []
    sizes = [one.find(f"{s}sz") for one in styles.iterfind(f"{s}fonts/{s}font")]
    fonts = [float((None if one is None else one.get("val")) or 11) / 11 for one in sizes]
    codes = {
        one.get("numFmtId"): len(one.get("formatCode", "")) for one in styles.iter(f"{s}numFmt")
    }
    looks = []
    for n, one in enumerate(styles.iterfind(f"{s}cellXfs/{s}xf")):
        font = one.get("fontId", "0")
        known = font.isdigit() and int(font) < len(fonts)
        more = codes.get(
            one.get("numFmtId"), 1 if one.get("numFmtId", "0") in ("0", "49") else 8
        ) + (HARI if str(n) in dates else 0)
        looks.append(Rupa(fonts[int(font)] if known else 1.0, more))
    return looks


def _wrapped(styles: Any, s: str) -> None:
    """Every format wraps its words, upright and at their own size."""
    for one in styles.iterfind(f"{s}cellXfs/{s}xf"):
        one.set("applyAlignment", "1")
        laid = one.find(f"{s}alignment")
        if laid is None:
            laid = one.makeelement(f"{s}alignment")
            one.insert(0, laid)
        for name in ("shrinkToFit", "textRotation"):
            laid.attrib.pop(name, None)
        if laid.get("horizontal") in ("fill", "centerContinuous"):
            del laid.attrib["horizontal"]
        laid.set("wrapText", "1")
        laid.set("vertical", laid.get("vertical", "top"))


def _sheet(root: Any, s: str, cells: list[sel.Sel], looks: list[Rupa]) -> None:
    bones = sel.frame(root, s)
    wide = {n: _given(one) for n, one in bones.kolom.items()}
    for one in cells:
        if one.lebar == 1:
            wide[one.kolom] = max(wide.get(one.kolom, 9.0), _needed(one, looks))
    for one in cells:
        within = [n for n in range(one.kolom, one.kolom + one.lebar) if not bones.hides(n)][:1_000]
        lack = min(_needed(one, looks), BIASA) - sum(wide.get(n, 9.0) for n in within)
        for n in within if lack > 0 else ():
            wide[n] = wide.get(n, 9.0) + lack / len(within)
    _columns(root, s, bones, wide)
    _rows(root, s, bones, cells, wide, looks)
    shown = sum(each for n, each in wide.items() if not bones.hides(n))
    _page(root, s, shown)


def _given(col: Any) -> float:
    return min(float(col.get("width") or 9), TERLEBAR)


def _rupa(one: sel.Sel, looks: list[Rupa]) -> Rupa:
    known = one.gaya.isdigit() and int(one.gaya) < len(looks)
    return looks[int(one.gaya)] if known else Rupa()


def _factor(one: sel.Sel, looks: list[Rupa]) -> float:
    return LEGA * _rupa(one, looks).besar


def _needed(one: sel.Sel, looks: list[Rupa]) -> float:
    """The width of a column that shows this cell, in letters."""
    if one.angka:
        # A number is never wrapped: with its thousands, its currency or the name of its month.
        return min(
            TERLEBAR, (len(one.teks) * 1.3 + 4 + _rupa(one, looks).tambah) * _factor(one, looks)
        )
    longest = max(map(len, one.teks.split()), default=1)
    line = max(map(len, one.teks.splitlines()), default=1)
    room = max(longest, min(line, BIASA), len(one.teks) / TERPANJANG)
    return min(TERLEBAR, (room + 2) * _factor(one, looks))


def _columns(root: Any, s: str, bones: sel.Rangka, wide: dict[int, float]) -> None:
    before = root.find(f"{s}cols")
    after = root.makeelement(f"{s}cols")
    for n in sorted(wide):
        ruled = bones.kolom.get(n)
        kept = {} if ruled is None else {"style": ruled.get("style", "0")}
        said = {"min": str(n), "max": str(n), "width": f"{wide[n]:.2f}", "customWidth": "1"}
        if bones.hides(n):
            said["hidden"] = "1"
        after.append(root.makeelement(f"{s}col", {**kept, **said}))
    rest = [one for one in ([] if before is None else before) if int(one.get("max", 1)) > 1_000]
    for one in rest:
        if sel.hidden(one, "width", sel.TIPIS):
            first = max([int(one.get("min", 1)), *(n + 1 for n in wide)])
            told = {"min": str(first), "max": one.get("max"), "width": "9", "hidden": "1"}
            after.append(root.makeelement(f"{s}col", told))
    if before is not None:
        root.replace(before, after)
    elif len(after):
        root.insert(list(root).index(root.find(f"{s}sheetData")), after)


def _rows(
    root: Any,
    s: str,
    bones: sel.Rangka,
    cells: list[sel.Sel],
    wide: dict[int, float],
    looks: list[Rupa],
) -> None:
    """Rows take the height of their words; LibreOffice measures none of them in such a print."""
    tall: dict[int, float] = {}
    for one in cells:
        within = range(one.kolom, min(one.kolom + one.lebar, one.kolom + 1_000))
        room = sum(wide.get(n, 9.0) for n in within if not bones.hides(n))
        each = _height(one, room, _factor(one, looks)) / one.tinggi
        for n in range(one.baris, one.baris + min(one.tinggi, 1_000)):
            tall[n] = max(tall.get(n, BARIS), each)
    n = 0
    for row in root.iterfind(f"{s}sheetData/{s}row"):
        n = int(row.get("r") or n + 1)
        if sel.hidden(row, "ht", sel.GEPENG):
            row.set("hidden", "1")
            continue
        for name in ("ht", "customHeight"):
            row.attrib.pop(name, None)
        if tall.get(n, 0) > BARIS:
            row.set("ht", f"{min(TERTINGGI, tall[n]):.1f}")
            row.set("customHeight", "1")


def _height(one: sel.Sel, room: float, factor: float) -> float:
    """The points that its words need in so much room, rather more than less."""
    lines = 1 if one.angka else 0
    for part in () if one.angka else one.teks.splitlines():
        full = (len(part) + 1) * factor / max(room - 2, 1)
        lines += math.ceil(full) + (full > 3)
    return lines * BARIS * factor / LEGA


def _page(root: Any, s: str, shown: float) -> None:
    """All columns on one page beside each other, as many pages below as there are rows."""
    for name in ("rowBreaks", "colBreaks", "pageSetup", "customSheetViews"):
        for one in root.findall(f"{s}{name}"):
            root.remove(one)
    head = root.find(f"{s}sheetPr")
    if head is None:
        head = root.makeelement(f"{s}sheetPr")
        root.insert(0, head)
    fit = head.find(f"{s}pageSetUpPr")
    if fit is None:
        fit = root.makeelement(f"{s}pageSetUpPr")
        head.append(fit)
    fit.set("fitToPage", "1")
    _, turned, paper = next(one for one in KERTAS if shown <= one[0])
    told = {"paperSize": paper, "orientation": turned, "fitToWidth": "1", "fitToHeight": "0"}
    setup = root.makeelement(f"{s}pageSetup", told)
    behind = {f"{s}{name}" for name in (*_SETELAH_KERTAS, *_LAIN)}
    at = next((n for n, one in enumerate(root) if one.tag in behind), len(root))
    root.insert(at, setup)
