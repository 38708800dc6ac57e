"""Whether what the public is pointed at is there: what is asked for, and how an answer counts."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from service.domain.edisi import alamat
from service.domain.edisi.terbitan import Terbitan
from service.domain.ids import derived

SENDIRI, LUAR = "sendiri", "luar"  # given out by ourselves, or by somebody else
SEMUA, TIDAK = "semua", "tidak"
PERIKSA = (SEMUA, SENDIRI, TIDAK)  # which addresses an office wants to have looked at
BAIK, HILANG, LAIN = "baik", "hilang", "lain"
DIAM, DITOLAK = "diam", "ditolak"
HASIL: dict[str, str] = {
    BAIK: "Menjawab",
    HILANG: "Tidak ditemukan",
    LAIN: "Isinya lain",
    DIAM: "Tidak menjawab",
    DITOLAK: "Tidak dibuka",
}
SEBULAN = timedelta(days=30)
BESOK = timedelta(hours=20)  # what was amiss is looked at again the next day
# IPv6 addresses that stand for an IPv4 one, which may be anywhere.
_TERSELUBUNG = tuple(ipaddress.IPv6Network(x) for x in ("64:ff9b::/96", "64:ff9b:1::/48"))


@dataclass(frozen=True)
class Alamat:
    """What is asked for; of a file of our own also the bytes that must come."""

    alamat: str  # begins with / where we give it out ourselves
    kode: str
    ukuran: int = 0
    sidik: str = ""

    @property
    def jenis(self) -> str:
        """Who gives it out."""
        return SENDIRI if self.alamat.startswith("/") else LUAR


@dataclass(frozen=True)
class Jawaban:
    """What came back; `sebab` where nothing did."""

    kode: int = 0
    ukuran: int = 0
    sidik: str = ""
    sebab: str = ""
    ditolak: bool = False  # no request was sent: the address leads where none may


@dataclass(frozen=True)
class AlamatDiperiksa:
    """The last look at one address, and since when it stands so."""

    id: str
    instansi: str
    kode: str
    alamat: str
    sidik: str  # the bytes that were expected
    hasil: str
    kata: str
    diperiksa: datetime
    sejak: datetime
    diminta: datetime | None = None  # somebody wants it looked at once more
    versi: int = 1

    @property
    def baik(self) -> bool:
        """Whether the public finds what it is pointed at."""
        return self.hasil == BAIK


def id_of(instansi: str, where: str) -> str:
    """One row to an address."""
    return derived(f"alamat {instansi} {where}")


def named(one: Terbitan, which: str) -> Iterator[Alamat]:
    """The addresses that the lines of an edition name: of their files, and of other sites."""
    if which == TIDAK:
        return
    for line in one.baris:
        kode = line["kode"]
        if file := one.file.get(kode):
            where = alamat.whole("", alamat.file(kode, file.nama))
            yield Alamat(where, kode, file.ukuran, file.sha256)
        if which == SEMUA and is_web(other := line.get("alamat", "").strip()):
            yield Alamat(other, kode)


def is_web(text: str) -> bool:
    """Whether a text is an address that may be asked at all: http or https, with no password."""
    try:
        parts = urlsplit(text)
        known = parts.scheme in ("http", "https") and bool(parts.hostname)
        return known and parts.username is None and (parts.port or 1) > 0 and text.isprintable()
    except ValueError:
        return False


def is_public(ip: str) -> bool:
    """Whether an IP address is one of the open internet, not of an office or of this machine."""
    try:
        one = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    if isinstance(one, ipaddress.IPv6Address):
        if any(one in net for net in _TERSELUBUNG) or one.sixtofour or one.teredo:
            return False
        if one.ipv4_mapped:
            return is_public(str(one.ipv4_mapped))
        if one.is_site_local or one.is_reserved:  # of offices long ago; or ::127.0.0.1, of nobody
            return False
    return one.is_global and not one.is_multicast


def judged(asked: Alamat, answer: Jawaban) -> tuple[str, str]:
    """How an answer counts, and why."""
    if answer.ditolak:
        return DITOLAK, answer.sebab
    if not answer.kode:
        return DIAM, answer.sebab
    if not 200 <= answer.kode < 300:
        return HILANG, f"servernya menjawab {answer.kode}"
    if asked.sidik and answer.ukuran != asked.ukuran:
        return LAIN, f"{answer.ukuran} bita, seharusnya {asked.ukuran}"
    if asked.sidik and answer.sidik != asked.sidik:
        return LAIN, "SHA-256-nya bukan yang diumumkan"
    return BAIK, ""


def looked(
    instansi: str, asked: Alamat, answer: Jawaban, before: AlamatDiperiksa | None, now: datetime
) -> AlamatDiperiksa:
    """The row that a look leaves; a state that lasts keeps its first moment."""
    hasil, kata = judged(asked, answer)
    same = before is not None and before.hasil == hasil
    return AlamatDiperiksa(
        id_of(instansi, asked.alamat),
        instansi,
        asked.kode,
        asked.alamat,
        asked.sidik,
        hasil,
        kata,
        now,
        before.sejak if before and same else now,
        versi=before.versi if before else 1,
    )


def is_due(asked: Alamat, before: AlamatDiperiksa | None, now: datetime) -> bool:
    """New, of other bytes than before, wanted, looked at a month ago, or amiss since yesterday."""
    if before is None or before.sidik != asked.sidik or before.diminta:
        return True
    return now - before.diperiksa >= (SEBULAN if before.baik else BESOK)


def due(
    asked: Iterable[Alamat], known: dict[str, AlamatDiperiksa], now: datetime
) -> list[tuple[Alamat, AlamatDiperiksa | None]]:
    """What is to be looked at: first what never was, then from the longest ago."""
    some = ((one, known.get(one.alamat)) for one in {x.alamat: x for x in asked}.values())
    wanted = [(one, row) for one, row in some if is_due(one, row, now)]
    return sorted(wanted, key=lambda x: (x[1] is not None, x[1].diperiksa if x[1] else now))
