"""Take a stack of scanned papers apart at its separators: each part a kiriman of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from service.acts.instansi.aturan import rules
from service.acts.instansi.packs import agency
from service.acts.kiriman.pemisah import sheets
from service.acts.simpan.lent import lent
from service.acts.simpan.receive import Bawaan, Kedatangan, Slip, accept_all
from service.acts.simpan.room import free_enough
from service.domain import pemisah
from service.domain.akibat import ARTI
from service.domain.catatan import MESIN, RUMAH, Catatan
from service.domain.kiriman import DIDAFTAR, DITERIMA, FOLDER, KARANTINA, File, Kiriman
from service.domain.pemisah import (
    BAGIAN,
    DARI,
    DIPISAH,
    HANYA,
    PISAHAN,
    TIDAK,
    Bagian,
    Pemisah,
    Pisahan,
)
from service.domain.refusals import Refusal, Unavailable
from service.domain.sisa import DiskHampirPenuh
from service.domain.temuan import DENGAN_CATATAN, TIDAK_DAPAT_DIPROSES, Temuan
from service.ports import House, Tx


@dataclass(frozen=True)
class Tumpukan:
    """A kiriman that holds separators, and what its files are made of."""

    kiriman: Kiriman
    files: tuple[File, ...]
    pisahan: tuple[Pisahan, ...]  # of each file; without a separator: all its pages, whole

    @property
    def banyak(self) -> int:
        """How many parts there are."""
        return sum(len(one.bagian) for one in self.pisahan)


@dataclass(frozen=True)
class Potongan:
    """One part, as a file that lies ready to be taken in."""

    path: Path
    nama: str
    pemisah: Pemisah


def run(house: House, kiriman_id: str) -> None:
    """All parts in one transaction, with the end of the stack; done twice it is the same."""
    with house.ledger.read() as reading:
        before = reading.get(Kiriman, kiriman_id)
        files = [one for one in reading.find(File, kiriman=kiriman_id) if not one.dari]
    if before.keadaan != DITERIMA or not pemisah.may_be_stack(before):
        return
    try:
        stack = _seen(house, before, tuple(sorted(files, key=lambda one: one.urut)))
        if not stack.banyak:
            _nothing_in_it(house, stack)
        elif stack.banyak > house.batas.file:
            _left_whole(house, before)
        else:
            _apart(house, stack)
    except Refusal:
        _left_whole(house, before)


def _seen(house: House, kiriman: Kiriman, files: tuple[File, ...]) -> Tumpukan:
    found = []
    for file in files:
        if not pemisah.has_sheets(file):
            found.append(Pisahan((Bagian(1, max(1, file.halaman)),)))
            continue
        with lent(house, file.sha256) as path:
            found.append(pemisah.apart(list(sheets(house, path))))
    return Tumpukan(kiriman, files, tuple(found))


def _apart(house: House, stack: Tumpukan) -> None:
    _room_for(house, sum(one.ukuran for one in stack.files))
    with house.room() as room:
        cut = [
            one
            for file, pisahan in zip(stack.files, stack.pisahan, strict=True)
            for one in _cut(house, file, pisahan, room)
        ]
        arrivals = [_arrival(house, stack.kiriman, n, one) for n, one in enumerate(cut, 1)]
        first = arrivals[0]

        def closing(tx: Tx, part: Kiriman) -> Kiriman:
            _closed(house, tx, stack)
            return part

        accept_all(house, [replace(first, also=closing), *arrivals[1:]])


def _room_for(house: House, ukuran: int) -> None:
    try:
        free_enough(house, ukuran)
    except DiskHampirPenuh as full:
        raise Unavailable(str(full)) from full  # somebody makes room, and it goes on by itself


def _cut(house: House, file: File, pisahan: Pisahan, room: Path) -> list[Potongan]:
    with lent(house, file.sha256) as path:
        if not pisahan.lembar:
            whole = room / f"{file.id}.utuh"
            return [Potongan(house.store.fetch(file.sha256, whole), file.nama, Pemisah())]
        return [
            Potongan(
                house.reader.part(path, one.dari, one.sampai, room / f"{file.id}.{n}"),
                pemisah.part_name(file, n),
                one.pemisah,
            )
            for n, one in enumerate(pisahan.bagian, 1)
        ]


def _arrival(house: House, stack: Kiriman, n: int, cut: Potongan) -> Kedatangan:
    """A part came in as its stack did; the separator says for whom, as far as it is known here."""
    said = cut.pemisah
    if stack.instansi:
        now, instansi = house.clock.now(), agency(house.packs, stack.instansi)
        at_work = {one.id for one in instansi.open_units(now)}
        unit = said.unit if said.unit in at_work else stack.unit
        known = rules(house.packs, stack.instansi).jenis_of(said.jenis) is not None
    else:
        unit, known = stack.unit, False
    slip = Slip(
        id=pemisah.part_id(stack.id, n),
        instansi=stack.instansi,
        unit=unit,
        pintu=stack.pintu,
        nama=cut.nama,
        siapa=stack.siapa,
        rahasia=stack.rahasia,
        jenis=said.jenis if known else stack.jenis,
        surat=pemisah.told_of(stack.surat),
        fisik=replace(stack.fisik, jumlah=0) if stack.fisik else None,
        asal={DARI: stack.id},
    )
    return Kedatangan(slip, (Bawaan(cut.path, cut.nama),))


def _closed(house: House, tx: Tx, stack: Tumpukan) -> None:
    """The stack draws no number; its parts draw theirs. What it has from before stays its own."""
    before, banyak = stack.kiriman, stack.banyak
    after = replace(
        before,
        keadaan=DIDAFTAR,
        akhir=DENGAN_CATATAN,
        kode=DIPISAH,
        alasan="",
        asal=before.asal | {BAGIAN: str(banyak)},
    )
    tx.save(before, after)
    for file, pisahan in zip(stack.files, stack.pisahan, strict=True):
        if pisahan.lembar:
            temuan = (*file.temuan, Temuan(DIPISAH, _told(pisahan)))
            tx.save(file, replace(file, temuan=temuan, akhir=DENGAN_CATATAN))
    _noted(house, tx, after, "kiriman_dipisah", {BAGIAN: str(banyak)})


def _told(pisahan: Pisahan) -> str:
    blank = f"; halaman kosong {pemisah.pages(pisahan.kosong)}" if pisahan.kosong else ""
    return f"{len(pisahan.bagian)} bagian, {pisahan.lembar} lembar pemisah{blank}"[:200]


def _nothing_in_it(house: House, stack: Tumpukan) -> None:
    """Separators and nothing between them: no number is drawn, somebody scans once more."""
    before = stack.kiriman
    with house.ledger.begin() as tx:
        after = replace(
            before,
            keadaan=KARANTINA,
            akhir=TIDAK_DAPAT_DIPROSES,
            kode=HANYA,
            alasan=ARTI[HANYA].kata,
        )
        tx.save(before, after)
        for file in stack.files:
            temuan = tuple(dict.fromkeys((*file.temuan, Temuan(HANYA))))
            tx.save(file, replace(file, temuan=temuan, akhir=TIDAK_DAPAT_DIPROSES))
        _noted(house, tx, after, "kiriman_diperiksa", {"akhir": after.akhir, "kode": HANYA})
        if after.pintu == FOLDER:
            tx.plan("karantina", after.id)


def _left_whole(house: House, before: Kiriman) -> None:
    """It cannot be taken apart: it is one kiriman, and a person looks at it."""
    with house.ledger.begin() as tx:
        after = replace(before, asal=before.asal | {PISAHAN: TIDAK})
        tx.save(before, after)
        _noted(house, tx, after, "kiriman_diperiksa", {"kode": "tak_terpisah"})
        tx.plan("identify", after.id)


def _noted(house: House, tx: Tx, after: Kiriman, perbuatan: str, told: dict[str, str]) -> None:
    where, now = after.instansi or RUMAH, house.clock.now()
    tx.note(Catatan(where, MESIN, perbuatan, now, after.id, told))
