"""Matters below a matter: one for each unit that walks its own rows, one for each SOP called."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from service.acts.berkas.buka import Pembukaan, first_passage, opened, placed
from service.acts.berkas.tenggat import dated
from service.acts.instansi.packs import agency
from service.acts.lihat.berkas import UNIT, berkas_for, children, for_row, gathers, is_unit
from service.acts.orang import izin
from service.acts.sop.versi import Jalan, walked
from service.domain import ids
from service.domain.berkas import BERJALAN, DIBATALKAN, SELESAI, Berkas, at, closed, need_open
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import Naskah
from service.domain.refusals import Refusal
from service.domain.sop.bentuk import PER_UNIT, Sop
from service.domain.sop.jalan import Maju, Posisi, gathered
from service.domain.sop.jejak import Jejak
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

BELUM = "belum"  # how a unit ends that was not waited for


class UnitMengerjakan(Refusal):
    """The rows of the units are walked in their own matters."""

    def __init__(self) -> None:
        super().__init__(
            "Langkah ini dikerjakan setiap unit di berkasnya sendiri. Berkas ini maju sendiri "
            "setelah semua unit selesai. Unit yang tidak ditunggu dicatat di halaman berkasnya."
        )


class TidakMerujuk(Refusal):
    """The step calls no other SOP, or has called it already."""

    def __init__(self) -> None:
        super().__init__("Langkah ini tidak merujuk SOP lain, atau berkasnya sudah dibuka.")


class BukanUnitPutaran(Refusal):
    """Only a unit that has walked its rows in this round can be sent back to them."""

    def __init__(self, unit: str) -> None:
        super().__init__(
            f"Unit {unit} tidak mengerjakan putaran ini, jadi tidak dapat dikembalikan kepadanya. "
            "Tidak ada yang diubah."
        )


def walkers(reading: Reading, berkas: Berkas) -> tuple[str, ...]:
    """The units that have a part in a round, in the order in which they came to it."""
    found = (one.untuk.removeprefix(UNIT) for one in children(reading, berkas) if is_unit(one))
    return tuple(dict.fromkeys(found))


def sent_back(
    reading: Reading, jalan: Jalan, berkas: Berkas, maju: Maju, units: Collection[str]
) -> tuple[str, ...]:
    """The units that walk again, of those that are asked to; () for all of them, or for none."""
    goal = maju.posisi.langkah
    if not (maju.kembali and jalan.sop.row(goal).untuk == PER_UNIT) or is_unit(berkas):
        return ()
    known = walkers(reading, berkas)
    if strange := [one for one in units if one not in known]:
        raise BukanUnitPutaran(strange[0])
    return tuple(one for one in known if one in units)


def need_none(sop: Sop, berkas: Berkas) -> None:
    """Refuse to do by hand what the units do."""
    if sop.row(berkas.langkah).untuk == PER_UNIT and not is_unit(berkas):
        raise UnitMengerjakan


def follow(
    house: House, tx: Tx, jalan: Jalan, berkas: Berkas, siapa: str, units: Collection[str] = ()
) -> Berkas:
    """After a step: open what the new row asks for; tell the matter above that this one is over.

    Of the units only some, where the others are not sent back.
    """
    if berkas.keadaan == BERJALAN:
        if gathers(jalan, berkas):
            _spread(house, tx, jalan, berkas, siapa, units)
            return gather(house, tx, jalan, berkas.id)
        return berkas
    _bound_soon(tx, berkas)
    if is_unit(berkas):
        gather(house, tx, jalan, berkas.induk)
    return berkas


def _bound_soon(tx: Tx, berkas: Berkas) -> None:
    """What has papers of the house's own making is bound at its end."""
    if tx.find(Naskah, berkas=berkas.id):
        tx.plan("assemble", berkas.id)


def _spread(
    house: House, tx: Tx, jalan: Jalan, berkas: Berkas, siapa: str, units: Collection[str]
) -> None:
    """A matter for each unit that is at work today, at the row to which all were sent."""
    instansi = agency(house.packs, berkas.instansi)
    now = house.clock.now()
    for unit in instansi.unit:
        at_work = unit.open_on(instansi.kalender_of(unit.id).tanggal(now))
        if not at_work or (units and unit.id not in units):
            continue
        asked = Pembukaan(
            house.new_id(),
            berkas.instansi,
            unit.id,
            berkas.sop,
            f"{berkas.judul}: {unit.nama}",
            berkas.bagian,
            induk=berkas.id,
            untuk=f"{UNIT}{unit.id}",
            masa=berkas.masa,
            rahasia=berkas.rahasia,
        )
        posisi = replace(berkas.posisi, sejak=now, putaran=0)
        placed(house, tx, asked, jalan, posisi, siapa)


