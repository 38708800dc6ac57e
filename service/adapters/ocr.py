"""The letters of scanned pages, by Tesseract in a box of its own."""

from __future__ import annotations

import csv
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from service.domain.refusals import Unavailable
from service.ports import Box, Limits, Terbaca

BAHASA = "ind"
PROGRAM = "/usr/bin/tesseract"
# One core a page: with more threads than cores Tesseract takes ten times as long.
LIMITS = Limits(seconds=120, cpu=110, memory=1_000, output=20, processes=100)
TERBESAR = 10_000_000  # bytes of an answer
YAKIN = 55  # below, the page may lie on its side or upside down
LURUS, TERPUTAR = "3", "1"  # how Tesseract looks at a page: as it is, or turned upright first
KATA = "5"  # the level of its table that holds words


@dataclass(frozen=True)
class _Word:
    place: tuple[str, str, str]  # block, paragraph, line
    teks: str
    yakin: float


class TesseractOcr:
    """The port Ocr."""

    def __init__(self, box: Box, limits: Limits = LIMITS) -> None:
        self._box, self._limits = box, limits

    def read(self, page: Path) -> Terbaca:
        if not shutil.which(PROGRAM):
            raise Unavailable(
                "Pembaca hasil pindai (tesseract) belum terpasang; jalankan ./berkas run sekali "
                "lagi.",
                permanent=True,
            )
        first = self._pass(page, LURUS)
        if first.keyakinan >= YAKIN:
            return first
        again = self._pass(page, TERPUTAR)
        return max(first, again, key=lambda one: one.keyakinan)

    def _pass(self, page: Path, how: str) -> Terbaca:
        with tempfile.TemporaryDirectory(dir=page.parent) as folder:
            room = Path(folder)
            (room / "halaman").hardlink_to(page)
            ran = self._box.run(_command(self._box.inside, how), room, self._limits)
            words = list(_words(room / "keluar.tsv")) if ran.code == 0 else []
            if ran.code and how == LURUS:
                raise Unavailable(f"Tesseract berhenti (kode {ran.code}): {ran.said[-300:]}")
        return Terbaca(_text(words), _sure(words))


def _command(inside: str, how: str) -> list[str]:
    page, out = f"{inside}/halaman", f"{inside}/keluar"
    line = [PROGRAM, page, out, "-l", BAHASA, "--psm", how, "tsv"]
    return ["/usr/bin/env", "OMP_THREAD_LIMIT=1", *line]


def _words(table: Path) -> Iterator[_Word]:
    """The words of its table; what a box left behind is read as what it is, never followed."""
    try:
        fd = os.open(table, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as none:
        raise Unavailable("Tesseract tidak menghasilkan apa pun.") from none
    with os.fdopen(fd, "rb") as opened:
        told = opened.read(TERBESAR).replace(b"\0", b"").decode(errors="replace")
    for row in csv.reader(told.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(row) == 12 and row[0] == KATA and row[11].strip():
            yield _Word((row[2], row[3], row[4]), row[11].strip(), _number(row[10]))


def _number(told: str) -> float:
    try:
        return max(0.0, min(100.0, float(told)))
    except ValueError:
        return 0.0


def _text(words: Iterable[_Word]) -> str:
    """Lines as they stand on the page, an empty one between paragraphs."""
    parts: list[str] = []
    before: tuple[str, str, str] | None = None
    for word in words:
        if before is not None:
            parts.append(_gap(before, word.place))
        parts.append(word.teks)
        before = word.place
    return "".join(parts)


def _gap(before: tuple[str, str, str], after: tuple[str, str, str]) -> str:
    if before == after:
        return " "
    return "\n" if before[:2] == after[:2] else "\n\n"


def _sure(words: list[_Word]) -> int:
    letters = sum(len(word.teks) for word in words)
    return round(sum(word.yakin * len(word.teks) for word in words) / letters) if letters else 0
