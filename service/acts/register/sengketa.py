"""A dispute is written down and goes on by its stages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.lihat.terlihat import kiriman_for
from service.acts.orang import izin
from service.domain import sengketa as d
from service.domain.catatan import Catatan
from service.domain.ids import is_id
from service.domain.keberatan import Keberatan
from service.domain.kiriman import Kiriman
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.sengketa import Sengketa, SuratSengketa
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx


class SengketaTidakSah(Refusal):
    """A dispute, or a letter of one, that cannot be written down so."""


@dataclass(frozen=True)
class Catat:
    """A dispute as it is written down; its id makes a second try the same."""

    id: str
    keberatan: str
    komisi: str
    nomor: str
    diajukan: date


def sengketa_for(reading: Reading, oleh: Hadir, id_: str) -> Sengketa:
    """The dispute, or TidakAda where this person may not see the objection it is about."""
    found = reading.find(Sengketa, id=id_) if is_id(id_) else []
    if not found or not seen(reading, oleh, found[0]):
        raise TidakAda("Sengketa itu")
    return found[0]


def seen(reading: Reading, oleh: Hadir, one: Sengketa) -> bool:
    """Whether a person may see it: as far as the objection it is about."""
    try:
        kiriman_for(reading, oleh, reading.get(Keberatan, one.keberatan).kiriman)
    except TidakAda:
        return False
    return oleh.may(Act.LOOK, one.instansi, one.unit)


def is_withheld(reading: Reading, one: Sengketa) -> bool:
    """Whether the objection it is about is withheld."""
    return reading.get(Kiriman, reading.get(Keberatan, one.keberatan).kiriman).rahasia


def of_keberatan(reading: Reading, keberatan_id: str) -> list[Sengketa]:
    """The disputes about an objection, oldest first."""
    return sorted(reading.find(Sengketa, keberatan=keberatan_id), key=lambda one: one.dicatat)


def of_berkas(reading: Reading, oleh: Hadir, berkas_id: str) -> Sengketa | None:
    """The dispute whose ruling opened a matter, where this person may see it."""
    found = reading.find(Sengketa, berkas=berkas_id)
    return next((one for one in found if seen(reading, oleh, one)), None)


def of_letter(reading: Reading, oleh: Hadir, kiriman_id: str) -> Sengketa | None:
    """The dispute that a letter was joined to, where this person may see it."""
    for one in reading.find(SuratSengketa, kiriman=kiriman_id):
        found = reading.find(Sengketa, id=one.sengketa)
        if not one.dicabut and found and seen(reading, oleh, found[0]):
            return found[0]
    return None


def record(house: House, oleh: Hadir, asked: Catat) -> Sengketa:
    """The dispute with its terms; the same for the same id."""
    komisi, nomor = " ".join(asked.komisi.split()), " ".join(asked.nomor.split())
    if not komisi or not nomor:
        raise SengketaTidakSah("Tulis Komisi Informasinya dan nomor registernya. Belum dicatat.")
    with house.ledger.begin() as tx:
        about = tx.find(Keberatan, id=asked.keberatan)
        if not about:
            raise TidakAda("Keberatan itu")
        kiriman_for(tx, oleh, about[0].kiriman)
        given = _leave(tx, oleh, about[0])
        for same in tx.find(Sengketa, id=asked.id):
            return same
        days = kalender(house, tx, about[0].instansi, about[0].unit)
        now = house.clock.now()
        if not days.tanggal(about[0].diterima) <= asked.diajukan <= days.tanggal(now):
            raise SengketaTidakSah(
                "Tanggal pengajuan sengketa harus di antara tanggal keberatan diterima dan hari "
                "ini. Belum dicatat; periksa tanggalnya."
            )
        running = [x for x in of_keberatan(tx, about[0].id) if x.tahap != d.DICABUT]
        if running:
            raise SengketaTidakSah(
                f"Keberatan ini sudah disengketakan dengan nomor {running[0].nomor}. Tidak ada "
                "yang dicatat dua kali."
            )
        fresh = Sengketa(
            asked.id,
            about[0].id,
            about[0].permohonan,
            about[0].instansi,
            about[0].unit,
            komisi,
            nomor,
            asked.diajukan,
            now,
            oleh=given.siapa,
        )
        one = d.dated(fresh, about[0], agency(house.packs, fresh.instansi), days)
        tx.add(one)
        told = {"keberatan": one.keberatan, "nomor": nomor, "pemegang": given.pemegang}
        tx.note(Catatan(one.instansi, given.siapa, "sengketa_dicatat", now, one.id, told))
        tx.note(Catatan(one.instansi, given.siapa, "sengketa_dicatat", now, one.keberatan, told))
    return one


def go_on(
    house: House, oleh: Hadir, id_: str, versi: int, tahap: str, pada: date | None, alasan: str
) -> Sengketa:
    """The dispute at its next stage; where the Komisi begins with it, its last term runs."""
    with house.ledger.begin() as tx:
        before, given = mine(tx, oleh, id_, versi)
        if tahap == d.DICABUT and not alasan.strip():
            raise SengketaTidakSah("Tulis bagaimana sengketa dicabut. Tidak ada yang diubah.")
        days = kalender(house, tx, before.instansi, before.unit)
        now = house.clock.now()
        if pada and not before.diajukan <= pada <= days.tanggal(now):
            raise SengketaTidakSah(
                "Tanggalnya harus di antara tanggal sengketa diajukan dan hari ini. Tidak ada yang "
                "diubah."
            )
        about = tx.get(Keberatan, before.keberatan)
        gone = d.gone_on(before, tahap, pada or days.tanggal(now))
        after = d.dated(gone, about, agency(house.packs, before.instansi), days)
        tx.save(before, after)
        reason = izin.written(house, tx, before.instansi, before.id, alasan.strip())
        told = {"dari": before.tahap, "ke": tahap, "pemegang": given.pemegang, "alasan": reason}
        tx.note(Catatan(before.instansi, given.siapa, "sengketa_lanjut", now, before.id, told))
    return replace(after, versi=versi + 1)


def mine(tx: Tx, oleh: Hadir, id_: str, versi: int = 0) -> tuple[Sengketa, izin.Izin]:
    """The dispute for who keeps it, as it was seen where a version is given."""
    before = sengketa_for(tx, oleh, id_)
    given = _leave(tx, oleh, before)
    if versi and before.versi != versi:
        raise Overtaken("sengketa", id_)
    return before, given


def _leave(tx: Tx, oleh: Hadir, one: Sengketa | Keberatan) -> izin.Izin:
    return izin.need(tx, oleh, Act.DISPUTE, izin.Tempat(one.instansi, one.unit))