def gather(house: House, tx: Tx, jalan: Jalan, induk: str) -> Berkas:
    """The matter of the units goes on, once none of them walks any more, or where none began."""
    above = tx.get(Berkas, induk)
    if above.keadaan != BERJALAN or not gathers(jalan, above):
        return above
    if any(is_unit(one) and one.keadaan == BERJALAN for one in children(tx, above)):
        return above
    now = house.clock.now()
    posisi = gathered(jalan.sop, above.posisi, now)
    after = _past(house, tx, jalan, above, posisi)
    tx.save(above, after)
    if after.keadaan == SELESAI:
        _bound_soon(tx, after)
    _next_passage(house, tx, above, posisi)
    told = {"langkah": above.langkah, "ke": after.langkah}
    tx.note(Catatan(above.instansi, MESIN, "unit_terkumpul", now, above.id, told))
    return tx.get(Berkas, induk)


def _past(house: House, tx: Tx, jalan: Jalan, above: Berkas, posisi: Posisi) -> Berkas:
    if posisi.selesai:
        return closed(above, SELESAI, house.clock.now())
    return dated(house, tx, jalan.sop, at(above, posisi))


def _next_passage(house: House, tx: Tx, above: Berkas, posisi: Posisi) -> None:
    last = max(tx.find(Jejak, berkas=above.id), key=lambda one: one.urut)
    now = house.clock.now()
    tx.save(last, replace(last, keluar=now, oleh=MESIN))
    if posisi.langkah:
        tx.add(first_passage(house, at(above, posisi), last.urut + 1))


def excuse(house: House, oleh: Hadir, berkas_id: str, versi: int, alasan: str) -> Berkas:
    """A unit that is late is not waited for: its part ends as it stands, with the reason."""
    with house.ledger.begin() as tx:
        before = berkas_for(tx, oleh, berkas_id)
        if before.ditunda is None:  # what stands still keeps nobody waiting
            need_open(before)
        if not is_unit(before) or not alasan.strip():
            raise Refusal("Tulis alasan mengapa unit ini tidak ditunggu. Tidak ada yang diubah.")
        # Not the unit itself decides it, but who keeps the round.
        given = izin.need(tx, oleh, Act.DISPOSE, izin.Tempat(before.instansi, ""))
        asked = replace(before, versi=versi)
        return ended(house, tx, asked, given, BELUM, "unit_tidak_ditunggu", alasan)


def ended(
    house: House, tx: Tx, unit: Berkas, given: izin.Izin, hasil: str, perbuatan: str, kata: str
) -> Berkas:
    """One unit's part over as it stands, with the reason; the round goes on without it."""
    jalan, now = walked(tx, unit), house.clock.now()
    after = closed(unit, SELESAI, now, hasil)
    tx.save(unit, after)
    last = max(tx.find(Jejak, berkas=unit.id), key=lambda one: one.urut)
    reason = izin.written(house, tx, unit.instansi, unit.id, kata)
    tx.save(last, replace(last, keluar=now, oleh=given.siapa, hasil=hasil, alasan=reason))
    told = {"alasan": reason, "pemegang": given.pemegang}
    tx.note(Catatan(unit.instansi, given.siapa, perbuatan, now, unit.id, told))
    return follow(house, tx, jalan, replace(after, versi=unit.versi + 1), given.siapa)


def call(house: House, oleh: Hadir, berkas_id: str) -> Berkas:
    """The matter under the SOP that the step calls; the same where it is open already."""
    with house.ledger.begin() as tx:
        above = berkas_for(tx, oleh, berkas_id)
        need_open(above)
        given = izin.need(tx, oleh, Act.COMPLETE, izin.Tempat(above.instansi, above.unit))
        row = walked(tx, above).sop.row(above.langkah)
        if not row.rujukan:
            raise TidakMerujuk
        before = [one for one in children(tx, above) if one.untuk == for_row(above)]
        for one in before:
            if one.keadaan != DIBATALKAN:
                return one
        asked = Pembukaan(
            # One more after each that was cancelled.
            ids.derived(f"rujukan:{above.id}:{for_row(above)}:{len(before)}"),
            above.instansi,
            above.unit,
            row.rujukan,
            above.judul,
            kiriman=above.kiriman,
            induk=above.id,
            untuk=for_row(above),
            masa=above.masa,
            rahasia=above.rahasia,
        )
        fresh = opened(house, tx, asked, given.siapa)
        return follow(house, tx, walked(tx, fresh), fresh, given.siapa)
