"""What a file is by its bytes, by libmagic."""

from __future__ import annotations

from pathlib import Path

import magic

from service.domain.refusals import Unavailable

HEAD = 1_000_000  # the first 2 KB alone would call a spreadsheet a zip


class Magic:
    """The port Sniffer."""

    def __init__(self) -> None:
        self._magic = magic.Magic(mime=True)

    def mime(self, path: Path) -> str:
        with path.open("rb") as opened:
            head = opened.read(HEAD)
        try:
            return str(self._magic.from_buffer(head))
        except magic.MagicException as failed:
            raise Unavailable(f"Jenis file tidak dapat diperiksa: {failed}") from failed
