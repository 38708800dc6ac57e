"""The fonts of this machine, as fontconfig chooses them for LibreOffice."""

from __future__ import annotations

import subprocess
from functools import cache
from shutil import which

from service.domain.refusals import Unavailable

SECONDS = 20.0  # the first call may read every font there is
PLAIN = str.maketrans(dict.fromkeys(":,-\\=", " "))  # what has a meaning of its own in a pattern


class Fontconfig:
    """The port Letters."""

    def printed_as(self, huruf: str) -> str:
        return _match(huruf.translate(PLAIN).strip())


@cache
def _match(huruf: str) -> str:
    if not (program := which("fc-match")):
        raise Unavailable(
            "Daftar huruf (fontconfig) belum terpasang; jalankan ./berkas run sekali lagi.",
            permanent=True,
        )
    try:
        done = subprocess.run(
            [program, "--format", "%{family}", "--", huruf],
            capture_output=True,
            text=True,
            check=True,
            timeout=SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as wrong:
        raise Unavailable("Daftar huruf mesin ini tidak terbaca; coba lagi nanti.") from wrong
    return done.stdout.partition(",")[0].strip()
