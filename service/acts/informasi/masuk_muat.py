"""The right lines of a list go into the ledger, so many at a time; done twice they are once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from service.acts.informasi.baca import acting, kept
from service.acts.informasi.diajukan import awaits_decree
from service.acts.informasi.masuk_baca import Terbaca, read
from service.acts.informasi.usul import Usulan, put_in
from service.acts.orang import izin
from service.acts.orang.hadir import present
from service.domain.catatan import Catatan
from service.domain.daftar_unit.banding import Ubahan
from service.domain.daftar_unit.jadi import became, words_of
from service.domain.daftar_unit.masuk import MEMUAT, DaftarMasuk, counted
from service.domain.informasi import jalan_dip
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import TERBIT
from service.domain.orang import Orang
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx

SEKALI = 500  # lines of one transaction
T = TypeVar("T")


def run(house: House, one: DaftarMasuk) -> None:
    """All right lines, on behalf of who accepted the list, as they may act at this moment."""
    oleh = acting_for(house, one)
    found = read(house, one)
    many = Counter[str]()
    columns = set(found.hasil.kepala.di)
    for some in parts(found.baru):
        asked = []
        for row in some:
            words = became(row, columns, None, one.pilihan.kategori)
            id_ = one.line(row.baris)
            asked.append(
                Usulan(
                    id_,
                    one.instansi,
                    one.unit,
                    words.kategori,
                    unsur=words.unsur,
                    pelengkap=words.pelengkap,
                )
            )
        with house.ledger.begin() as tx:
            put_in(house, tx, oleh, asked)
        many["baru"] += len(some)
    for changes in parts(tuple(found.ubah.values())):
        with house.ledger.begin() as tx:
            for change in changes:
                many[_changed(house, tx, oleh, found, change)] += 1
    done(house, one, oleh, many)


def acting_for(house: House, one: DaftarMasuk) -> Hadir:
    """Who accepted the list, with what they may do now; refuses who may no longer."""
    with house.ledger.read() as reading:
        oleh = present(reading, reading.get(Orang, one.diterima_oleh), house.clock.now())
        izin.need(reading, oleh, Act.FILL, izin.Tempat(one.instansi, one.unit))
        return oleh


def _changed(house: House, tx: Tx, oleh: Hadir, found: Terbaca, change: Ubahan) -> str:
    """What became of a line that says something else now."""
    before = tx.get(Informasi, found.ada[change.sebelum.kode].id)
    words = became(change.baris, set(found.hasil.kepala.di), words_of(before))
    if words == words_of(before):
        return "berubah"  # an earlier try wrote it
    who = acting(house, oleh)
    if before.keadaan == TERBIT:
        before = kept(house, tx, before, jalan_dip.renew(before, who), "informasi_diubah")
    tx.hold_editions(before.instansi)
    if not before.dapat_diubah or awaits_decree(tx, before):
        return "tertinggal"
    done = jalan_dip.write_in(
        before, who, unsur=words.unsur, pelengkap=words.pelengkap, kategori=words.kategori
    )
    kept(house, tx, before, done, "informasi_diubah")
    return "berubah"


def done(house: House, one: DaftarMasuk, oleh: Hadir, many: Counter[str]) -> None:
    """The list is in the ledger, with how many lines became what."""
    with house.ledger.begin() as tx:
        before = tx.get(DaftarMasuk, one.id)
        if before.keadaan != MEMUAT:
            return
        tx.save(before, counted(before, many))
        told = {name: str(many[name]) for name in ("baru", "berubah", "tertinggal")}
        now = house.clock.now()
        tx.note(Catatan(one.instansi, oleh.orang.id, "daftar_masuk_dimuat", now, one.id, told))


def parts(many: Sequence[T]) -> Iterator[Sequence[T]]:
    """As many as one transaction writes, one after another."""
    for n in range(0, len(many), SEKALI):
        yield many[n : n + SEKALI]
