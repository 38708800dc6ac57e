"""An objection that came as a letter: its line in the register, tied to the kiriman it came in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from service.acts.baris.keberatan_rahasia import about_withheld
from service.acts.baris.pendaftaran import Minta, drawn, today
from service.acts.cari.teks import relabelled
from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.kiriman.rahasia import closed
from service.acts.lihat.kenangan import need_letter
from service.acts.lihat.terlihat import kiriman_for, reach
from service.acts.lihat.turut import is_request
from service.acts.orang import izin
from service.acts.register.keberatan import JUDUL, Sasaran, aim, line
from service.acts.register.permohonan import IsianKurang, Masukan
from service.domain import isian_publik, kode_lacak
from service.domain.catatan import Catatan
from service.domain.keberatan import JENIS, SERI, Keberatan, answer_due, registered
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.pemisah import TANPA_NOMOR
from service.domain.refusals import Refusal
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading, Tx

TERBANYAK = 100  # letters that are shown at once


class BukanKeberatan(Refusal):
    """Nobody has said yet that this letter is an objection, or it is the same once more."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Kiriman ini tidak menunggu dicatat di register keberatan. Tidak ada yang berubah; "
            "bila isinya memang keberatan, tetapkan dahulu jenisnya di meja."
        )


class SudahDicatat(Refusal):
    """The letter has its line in the register."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Surat ini sudah dicatat di register. Tidak ada yang dicatat dua kali; buka barisnya "
            "dari halaman kiriman."
        )


def waits(reading: Reading, kiriman: Kiriman) -> bool:
    """Whether it is a letter of objection that has no line in the register yet."""
    return is_letter(kiriman) and not kiriman.nomor_daftar and not is_request(reading, kiriman)


def is_letter(kiriman: Kiriman) -> bool:
    """Whether a person said that it is an objection, and it is not the same once more."""
    registered = kiriman.jenis == JENIS and kiriman.keadaan == DIDAFTAR
    return registered and bool(kiriman.instansi) and kiriman.kode not in TANPA_NOMOR


@dataclass(frozen=True)
class Belum:
    """A letter that has no line in the register yet, and the term that runs all the same."""

    kiriman: Kiriman
    pasti: bool  # a person said that it is an objection
    tenggat: date
    hari_ini: date
    sisa: str


def unopened(house: House, oleh: Hadir, instansi: str, unit: str = "") -> tuple[list[Belum], bool]:
    """The letters this person sees, those due first before others; and whether there are more."""
    wide = [one for one in reach(house, oleh) if one.instansi == instansi]
    places = [replace(one, unit=unit or one.unit) for one in wide if unit in ("", one.unit or unit)]
    some = house.kiriman.objections(places, TERBANYAK + 1)
    rules = agency(house.packs, instansi)
    with house.ledger.read() as reading:
        days = {unit: kalender(house, reading, instansi, unit) for unit in {x.unit for x in some}}
    now, found = house.clock.now(), list[Belum]()
    for one in some:
        here = days[one.unit]
        due, on = answer_due(rules, here, one.diterima), here.tanggal(now)
        found.append(Belum(one, is_letter(one), due, on, here.sisa(on, due)))
    found.sort(key=lambda one: (one.tenggat, one.kiriman.diterima))
    return found[:TERBANYAK], len(found) > TERBANYAK


def record(house: House, oleh: Hadir, kiriman_id: str, came: Masukan) -> Keberatan:
    """The letter in the register, with its legal number; the same for the same code."""
    if wrong := isian_publik.faults_keberatan(came.isian, publik=False):
        raise IsianKurang(wrong, "Keberatan")
    with house.ledger.begin() as tx:
        before = kiriman_for(tx, oleh, kiriman_id)
        if not is_letter(before):
            raise BukanKeberatan
        given = izin.need(tx, oleh, Act.IDENTIFY, izin.Tempat(before.instansi, before.unit))
        for same in tx.find(Keberatan, id=kode_lacak.id_for(JENIS, came.kode)):
            return same
        if not waits(tx, before):
            raise SudahDicatat
        need_letter(tx, before.id)
        return _recorded(house, tx, before, replace(came, siapa=given.siapa))


def _recorded(house: House, tx: Tx, before: Kiriman, came: Masukan) -> Keberatan:
    came = replace(came, instansi=before.instansi, unit=before.unit)
    about = aim(house, tx, came).permohonan
    if about and about.instansi != before.instansi:
        about = None
    # Whose letter it is decides the place; the request it names may lie in another unit.
    at = Sasaran(before.instansi, before.unit, about)
    after = before
    if not before.rahasia and about_withheld(tx, about):
        after = closed(house, tx, before, came.siapa)
        relabelled(house, tx, after)
    begun = replace(line(house, tx, came, at, before.id), nomor_agenda=after.nomor_agenda)
    instansi = agency(house.packs, before.instansi)
    on = today(house, before.instansi, before.unit)
    asked = Minta(SERI, begun.id, before.unit, on, JUDUL, came.siapa)
    one = registered(begun, *drawn(house, tx, instansi, asked))
    tx.add(one)
    tx.save(before, replace(after, nomor_daftar=one.nomor))
    told = {"kiriman": before.id, "nomor_agenda": one.nomor_agenda, "nomor": one.nomor}
    now, nomor = house.clock.now(), {"nomor": one.nomor}
    if after.rahasia and not before.rahasia:
        tx.note(Catatan(one.instansi, came.siapa, "kiriman_dirahasiakan", now, before.id))
    tx.note(Catatan(one.instansi, came.siapa, "keberatan_diterima", now, one.id, told))
    tx.note(Catatan(one.instansi, came.siapa, "kiriman_dinomori", now, before.id, nomor))
    tx.plan("lacak", one.id)
    return one
