"""Letters that go out: by which server, from whom, to which address, and what they may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from service.domain.refusals import Refusal, Unavailable
from service.domain.surel import TERDEKAT

TERPANJANG = 254  # letters of an address, by the rules of mail
# What a refused recipient says of: the address itself, its full box, or our way to the server.
PENERIMA, PENUH, SERVER = "penerima", "penuh", "server"
_SEBAB = re.compile(rb"5\.(\d{1,3})\.(\d{1,3})\b")  # RFC 3463
_NAMA = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_RUMAH = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}")


class AlamatTidakSah(Refusal):
    """No server could take a letter for this."""

    def __init__(self) -> None:
        super().__init__(
            "Alamat surel harus satu alamat lengkap, misalnya petugas@ppid.contoh.go.id. Tidak ada "
            "yang diubah; periksa ejaannya."
        )


class PenerimaDitolak(Unavailable):
    """The server knows no such recipient; trying the same address again cannot help."""

    def __init__(self) -> None:
        super().__init__(
            "Server surel menolak alamat ini. Periksa alamatnya di halaman Akun.", permanent=True
        )


class JawabanHilang(Unavailable):
    """The letter was handed over, and then the line broke: it may have arrived."""

    def __init__(self, mesin: str) -> None:
        super().__init__(
            f"Server surel {mesin} menerima surat tetapi tidak menjawab sampai selesai; surat "
            "mungkin sudah sampai."
        )


@dataclass(frozen=True)
class Pengirim:
    """The server that takes our letters, and the address they come from."""

    mesin: str
    port: int
    tls: bool  # from the first byte; else STARTTLS, unless it is this very machine
    dari: str
    nama: str = ""  # '': the server asks for none
    sandi: str = field(default="", repr=False)
    ca: Path | None = None  # the authority that signed the server's certificate


@dataclass(frozen=True)
class SuratKeluar:
    """One letter of plain words."""

    id: str  # the same for the same letter: a second copy shows as one
    kepada: str
    perihal: str
    isi: str


def checked_alamat(text: str) -> str:
    """One address, and nothing beside it; AlamatTidakSah."""
    alamat = text.strip()
    nama, _, rumah = alamat.rpartition("@")
    fits = len(alamat) <= TERPANJANG and len(nama) <= 64
    if not fits or not _NAMA.fullmatch(nama) or not _RUMAH.fullmatch(rumah):
        raise AlamatTidakSah
    return f"{nama}@{rumah.lower()}"


def sender(text: str) -> Pengirim:
    """smtp://nama:sandi@mesin:587?dari=…; ValueError repeats nothing of it."""
    parts = urlsplit(text)
    asked = parse_qs(parts.query)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError("harus berupa smtp://nama:sandi@mesin:587?dari=alamat atau smtps://….")
    if strange := set(asked) - {"dari", "ca"}:
        raise ValueError(f"'{min(strange)}' tidak dikenal di belakang alamat server surel.")
    try:
        dari, port = checked_alamat(asked.get("dari", [""])[0]), parts.port
    except AlamatTidakSah:
        raise ValueError("belum memuat ?dari= dengan satu alamat surel pengirim.") from None
    except ValueError:
        raise ValueError("port server surel harus bilangan 1 sampai 65535.") from None
    ca = Path(asked["ca"][0]) if "ca" in asked else None
    if ca and not ca.is_file():
        raise ValueError("file sertifikat di ca= tidak ada.")
    if bool(parts.username) != (parts.password is not None):
        raise ValueError(
            "nama dan sandi server surel harus diisi dua-duanya, atau tidak sama sekali."
        )
    tls = parts.scheme == "smtps"
    return Pengirim(
        parts.hostname,
        port or (465 if tls else 587),
        tls,
        dari,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        ca,
    )


def blames(code: int, said: bytes) -> str:
    """Whom the answer about a recipient blames: only PENERIMA may switch an address off."""
    if code < 500:
        return SERVER
    found = _SEBAB.match(said)
    about = found.groups() if found else (b"", b"")
    if code == 552 or about == (b"2", b"2"):
        return PENUH
    if about[0] == b"1":
        return SERVER if about[1] in (b"7", b"8") else PENERIMA  # 7 and 8 are of the sender
    foreign = about[0] == b"7" or (not found and b"relay" in said.lower())
    return PENERIMA if code in (550, 551, 553) and not foreign else SERVER


def is_near(pengirim: Pengirim) -> bool:
    """Whether it is this very machine, where nobody listens in between."""
    return pengirim.mesin in TERDEKAT
