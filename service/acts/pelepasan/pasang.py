"""The file that a piece of information gives out is named in its line."""

from __future__ import annotations

from dataclasses import replace

from service.acts.informasi.baca import informasi_for
from service.acts.informasi.ubah import Isian, write_in
from service.acts.lihat.terlihat import file_for
from service.acts.pelepasan.baca import need_open
from service.domain.informasi.informasi import Informasi
from service.domain.wewenang import Hadir
from service.ports import House


def attach(house: House, oleh: Hadir, informasi: str, versi: int, file_id: str) -> Informasi:
    """The piece with this file, which came in like any other; what was cleared before is void."""
    with house.ledger.read() as reading:
        one = informasi_for(reading, oleh, informasi)
        file = file_for(reading, oleh, file_id)
        need_open(reading, one, file.sha256)
    told = replace(one.pelengkap, file=file.id, sidik=file.sha256, ukuran=file.ukuran)
    if told == one.pelengkap:
        return one
    return write_in(house, oleh, informasi, versi, Isian(pelengkap=told))
