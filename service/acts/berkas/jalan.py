"""Go on with a matter: complete its step, or send it back; one transaction, one winner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from service.acts.berkas import anak as berkas_anak
from service.acts.berkas import bukti as berkas_bukti
from service.acts.berkas import lengkap as berkas_lengkap
from service.acts.berkas.buka import first_passage
from service.acts.berkas.nomor import number_for
from service.acts.berkas.rapat import with_meeting
from service.acts.berkas.tenggat import dated
from service.acts.berkas.tugas import actors
from service.acts.lihat.berkas import berkas_for, is_unit, known, peran_in
from service.acts.lihat.dasar import Dasar, ground
from service.acts.orang import izin
from service.acts.sop.versi import Jalan, walked
from service.domain.ada import Ada
from service.domain.berkas import BERJALAN, SELESAI, Berkas, at, closed, need_open
from service.domain.catatan import Catatan
from service.domain.pengecualian import undoes
from service.domain.refusals import Overtaken
from service.domain.sop.bahan import NOMOR, PERSETUJUAN
from service.domain.sop.bentuk import PER_UNIT
from service.domain.sop.jalan import Maju, Posisi, Putusan, complete
from service.domain.sop.jejak import Jejak
from service.domain.sop.tolakan import BelumLengkap
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


@dataclass(frozen=True)
class Langkah:
    """Which step a person means: the matter, and its version on their page."""

    berkas: str
    versi: int
    dilihat: str = ""  # the items as they stood there, for whoever approves them by the step
    unit: tuple[str, ...] = ()  # sent back to the units, only these walk again; () for all


@dataclass(frozen=True)
class Ditimbang:
    """A step that may be done: by whose leave, on what ground, and where it leads."""

    given: izin.Izin
    dasar: Dasar
    maju: Maju


def go_on(house: House, oleh: Hadir, langkah: Langkah, said: Putusan) -> Berkas:
    """The step done, or sent back with its reason; whoever comes second is told so."""
    with house.ledger.begin() as tx:
        before = berkas_for(tx, oleh, langkah.berkas)
        if before.versi != langkah.versi:
            raise Overtaken("berkas", before.id)
        jalan, now = walked(tx, before), house.clock.now()
        ok = weighed(house, tx, jalan, before, oleh, said)
        given, dasar, maju = ok.given, ok.dasar, ok.maju
        units = berkas_anak.sent_back(tx, jalan, before, maju, langkah.unit)
        made = _exclusions(house, tx, jalan, before, ok, oleh, langkah.dilihat)
        if maju.posisi.selesai and not is_unit(before):
            berkas_lengkap.need(tx, jalan, before)
        after = _moved(house, tx, jalan, before, maju, now)
        reason = izin.written(house, tx, before.instansi, before.id, said.alasan)
        kata = _Kata(given.siapa, said.hasil, reason, now, dasar.atas_nama)
        _passed(house, tx, before, after, maju, kata)
        tx.save(before, after)
        _made(house, tx, jalan, before, made, given.siapa)
        told = {
            "langkah": before.langkah,
            "tahap": before.tahap,
            "hasil": said.hasil,
            "ke": after.langkah,
            **dasar.told(),
            "alasan": reason,
        }
        told |= {"unit": ",".join(units)} if units else {}
        act = "langkah_dikembalikan" if maju.kembali else "langkah_selesai"
        tx.note(Catatan(before.instansi, given.siapa, act, now, before.id, told))
        seen = replace(after, versi=before.versi + 1)
        return berkas_anak.follow(house, tx, jalan, seen, given.siapa, units)


def weighed(
    house: House, reading: Reading, jalan: Jalan, berkas: Berkas, oleh: Hadir, said: Putusan
) -> Ditimbang:
    """Where the step leads; refused to who may not do it, and where something lacks."""
    need_open(berkas)
    given = izin.need(reading, oleh, Act.COMPLETE, izin.Tempat(berkas.instansi, berkas.unit))
    berkas_anak.need_none(jalan.sop, berkas)
    dasar = ground(house, reading, jalan.sop, berkas, actors(jalan.sop, berkas), oleh)
    now = house.clock.now()
    there = with_meeting(reading, jalan, berkas, known(reading, jalan, berkas), now)
    peran = peran_in(oleh, berkas) | dasar.peran
    try:
        maju = complete(jalan.sop, jalan.bahan, berkas.posisi, peran, there, said, now)
    except BelumLengkap as lacks:
        berkas_bukti.need_all(house, reading, jalan, berkas, oleh, lacks)
        raise
    return Ditimbang(given, dasar, maju)


def _exclusions(
    house: House, tx: Tx, jalan: Jalan, before: Berkas, ok: Ditimbang, oleh: Hadir, dilihat: str
) -> list[str]:
    """What is excluded is proved before the row is left; sent back, it is approved anew.

    The rest of what the row makes.
    """
    given, maju = ok.given, ok.maju
    recorded = False
    if maju.kembali:
        if undoes(jalan.sop, before.bagian, maju.posisi.langkah):
            berkas_bukti.lapse(house, tx, before, given.siapa, "")
    elif maju.posisi.langkah != before.langkah:
        recorded = berkas_bukti.approve_by_step(house, tx, jalan, before, oleh, given, dilihat)
        ends = maju.posisi.selesai
        berkas_bukti.need_proved(house, tx, jalan, before, selesai=ends)
    return [one for one in maju.dibuat if not recorded or jalan.bahan[one].bukti != PERSETUJUAN]


def _moved(house: House, tx: Tx, jalan: Jalan, before: Berkas, maju: Maju, now: datetime) -> Berkas:
    """The matter where it stands now; a unit that has walked its own rows is at its end."""
    if maju.posisi.selesai or _is_out(jalan, before, maju.posisi):
        return closed(before, SELESAI, now)
    return dated(house, tx, jalan.sop, at(before, maju.posisi))


def _is_out(jalan: Jalan, before: Berkas, posisi: Posisi) -> bool:
    return is_unit(before) and jalan.sop.row(posisi.langkah).untuk != PER_UNIT


@dataclass(frozen=True)
class _Kata:
    """What was said when a step was done."""

    oleh: str
    hasil: str
    alasan: str
    now: datetime
    atas_nama: str = ""


def _passed(house: House, tx: Tx, before: Berkas, after: Berkas, maju: Maju, kata: _Kata) -> None:
    """The passage ends; rows that no item asked for are noted; the next begins, if any."""
    way = sorted(tx.find(Jejak, berkas=before.id), key=lambda one: one.urut)
    last = way[-1]
    over = replace(
        last,
        keluar=kata.now,
        diambil=last.diambil or kata.now,
        oleh=kata.oleh,
        hasil=kata.hasil,
        kembali=maju.kembali,
        alasan=kata.alasan,
        atas_nama=kata.atas_nama,
    )
    tx.save(last, over)
    urut = last.urut
    for row in maju.dilewati:
        urut += 1
        skipped = Jejak(house.new_id(), before.id, urut, row, "", kata.now, keluar=kata.now)
        tx.add(replace(skipped, dilewati=True))
    if after.keadaan == BERJALAN:
        tx.add(first_passage(house, after, urut + 1))


def _made(
    house: House, tx: Tx, jalan: Jalan, berkas: Berkas, things: Sequence[str], siapa: str
) -> None:
    """What the act itself makes: a recorded act, or a number out of its book."""
    now = house.clock.now()
    for name in things:
        thing = jalan.bahan[name]
        nomor = number_for(house, tx, berkas, thing, siapa) if thing.wujud == NOMOR else ""
        tx.add(Ada(house.new_id(), berkas.id, name, thing.cukup, now, siapa, nomor=nomor))
