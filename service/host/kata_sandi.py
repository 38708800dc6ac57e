"""The passphrase of a locked file, as the one who types the command gives it."""

from __future__ import annotations

import getpass
from pathlib import Path

from service.config import Settings
from service.domain.refusals import Unavailable
from service.domain.sebab_disk import why

BACA = "Kata sandi: "


def word(asked: str | None, settings: Settings) -> str:
    """From a file, from the keyboard, or the one of every night."""
    if asked is None:
        return settings.cadangan_sandi
    if asked == "-":
        return getpass.getpass(BACA)
    return text_of(asked).strip("\r\n")


def text_of(file: str) -> str:
    """What stands in a file that the one who types the command names."""
    try:
        return Path(file).read_text(encoding="utf-8")
    except UnicodeDecodeError as wrong:
        raise Unavailable(
            f"File {file} bukan teks UTF-8. Tidak ada yang diubah.", permanent=True
        ) from wrong
    except OSError as wrong:
        raise Unavailable(
            f"File {file} {why(wrong)}. Tidak ada yang diubah.", permanent=True
        ) from wrong
