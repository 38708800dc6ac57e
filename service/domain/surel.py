"""A mailbox and the letters in it: where it is, whose it is, and what a letter's head says."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.parser import BytesHeaderParser
from email.policy import compat32
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from service.domain.ids import from_bytes
from service.domain.kiriman import shown

KEPALA = 64_000  # bytes of a letter that are read for its head
TERPANJANG = 500  # letters of one line of it
TERDEKAT = frozenset({"localhost", "127.0.0.1", "::1"})
BARIS = {"Dari": "From", "Perihal": "Subject", "Tanggal": "Date", "Message-ID": "Message-ID"}
TANPA_PERIHAL = "Surel tanpa perihal"


@dataclass(frozen=True)
class KotakSurat:
    """One folder of one mailbox, and the unit whose letters come there."""

    mesin: str
    port: int
    tls: bool  # from the first byte; else STARTTLS, unless it is this very machine
    nama: str
    sandi: str = field(repr=False)
    folder: str = "INBOX"
    instansi: str = ""
    unit: str = ""
    ca: Path | None = None  # the authority that signed the server's certificate

    @property
    def label(self) -> str:
        """How a page and the log call it; never with the password."""
        return f"{self.mesin}/{self.folder}"


@dataclass(frozen=True)
class SuratMasuk:
    """A letter that waits in a mailbox; its number holds for this visit only."""

    uid: int
    ukuran: int


def mailbox(text: str) -> KotakSurat:
    """imaps://nama:sandi@mesin:993/FOLDER?instansi=…&unit=…; ValueError repeats nothing of it."""
    parts = urlsplit(text)
    asked = parse_qs(parts.query)
    if parts.scheme not in ("imap", "imaps") or not parts.hostname:
        raise ValueError("harus berupa imaps://nama:sandi@mesin/kotak.")
    if not parts.username or parts.password is None:
        raise ValueError("belum memuat nama dan sandi kotak surat.")
    folder = unquote(parts.path.strip("/")) or "INBOX"
    if not folder.isascii() or not folder.isprintable():
        raise ValueError("nama kotaknya hanya boleh memuat huruf, angka, dan tanda biasa.")
    if strange := set(asked) - {"instansi", "unit", "ca"}:
        raise ValueError(f"'{min(strange)}' tidak dikenal di belakang alamat kotak surat.")
    ca = Path(asked["ca"][0]) if "ca" in asked else None
    if ca and not ca.is_file():
        raise ValueError("file sertifikat di ca= tidak ada.")
    tls = parts.scheme == "imaps"
    return KotakSurat(
        parts.hostname,
        parts.port or (993 if tls else 143),
        tls,
        unquote(parts.username),
        unquote(parts.password),
        folder,
        asked.get("instansi", [""])[0],
        asked.get("unit", [""])[0],
        ca,
    )


def kiriman_of(kotak: KotakSurat, sha256: str) -> str:
    """The id of the kiriman that a letter becomes, however often it is fetched.

    Not by the server's numbers: a mailbox that is made anew may give them to other letters.
    """
    told = f"{kotak.nama}@{kotak.mesin}:{kotak.port}/{kotak.folder} {sha256}"
    return from_bytes(hashlib.sha256(told.encode()).digest()[:16])


def head(raw: bytes) -> dict[str, str]:
    """What the head of a letter says, as the sender wrote it; broken lines as far as they go."""
    told = BytesHeaderParser(policy=compat32).parsebytes(raw[:KEPALA])
    found = {name: _line(told.get(key)) for name, key in BARIS.items()}
    return {name: value for name, value in found.items() if value}


def named(kepala: Mapping[str, str]) -> str:
    """What the kiriman is called."""
    return kepala.get("Perihal", "")[:200] or TANPA_PERIHAL


def _line(value: object) -> str:
    if value is None:
        return ""
    text = " ".join(str(value).split())
    # A charset nobody knows: as it stands there.
    with suppress(HeaderParseError, LookupError, UnicodeError, ValueError):
        text = str(make_header(decode_header(text)))
    return shown(" ".join(text.split()))[:TERPANJANG]
