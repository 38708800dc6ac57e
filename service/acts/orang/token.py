"""Tokens of programs: made once, looked up at each request, taken back at once."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime

from service.acts.orang.hadir import day, present
from service.acts.orang.orang import InstansiBelumDisiapkan
from service.domain.catatan import RUMAH, Catatan
from service.domain.ids import is_id
from service.domain.orang import PROGRAM, Orang, Pemegang
from service.domain.refusals import Overtaken
from service.domain.setelan import Setelan
from service.domain.token import (
    AWALAN,
    BERLAKU,
    SENTUH,
    PakaiToken,
    Token,
    TokenSudahDibuat,
    TokenTidakSah,
    checked,
    login_of,
    revoked,
    sidik_of,
    state,
)
from service.domain.wewenang import Act, Hadir, withdrawn
from service.ports import House


@dataclass(frozen=True)
class Isian:
    """What a form says of a token to be made."""

    nama: str
    instansi: str
    unit: str
    peran: str
    sampai: date | None


@dataclass(frozen=True)
class Baris:
    """One token as its keepers see it."""

    token: Token
    keadaan: str
    terakhir: datetime | None


@dataclass(frozen=True)
class Program:
    """A program that is in: whom it acts as, and by which token."""

    hadir: Hadir
    token: str


def make(house: House, oleh: Hadir, token_id: str, isian: Isian) -> tuple[Token, str]:
    """A new token and its secret, which nobody is told again."""
    oleh.need(Act.PEOPLE, isian.instansi)
    if not is_id(token_id):
        raise TokenTidakSah("Formulir ini tidak utuh. Tidak ada yang diubah; muat ulang halaman.")
    now, rahasia = house.clock.now(), AWALAN + secrets.token_urlsafe(32)
    with house.ledger.begin() as tx:
        if isian.instansi == RUMAH or not tx.find(Setelan, id=isian.instansi):
            raise InstansiBelumDisiapkan
        if tx.find(Token, id=token_id):
            raise TokenSudahDibuat
        today = day(tx, isian.instansi, now)
        nama, sampai = checked(isian.nama, isian.peran, isian.sampai, today)
        orang = Orang(house.new_id(), isian.instansi, login_of(token_id), f"{nama} (program)")
        held = Pemegang(
            house.new_id(),
            orang.id,
            isian.instansi,
            isian.unit,
            isian.peran,
            today,
            sampai,
            sebagai=PROGRAM,
        )
        token = Token(
            token_id,
            orang.id,
            held.id,
            isian.instansi,
            isian.unit,
            isian.peran,
            nama,
            sidik_of(rahasia),
            now,
            oleh.orang.id,
            sampai,
        )
        for row in (orang, held, token):
            tx.add(row)
        told = {"peran": isian.peran, "unit": isian.unit, "sampai": sampai.isoformat()}
        tx.note(Catatan(isian.instansi, oleh.orang.id, "token_dibuat", now, token_id, told))
    return token, rahasia


def revoke(house: House, oleh: Hadir, token_id: str) -> Token:
    """The program is let in no more, from its next request on."""
    now = house.clock.now()
    with house.ledger.begin() as tx:
        before = tx.get(Token, token_id)
        oleh.reach(Act.PEOPLE, before.instansi)
        if before.dicabut:
            return before
        after = revoked(before, now)
        tx.save(before, after)
        held = tx.get(Pemegang, before.pemegang)
        tx.save(held, withdrawn(held, now))
        orang = tx.get(Orang, before.orang)
        tx.save(orang, replace(orang, aktif=False))
        tx.note(Catatan(before.instansi, oleh.orang.id, "token_dicabut", now, token_id))
    return after


def listing(house: House, oleh: Hadir) -> list[Baris]:
    """The tokens this person keeps: those that still let in first, then by name."""
    now = house.clock.now()
    with house.ledger.read() as reading:
        mine = [one for one in reading.find(Token) if oleh.may(Act.PEOPLE, one.instansi)]
        used = {one.id: one.terakhir for one in reading.find(PakaiToken)}
        on = {kode: day(reading, kode, now) for kode in {one.instansi for one in mine}}
    rows = [Baris(one, state(one, on[one.instansi]), used.get(one.id)) for one in mine]
    return sorted(rows, key=lambda x: (x.keadaan != BERLAKU, x.token.nama.casefold(), x.token.id))


def who(house: House, rahasia: str) -> Program | None:
    """Whom a secret lets in now, or None."""
    now = house.clock.now()
    with house.ledger.read() as reading:
        found = reading.find(Token, sidik=sidik_of(rahasia))
        if not found or found[0].dicabut:
            return None
        token = found[0]
        hadir = present(reading, reading.get(Orang, token.orang), now)
        used = reading.find(PakaiToken, id=token.id)
    if not hadir.peran:
        return None
    _touch(house, token, used[0] if used else None, now)
    return Program(hadir, token.id)


def _touch(house: House, token: Token, used: PakaiToken | None, now: datetime) -> None:
    if used and now - used.terakhir <= SENTUH:
        return
    try:
        with house.ledger.begin() as tx:
            if used:
                tx.save(used, replace(used, terakhir=now))
            else:
                tx.add(PakaiToken(token.id, now))
    except Overtaken:  # another request of the same program came at the same moment
        return
