"""The list of papers of a matter, and the waiver by which one of them is not asked for any more."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts.lihat.berkas import SAMPAI, berkas_for, children, is_unit, there
from service.acts.orang import izin
from service.acts.sop.versi import Jalan, walked
from service.domain.berkas import Berkas, need_open
from service.domain.butir import Butir, outcomes
from service.domain.catatan import Catatan
from service.domain.keringanan import Keringanan, checked, may_be_waived, standing, withdrawn
from service.domain.refusals import TidakAda
from service.domain.sop.bahan import Bahan
from service.domain.sop.jalan import Keadaan
from service.domain.sop.jejak import Jejak
from service.domain.sop.lengkap import Kertas, need_whole, papers, way
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading


@dataclass(frozen=True)
class Kesampingkan:
    """What a head waives; its id makes a second try the same."""

    id: str
    berkas: str
    bahan: str
    alasan: str


def listed(reading: Reading, berkas: Berkas) -> tuple[Kertas, ...]:
    """Every paper that the rows on its way speak of, the present one among them; () without an
    SOP."""
    return _papers(reading, walked(reading, berkas), berkas, "") if berkas.sidik else ()


def need(reading: Reading, jalan: Jalan, berkas: Berkas) -> None:
    """Refuse the end of its SOP while a paper of an earlier row lacks; the last is asked itself."""
    need_whole(_papers(reading, jalan, berkas, berkas.langkah))


def waivers(reading: Reading, jalan: Jalan, berkas: Berkas) -> tuple[list[Bahan], list[Keringanan]]:
    """What lacks now and a head may waive, and the waivers that stand."""
    lines = _papers(reading, jalan, berkas, "")
    things = [jalan.bahan[one.bahan] for one in lines if one.kurang]
    given = [x for x in reading.find(Keringanan, berkas=berkas.id) if x.dicabut is None]
    return [one for one in things if may_be_waived(one)], given


def _papers(reading: Reading, jalan: Jalan, berkas: Berkas, tanpa: str) -> tuple[Kertas, ...]:
    rows = [one for one in way(reading.find(Jejak, berkas=berkas.id)) if one != tanpa]
    return papers(
        jalan.sop, jalan.bahan, rows, _known(reading, jalan, berkas), unit=is_unit(berkas)
    )


def _known(reading: Reading, jalan: Jalan, berkas: Berkas) -> Keadaan:
    """What it has, with what everything that it called has brought, whichever row called it."""
    below = [one for one in children(reading, berkas) if one.keadaan in SAMPAI]
    units = [one for one in below if is_unit(one)]
    deeper = reading.find(Berkas, induk=[one.id for one in units]) if units else []
    brought = [berkas, *below, *(one for one in deeper if one.keadaan in SAMPAI)]
    return Keadaan(
        ada=there(reading, jalan, brought),
        butir=outcomes(reading.find(Butir, berkas=berkas.id)),
        dikesampingkan=standing(reading.find(Keringanan, berkas=berkas.id)),
    )


def waive(house: House, oleh: Hadir, asked: Kesampingkan) -> Keringanan:
    """The matter goes on without it; a head says so, and whoever has the step in hand does not."""
    with house.ledger.begin() as tx:
        berkas = berkas_for(tx, oleh, asked.berkas)
        for same in tx.find(Keringanan, id=asked.id, berkas=berkas.id):
            return same
        need_open(berkas)
        thing = _thing(walked(tx, berkas), asked.bahan)
        prepared = (berkas.pemilik,) if berkas.pemilik else ()
        tempat = izin.Tempat(berkas.instansi, berkas.unit, prepared)
        given = izin.need(tx, oleh, Act.APPROVE, tempat, asked.alasan)
        checked(thing, asked.alasan, tx.find(Keringanan, berkas=berkas.id))
        now = house.clock.now()
        reason = izin.written(house, tx, berkas.instansi, berkas.id, asked.alasan.strip())
        one = Keringanan(asked.id, berkas.id, thing.id, reason, given.siapa, now)
        tx.add(one)
        told = {"bahan": thing.id, "alasan": reason, "pemegang": given.pemegang}
        act = "kelengkapan_dikesampingkan"
        tx.note(Catatan(berkas.instansi, given.siapa, act, now, berkas.id, told))
    return one


def take_back(house: House, oleh: Hadir, keringanan_id: str) -> Keringanan:
    """The matter is asked for it again."""
    with house.ledger.begin() as tx:
        found = tx.find(Keringanan, id=keringanan_id)
        if not found:
            raise TidakAda("Keringanan itu")
        berkas = berkas_for(tx, oleh, found[0].berkas)
        need_open(berkas)
        given = izin.need(tx, oleh, Act.APPROVE, izin.Tempat(berkas.instansi, berkas.unit))
        now = house.clock.now()
        after = withdrawn(found[0], now)
        if after == found[0]:
            return after
        tx.save(found[0], after)
        told = {"bahan": after.bahan, "pemegang": given.pemegang}
        tx.note(
            Catatan(berkas.instansi, given.siapa, "kelengkapan_diminta_lagi", now, berkas.id, told)
        )
    return replace(after, versi=found[0].versi + 1)


def _thing(jalan: Jalan, bahan: str) -> Bahan:
    if bahan not in jalan.bahan:
        raise TidakAda(f"Bahan {bahan}")
    return jalan.bahan[bahan]
