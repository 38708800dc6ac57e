"""One file looked at: for viruses, then in the box; what could not be looked at is held."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.domain.akibat import end_of
from service.domain.bacaan import Bacaan
from service.domain.kiriman import File
from service.domain.refusals import Unavailable
from service.domain.temuan import TERLALU_BESAR_DIPINDAI, Temuan
from service.ports import House

UNKNOWN = "application/octet-stream"


@dataclass(frozen=True)
class Dilihat:
    """A file as its row will say it, and what the readers told of it."""

    file: File
    bacaan: Bacaan


def looked(house: House, file: File) -> Dilihat:
    """The file with its end and its findings; nothing is opened that the scanner has not passed."""
    with house.room() as room:
        path = house.store.fetch(file.sha256, room / "file")
        try:
            found = house.scanner.found(path)
        except Unavailable:
            return _held(file, "belum_dipindai")
        if found:
            kode = "tak_terpindai" if found == TERLALU_BESAR_DIPINDAI else "virus"
            return _told(file, Bacaan(UNKNOWN, temuan=(Temuan(kode, found),)))
        try:
            bacaan = house.reader.look(path, file.nama)
        except Unavailable:
            return _held(file, "kotak_mati")
    return _told(file, bacaan)


def _held(file: File, kode: str) -> Dilihat:
    return _told(file, Bacaan("", temuan=(Temuan(kode),)))


def _told(file: File, bacaan: Bacaan) -> Dilihat:
    after = replace(
        file,
        mime=bacaan.mime,
        halaman=bacaan.halaman,
        temuan=bacaan.temuan,
        metadata=bacaan.metadata,
        akhir=end_of(bacaan.temuan),
    )
    return Dilihat(after, bacaan)
