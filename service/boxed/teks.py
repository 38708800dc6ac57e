"""Plain text and tables of text, in the writings that offices still meet."""

from __future__ import annotations

import re
from typing import BinaryIO

from service.boxed import tertulis
from service.boxed.lihat import Lihat

BANYAK = 8_000_000  # bytes that are read; what is beyond is kept, not searched
_RUMUS = re.compile(r"""(?:^|[,;\t])[ ]*"?(?:[=@][^,;\t\n]|[+-][A-Za-z(@])""", re.M)
_DDE = re.compile(r"""(?:^|[,;\t])\s*"?[=+@-][^\n]*\|""", re.M)
_KENDALI = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decoded(bita: bytes) -> str | None:
    """The text, or nothing where these bytes are none."""
    for mark, coding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if bita.startswith(mark):
            return bita.decode(coding, "replace")
    for coding in ("utf-8", "cp1252"):
        try:
            text = bita.decode(coding)
        except UnicodeDecodeError as broken:
            # The limit may have cut a letter in two.
            if coding == "utf-8" and broken.start > len(bita) - 4 and len(bita) >= 4:
                text = bita[: broken.start].decode()
            else:
                continue
        return None if _KENDALI.search(text) else text
    return None


def read(file: BinaryIO, lihat: Lihat) -> None:
    """The words, a page at each form feed; cells that a spreadsheet would run are told of."""
    file.seek(0)
    text = decoded(file.read(BANYAK)) or ""
    if lihat.mime == "text/csv":
        _cells(text, lihat)
    tertulis.note(text.split("\f"), lihat)
    if file.read(1):
        lihat.temukan("baca_sebagian")


def is_table(text: str, nama: str) -> bool:
    """Whether a text is a table: its name says so, or its lines agree on a comma."""
    if nama.lower().endswith((".csv", ".tsv")):
        return True
    if nama.lower().endswith((".txt", ".md", ".log")):
        return False
    lines = [line for line in text[:20_000].splitlines()[:20] if line.strip()]
    return len(lines) > 1 and any(
        len({line.count(mark) for line in lines}) == 1 and mark in lines[0] for mark in ";\t,"
    )


def _cells(text: str, lihat: Lihat) -> None:
    if _DDE.search(text):
        lihat.temukan("dde")
    elif _RUMUS.search(text):
        lihat.temukan("rumus_csv")
