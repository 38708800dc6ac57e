"""Drafts of SOPs: read from a table or opened from an SOP there is, and written by several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from service.acts.simpan.receive import TRIES
from service.acts.sop.daftar import bahan_of, in_parts, no_call, own_sops, sops
from service.acts.sop.nama import names_of
from service.domain.catatan import Catatan, hash_of
from service.domain.paket import UMUM
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.sop.konsep import DIBUANG, KONSEP, SopKonsep
from service.domain.sop.konsep_baca import name_of
from service.domain.sop.konsep_periksa import Cacat, Periksa, examine
from service.domain.sop.konsep_siap import lapsed, taken_back
from service.domain.sop.periksa_buka import unknown
from service.domain.wewenang import Act, Hadir
from service.ports import House, Packs, Reading, Tx

KEPALA, PELAKSANA, BAHAN, SELURUH = "kepala", "pelaksana", "bahan", "seluruh"
SUSUNAN = "susunan"  # which rows there are, in which order; not what they say
Edit = Callable[[SopKonsep], SopKonsep]


class KonsepSelesai(Refusal):
    """The draft was put in force or thrown away; it is written no more."""

    status = 409

    def __init__(self, konsep: SopKonsep) -> None:
        how = "dibuang" if konsep.keadaan == DIBUANG else "dipakai"
        super().__init__(
            f"Konsep ini sudah {how}, jadi tidak dapat diubah lagi. Tidak ada yang berubah. Buka "
            "SOP-nya, lalu pilih Ubah SOP ini untuk membuat konsep baru."
        )


class BagianBerubah(Overtaken):
    """Somebody else wrote the same piece meanwhile; what was typed here is still here."""

    def __init__(self, oleh: str, *, hilang: bool = False) -> None:
        super().__init__("sop_konsep")
        what, more = (
            ("dikeluarkan", "menambahkannya sebagai langkah terakhir")
            if hilang
            else ("diubah", "menggantikannya")
        )
        self.args = (
            f"Bagian ini {what} {oleh} sejak Anda membukanya. Yang Anda ketik masih ada di bawah "
            "ini dan belum disimpan. Bandingkan dengan yang kini tersimpan; simpan sekali lagi "
            f"untuk {more}.",
        )


class SusunanBerubah(Overtaken):
    """Somebody else moved rows since this person saw them; nothing was typed that could be lost."""

    def __init__(self, oleh: str) -> None:
        super().__init__("sop_konsep")
        self.args = (
            f"Susunan langkah sudah diubah {oleh} sejak Anda membukanya. Tidak ada yang Anda ubah. "
            "Lihat susunannya sekarang di bawah ini, lalu ulangi bila masih perlu.",
        )


@dataclass(frozen=True)
class Terbaca:
    """A draft, and all that is wrong with it now."""

    konsep: SopKonsep
    periksa: Periksa


def begun(house: House, tx: Tx, oleh: Hadir, konsep: SopKonsep) -> SopKonsep:
    """A fresh draft in the ledger."""
    now, siapa = house.clock.now(), oleh.orang.id
    after = replace(taken_back(konsep), penyiap=(siapa,), diubah=now, diubah_oleh=siapa)
    tx.add(after)
    told = {"langkah": str(len(after.langkah)), "dasar": str(after.dasar)}
    tx.note(Catatan(after.instansi, siapa, "sop_konsep_dibuat", now, after.id, told))
    return after


def draft_for(house: House, oleh: Hadir, konsep_id: str) -> SopKonsep:
    """The draft, or TidakAda where this person writes no SOPs of its agency."""
    with house.ledger.read() as reading:
        return draft_in(reading, oleh, konsep_id)


def mine(oleh: Hadir, konsep: SopKonsep, instansi: str, kode: str | None = None) -> SopKonsep:
    """The draft that a second try made before; TidakAda where its id is that of another one."""
    same = konsep.oleh == oleh.orang.id and konsep.instansi == instansi
    if not same or kode not in (None, konsep.kode):
        raise TidakAda("Konsep itu")
    return konsep


def draft_in(reading: Reading, oleh: Hadir, konsep_id: str) -> SopKonsep:
    """The same, within a look or a transaction that goes on."""
    found = reading.find(SopKonsep, id=konsep_id)
    if not found or not oleh.may(Act.SOP, found[0].instansi):
        raise TidakAda("Konsep itu")
    return found[0]


def read(house: House, oleh: Hadir, konsep_id: str) -> Terbaca:
    """The draft with every fault in it."""
    konsep = draft_for(house, oleh, konsep_id)
    return Terbaca(konsep, judged(house.packs, konsep))


def judged(packs: Packs, konsep: SopKonsep) -> Periksa:
    """What the draft would be in its agency today."""
    packs = packs.still()
    known = bahan_of(packs, konsep.instansi, konsep.kode)
    lain = {*own_sops(packs, konsep.instansi), *own_sops(packs, UMUM)} - {konsep.kode}
    found, parted = examine(konsep, known, lain), in_parts(sops(packs, konsep.instansi))
    calls = {one.kunci: str(one.isi.get("rujukan", "")) for one in konsep.langkah}
    wrong = [Cacat(row, no_call(kode)) for row, kode in calls.items() if kode in parted & lain]
    nama = names_of(packs, konsep.instansi)
    wrong += [Cacat(KEPALA, sebab) for _, sebab in unknown(konsep.kepala.get("buka"), nama)]
    sop = None if wrong else found.sop
    return replace(found, sop=sop, cacat=(*found.cacat, *wrong), nama=nama)


def listed(house: House, oleh: Hadir) -> list[SopKonsep]:
    """The drafts that are being written, the last touched first."""
    with house.ledger.read() as reading:
        found = [
            one
            for instansi in oleh.instansi
            if oleh.may(Act.SOP, instansi)
            for one in reading.find(SopKonsep, instansi=instansi, keadaan=KONSEP)
        ]
    return sorted(found, key=lambda one: (one.diubah or one.dibuat, one.id), reverse=True)


def piece(konsep: SopKonsep, bagian: str) -> object:
    """One piece of a draft as it is written by itself; None for a row that is gone."""
    if bagian == KEPALA:
        head = {key: one for key, one in konsep.kepala.items() if key != PELAKSANA}
        return [konsep.kode, head]
    if bagian == PELAKSANA:
        return konsep.kepala.get(PELAKSANA)
    if bagian == BAHAN:
        return konsep.bahan
    if bagian == SUSUNAN:
        return [one.kunci for one in konsep.langkah]
    if bagian == SELURUH:
        rows = [[one.kunci, one.isi] for one in konsep.langkah]
        return [konsep.kepala, rows, konsep.bahan]
    row = konsep.row(bagian)
    return row and [row.isi, [[one.isian, one.sebab] for one in row.ragu]]


def sidik(konsep: SopKonsep, bagian: str) -> str:
    """What a piece is known by as somebody saw it; '' where it is not there."""
    found = piece(konsep, bagian)
    return "" if found is None and bagian != PELAKSANA else hash_of(found)[:32]


def change(
    house: House, oleh: Hadir, konsep_id: str, bagian: str, terlihat: str, edit: Edit
) -> SopKonsep:
    """A piece of a draft as somebody wrote it; BagianBerubah where that piece has moved on."""
    for _ in range(TRIES):
        try:
            with house.ledger.begin() as tx:
                before = draft_in(tx, oleh, konsep_id)
                if before.keadaan != KONSEP:
                    raise KonsepSelesai(before)
                if (now := sidik(before, bagian)) != terlihat:
                    who = _name(house, before.diubah_oleh)
                    if bagian == SUSUNAN:
                        raise SusunanBerubah(who)
                    raise BagianBerubah(who, hilang=not now)
                after = edit(before)
                return before if after == before else kept(house, tx, oleh, before, after, bagian)
        except (BagianBerubah, SusunanBerubah):
            raise
        except Overtaken:  # another piece was written at this very moment
            continue
    raise Overtaken("sop_konsep", konsep_id)


def discard(house: House, oleh: Hadir, konsep_id: str, versi: int) -> None:
    """The draft is written no more; what it was stays in the journal."""
    with house.ledger.begin() as tx:
        before = draft_in(tx, oleh, konsep_id)
        if before.keadaan == DIBUANG:
            return
        if before.keadaan != KONSEP:
            raise KonsepSelesai(before)
        if before.versi != versi:
            raise Overtaken("sop_konsep", konsep_id)
        tx.save(before, replace(before, keadaan=DIBUANG))
        now, siapa = house.clock.now(), oleh.orang.id
        tx.note(Catatan(before.instansi, siapa, "sop_konsep_dibuang", now, before.id))


def kept(
    house: House, tx: Tx, oleh: Hadir, before: SopKonsep, after: SopKonsep, bagian: str
) -> SopKonsep:
    """The draft as somebody wrote it, and who that was; ready it is no more."""
    now, siapa = house.clock.now(), oleh.orang.id
    whole = replace(
        lapsed(after),
        nama=name_of(after.kepala),
        penyiap=tuple(dict.fromkeys((*before.penyiap, siapa))),
        diubah=now,
        diubah_oleh=siapa,
    )
    tx.save(before, whole)
    told = {"bagian": bagian}
    tx.note(Catatan(before.instansi, siapa, "sop_konsep_diubah", now, before.id, told))
    return replace(whole, versi=before.versi + 1)


def _name(house: House, orang: str) -> str:
    return house.lists.nama_orang([orang]).get(orang, "orang lain")
