"""What is known of the signatures in a file, once it was looked at in the box."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

SEGERA = timedelta(days=30)  # before its end a certificate is warned about


class Ubahan(StrEnum):
    """What a revision of a file did to the one before it."""

    TANDA = "tanda"  # a place for a signature, a time stamp, what proves them later
    ISIAN = "isian"  # a field was filled in; a signature is one
    LAIN = "lain"


class Rantai(StrEnum):
    """Where the certificates behind a signature lead."""

    AKAR = "akar"  # to a root the office trusts
    MANDIRI = "mandiri"  # nowhere: it vouches for itself
    PUTUS = "putus"


class Masa(StrEnum):
    """How the moment of signing stands to the days of the certificate."""

    BERLAKU = "berlaku"
    BELUM = "belum"
    HABIS = "habis"


class Pencabutan(StrEnum):
    """Whether the certificate was withdrawn before it signed."""

    TIDAK = "tidak"
    DICABUT = "dicabut"
    TAK_DIKETAHUI = "tak_diketahui"


@dataclass(frozen=True)
class Sertifikat:
    """A certificate: whose, by whom, for how long."""

    pemilik: str
    penerbit: str
    sidik: str  # sha256 of the whole, in hex
    dari: datetime
    sampai: datetime

    def masa(self, at: datetime) -> Masa:
        """How a moment stands to its days."""
        if at < self.dari:
            return Masa.BELUM
        return Masa.HABIS if at > self.sampai else Masa.BERLAKU

    def warning(self, now: datetime) -> str:
        """What its owner is told of its end; '' while that is far."""
        if self.masa(now) is Masa.HABIS:
            return f"Sertifikat {self.pemilik} sudah berakhir. Mintalah yang baru kepada penerbit."
        if (left := self.sampai - now) > SEGERA:
            return ""
        when = f"{left.days} hari lagi" if left.days else "hari ini"
        return (
            f"Sertifikat {self.pemilik} berakhir {when}. Perpanjang sebelum itu "
            "supaya naskah tetap dapat ditandatangani."
        )


@dataclass(frozen=True)
class TandaTangan:
    """One signature, or one time stamp over the whole file."""

    kolom: str  # the name of its field
    cap_waktu: bool  # a time stamp; nobody's signature
    ujung: int  # the byte up to which it vouches for the file
    menyeluruh: bool  # it leaves nothing out before that byte but itself
    utuh: bool  # what it vouches for is as it was
    terjaga: bool  # what came after it is what it allows
    rantai: Rantai
    masa: Masa
    pencabutan: Pencabutan
    sertifikat: Sertifikat
    waktu: datetime | None = None
    waktu_terbukti: bool = False  # by a time stamp; else only the signer says so


@dataclass(frozen=True)
class Revisi:
    """One later layer of a file, against the one below it."""

    mulai: int  # a byte within it
    ubahan: Ubahan
    kolom: tuple[str, ...] = ()  # the fields it filled in


@dataclass(frozen=True)
class DasarTanda:
    """What the signatures of a file are judged by."""

    akar: tuple[bytes, ...]  # roots that the office trusts, DER
    crl: tuple[bytes, ...]  # lists of what was withdrawn, besides those that the file brings
    pada: datetime
    dikirim: int  # bytes that were sent


@dataclass(frozen=True)
class BacaanTanda:
    """A file that came back, as the box tells of it."""

    ukuran: int
    awalan_sama: bool = False  # it begins with the very bytes that were sent
    tanda: tuple[TandaTangan, ...] = ()  # in the order in which they were made
    revisi: tuple[Revisi, ...] = ()
    kolom: tuple[str, ...] = ()  # the places for signatures, filled or not
    kotak_terluas: float = 0.0  # share of a page that the largest of them covers
    kosong_bergambar: bool = False  # one that nobody signed shows something nevertheless
    ganjil: str = ""  # why it could not be read to the end; a name of GANJIL
