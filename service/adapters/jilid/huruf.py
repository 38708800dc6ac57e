"""The one font of all that we write into a dossier: the letters in use, and no more."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, TTLibError

from service.domain.refusals import Unavailable

FONT = Path("/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf")
NAMA = "BRKSAA+LiberationSans"
PENGGANTI = "?"  # for letters the font has none of


T = TypeVar("T")


class _Once(dict[str, T]):
    """What is asked of each letter, asked once."""

    def __init__(self, ask: Callable[[str], T]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, letter: str) -> T:
        self[letter] = found = self._ask(letter)
        return found


class Huruf:
    """Letters by their number in the font; what it lacks is written as a question mark."""

    def __init__(self, path: Path = FONT) -> None:
        try:
            held = io.BytesIO(path.read_bytes())
            self._font = TTFont(held, lazy=True, recalcTimestamp=False)
        except (OSError, TTLibError) as away:
            raise Unavailable(
                "Huruf Liberation Sans tidak terpasang, jadi berkas belum dapat dijilid. Jalankan "
                "./berkas run sekali lagi.",
                permanent=True,
            ) from away
        self._names = self._font.getBestCmap()
        self._advance = self._font["hmtx"].metrics
        self.upem = int(self._font["head"].unitsPerEm)
        self._wide = _Once[float](self._width)
        self._code = _Once[bytes](lambda letter: b"%04x" % self._order[self._name(letter)])

    def wide(self, text: str) -> float:
        """How wide words are, where letters are one point high."""
        return sum((self._wide[letter] for letter in text), 0.0)

    def _width(self, letter: str) -> float:
        return float(self._advance[self._name(letter)][0] / self.upem)

    def _name(self, letter: str) -> str:
        return str(self._names.get(ord(letter)) or self._names[ord(PENGGANTI)])

    @cached_property
    def _order(self) -> dict[str, int]:
        return {name: n for n, name in enumerate(self._font.getGlyphOrder())}

    def code(self, text: str) -> bytes:
        """The words as PDF writes them, in hexadecimal."""
        return b"".join(map(self._code.__getitem__, text))

    def numbers(self, letters: set[str]) -> dict[int, tuple[float, str]]:
        """For each letter's number its width in thousandths, and which letter it is."""
        known = {one for one in letters if ord(one) in self._names} | {PENGGANTI}
        named = {self._name(one): one for one in sorted(known, reverse=True)}
        return {
            self._order[name]: (1000 * self._advance[name][0] / self.upem, letter)
            for name, letter in sorted(named.items(), key=lambda one: self._order[one[0]])
        }

    def metrics(self) -> tuple[int, int, int, tuple[int, int, int, int]]:
        """Ascent, descent, height of capitals and the box of all letters, in thousandths."""
        head, hhea, os2 = self._font["head"], self._font["hhea"], self._font["OS/2"]

        def much(units: int) -> int:
            return round(1000 * units / self.upem)

        box = much(head.xMin), much(head.yMin), much(head.xMax), much(head.yMax)
        return much(hhea.ascent), much(hhea.descent), much(os2.sCapHeight), box

    def subset(self, letters: set[str]) -> bytes:
        """The font program with these letters under the numbers that they have."""
        options = Options(
            retain_gids=True,
            hinting=False,
            layout_features=[],
            notdef_outline=True,
            name_IDs=[],
            glyph_names=False,
            drop_tables=["GSUB", "GPOS", "GDEF", "kern", "DSIG", "FFTM", "post", "name", "OS/2"],
        )
        made = Subsetter(options)
        made.populate(unicodes=[ord(one) for one in {*letters, PENGGANTI}])
        made.subset(self._font)
        out = io.BytesIO()
        self._font.save(out, reorderTables=True)
        return out.getvalue()
