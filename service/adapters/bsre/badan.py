"""Bodies of requests, read from the disk as they leave: a paper is never whole in memory."""

from __future__ import annotations

import json
import os
import secrets
from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from service.domain.refusals import Unavailable

PART = 57 * 1024  # a multiple of three, so that the parts of base64 join without a seam


class Badan:
    """What goes before the paper, the paper, and what goes after it."""

    def __init__(
        self,
        jenis: str,
        depan: bytes,
        pdf: BinaryIO | None = None,
        belakang: bytes = b"",
        *,
        b64: bool = False,
    ) -> None:
        self.jenis, self._pdf, self._b64 = jenis, pdf, b64
        self._depan, self._belakang = depan, belakang
        self._size = os.fstat(pdf.fileno()).st_size if pdf else 0
        inside = (self._size + 2) // 3 * 4 if b64 else self._size
        self.panjang = len(depan) + inside + len(belakang)

    def parts(self) -> Iterator[tuple[bytes, bool]]:
        """Exactly `panjang` bytes in parts, each with whether it is the last."""
        left = self.panjang
        for part in self._pieces():
            left -= len(part)
            yield part, left == 0

    def _pieces(self) -> Iterator[bytes]:
        yield self._depan
        if self._pdf:
            self._pdf.seek(0)
            left = self._size
            while left:
                part = self._pdf.read(min(PART, left))
                left -= len(part)
                if not part or (left and len(part) < PART):
                    raise Unavailable("Naskah berubah selagi dikirim untuk ditandatangani.")
                yield b64encode(part) if self._b64 else part
        if self._belakang:
            yield self._belakang


def plain_json(isi: Mapping[str, object]) -> Badan:
    """A body of a few fields."""
    return Badan("application/json", json.dumps(isi).encode())


def json_with_pdf(isi: Mapping[str, object], pdf: BinaryIO, *, daftar: bool) -> Badan:
    """Fields, and the paper as the last of them: in a list, or by itself."""
    head = json.dumps(isi)[:-1] + (", " if isi else "")
    opened, closed = ('["', '"]}') if daftar else ('"', '"}')
    return Badan(
        "application/json", f'{head}"file": {opened}'.encode(), pdf, closed.encode(), b64=True
    )


def multipart(
    isian: Mapping[str, str],
    gambar: tuple[str, str, bytes] | None,
    nama: str,
    pdf: BinaryIO,
) -> Badan:
    """A form with its fields, perhaps a picture (name, kind, bytes), and the paper as `nama`."""
    edge = f"berkas-{secrets.token_hex(16)}"
    head = b"".join(
        _field(edge, f'name="{name}"', "text/plain; charset=utf-8", value.encode())
        for name, value in isian.items()
    )
    if gambar:
        name, jenis, content = gambar
        head += _field(edge, f'name="{name}"; filename="ttd.{jenis}"', f"image/{jenis}", content)
    told = f'name="{nama}"; filename="naskah.pdf"'
    head += _field(edge, told, "application/pdf", b"")[:-2]
    return Badan(f"multipart/form-data; boundary={edge}", head, pdf, f"\r\n--{edge}--\r\n".encode())


def _field(edge: str, told: str, jenis: str, value: bytes) -> bytes:
    head = f"--{edge}\r\nContent-Disposition: form-data; {told}\r\nContent-Type: {jenis}\r\n\r\n"
    return head.encode() + value + b"\r\n"
