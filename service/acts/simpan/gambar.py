"""A page of a file as a picture; what is no page yet is made one by LibreOffice, boxed."""

from __future__ import annotations

import threading
from pathlib import Path

from service.domain.kiriman import File
from service.domain.refusals import Refusal
from service.ports import House

LEBAR = 900  # pixels: a page that can be read on a screen
DIUBAH = frozenset(
    {
        "application/msword",
        "application/rtf",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/vnd.oasis.opendocument.text",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text/csv",
        "text/rtf",
    }
)
_ONE_AT_A_TIME = threading.BoundedSemaphore(1)  # LibreOffice takes half the memory of a small house
SABAR = 20.0  # seconds in which a page is waited for


class BelumDapatDilihat(Refusal):
    """No picture now; the file itself is safe."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Pratinjau file lain sedang disiapkan. File ini tersimpan utuh; coba lagi sebentar "
            "lagi, atau unduh aslinya."
        )


def page(house: House, file: File, halaman: int) -> bytes:
    """The page as PNG; Refusal where the file has no such page to show."""
    with house.room() as room:
        path = house.store.fetch(file.sha256, room / "file")
        if file.mime in DIUBAH:
            path = as_pdf(house, path, file.mime, room / "halaman.pdf")
        return house.reader.picture(path, halaman, LEBAR)


def as_pdf(house: House, path: Path, mime: str, out: Path) -> Path:
    """A file of an office program as PDF, to be looked at; one at a time in this process."""
    if not _ONE_AT_A_TIME.acquire(timeout=SABAR):
        raise BelumDapatDilihat
    try:
        return house.changer.pdf(path, mime, out)
    finally:
        _ONE_AT_A_TIME.release()
