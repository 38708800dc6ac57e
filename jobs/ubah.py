"""Read an old Office file by way of LibreOffice, which makes of it one that can be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from service.acts.kiriman.reread import reread
from service.acts.simpan.looked import Dilihat
from service.domain.akibat import end_of
from service.domain.bacaan import Bacaan
from service.domain.kiriman import File
from service.domain.refusals import Refusal
from service.domain.temuan import Temuan
from service.ports import House

WAITS = "perlu_ubah"


def run(house: House, file_id: str) -> None:
    """The file with its text; one that LibreOffice cannot open is kept and said to be so."""
    with house.ledger.read() as reading:
        before = reading.get(File, file_id)
    if WAITS not in before.metadata:
        return
    metadata = {name: value for name, value in before.metadata.items() if name != WAITS}
    bacaan = _read(house, before)
    temuan = tuple(dict.fromkeys((*before.temuan, *bacaan.temuan)))
    halaman = bacaan.halaman or before.halaman
    after = replace(before, metadata=metadata, temuan=temuan, akhir=end_of(temuan), halaman=halaman)
    reread(house, before, Dilihat(after, replace(bacaan, mime=before.mime)))


def _read(house: House, file: File) -> Bacaan:
    with house.room() as room:
        old = house.store.fetch(file.sha256, room / "asing")
        try:
            made = house.changer.modern(old, file.mime, room / "jadi")
        except Refusal:
            return Bacaan(file.mime, temuan=(Temuan("tak_dapat_diubah"),))
        return house.reader.look(made, Path(file.nama).stem)
