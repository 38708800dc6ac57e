"""People: who they are, which peran they hold and for how long, and how they are let in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from service.domain.refusals import Refusal

DEFINITIF = "definitif"
PLT = "plt"  # the post is vacant
PLH = "plh"  # its holder is away for some days
DELEGASI = "delegasi"  # the holder lends the peran
PROGRAM = "program"  # held by a program, which comes in by a token
SEBAGAI = (DEFINITIF, PLT, PLH, DELEGASI)

UNTUK_ADMINISTRATOR = "administrator"  # an Undangan that makes the first administrator
UMUR_UNDANGAN = timedelta(hours=24)
DIAM = timedelta(hours=1)  # a session nobody uses ends after this
SENTUH = timedelta(minutes=1)  # how stale `terakhir` may be; spares a write per request

_NAMA_MASUK = re.compile(r"[a-z0-9](?:[a-z0-9._-]{1,38})[a-z0-9]")
_NIP = re.compile(r"[0-9]{18}")


@dataclass(frozen=True)
class Orang:
    """A person who can come in; `sandi` is a hash, '' until they have chosen one."""

    id: str
    instansi: str  # where they belong; RUMAH for those who only keep the house
    nama_masuk: str = field(metadata={"unik": True})
    nama: str = ""
    nip: str = ""
    sandi: str = field(default="", metadata={"rahasia": True})
    aktif: bool = True
    versi: int = 1


@dataclass(frozen=True)
class Pemegang:
    """A peran held by a person, from `mulai` to `sampai`, both days counted."""

    id: str
    orang: str
    instansi: str  # RUMAH: the whole house
    unit: str  # '': every unit of the instansi
    peran: str
    mulai: date
    sampai: date | None = None
    sebagai: str = DEFINITIF
    dari: str = ""  # the Pemegang that was lent; empty unless `delegasi`
    dasar: str = ""  # the letter that says so
    dicabut: datetime | None = None
    versi: int = 1


@dataclass(frozen=True)
class Sesi:
    """A person who is in; not journaled. The id is the sha256 of the cookie's token."""

    id: str
    orang: str
    dibuat: datetime
    terakhir: datetime
    sampai: datetime
    alamat: str
    csrf: str = field(metadata={"rahasia": True})
    versi: int = 1


@dataclass(frozen=True)
class Undangan:
    """A one-time link; the id is the sha256 of its token."""

    id: str
    untuk: str  # UNTUK_ADMINISTRATOR, or the person who may choose a password by it
    sampai: datetime
    terpakai: datetime | None = None
    versi: int = 1


@dataclass(frozen=True)
class GagalMasuk:
    """Tries that failed, by name or by address (as a hash); not journaled."""

    id: str
    kali: int
    terakhir: datetime
    sampai: datetime  # nobody is let in before this
    versi: int = 1


class NamaMasukTidakSah(Refusal):
    """A log-in name of the wrong shape."""

    def __init__(self) -> None:
        super().__init__(
            "Nama masuk terdiri atas 3 sampai 40 huruf kecil, angka, titik, atau tanda hubung, "
            "diawali dan diakhiri huruf atau angka, misalnya contoh.satu."
        )


class NipTidakSah(Refusal):
    """A NIP of the wrong shape."""

    def __init__(self) -> None:
        super().__init__("NIP terdiri atas 18 angka. Kosongkan bila orang ini tidak memiliki NIP.")


def nama_masuk_of(text: str) -> str:
    """A log-in name as it is kept: small letters, no spaces around it."""
    return text.strip().casefold()


def checked_nama_masuk(text: str) -> str:
    """A log-in name that may be given to a person."""
    name = nama_masuk_of(text)
    if not _NAMA_MASUK.fullmatch(name):
        raise NamaMasukTidakSah
    return name


def checked_nip(text: str) -> str:
    """A NIP without its spaces, or '' where there is none."""
    nip = re.sub(r"\s", "", text)
    if nip and not _NIP.fullmatch(nip):
        raise NipTidakSah
    return nip


def in_session(sesi: Sesi, now: datetime) -> bool:
    """Whether a session still lets its person in."""
    return now < sesi.sampai and now < sesi.terakhir + DIAM


def usable(undangan: Undangan, now: datetime) -> bool:
    """Whether a link was not used and has not run out."""
    return undangan.terpakai is None and now < undangan.sampai
