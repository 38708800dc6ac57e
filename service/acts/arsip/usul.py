"""A list of archives that are to move, be handed over or destroyed: prepared, approved, done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from service.acts.arsip.tegak import Tegak, hindrances, standing_all
from service.acts.instansi.kalender import kalender
from service.acts.lihat.kenangan import need_kept
from service.acts.lihat.terlihat import reach_of
from service.acts.naskah.lihat import naskah_for
from service.acts.orang import izin
from service.domain.arsip import usul as u
from service.domain.arsip.arsip import DI_ARSIP, DI_UNIT, Arsip
from service.domain.arsip.jadwal import MUSNAH, PERMANEN
from service.domain.arsip.penyusutan import BUANG, MACAM, PINDAH, SERAH, due, hindered
from service.domain.arsip.usul import ArsipTerhalang, Pelaksanaan, Persetujuan, Usul, UsulTidakSah
from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.ids import is_id
from service.domain.naskah import DIARSIPKAN, DITANDATANGANI
from service.domain.refusals import Overtaken, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx
from service.ports.arsip import BarisArsip, SaringArsip

APA = "Usul itu"
SEKALI = 500  # archives that one question looks at
BERTANDA = frozenset({DITANDATANGANI, DIARSIPKAN})


@dataclass(frozen=True)
class Susun:
    """A new list; its id makes a second try the same."""

    id: str
    instansi: str
    unit: str
    macam: str
    judul: str
    arsip: tuple[str, ...]


def candidates(
    house: House, oleh: Hadir, instansi: str, macam: str, atmost: int = 200
) -> list[BarisArsip]:
    """What could be on a list today, the longest closed first; nothing is proposed by it."""
    if macam not in MACAM:
        raise TidakAda(APA)
    places = [x for x in reach_of(house, oleh, Act.ARCHIVE) if x.instansi == instansi]
    with house.ledger.read() as reading:
        today = kalender(house, reading, instansi, "").tanggal(house.clock.now())
        asked = {
            PINDAH: SaringArsip((DI_UNIT,), tidak_aktif=today),
            SERAH: SaringArsip((DI_UNIT, DI_ARSIP), nasib=PERMANEN, habis=today),
            BUANG: SaringArsip((DI_UNIT, DI_ARSIP), nasib=MUSNAH, habis=today),
        }[macam]
        found = list[BarisArsip]()
        after: tuple[date, str] | None = None
        while len(found) < atmost:  # what is hindered makes room for what is not
            rows = house.arsip.by_closing(places, asked, after, SEKALI)
            by_id = {x.arsip.id: x for x in rows}
            why = hindrances(house, reading, instansi, by_id)
            found += [by_id[x.id] for x in due(macam, [x.arsip for x in rows], why, today)]
            if len(rows) < SEKALI:
                break
            after = (rows[-1].arsip.ditutup, rows[-1].arsip.id)
    return found[:atmost]


def compose(house: House, oleh: Hadir, asked: Susun) -> Usul:
    """A draft with these archives, each of which may be on it today."""
    if not is_id(asked.id) or asked.macam not in MACAM:
        raise TidakAda(APA)
    if not asked.judul.strip():
        raise UsulTidakSah("Tulis judul usulnya.")
    with house.ledger.begin() as tx:
        for same in tx.find(Usul, id=asked.id, instansi=asked.instansi):
            return same
        given = izin.need(tx, oleh, Act.ARCHIVE, izin.Tempat(asked.instansi, asked.unit))
        now = house.clock.now()
        empty = Usul(
            asked.id,
            asked.instansi,
            asked.unit,
            asked.macam,
            asked.judul.strip()[:300],
            (),
            (given.siapa,),
            now,
        )
        one = u.changed(empty, asked.arsip, given.siapa)
        _need_free(house, tx, oleh, one)
        tx.add(one)
        told = {"macam": one.macam, "arsip": str(len(one.arsip)), "pemegang": given.pemegang}
        tx.note(Catatan(one.instansi, given.siapa, "usul_arsip_disusun", now, one.id, told))
    return one


def change(house: House, oleh: Hadir, usul_id: str, versi: int, arsip: Sequence[str]) -> Usul:
    """The draft with these archives instead."""

    def done(tx: Tx, before: Usul, given: izin.Izin) -> Usul:
        after = u.changed(before, tuple(arsip), given.siapa)
        _need_free(house, tx, oleh, after)
        return after

    return _acted(house, oleh, usul_id, versi, Act.ARCHIVE, "usul_arsip_diubah", done)


def put_forward(house: House, oleh: Hadir, usul_id: str, versi: int) -> Usul:
    """To those who approve; everything on it is asked once more."""

    def done(tx: Tx, before: Usul, given: izin.Izin) -> Usul:
        _need_free(house, tx, oleh, before)
        return u.put_forward(before, given.siapa)

    return _acted(house, oleh, usul_id, versi, Act.ARCHIVE, "usul_arsip_diajukan", done)


def send_back(house: House, oleh: Hadir, usul_id: str, versi: int, alasan: str) -> Usul:
    """To be changed, with the reason."""
    if not alasan.strip():
        raise UsulTidakSah("Tulis apa yang harus diperbaiki.")

    def done(_: Tx, before: Usul, _given: izin.Izin) -> Usul:
        return u.sent_back(before)

    act = "usul_arsip_dikembalikan"
    return _acted(house, oleh, usul_id, versi, Act.DESTROY, act, done, alasan=alasan)


def approve(house: House, oleh: Hadir, usul_id: str, versi: int, letter: Persetujuan) -> Usul:
    """By another than those who prepared it; what was held meanwhile stops it."""

    def done(tx: Tx, before: Usul, given: izin.Izin) -> Usul:
        after = u.approved(before, given.siapa, letter, _today(house, tx, before))
        _need_free(house, tx, oleh, before)
        return after

    return _acted(
        house, oleh, usul_id, versi, Act.DESTROY, "usul_arsip_disetujui", done, berdua=True
    )


def carry_out(house: House, oleh: Hadir, usul_id: str, versi: int, how: Pelaksanaan) -> Usul:
    """Done, before witnesses, with a signed berita acara; each archive leaves its line."""

    def done(tx: Tx, before: Usul, given: izin.Izin) -> Usul:
        after = u.carried_out(before, given.siapa, how, _today(house, tx, before))
        _need_signed(tx, oleh, before, how.berita_acara)
        for id_ in sorted(before.arsip):  # so that none is opened again between
            tx.hold(id_)
        for at in _need_free(house, tx, oleh, before):
            if at.before:
                tx.save(at.before, u.gone(at.now, after))
            if (shut := u.ended(at.berkas, before)) != at.berkas:
                tx.save(at.berkas, shut)
        if before.macam == BUANG:
            tx.plan("musnah", before.id)
        return after

    return _acted(house, oleh, usul_id, versi, Act.ARCHIVE, "usul_arsip_dilaksanakan", done)


def give_up(house: House, oleh: Hadir, usul_id: str, versi: int, alasan: str) -> Usul:
    """The list is no more; its archives stay as they are."""
    if not alasan.strip():
        raise UsulTidakSah("Tulis alasannya.")

    def done(_: Tx, before: Usul, _given: izin.Izin) -> Usul:
        return u.given_up(before)

    act = "usul_arsip_dibatalkan"
    return _acted(house, oleh, usul_id, versi, Act.ARCHIVE, act, done, alasan=alasan)


def of_agency(reading: Reading, oleh: Hadir, instansi: str) -> list[Usul]:
    """Every list of an agency that this person may see, the newest first."""
    found = [
        one
        for one in reading.find(Usul, instansi=instansi)
        if oleh.sees(instansi, one.unit, rahasia=True)
    ]
    return sorted(found, key=lambda one: (one.dibuat, one.id), reverse=True)


@dataclass(frozen=True)
class Isi:
    """One archive of a list with the name of its matter."""

    id: str
    judul: str
    arsip: Arsip | None


def named(reading: Reading, usul: Usul) -> list[Isi]:
    """Each archive of a list in its order."""
    ids = list(usul.arsip)
    titles = {one.id: one.judul for one in reading.find(Berkas, id=ids)} if ids else {}
    rows = {one.id: one for one in reading.find(Arsip, id=ids)} if ids else {}
    return [Isi(id_, titles.get(id_, id_), rows.get(id_)) for id_ in ids]


def usul_for(reading: Reading, oleh: Hadir, usul_id: str) -> Usul:
    """The list; it names withheld matters too, so who may not see those does not find it."""
    found = reading.find(Usul, id=usul_id)
    if not found or not oleh.sees(found[0].instansi, found[0].unit, rahasia=True):
        raise TidakAda(APA)
    return found[0]


def _acted(
    house: House,
    oleh: Hadir,
    usul_id: str,
    versi: int,
    act: Act,
    apa: str,
    done: Callable[[Tx, Usul, izin.Izin], Usul],
    *,
    alasan: str = "",
    berdua: bool = False,
) -> Usul:
    with house.ledger.begin() as tx:
        before = usul_for(tx, oleh, usul_id)
        prepared = before.penyiap if berdua else ()
        given = izin.need(tx, oleh, act, izin.Tempat(before.instansi, before.unit, prepared))
        if before.versi != versi:
            raise Overtaken("usul_arsip", usul_id)
        after = done(tx, before, given)
        tx.save(before, after)
        reason = izin.written(house, tx, before.instansi, before.id, alasan.strip())
        told = {"macam": before.macam, "arsip": str(len(after.arsip)), "pemegang": given.pemegang}
        told |= {"alasan": reason} if reason else {}
        now = house.clock.now()
        tx.note(Catatan(before.instansi, given.siapa, apa, now, before.id, told))
    return replace(after, versi=before.versi + 1)


def _need_free(house: House, tx: Tx, oleh: Hadir, usul: Usul) -> list[Tegak]:
    """Everything on the list as it stands; refused with the names of what may not go."""
    found = standing_all(house, tx, oleh, usul.arsip)
    names = {at.now.id: at.berkas.judul for at in found}
    if strange := [at for at in found if at.berkas.instansi != usul.instansi]:
        raise TidakAda(f"{len(strange)} arsip")
    if usul.unit and any(at.berkas.unit != usul.unit for at in found):
        raise UsulTidakSah("Usul sebuah unit hanya memuat arsip unit itu.")
    why = hindrances(house, tx, usul.instansi, names, usul.id)
    told = hindered(usul.macam, [at.now for at in found], why, _today(house, tx, usul))
    if told:
        raise ArsipTerhalang([f"{names[id_]}: {said[0].rstrip('.')}" for id_, said in told.items()])
    return found


def _need_signed(tx: Tx, oleh: Hadir, usul: Usul, naskah_id: str) -> None:
    paper, berkas = naskah_for(tx, oleh, naskah_id)
    if paper.keadaan not in BERTANDA or berkas.instansi != usul.instansi:
        raise UsulTidakSah("Berita acaranya belum ditandatangani.")
    if berkas.id in usul.arsip:
        raise UsulTidakSah("Berita acaranya tidak boleh dari berkas yang ada di usul ini.")
    others = [x for x in tx.find(Usul, berkas=berkas.id) if x.id != usul.id]
    if others:
        raise UsulTidakSah(f"Naskah itu ditulis untuk usul lain, {others[0].judul}.")
    need_kept(tx, berkas.id)


def _today(house: House, reading: Reading, usul: Usul) -> date:
    return kalender(house, reading, usul.instansi, usul.unit).tanggal(house.clock.now())
