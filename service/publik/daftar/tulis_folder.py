"""The folder of the public lists, by a process of its own: `cara folder daftar terbuka url`."""

from __future__ import annotations

import sys
from pathlib import Path

from service.domain.refusals import Refusal, Unavailable
from service.publik.daftar.statis import export
from service.publik.daftar.susut import lessened

DITOLAK = 3
CARA = {"seluruh": export, "susut": lessened}


def main(cara: str, folder: str, daftar: str, terbuka: str, url: str) -> int:
    """How many lines on its standard output; why not on the other."""
    try:
        many = CARA[cara](Path(folder), Path(daftar), Path(terbuka) if terbuka else None, url)
        print(many)  # noqa: T201
    except (Refusal, Unavailable) as no:
        print(no, file=sys.stderr)  # noqa: T201
        return DITOLAK
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:6]))
