"""A matter goes to another unit: along with its letter while nobody has begun, else by an act."""

from __future__ import annotations

from dataclasses import replace

from service.acts.baris import kiriman_pindah
from service.acts.berkas.henti import Minta, PerluAlasanBerkas
from service.acts.berkas.tenggat import dated
from service.acts.instansi.packs import agency
from service.acts.lihat.berkas import LANGKAH, berkas_for, children, is_unit
from service.acts.orang import izin
from service.acts.sop.versi import walked
from service.domain.ada import Ada
from service.domain.berkas import BERJALAN, TERTUTUP, Berkas, BerkasTertutup
from service.domain.butir import Butir
from service.domain.catatan import Catatan
from service.domain.kiriman import BERKAS, Kiriman
from service.domain.refusals import Overtaken, Refusal
from service.domain.sop.jejak import Jejak
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


class SudahDiSana(Refusal):
    """The matter belongs to that unit already."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Berkas ini sudah di unit itu. Tidak ada yang diubah.")


class UnitTutup(Refusal):
    """A unit that is not in the pack, or works no more."""

    def __init__(self) -> None:
        super().__init__("Pilih unit yang masih bekerja. Tidak ada yang diubah.")


class BagianTetap(Refusal):
    """One unit's part of a round stays with that unit."""

    def __init__(self) -> None:
        super().__init__(
            "Ini bagian satu unit dari sebuah putaran, jadi tetap di unit itu. Tidak ada yang "
            "diubah. Bila unit itu tidak ditunggu, catat alasannya di halaman ini."
        )


def move(house: House, oleh: Hadir, asked: Minta, unit: str) -> Berkas:
    """The matter, its letter and what was laid down for it belong to another unit from now on."""
    if not asked.alasan.strip():
        raise PerluAlasanBerkas
    with house.ledger.begin() as tx:
        before = berkas_for(tx, oleh, asked.berkas)
        if before.versi != asked.versi:
            raise Overtaken("berkas", before.id)
        given = _leave(tx, oleh, before, before.unit)
        _need_possible(house, before, unit)
        _leave(tx, oleh, before, unit)
        reason = izin.written(house, tx, before.instansi, before.id, asked.alasan)
        told = {"alasan": reason, "pemegang": given.pemegang}
        after = _moved(house, tx, before, unit, given.siapa, told)
        for letter in tx.find(Kiriman, id=before.kiriman, berkas=before.id):
            _carried(house, tx, letter, before.unit, unit, given.siapa)
    return replace(after, versi=before.versi + 1)


def along(house: House, tx: Tx, kiriman: Kiriman, siapa: str) -> None:
    """The matter that a letter opened goes where the letter went, as long as nobody has begun."""
    for berkas in tx.find(Berkas, id=kiriman.berkas) if kiriman.berkas else ():
        own = berkas.kiriman == kiriman.id and not berkas.induk
        left = berkas.unit != kiriman.unit and berkas.keadaan not in TERTUTUP
        if own and left and untouched(tx, berkas):
            _moved(house, tx, berkas, kiriman.unit, siapa, {"kiriman": kiriman.id})


def untouched(reading: Reading, berkas: Berkas) -> bool:
    """Whether nobody has worked on a matter since it was opened."""
    if berkas.pemilik or berkas.ditunda or berkas.jeda or berkas.perpanjangan:
        return False
    way = reading.find(Jejak, berkas=berkas.id)
    if len(way) > 1 or any(one.diambil or one.keluar for one in way):
        return False
    things, items = reading.find(Ada, berkas=berkas.id), reading.find(Butir, berkas=berkas.id)
    return not things and not items


def movable(house: House, oleh: Hadir, berkas: Berkas) -> tuple[str, ...]:
    """The units to which a person may move a matter, in the order of the pack."""
    if berkas.keadaan in TERTUTUP or is_unit(berkas):
        return ()
    if _act(oleh, berkas, berkas.unit) is None:
        return ()
    open_ = agency(house.packs, berkas.instansi).open_units(house.clock.now())
    every = ("", *(one.id for one in open_))
    return tuple(one for one in every if one != berkas.unit and _act(oleh, berkas, one))


def _act(oleh: Hadir, berkas: Berkas, unit: str) -> Act | None:
    """By what a person says where a matter belongs: who opens the post, or who gives out work."""
    if not oleh.sees(berkas.instansi, unit, rahasia=berkas.rahasia):
        return None
    acts = (Act.DISPOSE, Act.IDENTIFY)
    return next((one for one in acts if oleh.may(one, berkas.instansi, unit)), None)


def _leave(tx: Tx, oleh: Hadir, berkas: Berkas, unit: str) -> izin.Izin:
    act = _act(oleh, berkas, unit) or Act.DISPOSE
    return izin.need(tx, oleh, act, izin.Tempat(berkas.instansi, unit))


def _need_possible(house: House, before: Berkas, unit: str) -> None:
    if before.keadaan in TERTUTUP:
        raise BerkasTertutup(before.keadaan)
    if is_unit(before):
        raise BagianTetap
    if unit == before.unit:
        raise SudahDiSana
    found = agency(house.packs, before.instansi).unit_of(unit) if unit else None
    if unit and (found is None or found.sampai is not None):
        raise UnitTutup


def _moved(
    house: House, tx: Tx, before: Berkas, unit: str, siapa: str, told: dict[str, str]
) -> Berkas:
    """The matter with what it called and what was laid down for it; nobody has it in hand."""
    after = replace(before, unit=unit, pemilik="", atas_nama="")
    if before.sidik and before.keadaan == BERJALAN and before.ditunda is None:
        after = dated(house, tx, walked(tx, before).sop, after)
    tx.save(before, after)
    now = house.clock.now()
    rincian = {"dari": before.unit, "ke": unit, **told}
    tx.note(Catatan(before.instansi, siapa, "berkas_dipindah", now, before.id, rincian))
    for laid in tx.find(Kiriman, berkas=before.id):
        if laid.pintu == BERKAS:
            _carried(house, tx, laid, before.unit, unit, siapa)
    for below in children(tx, before):
        same = below.untuk.startswith(LANGKAH) and below.unit == before.unit
        if same and below.keadaan == BERJALAN:
            _moved(house, tx, below, unit, siapa, told)
    return after


def _carried(house: House, tx: Tx, laid: Kiriman, dari: str, ke: str, siapa: str) -> None:
    """A file that lay with the matter is where its readers are now."""
    if laid.unit == dari:
        kiriman_pindah.carried(house, tx, laid, ke, siapa)
