"""The warm LibreOffice of one process: made when it is first needed, made anew when it is worn."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from service.adapters.soffice.kotak import Akhir, BelumDibaca, Hasil, Kotak
from service.adapters.soffice.profil import hardened
from service.domain.refusals import Unavailable
from service.ports import Limits

PELAYAN = Path(__file__).with_name("pelayan.py")
LIMITS = Limits(memory=2_500, output=300)
WORN, FAT = 200, 400  # papers, and MB held, after which a new one is due
NEVER = 0  # com.sun.star.document: MacroExecMode.NEVER_EXECUTE, UpdateDocMode.NO_UPDATE
TOLD: dict[str, Any] = {
    "profil": hardened(),
    # The filter by its name: what a file looks like inside decides nothing.
    "buka": {
        "FilterName": "MS Word 2007 XML",
        "MacroExecutionMode": NEVER,
        "UpdateDocMode": NEVER,
        "ReadOnly": True,
    },
    "ekspor": {
        "SelectPdfVersion": 2,
        "PDFUACompliance": True,
        "UseTaggedPDF": True,
        "ExportBookmarks": True,
    },
}


ASING = Path(__file__).with_name("pelayan_asing.py")
LIMITS_ASING = Limits(memory=2_500, output=200, cpu=20)
TOLD_ASING = {
    "profil": hardened(),
    "cpu": LIMITS_ASING.cpu,  # seconds of processor that one file may use up
    "ruang": 2 * LIMITS_ASING.output * 1_000_000,  # bytes it may write
}


class Hangat:
    """Turns papers into PDF, one at a time; a hang, a crash or a fault costs the paper in hand."""

    def __init__(
        self,
        limits: Limits = LIMITS,
        pelayan: Path = PELAYAN,
        told: dict[str, Any] | None = None,
        *,
        apart: bool = False,  # each file has a process of its own, so that a fault stays with it
    ) -> None:
        self._limits, self._pelayan, self._apart = limits, pelayan, apart
        self._told = TOLD if told is None else told
        self._kotak: Kotak | None = None
        self._served, self._held = 0, 0
        self._owner, self._one = os.getpid(), threading.Lock()

    def convert(
        self,
        docx: Path,
        out: Path,
        seconds: float,
        kinds: str = "",
        seen: Callable[[Akhir], None] | None = None,
    ) -> None:
        """The paper as LibreOffice prints it; Unavailable where it could not.

        Of a part of a long paper, asked for in `kinds`, `seen` is told the end before it is
        printed.
        """
        self._keep_apart()
        errand = kinds.encode() + docx.read_bytes()
        with self._one:
            try:
                told = self._printed(errand, out, seconds, seen)
            except BelumDibaca:  # it died while it had nothing to do, and nobody had noticed yet
                told = self._printed(errand, out, seconds, seen)
            self._served, self._held = self._served + 1, told.memori
            if told.galat or not out.stat().st_size:
                if not self._apart:
                    self._forget()  # whatever it choked on, the next paper meets nothing of it
                raise Unavailable(f"LibreOffice tidak menghasilkan PDF. {told.galat}".strip())

    def _printed(
        self, errand: bytes, out: Path, seconds: float, seen: Callable[[Akhir], None] | None
    ) -> Hasil:
        kotak, answered = self._ready(), False
        try:
            waktu = kotak.give(errand, seconds)
            if seen:
                seen(kotak.ending(waktu))
            told = kotak.take(out, waktu)
            answered = True
        finally:
            if not answered:  # what is still to come would be taken for the next paper's
                self._forget()
        return told

    def warm(self) -> None:
        """Have one ready before the first paper comes."""
        self._keep_apart()
        with self._one:
            self._ready()

    @property
    def held(self) -> int:
        """MB that LibreOffice held after its last paper."""
        return self._held

    def close(self) -> None:
        """End it; the next paper would have a new one."""
        self._keep_apart()
        with self._one:
            self._forget()

    def _keep_apart(self) -> None:
        """In a process forked off its owner it is let go: two on one line would mix up papers."""
        if self._owner == os.getpid():
            return
        self._owner, self._one = os.getpid(), threading.Lock()
        left, self._kotak = self._kotak, None
        if left:
            left.leave()

    def _ready(self) -> Kotak:
        if self._kotak and (self._served >= WORN or self._held > FAT or not self._kotak.alive):
            self._forget()
        if self._kotak is None:
            self._kotak = Kotak(self._pelayan, self._told, self._limits)
            self._served = self._held = 0
        return self._kotak

    def _forget(self) -> None:
        left, self._kotak = self._kotak, None
        if left:
            left.end()


def foreign() -> Hangat:
    """One for foreign letters, each of which is opened in a fork of its own."""
    return Hangat(LIMITS_ASING, ASING, TOLD_ASING, apart=True)
