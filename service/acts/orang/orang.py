"""People and their peran: who belongs here, and what they may do."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from service.acts.orang.hadir import day
from service.acts.orang.masuk import id_of, shut
from service.domain.catatan import RUMAH, Catatan
from service.domain.orang import (
    UMUR_UNDANGAN,
    Orang,
    Pemegang,
    Undangan,
    checked_nama_masuk,
    checked_nip,
)
from service.domain.refusals import Overtaken, Refusal, TidakAda, TidakBerwenang
from service.domain.setelan import Setelan
from service.domain.token import is_program
from service.domain.wewenang import ADMINISTRATOR, Act, Hadir, counts, ended, withdrawn
from service.ports import House, Reading, Tx


class NamaMasukTerpakai(Refusal):
    """Another person comes in by this name."""

    status = 409

    def __init__(self, nama_masuk: str) -> None:
        super().__init__(f"Nama masuk {nama_masuk} sudah dipakai orang lain. Pilih nama lain.")


class NamaKosong(Refusal):
    """A person needs a name."""

    def __init__(self) -> None:
        super().__init__("Isi nama lengkap orang ini.")


class InstansiBelumDisiapkan(Refusal):
    """People and peran wait for an instansi that is at work."""

    def __init__(self) -> None:
        super().__init__(
            "Instansi ini belum disiapkan di sini, jadi orang dan perannya belum dapat dicatat. "
            "Tidak ada yang diubah. Siapkan instansinya lebih dahulu."
        )


class AdministratorTerakhir(Refusal):
    """Somebody must be able to keep the house."""

    def __init__(self) -> None:
        super().__init__(
            "Ini administrator terakhir. Tidak ada yang diubah. "
            "Berikan peran administrator kepada orang lain lebih dahulu."
        )


@dataclass(frozen=True)
class Isian:
    """What a form says of a person."""

    nama_masuk: str
    nama: str
    nip: str = ""


def create(house: House, oleh: Hadir, instansi: str, isian: Isian) -> tuple[Orang, str]:
    """A new person, and the token of the link by which they choose their password."""
    oleh.need(Act.PEOPLE, instansi)
    now = house.clock.now()
    with house.ledger.begin() as tx:
        if instansi != RUMAH and not tx.find(Setelan, id=instansi):
            raise InstansiBelumDisiapkan
        orang = new_person(house, tx, instansi, isian)
        token = _invite(tx, orang.id, now)
        tx.note(Catatan(instansi, oleh.orang.id, "orang_ditambahkan", now, orang.id))
    return orang, token


def new_person(house: House, tx: Tx, instansi: str, isian: Isian, sandi: str = "") -> Orang:
    """The row of a new person; the caller notes it."""
    name = checked_nama_masuk(isian.nama_masuk)
    nip = checked_nip(isian.nip)
    if not isian.nama.strip():
        raise NamaKosong
    if tx.find(Orang, nama_masuk=name):
        raise NamaMasukTerpakai(name)
    orang = Orang(house.new_id(), instansi, name, isian.nama.strip(), nip, sandi)
    tx.add(orang)
    return orang


def change(house: House, oleh: Hadir, orang_id: str, versi: int, isian: Isian) -> Orang:
    """Name, log-in name and NIP as the form says; Overtaken where another was first."""
    with house.ledger.begin() as tx:
        before = mine(house, tx, oleh, orang_id)
        if before.versi != versi:
            raise Overtaken("orang", orang_id)
        name = checked_nama_masuk(isian.nama_masuk)
        if not isian.nama.strip():
            raise NamaKosong
        if any(one.id != orang_id for one in tx.find(Orang, nama_masuk=name)):
            raise NamaMasukTerpakai(name)
        nip = checked_nip(isian.nip)
        after = replace(before, nama_masuk=name, nama=isian.nama.strip(), nip=nip)
        tx.save(before, after)
        _note(house, tx, oleh, after, "orang_diubah")
    return after


def deactivate(house: House, oleh: Hadir, orang_id: str) -> None:
    """They can come in no more: sessions end, peran are taken back, the record stays."""
    now = house.clock.now()
    with house.ledger.begin() as tx:
        before = mine(house, tx, oleh, orang_id)
        held = [one for one in tx.find(Pemegang, orang=orang_id) if one.dicabut is None]
        for one in held:
            tx.save(one, withdrawn(one, now))
        tx.save(before, replace(before, aktif=False, sandi=""))
        shut(tx, orang_id)
        use_up(tx, orang_id, now)
        keep_one_administrator(house, tx, held)
        _note(house, tx, oleh, before, "orang_dinonaktifkan")


def activate(house: House, oleh: Hadir, orang_id: str) -> str:
    """They may come back: the token of a link for a new password; peran are given anew."""
    now = house.clock.now()
    with house.ledger.begin() as tx:
        before = mine(house, tx, oleh, orang_id)
        tx.save(before, replace(before, aktif=True))
        token = _invite(tx, orang_id, now)
        _note(house, tx, oleh, before, "orang_diaktifkan")
    return token


def invite(house: House, oleh: Hadir, orang_id: str) -> str:
    """The token of a new link for choosing a password; earlier links stop working."""
    with house.ledger.begin() as tx:
        orang = active(mine(house, tx, oleh, orang_id))
        token = _invite(tx, orang_id, house.clock.now())
        _note(house, tx, oleh, orang, "tautan_sandi_dibuat")
    return token


def administrators(reading: Reading, now: datetime) -> list[str]:
    """Who keeps the house today."""
    return [one.orang for one in _keys(reading, now)]


def _keys(reading: Reading, now: datetime) -> list[Pemegang]:
    held = reading.find(Pemegang, instansi=RUMAH, peran=ADMINISTRATOR)
    today = day(reading, RUMAH, now)
    return [one for one in held if counts(one, today)]


def active(orang: Orang) -> Orang:
    """The person, where they are active; else a Refusal."""
    if not orang.aktif:
        raise Refusal("Orang ini tidak aktif. Aktifkan lebih dahulu.")
    return orang


def mine(house: House, tx: Tx, oleh: Hadir, orang_id: str) -> Orang:
    """A person the administrator may change: nobody who can do more, elsewhere, than they.

    What somebody will hold counts as what they hold, for a password chosen today serves then.
    """
    orang = tx.get(Orang, orang_id)
    if is_program(orang):  # kept by its token alone
        raise TidakAda
    now = house.clock.now()
    held = tx.find(Pemegang, orang=orang_id)
    reach = {one.instansi for one in held if not ended(one, day(tx, one.instansi, now))}
    if not all(oleh.may(Act.PEOPLE, one) for one in reach | {orang.instansi}):
        raise TidakBerwenang(
            "Orang ini juga bertugas di luar instansi Anda. "
            "Mintalah administrator rumah untuk mengubahnya."
        )
    return orang


def _invite(tx: Tx, orang_id: str, now: datetime) -> str:
    use_up(tx, orang_id, now)
    token = secrets.token_urlsafe(24)
    tx.add(Undangan(id_of(token), orang_id, now + UMUR_UNDANGAN))
    return token


def use_up(tx: Tx, untuk: str, now: datetime) -> None:
    """The open links of a person serve no more; the caller notes it."""
    for one in tx.find(Undangan, untuk=untuk):
        if one.terpakai is None:
            tx.save(one, replace(one, terpakai=now))


def keep_one_administrator(house: House, tx: Tx, taken: list[Pemegang]) -> None:
    """Refuse where taking these peran away leaves nobody who can come in and keep the house."""
    if not any(one.instansi == RUMAH and one.peran == ADMINISTRATOR for one in taken):
        return
    for key in _keys(tx, house.clock.now()):
        orang = tx.get(Orang, key.orang)
        if orang.aktif and orang.sandi:
            # Written again as it is: two who shut each other out at once meet at this row.
            tx.save(key, key)
            return
    raise AdministratorTerakhir


def _note(house: House, tx: Tx, oleh: Hadir, orang: Orang, perbuatan: str) -> None:
    tx.note(Catatan(orang.instansi, oleh.orang.id, perbuatan, house.clock.now(), orang.id))
