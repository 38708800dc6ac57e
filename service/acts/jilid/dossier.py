"""The dossier of a matter that is over, for who may read each paper in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from service.acts.jilid.terbaca import came_with, readable_of, shut_of
from service.acts.lihat.berkas import berkas_for
from service.acts.lihat.kenangan import need_kept
from service.acts.orang import izin
from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.dossier.jilidan import AlasanJilidPerlu
from service.domain.kiriman import File
from service.domain.naskah import DIARSIPKAN, Naskah
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading

APA = "Dossier berkas ini"


def opened(house: House, oleh: Hadir, berkas_id: str, alasan: str) -> tuple[Berkas, BinaryIO]:
    """Its bytes; where it holds what is withheld, with a reason that is kept before the first."""
    with house.ledger.begin() as tx:
        berkas = berkas_for(tx, oleh, berkas_id)
        if not berkas.dossier or not _reads_all(house, tx, oleh, berkas):
            raise TidakAda(APA)
        need_kept(tx, berkas.id)
        if shut_of(tx, _bound(tx, berkas)):
            given = izin.need(tx, oleh, Act.SECRET, izin.Tempat(berkas.instansi, berkas.unit))
            if not alasan.strip():
                raise AlasanJilidPerlu
            reason = izin.written(house, tx, berkas.instansi, berkas.id, alasan.strip())
            told = {"alasan": reason, "sha256": berkas.dossier, "pemegang": given.pemegang}
            now = house.clock.now()
            tx.note(Catatan(berkas.instansi, given.siapa, "dossier_dibuka", now, berkas.id, told))
    return berkas, house.store.open(berkas.dossier)


def _bound(reading: Reading, berkas: Berkas) -> Iterator[str]:
    """The bytes that lie in it: those of its papers, and those it was opened with."""
    for paper in reading.find(Naskah, berkas=berkas.id):
        yield from (one for one in (paper.bertanda_tangan, paper.pdf) if one)
    for file in reading.find(File, kiriman=berkas.kiriman) if berkas.kiriman else []:
        yield file.sha256


def _reads_all(house: House, reading: Reading, oleh: Hadir, berkas: Berkas) -> bool:
    """Whether nothing that was bound is beyond this person."""
    bound = {one.id for one in reading.find(Naskah, berkas=berkas.id) if one.keadaan == DIARSIPKAN}
    mine = {one.id for one in readable_of(house, reading, oleh, berkas)}
    _, files = came_with(reading, oleh, berkas)
    there = reading.find(File, kiriman=berkas.kiriman) if berkas.kiriman else []
    return bound <= mine and len(files) == len(there)
