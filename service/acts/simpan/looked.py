"""One file looked at: for viruses, then in the box; what could not be looked at is held."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from service.domain.akibat import end_of
from service.domain.bacaan import Bacaan
from service.domain.kiriman import File
from service.domain.refusals import BelumSiap, Unavailable
from service.domain.temuan import TERLALU_BESAR_DIPINDAI, Temuan
from service.ports import House, Tx

UNKNOWN = "application/octet-stream"


@dataclass(frozen=True)
class Dilihat:
    """A file as its row will say it, and what the readers told of it."""

    file: File
    bacaan: Bacaan


def looked(house: House, file: File, path: Path) -> Dilihat:
    """The file with its end and its findings; nothing is opened that the scanner has not passed."""
    bacaan = _read(house, file, path)
    after = replace(
        file,
        mime=bacaan.mime,
        halaman=bacaan.halaman,
        temuan=bacaan.temuan,
        metadata=bacaan.metadata,
        akhir=end_of(bacaan.temuan),
    )
    return Dilihat(after, bacaan)


def owe(tx: Tx, seen: Dilihat) -> None:
    """What follows for one file: archives to be opened, pictures to be read, old forms changed."""
    if seen.bacaan.anggota:
        tx.plan("unpack", seen.file.id)
    if seen.bacaan.perlu_ocr:
        tx.plan("ocr", seen.file.id)
    if seen.file.metadata.get("perlu_ubah"):
        tx.plan("ubah", seen.file.id)


def scanned(house: House, path: Path) -> Temuan | None:
    """Why a file must not be opened; None for one that passed. Unavailable: nobody can say."""
    found = house.scanner.found(path)
    if not found:
        return None
    return Temuan("tak_terpindai" if found == TERLALU_BESAR_DIPINDAI else "virus", found)


def _read(house: House, file: File, path: Path) -> Bacaan:
    try:
        held = scanned(house, path)
    except Unavailable:
        return Bacaan("", temuan=(Temuan("belum_dipindai"),))
    if held:
        return Bacaan(UNKNOWN, temuan=(held,))
    try:
        return house.reader.look(path, file.nama)
    except BelumSiap:
        return Bacaan("", temuan=(Temuan("kotak_belum_siap"),))
    except Unavailable:
        return Bacaan("", temuan=(Temuan("kotak_mati"),))
