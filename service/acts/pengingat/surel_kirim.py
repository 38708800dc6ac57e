"""One letter of reminders goes out: what holds at this moment, once, and what became of it."""

from __future__ import annotations

from dataclasses import replace

from service.acts.instansi.pilihan import known
from service.acts.orang.hadir import day, present
from service.acts.orang.surel import address_of
from service.acts.pengingat.daftar import reminders
from service.acts.pengingat.ingatkan import LAMA, is_wanted
from service.domain.catatan import MESIN, Catatan
from service.domain.ingat import Ingat
from service.domain.orang import Orang
from service.domain.refusals import Unavailable
from service.domain.surel_isi import Amplop, subject, text
from service.domain.surel_kirim import JawabanHilang, PenerimaDitolak, SuratKeluar
from service.domain.surel_pengingat import (
    DITOLAK,
    KEDALUWARSA,
    MENGIRIM,
    SELESAI,
    TERKIRIM,
    TIDAK_PASTI,
    TIDAK_PERLU,
    SuratPengingat,
    ended,
    handed_over,
    may_hand_over,
    not_taken,
)
from service.domain.wewenang import Hadir
from service.ports import House

HILANG = (
    "Server surel dua kali tidak menjawab sampai selesai, jadi surat ini mungkin sampai dan tidak "
    "dikirim lagi."
)
MATI = "Surel dimatikan atau alamatnya diubah sesudah surat ini direncanakan."
BERES = "Semua pengingatnya sudah selesai sebelum surat ini dikirim."


def deliver(house: House, letter: str) -> None:
    """Sent, or no longer needed, or given up; raises Unavailable where trying again can help.

    That it is handed over is written down first: a crash before the answer is written makes a
    second copy at worst, and never a third.
    """
    with house.ledger.read() as reading:
        surat = reading.get(SuratPengingat, letter)
        if surat.keadaan in SELESAI:
            return
        orang = reading.get(Orang, surat.orang)
        wants = address_of(reading, orang.id)
        hadir = present(reading, orang, house.clock.now())
        today = day(reading, surat.instansi, house.clock.now())
    lost = surat.keadaan == MENGIRIM
    if today != surat.tanggal:
        _end(house, surat, TIDAK_PASTI if lost else KEDALUWARSA, surat.sebab or LAMA)
    elif not may_hand_over(surat):
        _end(house, surat, TIDAK_PASTI, HILANG)
    elif wants is None or not is_wanted(wants) or wants.alamat != surat.alamat:
        _end(house, surat, TIDAK_PERLU, MATI)
    elif found := reminders(house, hadir):
        _send(house, surat, hadir, found)
    else:
        _end(house, surat, TIDAK_PERLU, BERES)


def _send(house: House, before: SuratPengingat, hadir: Hadir, found: list[Ingat]) -> None:
    letter = _written(house, before, hadir, found)
    with house.ledger.begin() as tx:
        surat = handed_over(before, len(found))
        tx.save(before, surat)
    surat = replace(surat, versi=before.versi + 1)
    try:
        house.mail.send(letter)
    except PenerimaDitolak as no:
        _refused(house, surat, str(no))
    except JawabanHilang as lost:
        with house.ledger.begin() as tx:
            tx.save(surat, replace(surat, sebab=str(lost)))
        raise
    except Unavailable as away:
        with house.ledger.begin() as tx:
            tx.save(surat, not_taken(surat, str(away)))
        raise
    else:
        _end(house, surat, TERKIRIM)


def _written(house: House, surat: SuratPengingat, hadir: Hadir, found: list[Ingat]) -> SuratKeluar:
    agency = known(house, surat.instansi)
    rumah = agency.nama if agency else surat.instansi
    amplop = Amplop(hadir.orang.nama, rumah, surat.tanggal, house.url)
    return SuratKeluar(surat.id, surat.alamat, subject(found), text(amplop, found))


def _end(house: House, surat: SuratPengingat, keadaan: str, sebab: str = "") -> None:
    with house.ledger.begin() as tx:
        tx.save(surat, ended(surat, keadaan, house.clock.now(), sebab))


def _refused(house: House, surat: SuratPengingat, sebab: str) -> None:
    """The address is not written to again before its person has looked at it."""
    now = house.clock.now()
    with house.ledger.begin() as tx:
        tx.save(surat, ended(surat, DITOLAK, now, sebab))
        wants = address_of(tx, surat.orang)
        if wants and wants.alamat == surat.alamat:
            tx.save(wants, replace(wants, ditolak=True))
        tx.note(Catatan(surat.instansi, MESIN, "surel_ditolak", now, surat.orang))
