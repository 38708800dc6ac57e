"""Bodies of requests; a file is read from the disk as it leaves, never whole in memory."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path

from service.domain.refusals import Unavailable

PART = 1 << 16


class Badan:
    """What goes before a file, the file, and what goes after it."""

    def __init__(
        self, jenis: str, depan: bytes, file: Path | None = None, belakang: bytes = b""
    ) -> None:
        self.jenis, self._depan, self._file, self._belakang = jenis, depan, file, belakang
        size = file.stat().st_size if file else 0
        self.panjang = len(depan) + size + len(belakang)

    def parts(self) -> Iterator[bytes]:
        """Exactly `panjang` bytes."""
        yield self._depan
        if self._file:
            left = self.panjang - len(self._depan) - len(self._belakang)
            with self._file.open("rb") as source:
                while left:
                    part = source.read(min(PART, left))
                    if not part:
                        raise Unavailable("File berubah selagi dikirim; dicoba lagi.")
                    left -= len(part)
                    yield part
        yield self._belakang


def plain_json(told: Mapping[str, object]) -> Badan:
    """A body of fields."""
    return Badan("application/json", json.dumps(told, ensure_ascii=False).encode())


def form(told: Mapping[str, str], ruas: str, nama: str, mime: str, file: Path) -> Badan:
    """A form with its fields, and a file as `ruas`."""
    edge = f"berkas-{secrets.token_hex(16)}"
    head = b"".join(
        f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in told.items()
    )
    plain = "".join(x for x in nama if x.isprintable() and x not in '"\\')
    head += (
        f'--{edge}\r\nContent-Disposition: form-data; name="{ruas}"; filename="{plain}"\r\n'
        f"Content-Type: {mime}\r\n\r\n"
    ).encode()
    return Badan(
        f"multipart/form-data; boundary={edge}", head, file, f"\r\n--{edge}--\r\n".encode()
    )
