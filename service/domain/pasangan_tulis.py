"""The declaration of a pair as text: read from a file, and one key of it written."""

from __future__ import annotations

import re

from service.domain.refusals import Refusal

TERBESAR = 300_000  # bytes; the largest we ship has a thirtieth of it
_TABEL = re.compile(r"^\s*\[", re.MULTILINE)
_RUPA = re.compile(r"^[ \t]*rupa[ \t]*=.*(?:\n|\Z)", re.MULTILINE)


class DaftarRuasTakTerbaca(Refusal):
    """What was sent as the list of ruas is no text, or far too much of it."""

    def __init__(self) -> None:
        super().__init__(
            "File daftar ruas (.toml) harus berupa teks UTF-8, paling besar "
            f"{TERBESAR // 1000} KB. Tidak ada yang disimpan. Simpan ulang dari penyunting teks "
            "dengan pengodean UTF-8, lalu unggah lagi."
        )


def text_of(sent: bytes) -> str:
    """The text of a file that was sent; DaftarRuasTakTerbaca."""
    if len(sent) > TERBESAR:
        raise DaftarRuasTakTerbaca
    try:
        text = sent.decode("utf-8-sig")  # Notepad puts a mark before the text
    except UnicodeDecodeError as wrong:
        raise DaftarRuasTakTerbaca from wrong
    if "\0" in text:
        raise DaftarRuasTakTerbaca
    return text.replace("\r\n", "\n")


def with_rupa(text: str, rupa: str) -> str:
    """The declaration saying whose page, letters and logo its papers have."""
    table = _TABEL.search(text)
    head, rest = (text[: table.start()], text[table.start() :]) if table else (text, "")
    line = f'rupa = "{rupa}"\n'
    if _RUPA.search(head):
        return _RUPA.sub(line, head, count=1) + rest
    return _before_first_key(head, line) + rest


def says_rupa(text: str) -> bool:
    """Whether the declaration says it already."""
    table = _TABEL.search(text)
    return _RUPA.search(text[: table.start()] if table else text) is not None


def _before_first_key(head: str, line: str) -> str:
    """The line behind the comment that opens the file, before all else."""
    rows = head.splitlines(keepends=True)
    n = next((n for n, row in enumerate(rows) if not row.startswith("#")), len(rows))
    start = "".join(rows[:n])
    gap = "" if not start or start.endswith("\n") else "\n"
    return f"{start}{gap}{line}{''.join(rows[n:])}"
