"""Approve a naskah: its number and its date are given, and its text stands still."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.naskah.acuan import TemplatBerganti, declared_for, need_same
from service.acts.naskah.kesiapan_ttd import need_ready
from service.acts.naskah.lihat import Dipegang, held, places
from service.acts.naskah.tolak import need_all_named, need_still_refused
from service.acts.nomor import ambil
from service.acts.orang import izin
from service.domain import paper, paraf
from service.domain.catatan import Catatan
from service.domain.naskah import Naskah, approved
from service.domain.paraf import BelumDiparaf
from service.domain.refusals import Refusal
from service.domain.ruas import PERSETUJUAN, Pasangan
from service.domain.seri import Perkara
from service.domain.tempat_ttd import APLIKASI, JALAN, Permintaan, TempatTtd, asked
from service.domain.waktu_ttd import due
from service.domain.wewenang import PERAN, Act, Hadir
from service.ports import House, Tx


class JalanTidakDikenal(Refusal):
    """There is no such way of signing."""

    def __init__(self) -> None:
        super().__init__("Pilih cara tanda tangan dari daftar. Belum ada yang disetujui.")


class IsianBelumCukup(Refusal):
    """The pair in force asks for what was not filled in when the paper was put forward."""

    def __init__(self, kata: str) -> None:
        super().__init__(
            "Templat yang berlaku sekarang meminta isian yang belum ada pada naskah ini. Belum ada "
            "yang disetujui dan tidak ada nomor yang terpakai. Kembalikan naskah ini supaya "
            f"dilengkapi. {kata}"
        )


class HariTerlewat(Refusal):
    """A day that was right when the paper was put forward lies before the date it gets now."""

    def __init__(self, kata: Sequence[str]) -> None:
        super().__init__(
            f"{' '.join(kata)} Belum ada yang disetujui dan tidak ada nomor yang terpakai. "
            "Kembalikan naskah ini supaya harinya diperbaiki."
        )


def approve(
    house: House,
    naskah_id: str,
    oleh: Hadir,
    alasan: str = "",
    versi: int = 0,
    jalan: str = APLIKASI,
) -> Naskah:
    """Number, date and freeze in one breath; the final paper is owed."""
    need_ready(house, naskah_id, oleh, jalan)
    try:
        return _approved(house, naskah_id, oleh, alasan, versi, jalan)
    except TemplatBerganti:
        with house.ledger.begin() as tx:
            tx.plan("draft", naskah_id)
        raise


def _approved(
    house: House, naskah_id: str, oleh: Hadir, alasan: str, versi: int, jalan: str
) -> Naskah:
    with house.ledger.begin() as tx:
        one = held(tx, oleh, naskah_id, versi, Act.APPROVE, dua=True, alasan=alasan)
        before = one.naskah
        if left := paraf.waiting(places(tx, before), before.ajuan):
            raise BelumDiparaf([PERAN.get(place.peran, place.peran) for place in left])
        kind, instansi = (
            declared_for(house, tx, before),
            agency(house.packs, before.instansi),
        )
        now = house.clock.now()
        today = instansi.kalender_of(one.berkas.unit).tanggal(now)
        approved(before, "", today)  # refused before a number is drawn
        _complete(kind, before)
        need_still_refused(tx, one.berkas, kind, today)
        need_all_named(tx, one.berkas, kind, before)
        need_same(house, before)
        nomor, tanggal = _number(house, tx, one, kind, today)
        _in_time(kind, before, before.tanggal or tanggal or today)
        after = approved(before, nomor, tanggal if kind.tanggal == PERSETUJUAN else None)
        tx.save(before, after)
        days = kalender(house, tx, before.instansi, one.berkas.unit)
        terms = Permintaan(
            before.instansi, kind.urutan, now, due(instansi, days, now, before.jenis)
        )
        for place in places_of(house, after, kind, jalan, terms):
            tx.add(place)
        told = {"jalan": jalan, "nomor": after.nomor, "pemegang": one.izin.pemegang}
        if kata := izin.written(house, tx, before.instansi, before.id, one.izin.alasan):
            told |= {"seorang": kata}
        tx.note(Catatan(before.instansi, one.izin.siapa, "naskah_disetujui", now, before.id, told))
        tx.plan("draft", before.id)
    return replace(after, versi=before.versi + 1)


def places_of(
    house: House, naskah: Naskah, kind: Pasangan, jalan: str, told: Permintaan
) -> list[TempatTtd]:
    """A place for each who signs it, from this approval on."""
    if jalan not in JALAN:
        raise JalanTidakDikenal
    ids = (house.new_id() for _ in kind.penandatangan)
    return asked(ids, naskah.id, naskah.ajuan, kind.penandatangan, jalan, told)


def _complete(kind: Pasangan, naskah: Naskah) -> None:
    """Nothing, where the pair in force has all it asks for; it may ask for more than it did."""
    try:
        paper.complete(kind, naskah.isian)
    except (paper.RuasKosong, paper.RuasSalah) as lacks:
        raise IsianBelumCukup(str(lacks)) from lacks


def _in_time(kind: Pasangan, naskah: Naskah, surat: date) -> None:
    """Nothing, where no day in it lies before the day that it gets only now."""
    try:
        paper.in_time(kind, naskah.isian, surat)
    except paper.RuasSalah as early:
        raise HariTerlewat(early.faults) from early


def _number(
    house: House, tx: Tx, one: Dipegang, kind: Pasangan, today: date
) -> tuple[str, date | None]:
    """The number and the date it belongs to; '' for a kind of paper that bears none."""
    if one.naskah.nomor or not kind.seri:
        return one.naskah.nomor, one.naskah.tanggal or today
    instansi = agency(house.packs, one.naskah.instansi)
    signer = kind.penandatangan[0] if kind.penandatangan else ""
    perkara = Perkara(one.berkas.unit, signer, rahasia=one.berkas.rahasia)
    minta = ambil.Minta(kind.seri, one.naskah.id, today, perkara, kind.pola, one.izin.siapa)
    nomor = ambil.take(house, tx, instansi, minta)
    return nomor.nomor, nomor.tanggal or today
