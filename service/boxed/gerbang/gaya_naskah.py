"""Which words of a Word file are there and not seen: by their own settings, or by their style."""

from __future__ import annotations

from typing import Any

from service.boxed.paket import Paket

PUTIH = "FFFFFF"
TERKECIL = 4  # half points; nobody reads letters of two points
_DASAR = 10  # styles that rest on one another


class Gaya:
    """The styles of one Word file."""

    def __init__(self, paket: Paket, utama: str, w: str) -> None:
        self._w = w
        self._styles: dict[str, Any] = {}
        if part := paket.part(utama, "styles"):
            for one in paket.bagian.xml(part).iter(f"{w}style"):
                self._styles[one.get(f"{w}styleId", "")] = one

    def hides(self, run: Any) -> str:
        """How a run is hidden: `teks_tersembunyi`, `teks_samar`; '' where it is seen."""
        settings = self._settings(run)
        if self._said(settings, "vanish") or self._said(settings, "webHidden"):
            return "teks_tersembunyi"
        size = self._value(settings, "sz")
        if size.isdigit() and int(size) <= TERKECIL:
            return "teks_samar"
        colour = self._value(settings, "color").upper()
        return "teks_samar" if colour == PUTIH and self._behind(run, settings) == PUTIH else ""

    def _settings(self, run: Any) -> list[Any]:
        """What is set for a run: by itself first, then by its style, then its paragraph's."""
        w = self._w
        own = run.find(f"{w}rPr")
        found = [] if own is None else [own]
        if own is not None:
            found += self._of_style(own.find(f"{w}rStyle"))
        paragraph = run.getparent()
        while paragraph is not None and paragraph.tag != f"{w}p":
            paragraph = paragraph.getparent()
        if paragraph is not None:
            found += self._of_style(paragraph.find(f"{w}pPr/{w}pStyle"))
        return found

    def _of_style(self, named: Any) -> list[Any]:
        w, found = self._w, []
        for _ in range(_DASAR):
            if named is None or (style := self._styles.get(named.get(f"{w}val", ""))) is None:
                break
            if (said := style.find(f"{w}rPr")) is not None:
                found.append(said)
            named = style.find(f"{w}basedOn")
        return found

    def _said(self, settings: list[Any], tag: str) -> bool:
        """Whether a switch is on: the first that says anything decides."""
        for one in settings:
            if (switch := one.find(f"{self._w}{tag}")) is not None:
                return switch.get(f"{self._w}val", "1") not in ("0", "false", "off")
        return False

    def _value(self, settings: list[Any], tag: str) -> str:
        for one in settings:
            if (said := one.find(f"{self._w}{tag}")) is not None:
                return str(said.get(f"{self._w}val", ""))
        return ""

    def _behind(self, run: Any, settings: list[Any]) -> str:
        """The colour behind a run: its own, its paragraph's, its cell's; white where none is."""
        w = self._w
        if self._value(settings, "highlight") not in ("", "none", "white"):
            return "sorot"
        for one in settings:
            if (shade := self._shade(one.find(f"{w}shd"))) != PUTIH:
                return shade
        for above in run.iterancestors(f"{w}p", f"{w}tc", f"{w}tbl"):
            for inside in ("pPr", "tcPr", "tblPr"):
                if (shade := self._shade(above.find(f"{w}{inside}/{w}shd"))) != PUTIH:
                    return shade
        return PUTIH

    def _shade(self, shd: Any) -> str:
        if shd is None:
            return PUTIH
        fill = str(shd.get(f"{self._w}fill", "auto")).upper()
        if shd.get(f"{self._w}val", "clear") == "solid":
            fill = str(shd.get(f"{self._w}color", "auto")).upper()
        return PUTIH if fill in ("AUTO", PUTIH) else fill
