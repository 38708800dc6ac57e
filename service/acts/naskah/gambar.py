"""The print of a naskah: how many pages it has, and each as a picture."""

from __future__ import annotations

from pathlib import Path

from service.acts.simpan.gambar import LEBAR
from service.domain.refusals import Refusal, Unavailable
from service.ports import House

DIINGAT = 4096  # prints whose number of pages is kept in mind; a print never changes
_halaman: dict[str, int] = {}


def pages(house: House, sha256: str) -> int:
    """How many pages a print has; 0 where nobody can tell now."""
    if sha256 not in _halaman:
        try:
            found = _counted(house, sha256)
        except (Refusal, Unavailable):
            return 0
        if len(_halaman) >= DIINGAT:
            _halaman.clear()
        _halaman[sha256] = found
    return _halaman[sha256]


def _counted(house: House, sha256: str) -> int:
    with house.room() as room:
        path = house.store.fetch(sha256, room / "naskah.pdf")
        return house.reader.look(path, "naskah.pdf").halaman


def page(house: House, sha256: str, halaman: int, tanda: str = "") -> bytes:
    """A page (from 1) as PNG; Refusal where it has no such page."""
    with house.room() as room:
        path = _taken(house, sha256, room, tanda)
        return house.reader.picture(path, halaman, LEBAR)


def crossed(house: House, sha256: str, tanda: str) -> bytes:
    """A copy of a print with a word over each page; what the store holds stays as it is."""
    with house.room() as room:
        return _taken(house, sha256, room, tanda).read_bytes()


def _taken(house: House, sha256: str, room: Path, tanda: str) -> Path:
    path = house.store.fetch(sha256, room / "naskah.pdf")
    return house.marker.cross(path, tanda, room / "bertanda.pdf") if tanda else path
