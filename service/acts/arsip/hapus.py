"""The bytes of what was destroyed leave the store in two steps, and a report stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from service.acts.cari.teks import forgotten
from service.domain.arsip import hapus as h
from service.domain.arsip.hapus import TENANG, Penghapusan
from service.domain.arsip.penyusutan import BUANG
from service.domain.arsip.usul import DILAKSANAKAN, Usul
from service.domain.catatan import MESIN, Catatan
from service.domain.simpanan import DIHAPUS, HILANG, Simpanan
from service.ports import House, Reading, Tx

T = TypeVar("T")
JOB = "musnah"
SEKALI = 200  # rows of one transaction, so that nobody waits long for the ledger


def erase(house: House, usul_id: str) -> None:
    """First nobody may hold the files any more; then, after a while, their bytes are dropped."""
    with house.ledger.read() as reading:
        found = reading.find(Usul, id=usul_id)
        report = reading.find(Penghapusan, id=usul_id)
    usul = found[0] if found else None
    if usul is None or (usul.keadaan, usul.macam) != (DILAKSANAKAN, BUANG):
        return
    if report and report[0].selesai:
        return
    begun = report[0] if report else _begun(house, usul)
    _shut(house, usul)
    if not begun.due(house.clock.now()):
        with house.ledger.begin() as tx:
            tx.plan(JOB, usul.id, begun.mulai + TENANG)
        return
    _spare(house, usul)
    _drop(house, usul)
    _told(house, usul, begun)


def report_of(reading: Reading, usul: Usul) -> Penghapusan | None:
    """What became of the bytes of a list; None where none were to go."""
    found = reading.find(Penghapusan, id=usul.id)
    return found[0] if found else None


def _begun(house: House, usul: Usul) -> Penghapusan:
    one = Penghapusan(usul.id, usul.instansi, house.clock.now(), len(usul.arsip))
    with house.ledger.begin() as tx:
        tx.add(one)
        told = {"arsip": str(one.arsip)}
        tx.note(Catatan(usul.instansi, MESIN, "arsip_mulai_dihapus", one.mulai, usul.id, told))
    return one


def _shut(house: House, usul: Usul) -> None:
    """No new row may hold the files, and no search finds their words."""
    files = house.arsip.files(usul.arsip)
    _each(house, files.sendiri, _erasing)
    for some in _parts(sorted(files.kiriman)):
        with house.ledger.begin() as tx:
            forgotten(tx, kiriman=some)
    for some in _parts(sorted(files.naskah)):
        with house.ledger.begin() as tx:
            forgotten(tx, naskah=some)


def _erasing(tx: Tx, one: Simpanan) -> None:
    if one.keadaan not in HILANG:
        tx.save(one, h.erasing(one))


def _spare(house: House, usul: Usul) -> None:
    """What somebody came to hold in the very moment before is kept for them."""
    _each(house, house.arsip.files(usul.arsip).bersama, _spared)


def _spared(tx: Tx, one: Simpanan) -> None:
    if one.keadaan == DIHAPUS:
        tx.save(one, h.spared(one))


def _drop(house: House, usul: Usul) -> None:
    for some in _parts(sorted(house.arsip.files(usul.arsip).sendiri)):
        with house.ledger.read() as reading:
            going = reading.find(Simpanan, id=some, keadaan=DIHAPUS)
        for one in going:
            house.store.drop(one.id)
        with house.ledger.begin() as tx:
            for one in going:
                tx.save(one, h.erased(one))


def _told(house: House, usul: Usul, before: Penghapusan) -> None:
    """The report: how many files and bytes are gone, and how many stay for others."""
    files = house.arsip.files(usul.arsip)
    with house.ledger.read() as reading:
        gone = [
            x for some in _parts(sorted(files.sendiri)) for x in reading.find(Simpanan, id=some)
        ]
    now = house.clock.now()
    after = replace(
        before,
        file=len(gone),
        ukuran=sum(one.ukuran for one in gone),
        bersama=len(files.bersama),
        selesai=now,
    )
    with house.ledger.begin() as tx:
        tx.save(before, after)
        told = {"file": str(after.file), "bersama": str(after.bersama)}
        tx.note(Catatan(usul.instansi, MESIN, "arsip_dihapus", now, usul.id, told))


def _each(house: House, shas: Iterable[str], change: Callable[[Tx, Simpanan], None]) -> None:
    for some in _parts(sorted(shas)):
        with house.ledger.begin() as tx:
            for one in tx.find(Simpanan, id=some):
                change(tx, one)


def _parts(every: list[T]) -> Iterator[list[T]]:
    return (every[n : n + SEKALI] for n in range(0, len(every), SEKALI))
