"""The round of reminders by mail: once a working day in each agency, one letter to a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta

from service.acts.instansi.harian import owe_marked
from service.acts.instansi.kalender import kalender
from service.acts.instansi.pilihan import at_work
from service.acts.orang.hadir import present
from service.acts.orang.surel import address_of
from service.acts.pengingat.daftar import reminders
from service.domain.catatan import MESIN, RUMAH, Catatan
from service.domain.orang import Orang, Pemegang
from service.domain.refusals import Overtaken, Refusal
from service.domain.surel_pengingat import (
    DIRENCANAKAN,
    KEDALUWARSA,
    MENGIRIM,
    TIDAK_PASTI,
    AlamatSurel,
    Edaran,
    SuratPengingat,
    ended,
    letter_id,
)
from service.domain.tanggal import local
from service.domain.wewenang import Hadir
from service.ports import House, Reading, Tx

JOB, SURAT = "ingatkan", "surel"
DISIMPAN = 366  # days that it is known which letters went out
LONGGAR = 31  # days, in which an office opens at least once
LAMA = "Tidak terkirim sampai harinya lewat; pengingat yang masih berlaku ada di surat berikutnya."


@dataclass(frozen=True)
class Penerima:
    """A person who wants mail, and what they hold today."""

    hadir: Hadir
    alamat: str


def plan_rounds(house: House, owed: set[str]) -> list[str]:
    """Owe the rounds whose hour has come: the office has opened, and none went out today.

    What is in `owed` was owed before and is not asked for again; it grows by what is owed now.
    """
    if not house.mail.in_use:
        return []
    found = {one.id: _due(house, one.id) for one in at_work(house)}
    return owe_marked(house, "ingatkan", {kode: x for kode, x in found.items() if x}, owed)


def _due(house: House, kode: str) -> str:
    """The round that is to go out now; '' for none."""
    now = house.clock.now()
    with house.ledger.read() as reading:
        try:
            days = kalender(house, reading, kode)
        except Refusal:  # a broken pack stops its own agency and no other
            return ""
        wall = local(now, days.zona)
        jam = days.jam_on(wall.date())
        if not jam or not jam[0].mulai <= wall.time() <= jam[-1].selesai:
            return ""
        round_ = letter_id(kode, wall.date())
        return "" if reading.find(Edaran, id=round_) else round_


def run_round(house: House, kode: str) -> Edaran | None:
    """The letters of an agency for today, each owed by itself; None where it was done before."""
    if not house.mail.in_use:
        return None
    now = house.clock.now()
    with house.ledger.read() as reading:
        days = kalender(house, reading, kode)
        today = days.tanggal(now)
        if reading.find(Edaran, id=letter_id(kode, today)) or not days.is_hari_kerja(today):
            return None
        people = list(_people(house, reading, kode))
    waited = [one for one in people if any(x.surat for x in reminders(house, one.hadir))]
    letters = [_letter(house, one, kode, today) for one in waited]
    edaran = Edaran(letter_id(kode, today), kode, today, now, len(letters))
    with house.ledger.begin() as tx:
        late = _give_up(house, tx, kode, today)
        _forget(tx, kode, today)
        tx.add(edaran)
        for one in letters:
            if not tx.find(SuratPengingat, id=one.id):
                tx.add(one)
                tx.plan("surel", one.id)
        told = {"surat": str(len(letters)), "terlambat": str(late)}
        tx.note(Catatan(kode, MESIN, "pengingat_direncanakan", now, kode, told))
    return edaran


def _people(house: House, reading: Reading, kode: str) -> Iterator[Penerima]:
    """Those whose letters go out with this agency's: its own people, and who serves here first."""
    found = {one.id: one for one in reading.find(Orang, instansi=kode)}
    guests = {one.orang for one in reading.find(Pemegang, instansi=kode)} - set(found)
    found |= {id_: reading.get(Orang, id_) for id_ in sorted(guests)}
    for orang in found.values():
        wants = address_of(reading, orang.id)
        if wants is None or not is_wanted(wants):
            continue
        hadir = present(reading, orang, house.clock.now())
        if hadir.peran and home_of(hadir) == kode:
            yield Penerima(hadir, wants.alamat)


def is_wanted(alamat: AlamatSurel) -> bool:
    """Whether a letter may go there at all."""
    return bool(alamat.alamat) and not alamat.mati and not alamat.ditolak


def home_of(hadir: Hadir) -> str:
    """The agency by whose hours a person gets their one letter."""
    own = hadir.orang.instansi
    if own != RUMAH and own in hadir.instansi:
        return own
    return hadir.instansi[0] if hadir.instansi else ""


def _letter(house: House, one: Penerima, kode: str, today: date) -> SuratPengingat:
    orang = one.hadir.orang.id
    return SuratPengingat(
        letter_id(orang, today), orang, kode, today, one.alamat, DIRENCANAKAN, house.clock.now()
    )


def _give_up(house: House, tx: Tx, kode: str, today: date) -> int:
    """Letters of days gone by go out no more, and nobody is asked about them."""
    old = [
        one
        for keadaan in (DIRENCANAKAN, MENGIRIM)
        for one in tx.find(SuratPengingat, instansi=kode, keadaan=keadaan)
        if one.tanggal < today
    ]
    for one in old:
        with suppress(Overtaken):  # it is not macet: then it will find its day gone by itself
            tx.dismiss("surel", one.id)
        keadaan = TIDAK_PASTI if one.diserahkan else KEDALUWARSA
        tx.save(one, ended(one, keadaan, house.clock.now(), one.sebab or LAMA))
    return len(old)


def _forget(tx: Tx, kode: str, today: date) -> None:
    """What went to whom a year ago is nobody's business any more."""
    for n in range(LONGGAR):
        day = today - timedelta(days=DISIMPAN + n)
        for one in tx.find(SuratPengingat, instansi=kode, tanggal=day):
            tx.drop(one)
        for round_ in tx.find(Edaran, instansi=kode, tanggal=day):
            tx.drop(round_)
