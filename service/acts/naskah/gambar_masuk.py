"""Take in a picture for a paper: looked at, and kept until the naskah that names it holds it."""

from __future__ import annotations

from pathlib import Path

from service.acts.simpan.keep import Kept, keep
from service.domain.gambar_naskah import UKURAN_TERBESAR, look
from service.ports import House


def take(house: House, path: Path) -> Kept:
    """The picture in the store; GambarTidakSah where a paper cannot hold it."""
    with path.open("rb") as came:
        look(came.read(UKURAN_TERBESAR + 1))
    return keep(house, path)
