"""A unit says that nothing changed this time: its part ends, and the round goes on."""

from __future__ import annotations

from service.acts.berkas.anak import ended
from service.acts.berkas.henti import Minta
from service.acts.berkas.tugas import need_part
from service.acts.instansi.packs import agency
from service.acts.lihat.berkas import UNIT, berkas_for, is_unit
from service.acts.orang import izin
from service.acts.putaran.baca import list_of, part_of
from service.acts.sop.versi import walked
from service.domain import putaran as p
from service.domain.berkas import DIBATALKAN, Berkas, need_open
from service.domain.daftar_unit.masuk import DaftarMasuk
from service.domain.putaran import Baris, Unit
from service.domain.refusals import Overtaken, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading


def nothing_new(house: House, oleh: Hadir, asked: Minta) -> Berkas:
    """Said by the unit itself before it sends anything; a word of explanation may go with it."""
    with house.ledger.begin() as tx:
        before = berkas_for(tx, oleh, asked.berkas)
        if not is_unit(before):
            raise TidakAda("Bagian unit itu")
        if before.versi != asked.versi:
            raise Overtaken("berkas", before.id)
        given = izin.need(tx, oleh, Act.COMPLETE, izin.Tempat(before.instansi, before.unit))
        need_open(before)
        p.need_nothing_sent(_standing(house, tx, before))
        need_part(walked(tx, before).sop, before, oleh)
        return ended(house, tx, before, given, p.NIHIL, "unit_nihil", asked.alasan.strip())


def _standing(house: House, reading: Reading, berkas: Berkas) -> Unit:
    """The unit's part with the lists that count for it."""
    body, unit = agency(house.packs, berkas.instansi), berkas.untuk.removeprefix(UNIT)
    every = reading.find(Berkas, instansi=berkas.instansi, untuk=berkas.untuk)
    mine = [one for one in every if one.keadaan != DIBATALKAN]
    heads = {one.induk for one in mine}
    parts = [
        part
        for head in heads
        for part in p.last_of_each(part_of(x) for x in mine if x.induk == head)
    ]
    came = reading.find(DaftarMasuk, instansi=berkas.instansi, unit=unit, tertutup=False)
    paid = p.assigned(parts, [list_of(body, one) for one in came])
    today = body.kalender_of(unit).tanggal(house.clock.now())
    own = next(one for one in parts if one.berkas == berkas.id)
    return p.judged(own, paid[own], Baris(), today)
