"""Tokens: what a program shows in place of a password, for one peran of one unit and for a time."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from service.domain.orang import Orang
from service.domain.refusals import Refusal
from service.domain.wewenang import ADMINISTRATOR, PERAN

AWALAN = "berkas_"  # by which a token is known where it lies in a file it should not lie in
MASUK = "program:"  # no log-in name of a person holds a colon
TERLAMA = timedelta(days=731)
SENTUH = timedelta(minutes=5)  # how stale "last used" may be; spares a write per request
NAMA_TERPANJANG = 80

BERLAKU, BERAKHIR, DICABUT = "berlaku", "berakhir", "dicabut"


@dataclass(frozen=True)
class Token:
    """What lets a program in; of the secret itself only the sha256 is kept."""

    id: str
    orang: str  # the row under which the program acts
    pemegang: str
    instansi: str
    unit: str  # '': every unit
    peran: str
    nama: str
    sidik: str = field(metadata={"rahasia": True})
    dibuat: datetime
    oleh: str
    sampai: date  # the last day it lets in, in the zone of its instansi
    dicabut: datetime | None = None
    versi: int = 1


@dataclass(frozen=True)
class PakaiToken:
    """When a token was last used; the id is the token's. Not journaled."""

    id: str
    terakhir: datetime
    versi: int = 1


class TokenTidakSah(Refusal):
    """A token that cannot be made so."""


class TokenSudahDibuat(Refusal):
    """The same form came twice; the secret was shown the first time."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Token ini sudah dibuat dan rahasianya hanya ditampilkan sekali. Tidak ada yang "
            "diubah. Bila rahasianya hilang, cabut token itu lalu buat yang baru."
        )


def sidik_of(rahasia: str) -> str:
    """Under which hash a secret is known here; it is random, so a plain hash keeps it."""
    return hashlib.sha256(rahasia.encode()).hexdigest()


def login_of(token_id: str) -> str:
    """The log-in name of a program's row, by which nobody can log in."""
    return f"{MASUK}{token_id}"


def is_program(orang: Orang) -> bool:
    """Whether a row stands for a program, not for a person."""
    return orang.nama_masuk.startswith(MASUK)


def checked(nama: str, peran: str, sampai: date | None, today: date) -> tuple[str, date]:
    """The name and the last day of a token to be made, or why it may not be."""
    name = " ".join(nama.split())
    if not name or len(name) > NAMA_TERPANJANG:
        raise TokenTidakSah(
            f"Beri token nama yang menyebut program pemakainya, paling banyak {NAMA_TERPANJANG} "
            "huruf. Tidak ada yang diubah."
        )
    if peran not in PERAN or peran == ADMINISTRATOR:
        raise TokenTidakSah(
            "Token hanya dapat memegang peran kantor, bukan administrator. Tidak ada yang diubah."
        )
    if sampai is None or not today <= sampai <= today + TERLAMA:
        raise TokenTidakSah(
            "Tentukan hari terakhir token berlaku: paling awal hari ini, paling lama dua tahun "
            "lagi. Tidak ada yang diubah."
        )
    return name, sampai


def state(one: Token, today: date) -> str:
    """Whether a token still lets in."""
    if one.dicabut:
        return DICABUT
    return BERLAKU if today <= one.sampai else BERAKHIR


def revoked(one: Token, now: datetime) -> Token:
    """The token, taken back at once; the row stays as a record."""
    return one if one.dicabut else replace(one, dicabut=now)
