"""A draft out of a foreign table: the file is kept on the closed side, and read in the box."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from service.acts.simpan.keep import JustHeld, hold, keep
from service.acts.simpan.looked import scanned
from service.acts.simpan.receive import TRIES
from service.acts.sop.daftar import bahan_of
from service.acts.sop.konsep import SELURUH, begun, draft_for, kept, mine
from service.domain.kiriman import shown
from service.domain.refusals import Overtaken, Refusal
from service.domain.setelan import Setelan
from service.domain.sop.impor import read_draft
from service.domain.sop.impor_bentuk import Sumber
from service.domain.sop.konsep import KONSEP, SopKonsep
from service.domain.sop.konsep_baca import of_table
from service.domain.wewenang import Act, Hadir
from service.ports import House

TERBESAR = 20_000_000  # bytes of a file with an SOP in it


class FileSopTerlaluBesar(Refusal):
    """No SOP is so large."""

    status = 413

    def __init__(self) -> None:
        super().__init__(
            f"File ini lebih besar dari {TERBESAR // 1_000_000} MB, terlalu besar untuk sebuah "
            "SOP. Tidak ada yang disimpan. Simpan halaman SOP-nya saja sebagai file sendiri, lalu "
            "unggah itu."
        )


class FileSopBervirus(Refusal):
    """The scanner knows this file as harmful."""

    def __init__(self) -> None:
        super().__init__(
            "Pemindai virus mengenali file ini sebagai berbahaya, jadi file ini tidak dibuka. "
            "Tidak ada yang disimpan. Beri tahu bagian TI, lalu mintalah file yang bersih."
        )


class FileSopTakTerpindai(Refusal):
    """The scanner looks at nothing so large, so nobody can say that it is clean."""

    def __init__(self) -> None:
        super().__init__(
            "File ini lebih besar daripada yang dapat diperiksa pemindai virus, jadi file ini "
            "tidak dibuka. Tidak ada yang disimpan. Simpan halaman SOP-nya saja sebagai file "
            "sendiri, lalu ulangi."
        )


@dataclass(frozen=True)
class Unggah:
    """A file with an SOP in it, as it was sent; its id makes a second try the same draft."""

    id: str
    instansi: str
    nama: str
    path: Path


def take_in(house: House, oleh: Hadir, asked: Unggah) -> SopKonsep:
    """A draft out of the table in a file; the file is kept on the closed side."""
    oleh.reach(Act.SOP, asked.instansi)
    with house.ledger.read() as reading:
        reading.get(Setelan, asked.instansi)
        if made := reading.find(SopKonsep, id=asked.id):
            return mine(oleh, made[0], asked.instansi)
    if asked.path.stat().st_size > TERBESAR:
        raise FileSopTerlaluBesar
    filled = _read(house, _bare(house, oleh, asked), asked.path, 0)
    for _ in range(TRIES):
        try:
            held = keep(house, asked.path)
            with house.ledger.begin() as tx:
                hold(tx, held)
                return begun(house, tx, oleh, replace(filled, file=held.sha256))
        except JustHeld:
            continue
        except Overtaken:  # sent twice at once: the other made it
            return mine(oleh, draft_for(house, oleh, asked.id), asked.instansi)
    raise JustHeld


def _bare(house: House, oleh: Hadir, asked: Unggah) -> SopKonsep:
    now = house.clock.now()
    name = shown(asked.nama)[:200]
    return SopKonsep(asked.id, asked.instansi, "", KONSEP, now, oleh.orang.id, nama_file=name)


def _read(house: House, bare: SopKonsep, path: Path, tabel: int) -> SopKonsep:
    things = bahan_of(house.packs.still(), bare.instansi)
    return of_table(bare, read_draft(source(house, path), things, tabel))


def source(house: House, path: Path) -> Sumber:
    """What stands in a file with an SOP, once the scanner has passed it; a Refusal where not."""
    if held := scanned(house, path):
        raise FileSopBervirus if held.kode == "virus" else FileSopTakTerpindai
    return house.reader.sop_table(path)


def other_table(house: House, oleh: Hadir, konsep_id: str, tabel: int, baru: str) -> SopKonsep:
    """Another of the tables in the file; beside what was written already it is a draft of its own.

    `baru` is the id that such a draft gets.
    """
    before = draft_for(house, oleh, konsep_id)
    if not before.file or tabel == before.tabel:
        return before
    with house.ledger.read() as reading:
        if made := reading.find(SopKonsep, id=baru):
            return mine(oleh, made[0], before.instansi)
    with house.room() as room:
        path = house.store.fetch(before.file, room / "sop")
        bare = replace(before, kode="", dasar=-1)
        after = _read(house, bare, path, tabel)
    with house.ledger.begin() as tx:
        now = house.clock.now()
        if before.versi > 1 or before.keadaan != KONSEP:
            fresh = replace(after, id=baru, keadaan=KONSEP, dibuat=now, oleh=oleh.orang.id, versi=1)
            return begun(house, tx, oleh, fresh)
        return kept(house, tx, oleh, before, after, SELURUH)
