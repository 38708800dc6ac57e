"""Whether a PDF holds as archive and for a screen reader: the validator in our own process."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import ClassVar

import page

from service.domain.refusals import Unavailable

# This validator misreads a stream whose last byte is a carriage return, and Type 1 programs as
# LibreOffice writes them (of which PDF/A-2 asks no CharSet); then we look ourselves.
UNSURE_LENGTH = ("-STREAM-LENGTH-",)
UNSURE_FONT = ("-FONT-EMBEDDING-", "-TYPE1-SUBSET-CHARSET-")
STREAM = re.compile(rb"/Length (\d+)\b(?! \d+ R)[^<>]*>>\s*stream\r?\n")
FONT = re.compile(rb"<<[^<>]*/Type\s*/Font(?:Descriptor)?\b[^<>]*>>")
WITHIN = re.compile(rb"/FontFile|/FontDescriptor \d|/DescendantFonts|/CharProcs")


CODE = Path(__file__).parents[2]
PATIENCE = 120.0  # seconds for one in a process of its own


class PageExaminer:
    """The port Examiner, by page-validation."""

    _owner: ClassVar[int] = 0  # the process whose threads the validator works with

    def broken(self, pdf: Path, profile: str) -> list[str]:
        PageExaminer._owner = self._owner or os.getpid()
        # Its threads are not forked along, and it would wait for them for ever.
        told = _told(pdf, profile) if self._owner == os.getpid() else _told_apart(pdf, profile)
        if told is None:
            raise Unavailable("PDF yang baru dibuat tidak dapat diperiksa. Coba sekali lagi.")
        for unsure, holds in ((UNSURE_LENGTH, lengths_hold), (UNSURE_FONT, fonts_within)):
            sure = [one for one in told if not any(mark in one for mark in unsure)]
            if len(sure) < len(told) and holds(pdf.read_bytes()):
                told = sure
        return told


def _told(pdf: Path, profile: str) -> list[str] | None:
    """What the validator says; None where it cannot read the file."""
    try:
        report = page.validate_pdf(str(pdf), profile=page.ValidationProfile(profile))
    except (page.PageError, OSError):
        return None
    return [f"{one.rule_id}: {one.message}" for one in report.failures]


def _told_apart(pdf: Path, profile: str) -> list[str] | None:
    asked = [sys.executable, "-m", __name__, str(pdf.absolute()), profile]
    try:
        ran = subprocess.run(asked, cwd=CODE, capture_output=True, timeout=PATIENCE, check=True)
    except subprocess.SubprocessError:
        return None
    found: list[str] | None = json.loads(ran.stdout)
    return found


def lengths_hold(whole: bytes) -> bool:
    """Whether every stream ends where its declared length says."""
    return all(
        re.match(rb"(\r\n|\n|\r)endstream", whole[end : end + 16])
        for found in STREAM.finditer(whole)
        if (end := found.end() + int(found[1]))
    )


def fonts_within(whole: bytes) -> bool:
    """Whether every font that the file names has its program, or its drawings, in the file."""
    named = FONT.findall(whole)
    return bool(named) and all(map(WITHIN.search, named))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_told(Path(sys.argv[1]), sys.argv[2])))
