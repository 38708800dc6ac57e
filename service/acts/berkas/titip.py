"""One step given to somebody without its peran: on behalf of who gives it, until the step ends."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts.berkas.anak import need_none
from service.acts.berkas.henti import PerluAlasanBerkas
from service.acts.berkas.tugas import actors, in_hand
from service.acts.lihat.berkas import berkas_for, peran_in, seen
from service.acts.lihat.dasar import entrusted
from service.acts.lihat.masa_peran import lapsed
from service.acts.lihat.penerima import present_in
from service.acts.orang import izin
from service.acts.orang.hadir import present
from service.acts.sop.versi import walked
from service.domain.berkas import Berkas, need_open
from service.domain.catatan import Catatan
from service.domain.orang import DELEGASI, Orang, Pemegang
from service.domain.pengingat import above
from service.domain.refusals import Overtaken, Refusal
from service.domain.sop.bentuk import Sop
from service.domain.wewenang import Act, DelegasiTidakSah, Hadir, grounds
from service.ports import House, Reading, Tx

TERBANYAK = 50  # steps that one person does for others


class BukanPemberi(Refusal):
    """A step is given away by its own people, or by those above them."""

    status = 403

    def __init__(self, sebutan: str) -> None:
        super().__init__(
            f"Langkah ini hanya dapat dititipkan oleh {sebutan}, atau atasannya. Tidak ada yang "
            "diubah."
        )


class TidakDapatDititipi(Refusal):
    """Who is given a step must be there, see the matter, and need the giving."""

    def __init__(self, nama: str, sebab: str) -> None:
        super().__init__(f"{nama} {sebab} Tidak ada yang diubah; pilih orang lain.")


@dataclass(frozen=True)
class Titipan:
    """To whom a step is given, as the matter stands on the giver's page, and why."""

    berkas: str
    versi: int
    kepada: str
    alasan: str


def entrust(house: House, oleh: Hadir, asked: Titipan) -> Berkas:
    """The step in the hands of somebody without its peran; both names stand in the journal."""
    if not asked.alasan.strip():
        raise PerluAlasanBerkas
    with house.ledger.begin() as tx:
        before = berkas_for(tx, oleh, asked.berkas)
        if before.versi != asked.versi:
            raise Overtaken("berkas", before.id)
        need_open(before)
        sop, now = walked(tx, before).sop, house.clock.now()
        need_none(sop, before)
        held = _giver(house, tx, sop, before, oleh)
        whom = _taker(house, tx, sop, before, asked.kepada, oleh)
        after = replace(before, pemilik=whom.id, atas_nama=held.id)
        tx.save(before, after)
        in_hand(tx, before, now)
        reason = izin.written(house, tx, before.instansi, before.id, asked.alasan)
        told = {"langkah": before.langkah, "kepada": whom.id, "pemegang": held.id, "alasan": reason}
        what = "langkah_dititipkan"
        tx.note(Catatan(before.instansi, oleh.orang.id, what, now, before.id, told))
    return replace(after, versi=asked.versi + 1)


def may_entrust(sop: Sop, berkas: Berkas, oleh: Hadir) -> bool:
    """Whether a person may give the step away at all."""
    return any(one.sebagai != DELEGASI for one in _givers(sop, berkas, oleh))


@dataclass(frozen=True)
class Calon:
    """Somebody who could be given the step; with its peran, or on behalf of who gives it."""

    id: str
    nama: str
    pelaksana: bool


def given_to(house: House, oleh: Hadir) -> list[Berkas]:
    """The matters of which a person has one step in hand on somebody's behalf."""
    found = house.perkara.entrusted(oleh.orang.id, TERBANYAK)
    return [one for one in found if one.ditunda is None and seen(oleh, one)]


def takers(house: House, reading: Reading, sop: Sop, berkas: Berkas, oleh: Hadir) -> list[Calon]:
    """Whom this person may give the step to: its own people first, each by name."""
    names = actors(sop, berkas)
    wanted = {sop.peran(one) for one in names}
    mine = entrusted(berkas, oleh) or bool(wanted & peran_in(oleh, berkas))
    on_behalf, found = may_entrust(sop, berkas, oleh), list[Calon]()
    if not (mine or on_behalf):
        return found
    for one in present_in(reading, berkas.instansi, house.clock.now()):
        able = bool(wanted & peran_in(one, berkas))
        if one.orang.id != oleh.orang.id and _works_here(one, berkas):
            found.append(Calon(one.orang.id, one.orang.nama, able))
    offered = [one for one in found if (mine if one.pelaksana else on_behalf)]
    return sorted(offered, key=lambda one: (not one.pelaksana, one.nama.casefold()))


def _givers(sop: Sop, berkas: Berkas, oleh: Hadir) -> list[Pemegang]:
    """The peran by which a person may give the step away: its own, then those above it."""
    own = [sop.peran(one) for one in actors(sop, berkas)]
    chain = dict.fromkeys(own)
    for one in own:
        while one := above(one):
            chain.setdefault(one)
    held = grounds(oleh.peran, Act.COMPLETE, berkas.instansi, berkas.unit)
    rank = list(chain)
    return sorted(
        (one for one in held if one.peran in chain), key=lambda one: rank.index(one.peran)
    )


def _giver(house: House, tx: Tx, sop: Sop, berkas: Berkas, oleh: Hadir) -> Pemegang:
    able = _givers(sop, berkas, oleh)
    for one in able:
        if one.sebagai != DELEGASI:
            return one
    if able:
        raise DelegasiTidakSah("Wewenang yang didelegasikan tidak dapat didelegasikan lagi.")
    names = actors(sop, berkas)
    place = (berkas.instansi, berkas.unit)
    if over := lapsed(house, tx, oleh, place, {sop.peran(one) for one in names}):
        raise over
    raise BukanPemberi(", ".join(sop.sebutan(one) for one in names))


def _taker(house: House, tx: Tx, sop: Sop, berkas: Berkas, kepada: str, oleh: Hadir) -> Orang:
    found = tx.find(Orang, id=kepada)
    if not found:
        raise TidakDapatDititipi("Orang itu", "tidak ditemukan.")
    whom = present(tx, found[0], house.clock.now())
    nama = whom.orang.nama
    if whom.orang.id == oleh.orang.id:
        raise TidakDapatDititipi(nama, "adalah Anda sendiri.")
    if not whom.orang.aktif or not _works_here(whom, berkas):
        raise TidakDapatDititipi(nama, "tidak dapat melihat atau mengerjakan berkas ini.")
    if any(sop.peran(one) in peran_in(whom, berkas) for one in actors(sop, berkas)):
        raise TidakDapatDititipi(
            nama, "sudah pelaksana langkah ini: serahkan langkahnya tanpa atas nama."
        )
    return whom.orang


def _works_here(one: Hadir, berkas: Berkas) -> bool:
    sees = one.sees(berkas.instansi, berkas.unit, rahasia=berkas.rahasia)
    return sees and one.may(Act.COMPLETE, berkas.instansi, berkas.unit)
