"""The folder of the public lists, written by a process of its own: `folder daftar terbuka url`."""

from __future__ import annotations

import sys
from pathlib import Path

from service.domain.refusals import Refusal, Unavailable
from service.publik.daftar.statis import export

DITOLAK = 3


def main(folder: str, daftar: str, terbuka: str, url: str) -> int:
    """How many lines on its standard output; why not on the other."""
    try:
        print(export(Path(folder), Path(daftar), Path(terbuka) if terbuka else None, url))  # noqa: T201
    except (Refusal, Unavailable) as no:
        print(no, file=sys.stderr)  # noqa: T201
        return DITOLAK
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
