"""The beginning: one-time links, the first administrator, a password of one's own."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime

from service.acts.orang.hadir import day
from service.acts.orang.masuk import Kunci, admit, id_of, shut
from service.acts.orang.orang import Isian, administrators, new_person
from service.domain import sandi as rules
from service.domain.catatan import MESIN, RUMAH, Catatan
from service.domain.orang import (
    UMUR_UNDANGAN,
    UNTUK_ADMINISTRATOR,
    Orang,
    Pemegang,
    Undangan,
    usable,
)
from service.domain.refusals import Refusal
from service.domain.wewenang import ADMINISTRATOR
from service.ports import House, Reading, Tx


class TautanTidakBerlaku(Refusal):
    """Unknown, used or run out: all sound alike."""

    status = 404

    def __init__(self) -> None:
        super().__init__(
            "Tautan ini tidak berlaku: sudah dipakai, sudah lewat 24 jam, atau salah salin. "
            "Mintalah tautan baru kepada administrator kantor Anda."
        )


class SudahAdaAdministrator(Refusal):
    """The first administrator is made once."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Rumah ini sudah mempunyai administrator. Masuklah dengan nama Anda, "
            "atau minta tautan baru kepada administrator."
        )


def first_link(house: House) -> str:
    """The token of a new link that makes the first administrator; earlier ones stop working."""
    now = house.clock.now()
    token = secrets.token_urlsafe(24)
    with house.ledger.begin() as tx:
        _none_yet(house, tx)
        for one in tx.find(Undangan, untuk=UNTUK_ADMINISTRATOR):
            if one.terpakai is None:
                tx.save(one, replace(one, terpakai=now))
        tx.add(Undangan(id_of(token), UNTUK_ADMINISTRATOR, now + UMUR_UNDANGAN))
        tx.note(Catatan(RUMAH, MESIN, "tautan_pertama_dibuat", now))
    return token


def has_administrator(house: House) -> bool:
    """Whether somebody keeps this house."""
    with house.ledger.read() as reading:
        return bool(administrators(reading, house.clock.now()))


def invited(house: House, token: str) -> Orang | None:
    """Whom a link is for: a person, or None for the first administrator still to be made."""
    with house.ledger.read() as reading:
        found = _link(reading, token, house.clock.now())
        if found.untuk == UNTUK_ADMINISTRATOR:
            return None
        return reading.get(Orang, found.untuk)


def first_administrator(house: House, token: str, isian: Isian, sandi: str, alamat: str) -> Kunci:
    """The first administrator, let in at once; the link is used up in the same breath."""
    kept = house.passwords.hash(rules.check(sandi, isian.nama_masuk, isian.nama))
    now = house.clock.now()
    with house.ledger.begin() as tx:
        link = _link(tx, token, now)
        if link.untuk != UNTUK_ADMINISTRATOR:
            raise TautanTidakBerlaku
        _none_yet(house, tx)
        orang = new_person(house, tx, RUMAH, isian, kept)
        today = day(tx, RUMAH, now)
        tx.add(Pemegang(house.new_id(), orang.id, RUMAH, "", ADMINISTRATOR, today))
        tx.save(link, replace(link, terpakai=now))
        kunci = admit(house, tx, orang, alamat)
        tx.note(Catatan(RUMAH, orang.id, "administrator_pertama", now, orang.id))
    return kunci


def choose_password(house: House, token: str, sandi: str, alamat: str) -> Kunci:
    """The password of the person the link is for; they are let in, their old sessions end."""
    orang = invited(house, token)
    if orang is None:
        raise TautanTidakBerlaku
    kept = house.passwords.hash(rules.check(sandi, orang.nama_masuk, orang.nama))
    now = house.clock.now()
    with house.ledger.begin() as tx:
        link = _link(tx, token, now)
        before = tx.get(Orang, link.untuk)
        if not before.aktif:
            raise TautanTidakBerlaku
        tx.save(before, replace(before, sandi=kept))
        tx.save(link, replace(link, terpakai=now))
        shut(tx, before.id)
        kunci = admit(house, tx, before, alamat)
        tx.note(Catatan(before.instansi, before.id, "sandi_dipilih", now, before.id))
    return kunci


def _link(reading: Reading, token: str, now: datetime) -> Undangan:
    found = reading.find(Undangan, id=id_of(token))
    if not found or not usable(found[0], now):
        raise TautanTidakBerlaku
    return found[0]


def _none_yet(house: House, tx: Tx) -> None:
    if administrators(tx, house.clock.now()):
        raise SudahAdaAdministrator
