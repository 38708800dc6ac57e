"""Coming in and going out: log in, stay in, log out, change the password."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import datetime

from service.acts.orang.hadir import present
from service.domain import sandi as rules
from service.domain.catatan import Catatan
from service.domain.orang import (
    SENTUH,
    GagalMasuk,
    Orang,
    Sesi,
    in_session,
    nama_masuk_of,
)
from service.domain.refusals import Overtaken, Unavailable
from service.domain.wewenang import Hadir
from service.ports import House, Tx

ULANG = 8  # how often two tries that meet at one row are let pass each other


@dataclass(frozen=True)
class Kunci:
    """What lets a person in from now on; the token is known to their browser alone."""

    token: str
    sesi: Sesi


def id_of(token: str) -> str:
    """The id under which a token is known here."""
    return hashlib.sha256(token.encode()).hexdigest()


def enter(house: House, nama_masuk: str, sandi: str, alamat: str) -> Kunci:
    """Let a person in; the answer and its time tell nobody whether the name exists."""
    orang = _proved(house, nama_masuk, sandi, alamat)
    stale = house.passwords.stale(orang.sandi)
    fresh = house.passwords.hash(rules.spelled(sandi)) if stale else ""
    with house.ledger.begin() as tx:
        before = tx.get(Orang, orang.id)
        if not before.aktif or before.sandi != orang.sandi:
            raise rules.SandiSalah
        if fresh:
            tx.save(before, replace(before, sandi=fresh))
        kunci = admit(house, tx, before, alamat)
        tx.note(Catatan(before.instansi, before.id, "masuk", kunci.sesi.dibuat, before.id))
    return kunci


def leave(house: House, token: str) -> None:
    """End a session; no complaint where it has ended already."""
    with house.ledger.begin() as tx:
        for sesi in tx.find(Sesi, id=id_of(token)):
            orang = tx.get(Orang, sesi.orang)
            tx.drop(sesi)
            tx.note(Catatan(orang.instansi, orang.id, "keluar", house.clock.now(), orang.id))


def who(house: House, token: str) -> Hadir | None:
    """The person a token lets in, or None."""
    now = house.clock.now()
    with house.ledger.read() as reading:
        found = reading.find(Sesi, id=id_of(token))
        if not found or not in_session(found[0], now):
            return None
        sesi = found[0]
        hadir = present(reading, reading.get(Orang, sesi.orang), now, sesi.id, sesi.csrf)
    if not hadir.orang.aktif:
        return None
    if now - sesi.terakhir > SENTUH:
        _touch(house, sesi, now)
    return hadir


def _touch(house: House, sesi: Sesi, now: datetime) -> None:
    try:
        with house.ledger.begin() as tx:
            tx.save(sesi, replace(sesi, terakhir=now))
    except Overtaken:  # another page of theirs came at the same moment, or they went out
        return


def change_password(house: House, hadir: Hadir, lama: str, baru: str, alamat: str) -> Kunci:
    """A password chosen anew; every other session of the person ends."""
    orang = _proved(house, hadir.orang.nama_masuk, lama, alamat)
    kept = house.passwords.hash(rules.check(baru, orang.nama_masuk, orang.nama))
    with house.ledger.begin() as tx:
        before = tx.get(Orang, orang.id)
        tx.save(before, replace(before, sandi=kept))
        shut(tx, orang.id)
        kunci = admit(house, tx, before, alamat)
        tx.note(Catatan(orang.instansi, orang.id, "ganti_sandi", house.clock.now(), orang.id))
    return kunci


def admit(house: House, tx: Tx, orang: Orang, alamat: str) -> Kunci:
    """A new session for a person who has just proved who they are; the caller notes it."""
    now, token = house.clock.now(), secrets.token_urlsafe(32)
    csrf = secrets.token_urlsafe(32)
    sesi = Sesi(id_of(token), orang.id, now, now, now + house.sesi, alamat, csrf)
    tx.add(sesi)
    return Kunci(token, sesi)


def shut(tx: Tx, orang_id: str) -> None:
    """End every session of a person."""
    for sesi in tx.find(Sesi, orang=orang_id):
        tx.drop(sesi)


def sweep(house: House) -> int:
    """Take out sessions that have ended and failures that are forgotten; how many."""
    now = house.clock.now()
    with house.ledger.begin() as tx:
        ended = [one for one in tx.find(Sesi) if not in_session(one, now)]
        stale = [one for one in tx.find(GagalMasuk) if rules.forgotten(one, now)]
        for row in [*ended, *stale]:
            tx.drop(row)
    return len(ended) + len(stale)


def _proved(house: House, nama_masuk: str, sandi: str, alamat: str) -> Orang:
    """The person whose name and password these are; each try is counted before it is judged."""
    watched = ((rules.NAMA, nama_masuk), (rules.ALAMAT, alamat))
    _count(house, watched)
    with house.ledger.read() as reading:
        found = reading.find(Orang, nama_masuk=nama_masuk_of(nama_masuk))
    kept = found[0].sandi if found and found[0].aktif else ""
    # Cut before hashing, so that a password of a megabyte costs no more than another.
    fits = house.passwords.matches(kept, rules.spelled(sandi[: rules.PANJANG + 1]))
    if not fits:
        raise rules.SandiSalah
    _uncount(house, watched)
    return found[0]


def _count(house: House, watched: tuple[tuple[rules.Ambang, str], ...]) -> None:
    for _ in range(ULANG):
        try:
            with house.ledger.begin() as tx:
                now = house.clock.now()
                ids = [rules.throttle_id(ambang, value) for ambang, value in watched]
                rows = [row for id_ in ids for row in tx.find(GagalMasuk, id=id_)]
                rules.let_try(rows, now)
                kept = {row.id: row for row in rows}
                for (ambang, _value), id_ in zip(watched, ids, strict=True):
                    _raise(tx, kept.get(id_), id_, ambang, now)
            return
        except Overtaken:
            continue
    raise Unavailable("Banyak orang sedang masuk bersamaan. Tunggu beberapa detik, lalu coba lagi.")


def _raise(tx: Tx, row: GagalMasuk | None, id_: str, ambang: rules.Ambang, now: datetime) -> None:
    if row is None:
        tx.add(rules.counted(GagalMasuk(id_, 0, now, now), ambang, now))
    else:
        tx.save(row, rules.counted(row, ambang, now))


def _uncount(house: House, watched: tuple[tuple[rules.Ambang, str], ...]) -> None:
    """Forget the failures of the name; of the address only the try that was none."""
    for ambang, value in watched:
        try:
            with house.ledger.begin() as tx:
                for row in tx.find(GagalMasuk, id=rules.throttle_id(ambang, value)):
                    if ambang is rules.NAMA:
                        tx.drop(row)
                    else:
                        tx.save(row, rules.uncounted(row))
        except Overtaken:  # a neighbour failed meanwhile; one try too many is counted
            continue
