"""What the original of a signed paper truly is, and how its name ends because of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

PDF, BITA = "application/pdf", "application/octet-stream"
DIBACA = 1024  # bytes by which a file without a known kind is told
AKHIRAN = {
    PDF: (".pdf", "PDF"),
    "image/png": (".png", "PNG"),
    "image/jpeg": (".jpg", "JPEG"),
    "image/tiff": (".tif", "TIFF"),
    "image/gif": (".gif", "GIF"),
    "image/webp": (".webp", "WebP"),
}
_AWALAN = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"II+\0", "image/tiff"),
    (b"MM\0+", "image/tiff"),
    (b"GIF8", "image/gif"),
    (b"PK\x03\x04", "application/zip"),  # what lies in it may be a PDF; it is none
)
_WAJAR = re.compile(r"\.[A-Za-z0-9]{1,8}")


@dataclass(frozen=True)
class Wujud:
    """The kind of a file, the ending of its name, and what people call it."""

    mime: str = PDF
    akhir: str = ".pdf"
    sebutan: str = "PDF"

    @property
    def pdf(self) -> bool:
        """Whether it is one."""
        return self.mime == PDF


CETAKAN = Wujud()  # as the house makes its own papers


def of_kind(mime: str, nama: str = "") -> Wujud:
    """A file that was identified when it came in; of a rare kind the ending it came with."""
    if mime in AKHIRAN:
        return Wujud(mime, *AKHIRAN[mime])
    own = PurePath(nama).suffix
    lies = not _WAJAR.fullmatch(own) or own.lower() in {one for one, _ in AKHIRAN.values()}
    return Wujud(mime or BITA, "" if lies else own.lower(), "file")


def of_head(head: bytes) -> Wujud:
    """A file by how it begins."""
    for mark, mime in _AWALAN:
        if head.startswith(mark):
            return of_kind(mime)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return of_kind("image/webp")
    return of_kind(PDF if b"%PDF-" in head[:DIBACA] else BITA)
