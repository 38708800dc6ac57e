"""The file that a piece of information gives out is named in its line."""

from __future__ import annotations

from dataclasses import replace

from service.acts.informasi.baca import informasi_for
from service.acts.informasi.ubah import Isian, write_in
from service.acts.lihat.kenangan import need_letter, of_letters
from service.acts.lihat.terlihat import file_for, files_for, kiriman_for
from service.acts.pelepasan.baca import is_shut, need_open
from service.domain.informasi.informasi import Informasi
from service.domain.kiriman import File, Kiriman
from service.domain.refusals import Refusal
from service.domain.wewenang import Hadir
from service.ports import House
from service.ports.kiriman import Jangkauan, SaringKiriman

TERLIHAT = 30  # kiriman from which a file is chosen


class FileRahasia(Refusal):
    """What came in as secret is no file for the public."""

    def __init__(self) -> None:
        super().__init__(
            "File itu datang dalam kiriman rahasia, jadi tidak dapat dipakai untuk umum. Tidak ada "
            "yang diubah."
        )


def attach(house: House, oleh: Hadir, informasi: str, versi: int, file_id: str) -> Informasi:
    """The piece with this file, which came in like any other; what was cleared before is void."""
    with house.ledger.read() as reading:
        one = informasi_for(reading, oleh, informasi)
        file = file_for(reading, oleh, file_id)
        need_open(reading, one, file.sha256)
        if kiriman_for(reading, oleh, file.kiriman).rahasia:
            raise FileRahasia
        need_letter(reading, file.kiriman)
    told = replace(one.pelengkap, file=file.id, sidik=file.sha256, ukuran=file.ukuran)
    if told == one.pelengkap:
        return one
    return write_in(house, oleh, informasi, versi, Isian(pelengkap=told))


def came(house: House, oleh: Hadir, informasi: str) -> tuple[Informasi, list[Kiriman]]:
    """The piece, and the newest kiriman of its unit from which a file may be chosen."""
    with house.ledger.read() as reading:
        one = informasi_for(reading, oleh, informasi)
        need_open(reading, one)
    if not oleh.sees(one.instansi, one.unit, rahasia=False):
        return one, []
    place = Jangkauan(one.instansi, one.unit, rahasia=False)
    asked = SaringKiriman(unit=one.unit)
    return one, house.kiriman.newest([place], asked, None, TERLIHAT)


def files_in(house: House, oleh: Hadir, informasi: str, kiriman: str) -> list[File]:
    """The files of a kiriman that may become the file of a piece, for who may open them."""
    with house.ledger.read() as reading:
        one = informasi_for(reading, oleh, informasi)
        need_open(reading, one)
        found = kiriman_for(reading, oleh, kiriman)
        if found.rahasia or found.instansi != one.instansi:
            return []
        if of_letters(reading, [found.id]):
            return []
        every = files_for(reading, oleh, found)
        return [file for file in every if not is_shut(reading, file.sha256)]
