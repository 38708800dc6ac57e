"""The test of a piece begins: it is bound to an item of a matter, or becomes one there."""

from __future__ import annotations

from dataclasses import replace

from service.acts.berkas import butir as berkas_butir
from service.acts.berkas.butir import Masuk
from service.acts.berkas.tugas import partakers
from service.acts.dikecualikan.keputusan import item_for
from service.acts.dikecualikan.simpan import moved
from service.acts.informasi.baca import acting, held, informasi_for
from service.acts.lihat.berkas import berkas_for, peran_in, seen
from service.acts.orang import izin
from service.acts.ttd.pengingat_hari import Hari
from service.domain.berkas import BERJALAN, Berkas, need_open
from service.domain.butir import Butir
from service.domain.informasi import jalan_dik, riwayat
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import BERLAKU_KECUALI, USULAN_KECUALI
from service.domain.informasi.pengujian import (
    BerkasUjiTerbuka,
    Pengujian,
    SudahDiuji,
    need_free,
)
from service.domain.jangka import Jangka
from service.domain.pengecualian import decides
from service.domain.refusals import TidakAda
from service.domain.uji import LembarUji
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

TERBANYAK = 50  # matters that a form offers


def bind(house: House, oleh: Hadir, id_: str, versi: int, butir_id: str) -> Informasi:
    """An item of a matter tests this piece from now on; asked twice it is so once."""
    with house.ledger.begin() as tx:
        return _bound(house, tx, oleh, id_, versi, butir_id)


def put_in(
    house: House, oleh: Hadir, id_: str, versi: int, berkas_id: str, butir_id: str
) -> Informasi:
    """The piece becomes an item of a withheld matter, with what is known for its worksheet."""
    with house.ledger.read() as reading:
        one = informasi_for(reading, oleh, id_)
        if not berkas_for(reading, oleh, berkas_id).rahasia:
            raise BerkasUjiTerbuka
        asked = Masuk(butir_id, name_of(one), one.unit)
    item = berkas_butir.put_in(house, oleh, berkas_id, asked)
    if item.uji == LembarUji():
        berkas_butir.write_test(house, oleh, item.id, item.versi, _begun(one))
    return bind(house, oleh, id_, versi, item.id)


def name_of(one: Informasi) -> str:
    """What a withheld piece is called among those who may see it."""
    return one.unsur.ringkasan or one.dik.ringkasan or one.letak.kata


def matters(house: House, oleh: Hadir, one: Informasi) -> list[Berkas]:
    """The withheld matters under way into which this person may put it, newest first."""
    with house.ledger.read() as reading:
        found = reading.find(Berkas, instansi=one.instansi, keadaan=BERJALAN, rahasia=True)
        hari = Hari(house, reading)
        mine = [x for x in found if seen(oleh, x) and x.sidik and _takes(hari, oleh, x)]
    return sorted(mine, key=lambda x: (x.dibuka, x.id), reverse=True)[:TERBANYAK]


def _takes(hari: Hari, oleh: Hadir, berkas: Berkas) -> bool:
    """Whether items are decided there, and this person has a part in its present row."""
    sop = hari.way(berkas).sop
    tests = any(decides(sop, row) for row in sop.rows(berkas.bagian))
    return tests and bool(peran_in(oleh, berkas) & set(partakers(sop, berkas)))


def tests_of(reading: Reading, informasi: str) -> list[Pengujian]:
    """The tests of a piece, oldest first."""
    found = reading.find(Pengujian, informasi=informasi)
    return sorted(found, key=lambda one: (one.sejak, one.id))


def _begun(one: Informasi) -> LembarUji:
    place = replace(one.letak, dokumen="").kata
    dokumen = one.letak.dokumen or name_of(one)
    line = one.dik
    return LembarUji(
        dokumen=dokumen,
        unit=one.unit,
        bagian=place,
        uraian=name_of(one),
        dasar=line.dasar,
        dibuka=line.dibuka,
        ditutup=line.ditutup,
        jangka=line.jangka if one.keadaan == USULAN_KECUALI else Jangka(),
    )


def _bound(house: House, tx: Tx, oleh: Hadir, id_: str, versi: int, butir_id: str) -> Informasi:
    there = tx.find(Pengujian, id=butir_id)
    if there and there[0].informasi == id_:
        return informasi_for(tx, oleh, id_)
    before = held(tx, oleh, id_, versi)
    izin.need(tx, oleh, Act.VERIFY, izin.Tempat(before.instansi, before.unit))
    item, berkas = item_for(tx, oleh, butir_id)
    if item.dicabut or berkas.instansi != before.instansi:
        raise TidakAda("Butir itu")
    need_open(berkas)
    if there:
        raise SudahDiuji
    need_free(tx.find(Pengujian, informasi=before.id), before.id)
    tx.add(_test(house, before, item))
    by = acting(house, oleh)
    if before.keadaan in BERLAKU_KECUALI:
        again = riwayat.told(before, before, by)  # who comes second is told so
        return moved(house, tx, before, again, "informasi_diuji")
    return moved(house, tx, before, jalan_dik.begin_test(before, by), "informasi_diuji")


def _test(house: House, one: Informasi, item: Butir) -> Pengujian:
    return Pengujian(item.id, one.id, one.instansi, item.berkas, house.clock.now())
